"""The number and the symbol of a document: "Số: 12/TB-HĐND" → 12 and TB-HĐND; a blank number is no number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghitruong.intake.rules.plain import UPPER, Plain
from nghitruong.intake.rules.source import Found
from nghitruong.language import fold

_SIGN = rf"[{UPPER}][{UPPER}{UPPER.lower()}\d&]*(?:\s?[.&\-–/]\s?[{UPPER}][{UPPER}\wđ\d]*)*"
_BLANK = r"[\s._…\-]*"
_STATE = re.compile(
    rf"(?:^|\n|[ ]{{3,}})\s*(?:Số|SỐ|So|Sô|Sé)\s*[:;.]?\s*(?:(?P<number>\d{{1,5}}[a-zđ]?)|{_BLANK}?){_BLANK}?"
    rf"(?:/\s*(?P<year>(?:19|20)\d\d))?\s*/\s*(?P<sign>{_SIGN})"
)
_PARTY = re.compile(
    rf"(?:^|\n|[ ]{{3,}})\s*(?:Số|SỐ)\s*[:;.]?\s*(?:(?P<number>\d{{1,5}}[a-zđ]?)|{_BLANK}?)\s*[-–]\s*"
    rf"(?P<sign>[{UPPER}]{{1,4}}[{UPPER}\wđ]{{0,3}}/[{UPPER}][{UPPER}\wđ.\-]*)"
)
_BARE = re.compile(r"(?:^|\n)\s*(?:Số|SỐ)\s*:\s*(?P<number>\d{1,5})\s*(?=\n|$)")
_HEAD = 3000
_KNOWN = ("HĐND", "UBND", "TTHĐND", "ĐĐBQH", "ĐBQH", "QĐ", "VPHĐND", "MTTQ", "BTT")
_SPELT = {fold(word).upper(): word for word in _KNOWN}


@dataclass(frozen=True, slots=True)
class Numbered:
    """What a document is numbered: `number` None where it was left blank; `doubt` says what was mended and why."""

    quote: Found
    number: str | None
    symbol: str | None
    doubt: str = ""


def numbered(plain: Plain) -> Numbered | None:
    """Return number and symbol as the head of the document states them; None when it states neither."""
    head = plain.text[:_HEAD]
    found = [match for form in (_STATE, _PARTY) if (match := form.search(head))]
    if not found:
        bare = _BARE.search(head)
        return Numbered(plain.found(*bare.span()), bare["number"], None) if bare else None
    match = min(found, key=lambda one: one.start())
    written = re.sub(r"\s*([.&\-–/])\s*", lambda sign: sign[1].replace("–", "-"), match["sign"])
    written = written.rstrip(".-")
    symbol = _mended(written)
    return Numbered(
        plain.found(match.start(), match.end("sign")),
        match["number"],
        symbol,
        "" if symbol == written else written,
    )


def _mended(symbol: str) -> str:
    """Give letters that lost their bar back to the organs every symbol ends in (a scan reads HDND for HĐND)."""
    pieces = re.split(r"([.&\-/])", symbol)
    return "".join(_SPELT.get(fold(piece).upper(), piece) if piece.isupper() else piece for piece in pieces)
