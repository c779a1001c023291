"""What a row of an office's file says: pure reading of tables, no database, no clock."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.language import fold, normalise, parse_date, parse_int
from nghitruong.language.sheets import Table, column

HEADINGS: dict[str, tuple[str, ...]] = {
    "ref": ("id", "ma", "ma so", "ma kien nghi", "so", "ma ho so"),
    "text": (
        "text",
        "noi dung",
        "noi dung kien nghi",
        "noi dung y kien",
        "noi dung y kien kien nghi",
        "noi dung y kien kien nghi cua cu tri",
        "noi dung kien nghi cua cu tri",
        "y kien kien nghi",
        "y kien kien nghi cua cu tri",
        "kien nghi",
        "kien nghi cua cu tri",
        "y kien cu tri",
        "tom tat noi dung",
    ),
    "place": (
        "place",
        "dia ban",
        "noi neu",
        "noi kien nghi",
        "dia phuong",
        "don vi",
        "xa phuong",
        "xa phuong thi tran",
        "cu tri xa phuong",
        "dia diem",
    ),
    "date": ("date", "ngay", "ngay tiep nhan", "ngay nhan", "ngay neu", "thoi gian", "ngay tiep xuc"),
    "field": ("field", "linh vuc", "nhom linh vuc"),
    "level": ("competence", "level", "tham quyen", "cap tham quyen", "tham quyen giai quyet", "cap giai quyet"),
    "answer": (
        "answer",
        "tra loi",
        "noi dung tra loi",
        "ket qua giai quyet",
        "ket qua tra loi",
        "ket qua giai quyet tra loi",
    ),
    "agency": (
        "answering agency",
        "agency",
        "co quan",
        "co quan tra loi",
        "don vi tra loi",
        "co quan giai quyet",
        "don vi giai quyet",
        "don vi chu tri",
    ),
    "status": ("status", "tinh trang", "trang thai", "ket qua"),
    "session": ("session", "ky hop", "dot tiep xuc"),
    "voter": ("petitioner", "voter", "cu tri", "ho ten cu tri", "nguoi kien nghi", "ho va ten", "ho ten"),
    "channel": ("channel", "nguon", "kenh", "hinh thuc"),
    "voices": ("voices", "so nguoi", "so luot", "so y kien"),
}
"""Folded wordings of headings, by what the column holds."""

_BY_WORDING = {wording: name for name, wordings in HEADINGS.items() for wording in wordings}
ORDINALS = frozenset({"stt", "tt", "so tt", "so thu tu"})
TOTALS = ("tong cong", "tong so", "cong", "tong")
LOOK_DEEP = 30


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row as the file has it. `number` as the file counts; `values` by the names of HEADINGS; `extra` the rest."""

    number: int
    values: dict[str, str]
    extra: dict[str, str] = field(default_factory=dict)

    def get(self, name: str) -> str:
        return self.values.get(name, "")


def headings(row: Sequence[str]) -> dict[str, int]:
    """Return which column holds what, judged by a row's wordings; a wording seen twice counts once."""
    found: dict[str, int] = {}
    for place, cell in enumerate(row):
        name = _BY_WORDING.get(fold(cell))
        if name and name not in found:
            found[name] = place
    return found


def header_of(rows: Sequence[Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """Return where the row of headings is and what it says; None where no row names the petition's words."""
    best: tuple[int, dict[str, int]] | None = None
    for place, row in enumerate(rows[:LOOK_DEEP]):
        found = headings(row)
        if "text" in found and (best is None or len(found) > len(best[1])):
            best = (place, found)
    return best


def file_rows(tables: Sequence[Table]) -> Iterator[FileRow]:
    """Yield the rows of every table that has a column of petitions; titles, blank and total rows are no rows."""
    for table in tables:
        header = header_of(table.rows)
        if header is None:
            continue
        start, columns = header
        names = table.rows[start]
        for place, row in enumerate(table.rows[start + 1 :], start=start + 1):
            if not table.is_records and (not any(row) or _is_total(row) or headings(row) == columns):
                continue
            values = {name: normalise(column(row, where)) for name, where in columns.items()}
            extra = {
                names[where]: cell
                for where, cell in enumerate(row)
                if cell and where not in columns.values() and where < len(names) and fold(names[where]) not in ORDINALS
            }
            yield FileRow(table.first + place, values, extra)


def _is_total(row: Sequence[str]) -> bool:
    first = next((fold(cell) for cell in row if cell), "")
    return first.startswith(TOTALS) and sum(1 for cell in row if cell) <= max(2, len(row) // 2)


def received_on(row: FileRow, otherwise: date, today: date) -> tuple[date | None, str]:
    """Return the day a row gives (or `otherwise` where it gives none), or None and the reason why it cannot stand."""
    words = row.get("date")
    if not words:
        return otherwise, ""
    found = parse_date(words)
    if found is None and words.isdigit() and 30_000 < int(words) < 60_000:
        found = date.fromordinal(date(1899, 12, 30).toordinal() + int(words))
    if found is None:
        return None, _("Không đọc được ngày «%(words)s».") % {"words": words}
    if found > today:
        return None, _("Ngày «%(words)s» ở tương lai.") % {"words": words}
    return found, ""


def voices(row: FileRow) -> int:
    """Return how many people raised it; 1 where the file does not say."""
    return max(1, parse_int(row.get("voices")) or 1)


def fingerprint(row: FileRow) -> str:
    """Return what makes a row the same row when the same file comes again."""
    parts = [row.get("ref"), fold(row.get("text")), fold(row.get("place")), row.get("date")]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
