"""What would become of each row of a file: read only, so that a preview and the import judge alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.contacts.models import Point
from nghitruong.language import fold
from nghitruong.organisation.models import Organ
from nghitruong.petitions import rules
from nghitruong.petitions.enums import Channel, Kind
from nghitruong.petitions.models import Petition
from nghitruong.petitions.rules import FileRow
from nghitruong.territory.models import Unit

ACCEPT, UNCHANGED, REJECT = "accept", "unchanged", "reject"
MOST_TEXT = 10_000
KINDS = {"y kien": Kind.OPINION, "cam on": Kind.THANKS, "ghi nhan": Kind.THANKS}
CHANNELS = {
    "tiep xuc cu tri": Channel.CONTACT,
    "tiep cong dan": Channel.RECEPTION,
    "don": Channel.WRITTEN,
    "don thu": Channel.WRITTEN,
    "van ban": Channel.WRITTEN,
    "cong": Channel.ONLINE,
    "ung dung": Channel.ONLINE,
}


@dataclass(frozen=True, slots=True)
class Planned:
    """A row with its verdict; `reason` in words where it is rejected."""

    row: FileRow
    verdict: str
    reason: str = ""
    on: date | None = None
    unit: Unit | None = None
    fingerprint: str = ""

    @property
    def channel(self) -> str:
        return CHANNELS.get(fold(self.row.get("channel")), Channel.CONTACT)


def plan(rows: Iterable[FileRow], *, council: Organ, point: Point | None, today: date) -> list[Planned]:
    """Judge every row: accepted, unchanged (already in the register) or rejected with a reason.

    A row the register already holds, or that stands twice in the file, is unchanged. A row whose own number is in
    the register with other words is rejected rather than overwritten. Three statements, whatever the number of rows.
    """
    listed = list(rows)
    units = _units(council)
    known = set(Petition.objects.filter(council=council).exclude(fingerprint="").values_list("fingerprint", flat=True))
    refs = dict(Petition.objects.filter(council=council).exclude(source_ref="").values_list("source_ref", "code"))
    otherwise = point.meeting.starts_at.date() if point else today
    planned = []
    for row in listed:
        mark = rules.fingerprint(row)
        on, reason = rules.received_on(row, min(otherwise, today), today)
        if not row.get("text"):
            reason = _("Thiếu nội dung kiến nghị.")
        elif len(row.get("text")) > MOST_TEXT:
            reason = _("Nội dung dài hơn %(n)s ký tự.") % {"n": MOST_TEXT}
        if mark in known:
            planned.append(Planned(row, UNCHANGED, fingerprint=mark))
        elif reason:
            planned.append(Planned(row, REJECT, reason))
        elif row.get("ref") and row.get("ref") in refs:
            said = _("Mã «%(ref)s» đã có trong sổ (%(code)s) với nội dung khác; hãy sửa trong sổ hoặc đổi mã.")
            planned.append(Planned(row, REJECT, said % {"ref": row.get("ref"), "code": refs[row.get("ref")]}))
        else:
            known.add(mark)
            if row.get("ref"):
                refs[row.get("ref")] = _("dòng %(n)s của tệp này") % {"n": row.number}
            planned.append(Planned(row, ACCEPT, on=on, unit=_unit(row, units, council), fingerprint=mark))
    return planned


def _units(council: Organ) -> dict[str, Unit]:
    """The council's own unit and those below it, by folded name, of both eras."""
    if council.unit is None:
        return {}
    own = council.unit
    below = Unit.objects.filter(parent=own).order_by("-valid_from", "pk")
    found = {fold(own.name): own}
    for unit in below:
        found.setdefault(fold(unit.name), unit)
    return found


def _unit(row: FileRow, units: dict[str, Unit], council: Organ) -> Unit | None:
    """Find the unit a place names, its first part before a comma; a place elsewhere stays in words."""
    first = fold(row.get("place").split(",")[0])
    if not first:
        return council.unit
    return units.get(first)
