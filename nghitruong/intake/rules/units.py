"""Units (xã, phường, huyện, tỉnh …) that a document names, to be looked up on its day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghitruong.intake.rules.dates import Issued
from nghitruong.intake.rules.ended import tells_history
from nghitruong.intake.rules.plain import LOWER, UPPER, Plain, one_line
from nghitruong.intake.rules.source import Found

MOST = 24
"""Names looked up in one document, the first ones."""
_SYLLABLE = rf"[{UPPER}]['’]?[{UPPER}]?[{LOWER}'’]+"
_TYPED = re.compile(
    rf"(?<!\w)(?P<type>phường|xã|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|đặc khu|Phường|Xã|Thị trấn|Thị xã|Huyện|Quận|Thành phố|Tỉnh|Đặc khu|TP\.|TX\.)"
    rf"\s+(?P<name>{_SYLLABLE}(?:[ -]{_SYLLABLE}){{0,3}})(?!\w)"
)
_NO_NAME = re.compile(r"(?:Đảng|Ủy|Uỷ|Hội|Ban|Đoàn|Tổ|Nghị|Luật|Sở|Bí|Chủ|Phó|Trong|Các|Ông|Bà|Công|Mặt)\b")


@dataclass(frozen=True, slots=True)
class Named:
    """A unit named: `name` with its type where the document gives it ("phường …"), or the bare place of issue."""

    quote: Found
    name: str
    in_history: bool
    is_place: bool = False


def named_units(plain: Plain, issue: Issued | None) -> list[Named]:
    """Return the units named, each once: the place of issue first, then those with their type."""
    found: list[Named] = []
    seen: set[str] = set()
    if issue is not None and issue.place is not None:
        name = one_line(issue.place.text)
        found.append(Named(issue.place, name, in_history=False, is_place=True))
    for match in _TYPED.finditer(plain.text):
        if _NO_NAME.match(match["name"]):
            continue
        name = f"{match['type'].lower()} {one_line(match['name'])}"
        if name in seen:
            continue
        seen.add(name)
        start = max(plain.text.rfind("\n", 0, match.start()), plain.text.rfind(". ", 0, match.start())) + 1
        end = plain.text.find("\n", match.end())
        sentence = plain.text[start : end if end > 0 else len(plain.text)][:400]
        found.append(Named(plain.found(*match.span()), name, in_history=tells_history(sentence)))
    return found[:MOST]
