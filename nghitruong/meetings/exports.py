"""The minutes (biên bản) of a meeting as an official text (NĐ 30/2020, Phụ lục III mẫu 1.9)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.official import official_language
from nghitruong.documents.exports import Heading, OfficialText, Paragraph, official_docx, signature
from nghitruong.documents.rules.text import Block
from nghitruong.meetings.enums import Part, Presence
from nghitruong.meetings.models import Attendance, Meeting
from nghitruong.meetings.selectors import Line


@official_language()
def minutes_docx(meeting: Meeting, lines: Iterable[Line], attendances: Iterable[Attendance]) -> bytes:
    """Return the minutes: time, place, chair, who was there, what was said on each line, what was concluded."""
    starts = timezone.localtime(meeting.starts_at)
    rows = list(attendances)
    body: list[Block] = [
        _("Thời gian bắt đầu: %(when)s.") % {"when": f"{starts:%H giờ %M, ngày %d/%m/%Y}"},
        _("Địa điểm: %(place)s.") % {"place": meeting.place},
        _("Chủ trì: %(who)s.") % {"who": meeting.chair or "…"},
        _("Thư ký: %(who)s.") % {"who": _names(r for r in rows if r.part == Part.SECRETARY) or "…"},
    ]
    if parties := ", ".join(str(party.organ) for party in meeting.parties.select_related("organ")):
        body.append(_("Cơ quan dự: %(organs)s.") % {"organs": parties})
    if present := _names(r for r in rows if r.presence == Presence.PRESENT and r.part != Part.SECRETARY):
        body.append(_("Có mặt: %(names)s.") % {"names": present})
    if away := _names(r for r in rows if r.presence in {Presence.EXCUSED, Presence.ABSENT}):
        body.append(_("Vắng mặt: %(names)s.") % {"names": away})
    sites = list(meeting.sites.all())
    if sites:
        body.append(_("Họp trực tuyến tại %(count)s điểm cầu:") % {"count": len(sites)})
        body += [Paragraph(f"- {site.place}{f': {site.people}' if site.people else ''}.") for site in sites]
    body.append(Heading(_("Nội dung")))
    for line in lines:
        item = line.item
        told = f" ({item.reporter})" if item.reporter else ""
        body.append(Paragraph(f"{item.position}. {item.what}{told}", bold=True))
        body += [each.strip() for each in item.said.splitlines() if each.strip()]
        if item.conclusion:
            body.append(_("Kết luận: %(words)s") % {"words": item.conclusion})
    if meeting.ends_at:
        ends = timezone.localtime(meeting.ends_at)
        body.append(_("Cuộc họp kết thúc lúc %(when)s.") % {"when": f"{ends:%H giờ %M, ngày %d/%m/%Y}"})
    unit = meeting.council.unit
    return official_docx(
        OfficialText(
            issuing=meeting.council.name,
            symbol="BB-HĐND",
            place=unit.bare_name if unit else "",
            abstract=meeting.title,
            on=starts.date(),
            kind=_("Biên bản"),
            body=body,
            signed=signature("", of=_("Chủ trì"), title="", name=meeting.chair),
            archive="VT",
        )
    )


def _names(rows: Iterable[Attendance]) -> str:
    return ", ".join(row.membership.person.name if row.membership else row.guest for row in rows)
