"""Numbers as people write them."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_ABOUT = r"(?:(?:khoảng|gần|hơn|trên|dưới|ước|chừng|độ|có|tổng số|tổng cộng)\s*:?\s*|[~≈]\s*)*"
_UNIT = r"(?:\s*(?P<unit>nghìn|ngàn|triệu|tỷ|tỉ)\b)?"
_NUMBER = r"(?P<number>-?\d{1,3}(?:(?P<group>[. \u00a0\u202f,])\d{3})(?:(?P=group)\d{3})*|-?\d+)(?:,(?P<part>\d+))?"
_FORM = re.compile(rf"\s*{_ABOUT}{_NUMBER}{_UNIT}(?:[^\d]*)", re.IGNORECASE)
_TIMES = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 1_000_000_000, "tỉ": 1_000_000_000}


def parse_int(text: str) -> int | None:
    """Return the one whole number this text tells (1.234; khoảng 4.000 cử tri; 2,5 triệu), else None.

    A text with two numbers, or with a part left over ("1,5"), is not one whole number.
    """
    found = _FORM.fullmatch(unicodedata.normalize("NFC", text))
    if found is None:
        return None
    whole = found["number"]
    for sign in ". \u00a0\u202f,":
        whole = whole.replace(sign, "")
    value = Decimal(f"{whole}.{found['part'] or 0}") * _TIMES.get((found["unit"] or "").lower(), 1)
    return int(value) if value == value.to_integral_value() else None


def format_number(value: float | Decimal, places: int = 0) -> str:
    """Return 1234.5 as "1.234,5" with that many places."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))
