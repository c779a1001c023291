"""Dates as people write them, and dates in words."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAY = r"(?:(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\s+nhật)\s*,?\s*)"
_CLOCK = r"(?:\s*[,;T]?\s*(?:lúc\s*)?\d{1,2}\s*(?::|h|giờ)\s*(?:\d{2})?(?::\d{2}(?:\.\d+)?)?(?:\s*phút)?(?:Z|[+-]\d{2}:?\d{2})?)?"
_DAY_FIRST = r"(?P<d>\d{1,2})\s*(?P<sep>[/.\-\u2013])\s*(?P<m>\d{1,2})\s*(?P=sep)\s*(?P<y>\d{4}|\d{2})"
_WORDS = r"(?P<d>\d{1,2})\s*tháng\s*(?P<m>\d{1,2})\s*(?:,|năm)?\s*(?P<y>\d{4})"
_YEAR_FIRST = r"(?P<y>\d{4})(?P<sep>[/.\-])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})"
_BEFORE = rf"\s*{_WEEKDAY}?(?:ngày\s*:?\s*)?"
_AFTER = rf"{_CLOCK}\s*(?:\(\s*{_WEEKDAY}\))?\s*[.,;]?\s*"
_FORMS = tuple(re.compile(_BEFORE + form + _AFTER, re.IGNORECASE) for form in (_DAY_FIRST, _WORDS, _YEAR_FIRST))


def parse_date(text: str) -> date | None:
    """Return the one date this text is (05/03/2026, 5-3-26, ngày 5 tháng 3 năm 2026, 2026-03-05), else None.

    Day before month, always. Two-digit years are 1970 to 2069. A day of the week or an hour beside it is read over.
    """
    written = unicodedata.normalize("NFC", text)
    for form in _FORMS:
        found = form.fullmatch(written)
        if found:
            year = int(found["y"])
            if len(found["y"]) == 2:
                year += 2000 if year < 70 else 1900
            try:
                return date(year, int(found["m"]), int(found["d"]))
            except ValueError:
                return None
    return None


def date_in_words(day: date) -> str:
    """Return "thứ Sáu, 06/03/2026"."""
    return f"{WEEKDAYS[day.weekday()]}, {day:%d/%m/%Y}"


def document_date(day: date) -> str:
    """Return "ngày 05 tháng 3 năm 2026": days under 10 and months 1, 2 carry a zero (NĐ 30/2020, Phụ lục I)."""
    return f"ngày {day.day:02d} tháng {f'{day.month:02d}' if day.month < 3 else day.month} năm {day.year}"
