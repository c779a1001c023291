"""A conference of the ward held at thirteen sites, its notice of conclusion, and what became of each task since."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from nghitruong.config.demonstration.clock import Story, moment
from nghitruong.config.demonstration.councils import Country, House
from nghitruong.config.demonstration.places import HOME, parts_of
from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import Group, TaskKind
from nghitruong.coordination.models import Assignment, ConclusionNotice
from nghitruong.coordination.services import Asked, Signing
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingKind, Mode
from nghitruong.meetings.models import Meeting
from nghitruong.meetings.services import Matter, Said, Seat
from nghitruong.obligations import services as ledger
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Membership, Organ

SITES = 13
HELD_BEFORE = 40
"""Days before today on which the conference was held."""


@dataclass(frozen=True, slots=True)
class Given:
    """One task: whom it is given to, what, in how many days after the notice, and what became of it.

    `fate`: "accepted", "reported", "begun" or "" for nothing heard; `percent` as last reported.
    """

    organ: str
    what: str
    section: str
    days: int | None = None
    fate: str = ""
    percent: int = 0
    kind: str = TaskKind.TASK


TASKS = (
    Given("pc", "Gửi đầy đủ dự thảo nghị quyết và tài liệu trình kỳ họp tới các Ban thẩm tra", "2.1", 20, "accepted"),
    Given("pc", "Trao đổi với Thường trực trước khi thay đổi nội dung kỳ họp đã thống nhất", "2.1", None, "begun", 60),
    Given("pc", "Báo cáo kết quả xử lý các điểm ngập trên đường liên tổ dân phố", "2.2", 25, "begun", 45),
    Given("economy", "Lập danh mục tuyến mương, cống cần nạo vét trước mùa mưa kèm kinh phí", "2.2", 15, "accepted"),
    Given("economy", "Rà soát đèn chiếu sáng hỏng ở mười ba tổ dân phố và lịch thay thế", "2.2", 18, ""),
    Given("economy", "Trả lời bằng văn bản kiến nghị về bãi tập kết vật liệu ven đường", "2.2", 30, "reported", 100,
          TaskKind.ANSWER),
    Given("culture", "Hướng dẫn các nhà văn hóa tổ dân phố lập lịch sinh hoạt công khai", "2.3", 28, "reported", 100),
    Given("culture", "Tổng hợp nhu cầu sửa chữa sân chơi trẻ em, nêu thứ tự ưu tiên", "2.3", None),
    Given("front", "Phối hợp rà soát các kiến nghị đã trả lời nhưng cử tri còn nêu lại", "2.4", 60, "begun", 30),
    Given("committee", "Thẩm tra sớm các nội dung về ngân sách, nêu rõ điểm chưa thống nhất", "2.1", 35, "accepted"),
)  # fmt: skip
PROPOSALS = (
    ("Hội đồng nhân dân tỉnh", "Đề nghị mở lớp bồi dưỡng kỹ năng cho đại biểu nhiệm kỳ mới ngay trong năm"),
    ("Ủy ban nhân dân tỉnh", "Đề nghị sớm bố trí vốn cho cống thoát nước qua quốc lộ"),
)
RESULTS = (
    "Các cơ quan đã gửi báo cáo quý đúng ngày; lịch tiếp xúc cử tri được giữ như kế hoạch (dữ liệu mẫu).\n"
    "Thường trực, các Ban đã tổ chức 04 cuộc giám sát và 01 cuộc khảo sát; mọi kiến nghị sau giám sát đã có nơi nhận."
)
LIMITS = (
    "Một số tài liệu tới các Ban sát ngày họp nên việc thẩm tra còn vội.\n"
    "Có nội dung đã thống nhất tại hội nghị liên tịch nhưng thay đổi mà chưa trao đổi lại."
)


def story(country: Country, today: date) -> Story:
    """Plan, hold and conclude the conference; then each organ goes its own way."""
    house = country.new[HOME]
    held_on = today - timedelta(days=HELD_BEFORE)
    yield moment(held_on - timedelta(days=6), 9)
    conference = _plan(house, held_on, moment(held_on - timedelta(days=6), 9))
    at = moment(held_on, 16)
    yield at
    _take_minutes(house, conference, at)
    issued_on = held_on + timedelta(days=3)
    at = moment(issued_on, 10)
    yield at
    notice = _conclude(house, conference, held_on, issued_on, at)
    shares = list(
        Assignment.objects.filter(task__notice=notice)
        .select_related("task__notice", "organ", "obligation__council", "obligation__debtor", "obligation__creditor")
        .order_by("task__position", "pk")
    )
    for number, share in enumerate(shares):
        given = TASKS[share.task.position - 1] if share.task.position <= len(TASKS) else None
        at = moment(issued_on + timedelta(days=9 + number), 14, number * 3)
        if given is None or not given.fate or at.date() >= today:
            continue
        yield at
        _go_on(country, house, share, given, at)


def _organ(house: House, name: str) -> Organ:
    if name == "economy":
        return house.department("Phòng Kinh tế")
    if name == "culture":
        return house.department("Phòng Văn hóa")
    kinds = {"pc": OrganKind.PEOPLES_COMMITTEE, "front": OrganKind.FRONT, "committee": OrganKind.COMMITTEE}
    return house.organ(kinds[name])


def _plan(house: House, held_on: date, at: datetime) -> Meeting:
    planned = meetings.plan(
        council=house.council, kind=MeetingKind.BRIEFING, mode=Mode.ONLINE, place="Hội trường phường Đức Phổ",
        title="Hội nghị giao ban trực tuyến giữa Thường trực Hội đồng nhân dân phường với các cơ quan và tổ dân phố",
        starts_at=moment(held_on, 8), ends_at=moment(held_on, 11, 15), unit=house.council.unit,
        chair=f"{house.chair.name}, Chủ tịch Hội đồng nhân dân phường", actor=house.clerk, at=at,
    )  # fmt: skip
    called = [_organ(house, name) for name in ("pc", "economy", "culture", "front", "committee")]
    meetings.invite(meeting=planned, organs=called, actor=house.clerk, at=at)
    hamlets = [f"{hamlet}, {commune.name}" for commune in parts_of(HOME) for hamlet in commune.hamlets]
    sites = [Seat("Điểm cầu trung tâm, hội trường phường", house.organ(OrganKind.STANDING), "Thường trực, các Ban")]
    sites += [Seat(f"Nhà văn hóa {hamlet}", None, "Tổ trưởng, đại biểu tại địa bàn", 12) for hamlet in hamlets]
    planned = meetings.seat(meeting=planned, version=planned.version, sites=sites[:SITES], actor=house.clerk, at=at)
    items = [
        Matter("Đánh giá việc phối hợp và chuẩn bị kỳ họp trong quý", "Chánh Văn phòng"),
        Matter("Kiến nghị của cử tri về thoát nước, chiếu sáng và nhà văn hóa", "Trưởng Ban Kinh tế - Ngân sách"),
        Matter("Nhiệm vụ phối hợp thời gian tới", "Phó Chủ tịch Hội đồng nhân dân"),
    ]
    return meetings.set_agenda(meeting=planned, version=planned.version, items=items, actor=house.clerk, at=at)


def _take_minutes(house: House, conference: Meeting, at: datetime) -> None:
    conference.refresh_from_db()
    said = [
        Said("Các ý kiến cho rằng tài liệu gửi các Ban còn sát ngày.", "Gửi tài liệu sớm hơn."),
        Said("Tổ dân phố nêu điểm ngập và đèn hỏng chưa có lịch xử lý.", "Lập danh mục, nêu hạn từng việc."),
        Said("Thống nhất giao việc cho từng cơ quan.", "Văn phòng soạn thông báo kết luận."),
    ]
    lines = dict(zip((item.pk for item in conference.agenda.all()), said, strict=True))
    taken = meetings.minute(meeting=conference, version=conference.version, items=lines, actor=house.clerk, at=at)
    meetings.hold(meeting=taken, people_present=164, speakers=11, actor=house.clerk, at=at)


def _conclude(house: House, conference: Meeting, held_on: date, issued_on: date, at: datetime) -> ConclusionNotice:
    tasks = [
        Asked(
            addressee=_organ(house, given.organ).name, what=given.what, organs=[_organ(house, given.organ)],
            section=given.section, kind=given.kind,
            due_on=issued_on + timedelta(days=given.days) if given.days is not None else None,
            due_words=f"trong {given.days} ngày" if given.days is not None else "",
        )
        for given in TASKS
    ]  # fmt: skip
    tasks.append(
        Asked("Các Tổ đại biểu", "Theo dõi, đôn đốc việc giải quyết kiến nghị tại địa bàn", group=Group.GROUPS,
              section="2.4", due_on=issued_on + timedelta(days=75), due_words="trước kỳ họp tới")
    )  # fmt: skip
    tasks += [Asked(to, what, kind=TaskKind.PROPOSAL, section="3") for to, what in PROPOSALS]
    signer = Membership.objects.select_related("person", "organ__council").get(pk=house.chair.membership_id or 0)
    draft = coordination.draft_conclusion(
        council=house.council, organ=house.organ(OrganKind.STANDING), meeting=conference, held_on=held_on,
        title=f"Kết luận của Thường trực Hội đồng nhân dân phường tại Hội nghị giao ban ngày {held_on:%d/%m/%Y}",
        place="hội trường phường và 12 điểm cầu", chairs=f"đồng chí {house.chair.name}, Chủ tịch Hội đồng nhân dân phường", results=RESULTS,
        limitations=LIMITS, tasks=tasks, recipients=[house.organ(OrganKind.OFFICE)],
        attendants="các Phó Trưởng Ban; Tổ trưởng các Tổ đại biểu; đại diện các cơ quan được mời",
        signing=Signing(signer), is_sample=True, actor=house.clerk, at=at,
    )  # fmt: skip
    return coordination.issue_conclusion(notice=draft, version=draft.version, signer=signer, actor=house.clerk, at=at)


def _go_on(country: Country, house: House, share: Assignment, given: Given, at: datetime) -> None:
    actor = country.agent(share.organ) or house.clerk
    is_done = given.fate in {"accepted", "reported"}
    coordination.report_task(
        assignment=share, percent=100 if is_done else given.percent, is_done=is_done, on=at.date(), actor=actor, at=at,
        words="Đã làm xong, kèm danh mục (dữ liệu mẫu)." if is_done else "Đang làm, còn chờ khảo sát (dữ liệu mẫu).",
    )  # fmt: skip
    if given.fate == "accepted" and share.obligation is not None:
        share.obligation.refresh_from_db()
        ledger.accept(
            obligation=share.obligation, evidence="", on=at.date(), actor=house.chair, at=at + timedelta(minutes=40)
        )
