"""What a row of an office's file says: pure reading of tables, no database, no clock."""

from __future__ import annotations

import hashlib
import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.language import fold, parse_date, parse_int


@dataclass(frozen=True, slots=True)
class FileRow:
    """One row as the file has it. `number` as the file counts; `values` by the names of HEADINGS; `extra` the rest.

    `part`: which ask of its cell it is, from 1, where one cell held several; 0 where it is the whole cell. `table` is
    named where a file has several.
    """

    number: int
    values: dict[str, str]
    extra: dict[str, str] = field(default_factory=dict)
    part: int = 0
    table: str = ""

    def get(self, name: str) -> str:
        return self.values.get(name, "")


def received_on(row: FileRow, otherwise: date, today: date) -> tuple[date | None, str]:
    """Return the day a row gives (or `otherwise` where it gives none), or None and the reason why it cannot stand."""
    words = row.get("date")
    if not words:
        return otherwise, ""
    found = day_of(words, today)
    if found is None:
        return None, _("Không đọc được ngày «%(words)s».") % {"words": words}
    if found > today:
        return None, _("Ngày «%(words)s» ở tương lai.") % {"words": words}
    return found, ""


_RANGE = re.compile(
    r"^\s*(?:từ\s+)?(?:ngày\s+)?(\d{1,2})(?:[/.-]\d{1,2})?\s*(?:-|–|đến|và|,|&)\s*(?:ngày\s+)?(\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4})\s*$",
    re.IGNORECASE,
)
_MONTH = re.compile(r"^\s*(?:tháng\s+)?(\d{1,2})\s*(?:/|-|\.|năm)\s*(?:năm\s*)?(\d{4})\s*$", re.IGNORECASE)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})$")
_WITHIN = re.compile(
    r"(?<!\d)\d{1,2}\s*([/.-])\s*\d{1,2}\s*\1\s*\d{4}(?!\d)|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}", re.IGNORECASE
)


def day_of(words: str, today: date) -> date | None:
    """Return the day a cell tells, in any form offices write, else None.

    A span of days gives its last (by then all was received), a month its last day or today; a serial number of a
    spreadsheet its day; a day with other words around it (a session, a place) that day, where it is the only one.
    """
    found = parse_date(words)
    if found is not None:
        return found
    if words.isdigit() and 30_000 < int(words) < 60_000:
        return date.fromordinal(date(1899, 12, 30).toordinal() + int(words))
    if span := _RANGE.match(words):
        return parse_date(span[2])
    if (month := _MONTH.match(words)) and 1 <= int(month[1]) <= 12:
        year, number = int(month[2]), int(month[1])
        last = date(year, number, monthrange(year, number)[1]) if 1900 < year < 2100 else None
        return min(last, today) if last and last.replace(day=1) <= today else last
    if compact := _COMPACT.match(words):
        return parse_date("-".join(compact.groups()))
    within = [hit[0] for hit in _WITHIN.finditer(words)]
    return parse_date(within[0]) if len(within) == 1 else None


def voices(row: FileRow) -> int:
    """Return how many people raised it; 1 where the file does not say."""
    return max(1, parse_int(row.get("voices")) or 1)


def fingerprint(row: FileRow) -> str:
    """Return what makes a row the same row when the same file comes again."""
    parts = [row.get("ref"), fold(row.get("text")), fold(row.get("place")), row.get("date")]
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()
