"""A register out to a spreadsheet and back: which cell was edited, by the mark that each row carries. Pure.

The mark names the petition and holds a short hash of each cell as it went out. So three states are known of each
cell: as it went out (the hash), as the file has it now, and as the register has it now. What spreadsheets do to
cells by themselves (blanks trimmed, a day as a number, a number as text) leaves the hash as it was.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from nghitruong.base.official import official
from nghitruong.language import fold, normalise
from nghitruong.language.sheets import Table, column
from nghitruong.petitions.rules.rows import day_of

MARK_HEADING = gettext_lazy("Dấu nhận dòng (không sửa)")
COLUMNS: dict[str, object] = {
    "code": gettext_lazy("Mã"),
    "received_on": gettext_lazy("Ngày tiếp nhận"),
    "text": gettext_lazy("Nội dung"),
    "place": gettext_lazy("Nơi nêu"),
    "field": gettext_lazy("Lĩnh vực"),
    "level": gettext_lazy("Thẩm quyền"),
    "lead": gettext_lazy("Cơ quan giải quyết"),
    "state": gettext_lazy("Trạng thái"),
    "due_on": gettext_lazy("Hạn trả lời"),
    "answered_on": gettext_lazy("Ngày trả lời"),
    "outcome": gettext_lazy("Kết quả trả lời"),
    "settled_on": gettext_lazy("Ngày giải quyết xong"),
    "voter": gettext_lazy("Cử tri"),
    "voices": gettext_lazy("Số người cùng kiến nghị"),
    "own_class": gettext_lazy("Phân loại riêng"),
}
"""The columns of the spreadsheet of petitions, in its order; a new one comes last, so that older sheets are still read."""
WORDS = ("text", "place", "voter", "voices")
SORTING = ("field", "level")
RESULT = ("own_class",)
EDITABLE = (*WORDS, *SORTING, *RESULT)
"""What may be edited in a spreadsheet: the words before a petition goes out, how it is sorted, the own class of its answer."""
DAYS = frozenset({"received_on", "due_on", "answered_on", "settled_on"})
FEWEST = list(COLUMNS).index("own_class")
"""Columns that the first sheets had."""
LONGEST_CELL = 32_767
HASHED = 5
_MARK = re.compile(r"^KN(\d{1,18})\.(\d{1,9})\.([0-9a-z-]+)$")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_MOMENT = re.compile(r"^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})[ T]00:00(?::00(?:\.0+)?)?Z?$")
SHARE = 0.5
"""A column without a known heading is the one that most of its cells are as they went out of."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Which petition a row is, in which version it went out, and the hash of each of its cells."""

    pk: int
    version: int
    cells: Mapping[str, str]


def plain(name: str, words: str, today: date) -> str:
    """Return a cell's content in the one form that all its spellings in a spreadsheet share."""
    said = normalise(_UNPRINTABLE.sub("", words[:LONGEST_CELL]))
    if said[:2] in {"'=", "'+", "'-", "'@"}:
        said = said[1:]
    if not said:
        return ""
    if name in DAYS:
        if moment := _MOMENT.match(said):
            said = moment[1]
        found = day_of(said.removesuffix(".0"), today)
        return found.isoformat() if found else said
    if name == "voices":
        number = re.fullmatch(r"0*(\d+)(?:[.,]0+)?", said)
        return number[1] if number else said
    return said if name in {"text", "place", "voter"} else fold(said)


def hashed(name: str, words: str, today: date) -> str:
    """Return the short hash of a cell."""
    told = hashlib.sha256(f"{name}\x1f{plain(name, words, today)}".encode()).digest()
    number = int.from_bytes(told[:4], "big")
    digits = ""
    for _place in range(HASHED):
        number, rest = divmod(number, 36)
        digits += "0123456789abcdefghijklmnopqrstuvwxyz"[rest]
    return digits


def mark_of(pk: int, version: int, cells: Mapping[str, str], today: date) -> str:
    """Return the mark that a row of the spreadsheet carries. `cells`: what each column of COLUMNS holds, if it is there."""
    told = "-".join(hashed(name, cells[name], today) if name in cells else "" for name in COLUMNS)
    return f"KN{pk}.{version}.{told}"


def mark_in(words: str) -> Mark | None:
    """Return the mark that a cell holds."""
    found = _MARK.match("".join(words.split()))
    hashes = found[3].split("-") if found else []
    if found is None or not FEWEST <= len(hashes) <= len(COLUMNS):
        return None
    return Mark(int(found[1]), int(found[2]), {name: one for name, one in zip(COLUMNS, hashes, strict=False) if one})


@dataclass(frozen=True, slots=True)
class Row:
    """A row that came back: its number as the file counts, its mark, and its cells by the names of COLUMNS."""

    number: int
    mark: Mark | None
    cells: Mapping[str, str]

    def edited(self, today: date) -> dict[str, str]:
        """Return the cells that no longer are as they went out."""
        if self.mark is None:
            return {}
        return {
            name: words
            for name, words in self.cells.items()
            if name in self.mark.cells and hashed(name, words, today) != self.mark.cells[name]
        }


@dataclass(frozen=True, slots=True)
class Returned:
    """A spreadsheet that came back: its rows, and what is to be said of its columns."""

    rows: tuple[Row, ...]
    remarks: tuple[str, ...] = field(default=())


def returned(tables: Sequence[Table], today: date) -> Returned | None:
    """Read the rows of every table that has marks; None where no table has any."""
    rows: list[Row] = []
    remarks: list[str] = []
    for table in tables:
        where, first = _marks(table)
        if where is None:
            continue
        names = _columns(table, where, first, today, remarks)
        for place in range(first, len(table.rows)):
            row = table.rows[place]
            if any(row):
                cells = {name: _unescaped(column(row, at)) for name, at in names.items()}
                rows.append(Row(table.first + place, mark_in(column(row, where)), cells))
    return Returned(tuple(rows), tuple(remarks)) if rows else None


def _unescaped(words: str) -> str:
    return _ESCAPED.sub(lambda hit: chr(int(hit[1], 16)), words) if "_x" in words else words


def _marks(table: Table) -> tuple[int | None, int]:
    """Return the column that holds marks, and the row after the header."""
    for place, row in enumerate(table.rows):
        for at, cell in enumerate(row):
            if cell.startswith("KN") and mark_in(cell):
                header = next((n for n in range(place) if fold(column(table.rows[n], at)).startswith("dau nhan")), None)
                return at, place if header is None else header + 1
    return None, 0


def _columns(table: Table, where: int, first: int, today: date, remarks: list[str]) -> dict[str, int]:
    """Return which column holds what: by its heading, else by its cells being what went out."""
    header = table.rows[first - 1] if first else []
    told = {fold(official(label)): name for name, label in COLUMNS.items()}
    found: dict[str, int] = {}
    left: list[int] = []
    for at in range(max(len(row) for row in table.rows)):
        name = told.get(fold(column(header, at)))
        if at == where:
            continue
        if name and name not in found:
            found[name] = at
        else:
            left.append(at)
    missing = [name for name in COLUMNS if name not in found]
    for at in left:
        heading = column(header, at)
        name = _by_cells(table, where, first, at, missing, today)
        if name:
            found[name] = at
            missing.remove(name)
            remarks.append(_("Cột «%(heading)s» được đọc là «%(name)s».") % {"heading": heading, "name": COLUMNS[name]})
        elif heading:
            remarks.append(_("Cột «%(heading)s» không có khi xuất bảng nên không được đọc.") % {"heading": heading})
    return found


def _by_cells(table: Table, where: int, first: int, at: int, names: Sequence[str], today: date) -> str | None:
    """Return the missing column whose cells these are; empty cells tell nothing."""
    hits = dict.fromkeys(names, 0)
    looked = 0
    for row in table.rows[first : first + 200]:
        mark, cell = mark_in(column(row, where)), column(row, at)
        if mark is None or not cell:
            continue
        looked += 1
        for name in names:
            hits[name] += mark.cells.get(name) == hashed(name, cell, today)
    best = max(names, key=lambda name: hits[name], default=None)
    return best if best and looked and hits[best] >= SHARE * looked else None


def composed(words: str) -> str:
    """Return an edited cell as it is written into the register."""
    said = unicodedata.normalize("NFC", _UNPRINTABLE.sub("", words)).strip()
    return said[1:] if said[:2] in {"'=", "'+", "'-", "'@"} else said
