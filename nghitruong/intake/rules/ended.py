"""Legal bases and organs that no longer stand on a document's day, pointed out where the document leans on them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nghitruong.intake.rules.plain import Plain
from nghitruong.intake.rules.source import Found

_TWO_TIERS = date(2025, 7, 1)
"""Since this day there are two levels and no districts and no thị trấn (L72/2025 Đ.1.1)."""
_HISTORY = re.compile(
    r"(?:bãi bỏ|hủy bỏ|huỷ bỏ|thay thế|hết hiệu lực|ngưng hiệu lực|trước đây|trước ngày 0?1[/.]0?7[/.]2025|trước khi|trước sáp nhập|trước sắp xếp|sau khi sáp nhập|"
    r"kết thúc hoạt động|giải thể|\bcũ\b|nguyên là|nguyên (?:Chủ tịch|Phó|Bí thư|Trưởng)|giai đoạn|nhiệm kỳ 20(?:11|16)|đã ban hành|thời điểm|chuyển giao|tiếp nhận từ|bàn giao|"
    r"sửa đổi|\(cũ\)|đến hết ngày|trước 01/7/2025|trước 1/7/2025|từng)",
    re.IGNORECASE,
)
_DISTRICT = re.compile(
    r"(?P<body>(?:Thường trực\s+)?(?:UBND|HĐND|Ủy ban nhân dân|Uỷ ban nhân dân|Hội đồng nhân dân)\s+(?:các\s+)?(?P<type>huyện|quận|thị xã|thị trấn))\b[^,.;:()\n]{0,20}"
)


@dataclass(frozen=True, slots=True)
class Ended:
    """A law or decree that ceased: the forms in which it is cited, its last day, and what stands in its place."""

    name: str
    form: re.Pattern[str]
    until: date
    instead: str


def _ended(name: str, form: str, until: date, instead: str) -> Ended:
    return Ended(name, re.compile(form, re.IGNORECASE), until, instead)


ENDED: tuple[Ended, ...] = (
    _ended(
        "Luật Tổ chức chính quyền địa phương số 77/2015/QH13",
        r"77/2015/QH13|Luật Tổ chức chính quyền địa phương\W+(?:năm 2015|ngày 19/0?6/2015|ngày 19 tháng 0?6 năm 2015)",
        date(2025, 6, 15), "Luật số 72/2025/QH15",
    ),
    _ended(
        "Luật Tổ chức chính quyền địa phương số 65/2025/QH15",
        r"65/2025/QH15|Luật Tổ chức chính quyền địa phương\W+ngày 19/0?2/2025",
        date(2025, 6, 15), "Luật số 72/2025/QH15",
    ),
    _ended(
        "Luật Hoạt động giám sát của Quốc hội và Hội đồng nhân dân số 87/2015/QH13",
        r"87/2015/QH13|Luật Hoạt động giám sát[^.;\d]{0,60}(?:năm 2015|20/11/2015|20 tháng 11 năm 2015)",
        date(2026, 2, 28), "Luật số 121/2025/QH15",
    ),
    _ended("Nghị quyết liên tịch số 525/2012", r"525/2012/NQLT", date(2025, 2, 19), "Nghị quyết liên tịch số 72/2025/NQLT"),
    _ended("Nghị quyết số 753/2005/NQ-UBTVQH11", r"753/2005/", date(2025, 2, 19), "Nghị quyết liên tịch số 72/2025/NQLT"),
    _ended("Nghị định số 13/2023/NĐ-CP", r"13/2023/NĐ-CP", date(2025, 12, 31), "Nghị định số 356/2025/NĐ-CP"),
)  # fmt: skip
"""Only what is known for certain to have been replaced, with the last day it stood."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Words that lean on what no longer stands, and why."""

    quote: Found
    why: str


def ended_basis(words: str, context: str, on: date) -> str:
    """Return why a cited basis no longer stands on this day; "" when it does, or the text repeals it or tells history."""
    if _HISTORY.search(context):
        return ""
    for law in ENDED:
        if on > law.until and law.form.search(words):
            return f"{law.name} hết hiệu lực sau ngày {law.until:%d/%m/%Y}; hiện hành: {law.instead}"
    return ""


def tells_history(sentence: str) -> bool:
    """Say whether a sentence tells of the past or takes something out of force."""
    return _HISTORY.search(sentence) is not None


def ceased_organs(plain: Plain, on: date) -> list[Warned]:
    """Return organs of districts and thị trấn that a document dated after they ceased still speaks to."""
    if on < _TWO_TIERS:
        return []
    found: list[Warned] = []
    seen: set[str] = set()
    for match in _DISTRICT.finditer(plain.text):
        start = max(plain.text.rfind("\n", 0, match.start()), plain.text.rfind(". ", 0, match.start())) + 1
        stops = [stop for stop in (plain.text.find("\n", match.end()), plain.text.find(". ", match.end())) if stop > 0]
        sentence = plain.text[start : min(stops, default=len(plain.text))]
        if match["body"] in seen or _HISTORY.search(sentence) or _cites_document(sentence, match.start() - start):
            continue
        seen.add(match["body"])
        why = f"không còn {match['body']} từ ngày 01/7/2025 (Luật số 72/2025/QH15, Điều 1)"
        found.append(Warned(plain.found(*match.span("body")), why))
    return found


def _cites_document(sentence: str, place: int) -> bool:
    """Say whether the organ only stands as the author of an earlier document: "Nghị quyết số … ngày … của HĐND huyện"."""
    return bool(re.search(r"ngày\s+\d{1,2}[/.\-\s]\S*(?:\s*tháng[^,;]{0,20})?\s*của\s+$", sentence[:place]))
