"""What would become of each row of a file: read only, so that a preview and the import judge alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.contacts.models import Point
from nghitruong.language import fold
from nghitruong.language.sheets import read_tables
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.petitions import rules
from nghitruong.petitions.enums import Channel
from nghitruong.petitions.models import ColumnReading, Petition
from nghitruong.petitions.rules import FileRow, Note, Reading
from nghitruong.territory.models import Unit

ACCEPT, UNCHANGED, REJECT = "accept", "unchanged", "reject"
MOST_TEXT = 10_000
MOST_AT_ONCE = 500
"""Rows that come in while a person waits; a longer file is read and written by a worker."""
LONG_PACKED, LONG_PLAIN = 150_000, 600_000
"""Bytes from which a file is taken for a long one before it is read at all."""
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


def plan(
    rows: Iterable[FileRow],
    *,
    council: Organ,
    point: Point | None,
    today: date,
    told: Callable[[int], None] = lambda _done: None,
) -> list[Planned]:
    """Judge every row: accepted, unchanged (already in the register) or rejected with a reason.

    A row the register already holds, or that stands twice in the file, is unchanged. A row whose own number is in
    the register with other words is rejected rather than overwritten. Three statements, whatever the number of rows.
    """
    listed = list(rows)
    units = _units(council)
    known = set(Petition.objects.filter(council=council).exclude(fingerprint="").values_list("fingerprint", flat=True))
    refs = dict(Petition.objects.filter(council=council).exclude(source_ref="").values_list("source_ref", "code"))
    otherwise = timezone.localdate(point.meeting.starts_at) if point else today
    planned = []
    for place, row in enumerate(listed):
        if place % 500 == 0:
            told(place)
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


def unit_of(place: str, council: Organ) -> Unit | None:
    """Return the unit that a place names among the council's own; None where it stays in words."""
    return _unit(FileRow(0, {"place": place}), _units(council), council)


def council_by_code(code: str, on: date) -> Organ:
    """Return the council of the unit that bears `code` on the day; raise Invalid, in words, where there is none.

    A code that one ended unit alone ever bore still names it.
    """
    councils = Organ.objects.filter(kind=OrganKind.COUNCIL, unit__code=code).select_related("unit")
    standing = [council for council in councils if _stands(council, on)]
    chosen = standing or (list(councils) if len(councils) == 1 else [])
    if chosen:
        return chosen[0]
    raise Invalid(
        _("Không có Hội đồng nhân dân nào của đơn vị mang mã %(code)s vào ngày %(on)s.")
        % {"code": code, "on": f"{on:%d/%m/%Y}"}
    )


def _stands(council: Organ, on: date) -> bool:
    return (council.valid_from is None or council.valid_from <= on) and (
        council.valid_to is None or council.valid_to >= on
    )


def read_file(
    name: str,
    content: bytes,
    *,
    council: Organ | None = None,
    is_splitting: bool = True,
    told: Callable[[int, int], None] = lambda _done, _all: None,
) -> Reading:
    """Read a file's rows and notes, its columns as this council's office once corrected them.

    Raises Invalid where no table in it has a column of petitions.
    """
    told(0, 0)
    tables = read_tables(name, content, most_bytes=settings.UPLOAD_LIMIT, told=lambda _rows: told(0, 0))
    every = sum(len(table.rows) for table in tables)
    told(0, every)
    known = corrected(council)
    reading = rules.read_rows(tables, known, is_splitting=is_splitting, told=lambda done: told(done, every))
    if not reading.tables:
        raise Invalid(
            _(
                "Tệp «%(name)s» không có cột nội dung kiến nghị. Cần một cột tên «Nội dung», «Nội dung kiến nghị» hoặc tương tự."
            )
            % {"name": name}
        )
    return reading


def is_long(name: str, content: bytes) -> bool:
    """Say whether a file is left to a worker; raises Invalid where it holds no petitions and is short."""
    if len(content) > (LONG_PACKED if content.startswith(b"PK") else LONG_PLAIN):
        return True
    return len(rows_of(name, content)) > MOST_AT_ONCE


def rows_of(name: str, content: bytes) -> list[FileRow]:
    """Return the rows of `read_file` alone, columns as proposed."""
    return list(read_file(name, content).rows)


def corrected(council: Organ | None) -> dict[str, dict[int, str]]:
    """Return what this council's office said its files' columns hold, by the header's shape."""
    if council is None:
        return {}
    known = ColumnReading.objects.filter(council=council).values_list("shape", "columns")
    return {shape: {int(place): name for place, name in columns.items()} for shape, columns in known}


@dataclass(frozen=True, slots=True)
class Place:
    """A column of a file as the preview offers it: its heading, and what it is taken to hold."""

    number: int
    key: str
    name: str
    holds: str


@dataclass(frozen=True, slots=True)
class Shape:
    """A header that a file has, once for all its tables with these headings."""

    shape: str
    table: str
    places: tuple[Place, ...]


def layouts_of(reading: Reading) -> list[Shape]:
    """Return the different headers of a file, each with its columns."""
    found: dict[str, Shape] = {}
    for read in reading.tables:
        if read.layout.shape in found:
            continue
        holds = {place: name for name, place in read.layout.columns.items()}
        places = tuple(
            Place(number, f"b{len(found)}-c{number}", name or _("Cột %(n)s") % {"n": number + 1}, holds.get(number, ""))
            for number, name in enumerate(read.layout.names)
            if fold(name) not in rules.ORDINALS and (name or number in holds)
        )
        found[read.layout.shape] = Shape(read.layout.shape, read.table, places)
    return list(found.values())


def noted(note: Note) -> dict[str, Any]:
    """Return a note as an import keeps it."""
    return {"row": note.number, "words": note.words, "why": note.why, "table": note.table}
