"""Sentences proposed from figures; and whether a sentence still says what its figures say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from nghitruong.organisation.rules import is_old_era
from nghitruong.reports.enums import Section
from nghitruong.reports.rules.figures import Amount


@dataclass(frozen=True, slots=True)
class Proposed:
    """A sentence of a section and the keys of the figures it says."""

    section: str
    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Template:
    """`shares` part a whole: each is said, as a clause of its own, where `text` has %(shares)s."""

    section: Section
    keys: tuple[str, ...]
    text: Any
    shares: Mapping[str, Any] = field(default_factory=dict)


_TEMPLATES = (
    _Template(
        Section.SESSIONS,
        ("sessions", "standing", "gatherings"),
        _("Đã tổ chức %(sessions)s kỳ họp, %(standing)s phiên họp Thường trực và %(gatherings)s hội nghị, cuộc họp khác."),
    ),
    _Template(
        Section.CONTACTS,
        ("rounds", "points", "voters", "speakers"),
        _("Đã tổ chức %(rounds)s đợt tiếp xúc tại %(points)s điểm, có %(voters)s lượt cử tri dự và %(speakers)s lượt phát biểu."),
    ),
    _Template(Section.CONTACTS, ("opinions",), _("Ghi lại %(opinions)s ý kiến của cử tri tại các điểm tiếp xúc.")),
    _Template(Section.PETITIONS, ("received",), _("Tiếp nhận %(received)s kiến nghị của cử tri.")),
    _Template(
        Section.PETITIONS,
        ("level_national", "level_province", "level_district", "level_commune", "level_unsorted"),
        _("Theo thẩm quyền: %(shares)s kiến nghị."),
        {
            "level_national": _("trung ương %(level_national)s"),
            "level_province": _("cấp tỉnh %(level_province)s"),
            "level_district": _("cấp huyện (trước ngày 01/7/2025) %(level_district)s"),
            "level_commune": _("cấp xã %(level_commune)s"),
            "level_unsorted": _("chưa xác định thẩm quyền %(level_unsorted)s"),
        },
    ),
    _Template(
        Section.PETITIONS,
        ("forwarded", "answered", "answered_rate"),
        _("Đã chuyển %(forwarded)s kiến nghị đến cơ quan có thẩm quyền; %(answered)s kiến nghị được trả lời, đạt %(answered_rate)s trên số đã chuyển."),
    ),
    _Template(
        Section.PETITIONS,
        ("fallen_due", "on_time", "on_time_rate"),
        _("Trong %(fallen_due)s kiến nghị đã đến hạn, %(on_time)s kiến nghị được trả lời đúng hạn, đạt %(on_time_rate)s."),
    ),
    _Template(
        Section.PETITIONS,
        ("settled", "settled_rate"),
        _("Đã giải quyết xong %(settled)s kiến nghị, đạt %(settled_rate)s trên số đã trả lời."),
    ),
    _Template(
        Section.PETITIONS,
        ("unanswered", "reopened", "carried"),
        _("Còn %(unanswered)s kiến nghị đã chuyển mà chưa được trả lời; %(reopened)s kiến nghị phải mở lại; %(carried)s kiến nghị chuyển qua nhiều kỳ họp."),
    ),
    _Template(
        Section.TASKS,
        ("promised", "tasked", "done"),
        _("Ghi vào sổ %(promised)s lời hứa và %(tasked)s công việc được giao; %(done)s việc có kết quả được chấp nhận."),
    ),
    _Template(
        Section.TASKS, ("overdue", "undated"), _("Có %(overdue)s việc quá hạn và %(undated)s việc chưa có thời hạn.")
    ),
)  # fmt: skip


def written_amount(amount: Amount, *, percent: bool = False) -> str:
    """Return an amount as official texts write it: 05, 1.234, 99,38%, "từ 02 đến 04"; "0" stays "0"."""
    if amount.value is not None:
        return _written(amount.value) + ("%" if percent else "")
    if amount.low is not None and amount.high is not None:
        return f"từ {_written(amount.low)} đến {_written(amount.high)}" + ("%" if percent else "")
    return "–"


def _written(value: Decimal) -> str:
    text = f"{value.normalize():,f}"
    text = text.translate(str.maketrans(",.", ".,"))
    return text.zfill(2) if text.isdigit() and 0 < value < 10 else text


def propose(amounts: Mapping[str, Amount], rates: Iterable[str], *, since: date | None = None) -> list[Proposed]:
    """Return the sentences that these figures propose of a period; one whose figures are all zero or unknown is left out.

    What is not yet sorted is said where there is some; so is the district's share, and where the period begins
    before the districts ended.
    """
    percent = frozenset(rates)
    had_districts = since is None or is_old_era(since)
    proposed = []
    for template in _TEMPLATES:
        given = {key: amounts.get(key, Amount()) for key in template.keys}
        if not had_districts:
            given = _without(given, "level_district")
        given = _without(given, "level_unsorted")
        if not any(amount.value or amount.low for amount in given.values()):
            continue
        values = {key: written_amount(amount, percent=key in percent) for key, amount in given.items()}
        shares = ", ".join(str(clause) % values for key, clause in template.shares.items() if key in given)
        proposed.append(Proposed(template.section, str(template.text) % {**values, "shares": shares}, tuple(given)))
    return proposed


def _without(given: Mapping[str, Amount], key: str) -> dict[str, Amount]:
    """Leave a figure out where there is nothing of it."""
    return {each: amount for each, amount in given.items() if each != key or amount.value or amount.low}


def spans(text: str, numbers: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Return where each figure's number stands in a sentence, in order: (start, end, key).

    A number is looked for after the one before it, whole: "5" is not found in "05" or "15".
    """
    found: list[tuple[int, int, str]] = []
    after = 0
    for key, number in numbers.items():
        place = _find(text, number, after)
        if place < 0:
            place = next((p for p in _places(text, number) if not _taken(found, p, p + len(number))), -1)
        if place >= 0:
            found.append((place, place + len(number), key))
            after = place + len(number)
    return sorted(found)


def missing_numbers(text: str, numbers: Mapping[str, str]) -> list[str]:
    """Return the keys of the figures that a sentence, edited by a person, no longer says."""
    said = {key for _start, _end, key in spans(text, numbers)}
    return [key for key in numbers if key not in said]


def _places(text: str, number: str) -> Iterable[int]:
    pattern = rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)"
    return (match.start() for match in re.finditer(pattern, text))


def _find(text: str, number: str, after: int) -> int:
    return next((place for place in _places(text, number) if place >= after), -1)


def _taken(found: Iterable[tuple[int, int, str]], start: int, end: int) -> bool:
    return any(start < known_end and known_start < end for known_start, known_end, _key in found)
