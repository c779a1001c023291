"""Word files of voter contact: the minutes of a point, the summary of a round. A voter's name stands in neither.

Minutes and summaries leave the house (to the Front, the agencies, the upper council), so they speak of "cử tri" and
the hamlet only; the form is that of NĐ 30/2020, the content that of law.md 7 (NQLT 72/2025 Đ.24).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from nghitruong.base.official import official_language
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.contacts.rules import Told
from nghitruong.contacts.selectors import Brought, Overview, Reach
from nghitruong.documents.exports import Grid, Heading, OfficialText, Paragraph, Signature, official_docx, table_xlsx
from nghitruong.documents.models import Document
from nghitruong.meetings.enums import Part, Presence
from nghitruong.meetings.models import Attendance, Meeting
from nghitruong.territory.models import Unit
from nghitruong.ui.rules import number

ANSWER_SHOWN = 400
"""Letters of an answer on the paper for the hall; the whole stands in the register."""


def _place(unit: Unit | None, fallback: str) -> str:
    return unit.name if unit else fallback


def _span(meeting: Meeting) -> str:
    starts = timezone.localtime(meeting.starts_at)
    if meeting.ends_at is None:
        return f"{starts:%H:%M}, {starts:%d/%m/%Y}"
    ends = timezone.localtime(meeting.ends_at)
    if ends.date() == starts.date():
        return f"{starts:%H:%M} – {ends:%H:%M}, {starts:%d/%m/%Y}"
    return f"{starts:%H:%M, %d/%m/%Y} – {ends:%H:%M, %d/%m/%Y}"


def _name(row: Attendance) -> str:
    return row.membership.person.name if row.membership else row.guest


def _people(attendances: Iterable[Attendance]) -> list[str]:
    rows = list(attendances)
    present = [_name(row) for row in rows if row.part == Part.DELEGATE and row.presence == Presence.PRESENT]
    away = [
        f"{_name(row)} ({row.reason or row.get_presence_display()})"
        for row in rows
        if row.part == Part.DELEGATE and row.presence in {Presence.EXCUSED, Presence.ABSENT}
    ]
    others = [_name(row) for row in rows if row.part != Part.DELEGATE and row.presence == Presence.PRESENT]
    said = [_("Đại biểu có mặt: %(names)s.") % {"names": ", ".join(present) or _("chưa ghi nhận")}]
    if away:
        said.append(_("Đại biểu vắng: %(names)s.") % {"names": ", ".join(away)})
    if others:
        said.append(_("Cùng dự: %(names)s.") % {"names": ", ".join(others)})
    return said


def _said(opinion: Opinion) -> str:
    """Return the words with the hamlet and how many held with them."""
    more = [opinion.hamlet]
    if opinion.voices > 1:
        more.append(_("%(n)s người cùng ý kiến") % {"n": number(opinion.voices)})
    told = ", ".join(filter(None, more))
    return f"{opinion.text} ({told})" if told else opinion.text


def _spot(opinion: Opinion) -> str:
    return f"{opinion.answered_by}: {opinion.answered_on_spot}" if opinion.answered_on_spot else ""


def _rows(said: Iterable[Opinion]) -> list[list[object]]:
    return [
        [
            opinion.seq,
            _said(opinion),
            str(opinion.get_kind_display()),
            _spot(opinion),
        ]
        for opinion in said
    ]


def _enclosed(opinions: list[Opinion], papers: Iterable[Document]) -> list[str]:
    """Name the photos and recordings kept with each opinion; they themselves stay in the house."""
    places = {opinion.pk: opinion.seq for opinion in opinions}
    named = [
        _("ý kiến số %(seq)s (%(kind)s)")
        % {"seq": places[paper.subject_id], "kind": str(paper.get_kind_display()).lower()}
        for paper in papers
        if paper.subject_id in places
    ]
    return [_("Ảnh, ghi âm lưu kèm: %(list)s.") % {"list": ", ".join(named)}] if named else []


@official_language()
def minutes_docx(
    point: Point, attendances: Iterable[Attendance], said: Iterable[Opinion], papers: Iterable[Document] = ()
) -> bytes:
    """Return the minutes (biên bản) of a contact meeting: place, people, every opinion in order, answers given."""
    meeting, council = point.meeting, point.round.council
    opinions = list(said)
    count = (
        _("Số cử tri dự: %(people)s, số người phát biểu: %(speakers)s.")
        % {"people": number(meeting.people_present), "speakers": number(meeting.speakers or 0)}
        if meeting.people_present is not None
        else _("Số cử tri dự: chưa ghi nhận.")
    )
    body = [
        Heading(_("I. Thời gian, địa điểm, thành phần")),
        _("Thời gian: %(when)s.") % {"when": _span(meeting)},
        _("Địa điểm: %(place)s (%(mode)s).") % {"place": meeting.place, "mode": meeting.get_mode_display()},
        _("Chủ trì: %(chair)s.") % {"chair": meeting.chair or _("chưa ghi")},
        *_people(attendances),
        count,
        Heading(_("II. Ý kiến, kiến nghị của cử tri")),
        Grid([_("Số"), _("Nội dung"), _("Loại"), _("Trả lời tại chỗ")], _rows(opinions), widths=(1, 7, 2.4, 5))
        if opinions
        else _("Không có ý kiến nào được ghi."),
        *_enclosed(opinions, papers),
    ]
    text = OfficialText(
        issuing=council.name,
        symbol="BB-HĐND",
        place=_place(council.unit, council.name),
        kind=_("Biên bản"),
        abstract=_("Tiếp xúc cử tri tại %(where)s, %(round)s") % {"where": meeting.title, "round": point.round.title},
        on=timezone.localdate(meeting.starts_at),
        body=body,
        signed=Signature([_("CHỦ TRÌ")]),
        recipients=[_("Thường trực Hội đồng nhân dân"), _("Ủy ban Mặt trận Tổ quốc Việt Nam cùng cấp")],
    )
    return official_docx(text)


@official_language()
def summary_docx(round_: Round, overview: Overview, said: Iterable[Opinion]) -> bytes:
    """Return the summary of a round: figures with their denominators, points, places not met, petitions by point."""
    figures, council = overview.figures, round_.council
    petitions = [opinion for opinion in said if opinion.kind == OpinionKind.PETITION]
    missed = [place.name for place in (*overview.coverage.units, *overview.coverage.hamlets) if not place.is_met]
    body: list[str | Paragraph | Heading | Grid] = [
        Heading(_("I. Kết quả tiếp xúc")),
        _(
            "Đợt %(kind)s từ %(first)s đến %(last)s: đã tiếp xúc tại %(held)s trên %(points)s điểm, "
            "%(voters)s lượt cử tri dự, %(speakers)s lượt người phát biểu."
        )
        % {
            "kind": round_.get_kind_display(),
            "first": round_.starts_on.strftime("%d/%m/%Y"),
            "last": round_.ends_on.strftime("%d/%m/%Y"),
            "held": number(figures.held),
            "points": number(figures.points),
            "voters": number(figures.voters),
            "speakers": number(figures.speakers),
        },
        _("Đại biểu có mặt %(present)s trên %(called)s lượt được phân công.")
        % {"present": number(figures.delegates_present), "called": number(figures.delegates_called)},
        _(
            "Ghi nhận %(opinions)s ý kiến, gồm %(petitions)s kiến nghị, %(remarks)s ý kiến, %(thanks)s lời cảm ơn, "
            "ghi nhận; %(answered)s ý kiến được trả lời tại chỗ. %(referred)s lượt khiếu nại, tố cáo đã được hướng "
            "dẫn sang tiếp công dân, không tính vào số ý kiến."
        )
        % {
            name: number(getattr(figures, name))
            for name in ("opinions", "petitions", "remarks", "thanks", "answered", "referred")
        },
        Grid(
            [_("Ngày"), _("Điểm"), _("Đại biểu"), _("Cử tri"), _("Ý kiến"), _("Kiến nghị")],
            [
                [
                    timezone.localdate(row.point.meeting.starts_at),
                    row.point.meeting.title,
                    f"{row.delegates_present}/{row.delegates_called}",
                    row.point.meeting.people_present,
                    row.opinions,
                    row.petitions,
                ]
                for row in overview.rows
            ],
            widths=(2.2, 6, 1.8, 1.6, 1.6, 1.8),
        ),
    ]
    if missed:
        body.append(_("Nơi chưa được tiếp xúc trong đợt: %(names)s.") % {"names": ", ".join(missed)})
    body.append(Heading(_("II. Kiến nghị của cử tri")))
    if petitions:
        rows = [
            [place, said.point.meeting.title, _said(said), _spot(said)] for place, said in enumerate(petitions, start=1)
        ]
        head = [_("Số thứ tự"), _("Nơi nêu"), _("Nội dung"), _("Trả lời tại chỗ")]
        body.append(Grid(head, rows, widths=(1.2, 3.2, 7.4, 3.8)))
    else:
        body.append(_("Không có kiến nghị nào."))
    text = OfficialText(
        issuing=council.name,
        symbol="BC-HĐND",
        place=_place(council.unit, council.name),
        kind=_("Báo cáo"),
        abstract=_("Tổng hợp ý kiến, kiến nghị của cử tri, %(round)s") % {"round": round_.title},
        year=round_.ends_on.year,
        body=body,
        signed=Signature([_("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN")]),
        recipients=[_("Ủy ban nhân dân cùng cấp"), _("Ủy ban Mặt trận Tổ quốc Việt Nam cùng cấp")],
    )
    return official_docx(text)


def _answered(told: Told) -> str:
    if told.on_the_spot:
        return _("Trả lời tại buổi tiếp xúc: %(who)s") % {"who": told.by}
    if told.answered_on is None:
        waiting = [told.by or _("Chưa chuyển cơ quan giải quyết"), _("chưa trả lời") if told.by else ""]
        if told.due_on:
            waiting.append(_("hạn trả lời %(on)s") % {"on": f"{told.due_on:%d/%m/%Y}"})
        return ", ".join(filter(None, waiting))
    number = _("văn bản số %(number)s") % {"number": told.number} if told.number else ""
    return ", ".join(filter(None, [told.by, number, f"{told.answered_on:%d/%m/%Y}"]))


def _came_of(told: Told) -> str:
    facts = [told.outcome or told.state, told.state if told.outcome else ""]
    head = "; ".join(filter(None, facts)) or _("chưa vào sổ kiến nghị")
    return f"{head}. {Truncator(told.answer).chars(ANSWER_SHOWN)}" if told.answer else head


def _promised(told: Told) -> str:
    return "; ".join(
        _("%(what)s (%(who)s, hạn %(on)s, %(state)s)")
        % {"what": p.what, "who": p.who, "on": f"{p.due_on:%d/%m/%Y}" if p.due_on else _("chưa nêu"), "state": p.state}
        for p in told.pledges
    )


@official_language()
def brought_docx(round_: Round, places: Iterable[Brought], *, on: date) -> bytes:
    """Return what is read out at the next meeting: by place, what was asked, who answered, result, promise and date."""
    listed, council = list(places), round_.council
    body: list[str | Paragraph | Heading | Grid] = [
        _(
            "Thông tin để báo cáo với cử tri tại buổi tiếp xúc. Đã trả lời và đã giải quyết xong là hai việc khác nhau; "
            "tên cử tri không ghi ở đây."
        )
    ]
    for place in listed:
        meeting = place.point.meeting
        body.append(Heading(f"{meeting.title} ({timezone.localtime(meeting.starts_at):%H:%M, %d/%m/%Y})"))
        body.append(brought_summary(place))
        if place.rows:
            rows = [
                [
                    n,
                    f"{told.text} ({', '.join(filter(None, [told.where, f'{told.said_on:%d/%m/%Y}']))})",
                    _answered(told),
                    _came_of(told),
                    _promised(told),
                ]
                for n, told in enumerate(place.rows, start=1)
            ]
            head = [_("Số"), _("Cử tri đã nêu"), _("Ai trả lời"), _("Kết quả"), _("Lời hứa, thời hạn")]
            body.append(Grid(head, rows, widths=(0.9, 5, 3.4, 4.2, 3)))
    text = OfficialText(
        issuing=council.name,
        symbol="BC-HĐND",
        place=_place(council.unit, council.name),
        kind=_("Thông báo"),
        abstract=_("Kết quả giải quyết kiến nghị cử tri đã nêu, mang theo %(round)s") % {"round": round_.title},
        on=on,
        body=body,
        signed=Signature([_("TM. THƯỜNG TRỰC HỘI ĐỒNG NHÂN DÂN")]),
        recipients=[_("Cử tri nơi tiếp xúc"), _("Ủy ban Mặt trận Tổ quốc Việt Nam cùng cấp")],
    )
    return official_docx(text)


def brought_summary(place: Brought) -> str:
    """Say in one sentence how the matters of a place stand, with the denominator."""
    if not place.rows:
        return _("Chưa ghi kiến nghị nào nêu ở nơi này từ trước.")
    said = _(
        "%(all)s kiến nghị đã nêu: %(answered)s đã được trả lời, %(settled)s đã giải quyết xong, %(promised)s có lời hứa."
    ) % {
        "all": number(len(place.rows)),
        "answered": number(place.answered),
        "settled": number(place.settled),
        "promised": number(place.promised),
    }
    if place.is_whole_unit:
        said += " " + _("Chưa rõ thôn, tổ dân phố nên kể chung cả xã, phường.")
    if place.left_off:
        said += " " + _("Còn %(n)s kiến nghị cũ hơn không in ở đây.") % {"n": number(place.left_off)}
    return said


def kinds_of_place() -> dict[str, str]:
    """Name the tables of the coverage page, in its order."""
    return {
        "units": _("Xã, phường, đặc khu"),
        "hamlets": _("Thôn, tổ dân phố"),
        "groups": _("Tổ đại biểu"),
        "audiences": _("Đối tượng cử tri"),
        "hosts": _("Cơ quan, đơn vị chủ nhà"),
    }


@official_language()
def coverage_xlsx(reach: Reach) -> bytes:
    """Return whom a council met in a period and whom not, one row each; delegates among them."""
    names = kinds_of_place()
    head = [_("Loại"), _("Tên"), _("Đã tiếp xúc"), _("Buổi"), _("Cử tri"), _("Ý kiến"), _("Lần gần nhất")]
    rows: list[list[object]] = [
        [names[table.key], row.name, _yes(row.is_met), row.points, row.voters, row.opinions, row.last_on]
        for table in reach.tables
        for row in table.rows
    ]
    rows += [[_("Đại biểu"), who.name, _yes(who.present > 0), who.present, None, None, None] for who in reach.delegates]
    return table_xlsx(_("Độ phủ tiếp xúc cử tri"), head, rows)


def _yes(is_so: bool) -> str:
    return _("có") if is_so else _("chưa")


@official_language()
def attendance_xlsx(reach: Reach) -> bytes:
    """Return the meetings held in a period with voters, delegates called and present, and who was missing."""
    head = [
        _("Ngày"), _("Điểm"), _("Đợt"), _("Cử tri"), _("Người phát biểu"), _("Đại biểu được phân công"),
        _("Đại biểu có mặt"), _("Vắng"), _("Ý kiến"), _("Kiến nghị"),
    ]  # fmt: skip
    rows = [
        [
            timezone.localdate(row.point.meeting.starts_at), row.point.meeting.title, row.point.round.title,
            row.point.meeting.people_present, row.point.meeting.speakers, row.delegates_called, row.delegates_present,
            "; ".join(f"{name} ({reason})" for _key, name, reason in row.missing), row.opinions, row.petitions,
        ]
        for row in reach.points
    ]  # fmt: skip
    return table_xlsx(_("Điểm tiếp xúc đã diễn ra"), head, rows)
