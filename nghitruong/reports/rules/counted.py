"""Which of its own figures the system counts for a figure that a document states, and whether the two agree."""

from __future__ import annotations

import re
from decimal import Decimal

from nghitruong.language import fold
from nghitruong.reports.rules.figures import Amount

_ABOUT = re.compile(r"(?:gan|hon|tren|khoang|uoc|chung|toi thieu|it nhat)\s")
_TOLERANCE = Decimal("0.1")
"""A rounded figure ("gần 4.000") agrees with what lies within a tenth of it."""

_THINGS: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...] = (
    ("rounds", re.compile(r"dot tiep xuc(?: cu tri)?(?! chuyen de)"), None),
    ("points", re.compile(r"(?:diem|cuoc|buoi|noi|hoi nghi) tiep xuc(?: cu tri)?(?! chuyen de)"), None),
    ("points", re.compile(r"diem$"), re.compile(r"tiep xuc")),
    ("voters", re.compile(r"(?:luot )?cu tri (?:tham gia|tham du|du)\b(?! y kien)|luot cu tri$"), None),
    ("speakers", re.compile(r"luot (?:cu tri |y kien )?phat bieu"), None),
    ("sessions", re.compile(r"ky hop$"), re.compile(r"to chuc")),
    ("standing", re.compile(r"phien hop (?:cua )?thuong truc"), None),
)
"""Key, what is counted (folded, from its beginning), and what the words must hold besides."""
_PETITIONS = re.compile(r"(?:luot )?(?:y kien|kien nghi)")
_LEVELS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("level_national", re.compile(r"trung uong|kien nghi quoc hoi|quoc hoi giai quyet|chinh phu")),
    ("level_province", re.compile(r"(?:cap|cua|thuoc) tinh\b")),
    ("level_district", re.compile(r"(?:cap|cua|thuoc) (?:huyen|thi xa|quan|thanh pho)\b")),
    ("level_commune", re.compile(r"(?:cap|cua|thuoc) (?:xa|phuong|dac khu)\b")),
)
_OWED = re.compile(r"tham quyen|giai quyet (?:co )?$|cap ")
_TAKEN = re.compile(r"(?:tiep nhan|thu nhan|ghi nhan|tong hop|thu thap)(?: duoc)?(?: tong so)?(?: la)? $")
_SENT = re.compile(r"\b(?:gui|chuyen)\b")
_NARROWED = re.compile(r"\b(?:ve|thuoc|linh vuc|nganh|lien quan|trung|tra loi|giai quyet|chuyen|ton|chua|da)\b")


def counted_as(what: str, words: str, figure: str) -> str:
    """Return the key of the system's own figure that a stated one tells; "" where none surely does.

    `what` is counted, `words` the document's own around the `figure`. Shares and parts of a whole are left out:
    they are told of many things.
    """
    if "%" in figure or "/" in figure:
        return ""
    thing, around = fold(what), fold(words)
    for key, form, besides in _THINGS:
        if form.match(thing) and (besides is None or besides.search(around)):
            return key
    return _petitions(thing, words, figure) if _PETITIONS.match(thing) else ""


def _petitions(thing: str, words: str, figure: str) -> str:
    here = re.search(rf"(?<![\d.,/]){re.escape(figure)}(?![\d/]|[.,]\d)", words)
    before, after = (words[: here.start()], words[here.end() :]) if here else (words, "")
    before, after = f"{fold(before)} ", fold(after)
    levels = _levels(thing) or _levels(before)
    if len(levels) == 1 and (_OWED.search(before) or _OWED.search(thing)):
        return levels[0]
    is_sent = _SENT.search(after) is not None
    if not levels and not is_sent and _TAKEN.search(before) and not _NARROWED.search(thing):
        return "received"
    return ""


def _levels(told: str) -> list[str]:
    return [key for key, form in _LEVELS if form.search(told)]


def agrees(stated: Amount, figure: str, counted: Amount) -> bool:
    """Say whether the system's count is what the document states: equal, within its range, or near a rounded one."""
    count = counted.value
    if count is None:
        return True
    if stated.low is not None and stated.high is not None:
        return stated.low <= count <= stated.high
    if stated.value is None:
        return True
    if _ABOUT.match(fold(figure)):
        return abs(count - stated.value) <= stated.value * _TOLERANCE
    return count == stated.value
