"""Two provinces, three wards, everybody in office, and one record of each kind and state in every council."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.test import Client

from nghitruong.accounts.models import Factor, User, Visit
from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Subject
from nghitruong.contacts import services as contacts
from nghitruong.coordination import services as coordination
from nghitruong.coordination.services import Asked, Signing
from nghitruong.documents import services as documents
from nghitruong.documents.enums import DocumentKind, PaperKind
from nghitruong.documents.models import Folder
from nghitruong.intake import services as intake
from nghitruong.legalclock import services as clock
from nghitruong.legalclock.models import Clock, Day, Rule
from nghitruong.meetings.enums import MeetingState
from nghitruong.meetings.models import AgendaItem
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.models import Membership, Organ
from nghitruong.petitions import services as petitions
from nghitruong.petitions.enums import Intake, Kind, Level
from nghitruong.petitions.models import Field, ImportBatch, LongFile, Repeat
from nghitruong.reports import services as reports
from nghitruong.search import services as search
from nghitruong.territory.enums import Level as UnitLevel
from nghitruong.territory.enums import UnitType
from nghitruong.territory.models import Unit
from tests import factories as make
from tests.factories import AT, TODAY

DAY = dt.timedelta(days=1)
ROLES = (
    "clerk",
    "chair",
    "committee_head",
    "delegate",
    "group_head",
    "agency_officer",
    "front_officer",
    "upper_office",
    "auditor",
    "administrator",
)


@dataclass
class House:
    """One council with its organs, its people and its records. `mark` stands in every text of its matters."""

    mark: str
    unit: Unit
    organs: dict[str, Organ] = field(default_factory=dict)
    cast: dict[str, Actor] = field(default_factory=dict)
    records: dict[str, Any] = field(default_factory=dict)

    @property
    def voter(self) -> str:
        return f"Cử tri giấu tên {self.mark}"

    def __getitem__(self, name: str) -> Any:
        return self.records[name] if name in self.records else self.organs[name]


@dataclass
class Stage:
    province: House
    ward: House
    next_door: House
    far_away: House
    clients: dict[tuple[str, str], Client] = field(default_factory=dict)

    def client(self, house: House, role: str) -> Client:
        """The test client of this person, signed in once."""
        key = (house.mark, role)
        if key not in self.clients:
            client = Client()
            user = User.objects.get(pk=house.cast[role].user_id)
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
            self.clients[key] = client
        return self.clients[key]


_names = itertools.count(1)


def build() -> Stage:
    province = make.unit("Tỉnh Mẫu", code="90", level=UnitLevel.PROVINCE, type=UnitType.TINH)
    elsewhere = make.unit("Tỉnh Khác", code="91", level=UnitLevel.PROVINCE, type=UnitType.TINH)
    houses = [
        _house("Q0", province),
        _house("Q1", make.unit("Phường Mẫu", code="99001", parent=province)),
        _house("Q2", make.unit("Xã Bên", code="99002", type=UnitType.XA, parent=province)),
        _house("Q3", make.unit("Xã Xa", code="99003", type=UnitType.XA, parent=elsewhere)),
    ]
    for house in houses:
        _records(house)
    return Stage(*houses)


def _house(mark: str, unit: Unit) -> House:
    house = House(mark, unit)
    council = house.organs["council"] = make.organ(f"Hội đồng nhân dân {unit.name}", OrganKind.COUNCIL, unit=unit)
    kinds = {
        "standing": OrganKind.STANDING,
        "committee": OrganKind.COMMITTEE,
        "group": OrganKind.GROUP,
        "office": OrganKind.OFFICE,
        "department": OrganKind.DEPARTMENT,
        "other_department": OrganKind.DEPARTMENT,
        "front": OrganKind.FRONT,
    }
    for name, kind in kinds.items():
        more = {"field": CommitteeField.ECONOMY_BUDGET} if kind == OrganKind.COMMITTEE else {}
        house.organs[name] = make.organ(f"{kind.label} {name} {unit.name}", kind, council=council, unit=unit, **more)
    seats = {
        "clerk": "office",
        "chair": "standing",
        "committee_head": "committee",
        "delegate": "council",
        "group_head": "group",
        "agency_officer": "department",
        "front_officer": "front",
        "upper_office": "office",
        "auditor": "office",
        "administrator": "office",
    }
    for role, where in seats.items():
        if role == "upper_office" and unit.level != UnitLevel.PROVINCE:
            continue
        house.cast[role] = make.actor(house.organs[where], Role(role), f"{role} {unit.name}")
    return house


def _records(house: House) -> None:
    _organisation(house)
    _contacts(house)
    petitions_of(house)
    _ledger(house)
    _coordination(house)
    registers_of(house)
    _reports(house)


def _reports(house: House) -> None:
    """A draft and a signed report, after everything that they count."""
    clerk = house.cast["clerk"]
    scope = {"period": "year", "since": TODAY - 60 * DAY, "until": TODAY, "as_of": TODAY}
    drafted = {"council": house["council"], **scope, "actor": clerk, "at": AT}
    house.records["draft_report"] = reports.draft(**drafted)
    house.records["figure"] = house["draft_report"].figures.get(key="received", council=None)
    house.records["signed_report"] = reports.sign(
        report=reports.draft(**drafted), signer="Người ký mẫu", on=TODAY, version=1, actor=clerk, at=AT
    )


def _coordination(house: House) -> None:
    """A draft and an issued notice, each asking one thing of the department."""
    clerk = house.cast["clerk"]
    for name in ("conclusion_draft", "conclusion"):
        house.records[name] = coordination.draft_conclusion(
            council=house["council"],
            organ=house["standing"],
            title=f"Kết luận {house.mark}",
            held_on=TODAY - DAY,
            tasks=[Asked("Phòng", f"Báo cáo {house.mark}", [house["department"]])],
            signing=Signing(Membership.objects.get(pk=house.cast["chair"].membership_id)),
            actor=clerk,
            at=AT,
        )
    drafted = house["conclusion_draft"]
    drafted.source = documents.attach(
        subject=Subject.of(drafted), council=house["council"], kind=DocumentKind.NOTICE, abstract="Văn bản nguồn",
        actor=clerk, at=AT,
    )  # fmt: skip
    drafted.save()
    house.records["draft_task"] = drafted.tasks.get()
    issued = house.records["conclusion"] = coordination.issue_conclusion(
        notice=house["conclusion"], version=1, signer=house["conclusion"].signatory, actor=clerk, at=AT
    )
    house.records["conclusion_share"] = issued.tasks.get().assignments.get()
    house.records["conclusion_recipient"] = issued.recipients.get()


def _organisation(house: House) -> None:
    house.records["term"] = make.term(house["council"], ends_on=dt.date(2031, 3, 24))
    house.records["member"] = Membership.objects.get(pk=house.cast["delegate"].membership_id)
    house.records["person"] = house["member"].person
    house.records["account"] = User.objects.get(pk=house.cast["delegate"].user_id)
    house.records["locked"] = make.user(is_active=False)
    house.records["spare"] = make.person(f"Người dự bị {house.mark}")
    house.records["spare_account"] = make.user()
    house.records["unit"] = house.unit
    rule = Rule.objects.filter(key="petition.answer", council_id=None).earliest("pk")
    house.records["rule"] = Rule.objects.exclude(key=rule.key).filter(council_id=None, number__gt=0).earliest("pk")
    house.records["own_rule"] = clock.override(
        rule=rule,
        number=20,
        day_type="working",
        citation="Điều 1 Quy chế mẫu",
        valid_from=dt.date(2026, 1, 1),
        actor=house.cast["clerk"],
        at=AT,
    )
    house.records["day"] = Day.objects.filter(on__year=2026).earliest("on")


def _contacts(house: House) -> None:
    clerk, text = house.cast["clerk"], f"Kiến nghị {house.mark} về đèn đường"
    house.records["session"] = make.session(house["council"], 1)
    house.records["next_session"] = make.session(house["council"], 2, starts_at=AT + 60 * DAY)
    meeting = house.records["meeting"] = make.meeting(house["council"], title=f"Cuộc họp {house.mark}")
    house.records["agenda_item"] = AgendaItem.objects.create(meeting=meeting, position=1, what="Nội dung một")
    for name in ("round", "closed_round", "held_round"):
        house.records[name] = make.contact_round(house["council"], title=f"Đợt {name} {house.mark}")
        if name != "round":
            make.contact_point(house[name], starts_at=AT - DAY, state=MeetingState.HELD, people_present=5)
    point = house.records["point"] = make.contact_point(house["round"], host=house["front"], starts_at=AT - DAY)
    house.records["point_meeting"] = point.meeting
    house.records["empty_point"] = make.contact_point(house["round"], starts_at=AT - DAY)
    house.records["opinion"] = contacts.take_opinion(point=point, text=text, voter=house.voter, actor=clerk, at=AT)
    contacts.summarise_round(round_=house["closed_round"], actor=clerk, at=AT)


def petitions_of(house: House) -> None:
    clerk = house.cast["clerk"]
    given = {"actor": clerk, "at": AT}
    field_ = Field.objects.filter(children__isnull=True, council=None).first()
    house.records["field"] = field_ or Field.objects.create(code="mau", name="Giao thông (mẫu)", sort_key="z")

    def received() -> Any:
        return petitions.receive(
            council=house["council"],
            text=f"Kiến nghị {house.mark} về đường hỏng",
            voter=house.voter,
            received_on=TODAY - 40 * DAY,
            unit=house.unit,
            **given,
        )

    def sorted_() -> Any:
        return petitions.sort(
            petition=received(), field=house["field"], level=Level.COMMUNE, lead=house["department"], **given
        )

    def forwarded() -> Any:
        return petitions.forward(
            petition=sorted_(), lead=house["department"], coordinating=[], on=TODAY - 30 * DAY, number="03", **given
        )

    def answered() -> Any:
        petition = forwarded()
        petitions.answer(
            petition=petition, number="57", on=TODAY - 10 * DAY, text="Đã sửa xong. Sẽ sơn vạch kẻ trong năm 2026.",
            outcome="settled",
            outcome_on=None, reason="", **given,
        )  # fmt: skip
        petition.refresh_from_db()
        return petition

    def verified() -> Any:
        petition = answered()
        petitions.verify(
            petition=petition, on=TODAY - DAY, by="Ông mẫu", place="Tổ 4", finding="passed", text="Đã xem.", **given
        )
        petition.refresh_from_db()
        return petition

    house.records["own_class"] = petitions.set_class(
        council=house["council"],
        outcome="settled",
        name=f"Xong hẳn (mẫu {next(_names)})",
        **given,
    )
    house.records["reading_rule"] = petitions.set_rule(
        council=house["council"], dimension="field", words="bến mẫu", value="thuy-san", weight=8, citation="",
        valid_from=TODAY - DAY, **given,
    )  # fmt: skip
    for step in (received, sorted_, forwarded, answered, verified):
        house.records[step.__name__.strip("_")] = step()
    house.records["noted"] = petitions.reclassify(petition=received(), kind=Kind.OPINION, reason="ý kiến", **given)
    house.records["accepted"] = petitions.accept(
        petition=verified(), on=TODAY, evidence="Biên bản", actor=house.cast["chair"], at=AT
    )
    house.records["repeat"] = Repeat.objects.get(later=house["sorted"], earlier=house["received"])
    house.records["judged_repeat"] = petitions.reject_repeat(
        repeat=Repeat.objects.get(later=house["forwarded"], earlier=house["received"]), **given
    )
    house.records["voice"] = petitions.merge(petition=received(), into=house["sorted"], **given)
    house.records["clock"] = Clock.objects.filter(council_id=house["council"].pk).earliest("pk")
    house.records["batch"] = ImportBatch.objects.create(
        council=house["council"], name=f"{house.mark}.xlsx", at=AT, by=clerk.name, rows=1, accepted=0, unchanged=0,
        rejected=[{"row": 2, "reason": "thiếu nội dung", "values": {}}],
    )  # fmt: skip
    paper = documents.store(name=f"{house.mark}.csv", content=house.mark.encode(), actor=clerk, at=AT)
    counts = {"rows": 0, "accept": 0, "unchanged": 0, "reject": 0, "split": 0}
    house.records["long_file"] = LongFile.objects.create(
        council=house["council"], file=paper, name=f"{house.mark}.csv", at=AT, by=clerk.name, state=Intake.READY,
        summary={"counts": counts, "planned": [], "notes": [], "remarks": [], "layouts": []},
    )  # fmt: skip


def registers_of(house: House) -> None:
    """A text sent, a draft, a text that came in, a file by matter."""
    clerk, given = house.cast["clerk"], {"actor": house.cast["clerk"], "at": AT}
    for name in ("text", "draft", "submitted", "sent"):
        house.records[name] = documents.draft(
            organ=house["standing"], kind=PaperKind.NOTICE, abstract=f"Kết luận {house.mark}",
            recipients=[documents.Recipient(organ=house["department" if name == "sent" else "other_department"])],
            **given,
        )  # fmt: skip
    signer = Membership.objects.get(pk=house.cast["chair"].membership_id)
    for name in ("text", "sent"):
        documents.issue(paper=house[name], signer=signer, **given)
        house[name].refresh_from_db()
    house.records["submitted"] = documents.submit(paper=house["submitted"], **given)
    house.records["delivery"] = house["sent"].deliveries.get()
    house.records["chair_office"] = signer
    house.records["arrival"] = documents.register_incoming(
        organ=house["standing"], author=f"Sở mẫu {house.mark}", abstract=f"Trả lời {house.mark}", **given
    )
    house.records["folder"] = documents.open_folder(
        organ=house["council"], title=f"Hồ sơ {house.mark}", code=f"A{Folder.objects.count()}", **given
    )
    house.records["empty_folder"] = documents.open_folder(
        organ=house["council"], title=f"Hồ sơ trống {house.mark}", code=f"B{Folder.objects.count()}", **given
    )
    documents.file(folder=house["folder"], paper=house["text"], actor=clerk, at=AT)


def _read(house: House) -> None:
    given = {"actor": house.cast["clerk"], "at": AT}
    text = f"Trong năm, Kiến nghị {house.mark}: đã tổ chức 12 cuộc giám sát và 03 đợt khảo sát."

    def taken(name: str) -> Any:
        return intake.take(council=house["council"], name=name, text=text, **given)

    house.records["read_document"] = intake.read(reading=taken("Tin hội nghị mẫu"), **given)
    house.records["waiting_document"] = taken("Bản chờ đọc")
    house.records["stopped_document"] = intake.cancel(reading=taken("Bản đã dừng"), **given)
    first, second = house["read_document"].proposals.filter(kind="figure")[:2]
    house.records["read_item"] = first
    house.records["rejected_item"] = intake.reject(proposal=second, **given)
    house.records["stated"] = documents.state_figure(
        council=house["council"], source="Tin mẫu", figure="12", value=Decimal(12), what="cuộc giám sát",
        words=f"Việc {house.mark}: 12 cuộc giám sát", **given,
    )  # fmt: skip


def _ledger(house: House) -> None:
    clerk = house.cast["clerk"]

    def owed(**values: Any) -> Any:
        return ledger.open(
            council=house["council"], debtor=house["department"], creditor=house["standing"], nature=Nature.TASK,
            what=f"Việc {house.mark}", subject=Subject.of(house["forwarded"]), subject_label=f"Việc {house.mark}",
            deed="note", actor=clerk, at=AT, **values,
        )  # fmt: skip

    house.records["task"] = owed(due_on=TODAY + 10 * DAY)
    house.records["undated_task"] = owed()
    house.records["done_task"] = ledger.fulfil(
        obligation=owed(due_on=TODAY + 10 * DAY), evidence="Báo cáo", on=TODAY, actor=clerk, at=AT
    )
    house.records["paper"] = documents.attach(
        subject=Subject.of(house["forwarded"]),
        council=house["council"],
        kind=DocumentKind.OTHER,
        abstract="Tài liệu mẫu",
        file=documents.store(name="ghi-chep.txt", content=f"nội dung {house.mark}".encode(), actor=clerk, at=AT),
        actor=clerk,
        at=AT,
    )
    _read(house)
    for role, actor in house.cast.items():
        user = User.objects.get(pk=actor.user_id)
        house.records[f"factor of {role}"] = Factor.objects.create(
            user=user, kind="totp", name=f"Ứng dụng {house.mark}", data={}, created_at=AT
        )
        house.records[f"visit of {role}"] = Visit.objects.create(
            user=user, session_key=f"{house.mark}-{role}", way="password", device="Máy khác", address="::1",
            started_at=AT, seen_at=AT,
        )  # fmt: skip
        house.records[f"office of {role}"] = Membership.objects.get(pk=actor.membership_id)
        house.records[f"filter of {role}"] = search.save_filter(
            page="petitions:index", name=f"Bộ lọc {role}", query="trang-thai=moi", actor=actor, at=AT
        )
