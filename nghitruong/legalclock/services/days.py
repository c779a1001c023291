"""Keep the calendar. A day added or corrected re-dates every clock not yet closed, and leaves a trace for each."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import policies, rules, selectors
from nghitruong.legalclock.enums import Confidence, DayKind
from nghitruong.legalclock.models import Clock, Day, Year

LEAST_HOLIDAYS = 10
BATCH = 500


@dataclass(frozen=True, slots=True)
class KeptDay:
    """What came of a change of the calendar: the day (None when removed) and how many clocks moved."""

    day: Day | None
    redated: int


@transaction.atomic
def keep_day(
    *,
    on: date,
    kind: str,
    name: str,
    citation: str,
    actor: Actor,
    at: datetime,
    swapped_with: date | None = None,
    is_forecast: bool = False,
    version: int | None = None,
) -> KeptDay:
    """Add a day off or a worked rest day, or correct the one that stands on that date.

    `version` is the number the editor saw, None when the day was new to the editor. Raises Invalid for a day that
    cannot be of that kind or a year without a table, Conflict where somebody was faster.
    """
    policies.can_keep_day(actor).require()
    _check(on, kind, name, citation)
    year = Year.objects.filter(pk=on.year).first()
    if year is None:
        raise Invalid(_("Chưa có bảng năm %(year)s: hãy lập bảng của năm trước.") % {"year": on.year})
    day = Day.objects.filter(on=on).first()
    was = _values(day) if day else {}
    if day is None:
        day = Day(on=on, year=year)
    else:
        day = locked(day, version=day.version if version is None else version)
        day.version += 1
    day.kind, day.name, day.citation = kind, name.strip()[:200], citation.strip()[:300]
    day.swapped_with, day.is_forecast = swapped_with, is_forecast
    day.confidence = Confidence.TO_CONFIRM if is_forecast else Confidence.VERIFIED
    day.save()
    redated = _redate(on, on, actor=actor, at=at)
    _journal("day.keep", day, actor, at, {**_values(day), "was": was, "redated": redated})
    return KeptDay(day, redated)


@transaction.atomic
def remove_day(*, day: Day, reason: str, actor: Actor, at: datetime) -> KeptDay:
    """Take a day out of the calendar (it becomes an ordinary day again); the journal keeps what it was and why."""
    policies.can_remove_day(actor).require()
    if not reason.strip():
        raise Invalid(_("Bỏ một ngày khỏi lịch phải ghi lý do."))
    day = locked(day)
    subject, label, on, was = Subject.of(day), str(day), day.on, _values(day)
    day.delete()
    redated = _redate(on, on, actor=actor, at=at)
    audit.record(
        deed="day.remove",
        subject=subject,
        label=label,
        actor=actor,
        at=at,
        changes={"on": on, "was": was, "reason": reason.strip(), "redated": redated},
    )
    return KeptDay(None, redated)


@transaction.atomic
def open_year(*, number: int, citation: str, actor: Actor, at: datetime) -> Year:
    """Begin the table of a year with the holidays fixed in the solar calendar, as a forecast until confirmed.

    Lunar holidays, the second day of Quốc khánh and swaps follow by `keep_day`, then `confirm_year`.
    """
    policies.can_open_year(actor).require()
    if Year.objects.filter(pk=number).exists():
        raise Invalid(_("Đã có bảng năm %(year)s.") % {"year": number})
    if not citation.strip():
        raise Invalid(_("Lập bảng của năm phải ghi căn cứ."))
    year = Year.objects.create(
        number=number, citation=citation.strip()[:300], is_forecast=True, confidence=Confidence.TO_CONFIRM
    )
    Day.objects.bulk_create(
        Day(
            year=year,
            on=special.on,
            kind=special.kind,
            name=special.name,
            citation=special.citation,
            is_forecast=True,
            confidence=Confidence.TO_CONFIRM,
        )
        for special in rules.fixed_days(number)
    )
    redated = _redate(date(number, 1, 1), date(number, 12, 31), actor=actor, at=at)
    _journal("year.open", year, actor, at, {"citation": citation.strip(), "redated": redated})
    return year


@transaction.atomic
def confirm_year(*, year: Year, citation: str, actor: Actor, at: datetime) -> Year:
    """Say that a year's table is the official plan, by its text. Raises Invalid while Tết is still missing."""
    policies.can_open_year(actor).require()
    year = locked(year)
    if not citation.strip():
        raise Invalid(_("Xác nhận bảng của năm phải ghi căn cứ."))
    if year.days.filter(kind=DayKind.HOLIDAY).count() < LEAST_HOLIDAYS:
        raise Invalid(
            _("Bảng năm %(year)s còn thiếu ngày nghỉ lễ (cần đủ Tết Nguyên đán, Giỗ Tổ, Quốc khánh).")
            % {"year": year.number}
        )
    year.is_forecast, year.citation, year.confidence = False, citation.strip()[:300], Confidence.VERIFIED
    year.save(update_fields=["is_forecast", "citation", "confidence"])
    year.days.filter(is_forecast=True).update(is_forecast=False, citation=year.citation, confidence=Confidence.VERIFIED)
    redated = _redate(date(year.number, 1, 1), date(year.number, 12, 31), actor=actor, at=at)
    _journal("year.confirm", year, actor, at, {"citation": year.citation, "redated": redated})
    return year


def _redate(first: date, last: date, *, actor: Actor, at: datetime) -> int:
    """Work out anew every open clock whose way passes first..last; return how many due dates moved.

    All in the transaction of the change. Clocks of one course (most of a forwarding day are) are worked out and
    written once; each clock that moved has its journal line.
    """
    calendar = selectors.calendar().lenient()
    alike: dict[Hashable, list[Clock]] = {}
    for clock in selectors.running_clocks_over(first, last).select_for_update(of=("self",)):
        alike.setdefault(selectors.course(clock), []).append(clock)
    moved = []
    for clocks in alike.values():
        derived = selectors.derive(clocks[0], calendar)
        way = derived.as_json()
        changed = [clock for clock in clocks if (clock.due_on, clock.way) != (derived.due_on, way)]
        for batch in _batches(changed):
            Clock.objects.filter(pk__in=[clock.pk for clock in batch]).update(due_on=derived.due_on, way=way)
        for clock in changed:
            if clock.due_on != derived.due_on:
                moved.append((clock, clock.due_on))
            clock.due_on, clock.way = derived.due_on, way
    for clock, was in moved:
        audit.record(
            deed="clock.redate",
            subject=clock,
            actor=actor,
            at=at,
            council_id=clock.council_id,
            changes={"due_on": clock.due_on, "was": was, "kind": clock.kind, "object_id": clock.object_id},
        )
    return len(moved)


def _batches(clocks: list[Clock]) -> Iterator[list[Clock]]:
    for first in range(0, len(clocks), BATCH):
        yield clocks[first : first + BATCH]


def _check(on: date, kind: str, name: str, citation: str) -> None:
    is_weekend = on.weekday() >= rules.SATURDAY
    if kind not in DayKind.values:
        raise Invalid(_("Loại ngày không hợp lệ."))
    if not name.strip() or not citation.strip():
        raise Invalid(_("Phải ghi tên ngày và căn cứ."))
    if kind == DayKind.SWAPPED_ON and not is_weekend:
        raise Invalid(_("Ngày làm bù phải là thứ Bảy hoặc Chủ nhật."))
    if kind in (DayKind.COMPENSATORY, DayKind.SWAPPED_OFF) and is_weekend:
        raise Invalid(_("Ngày nghỉ bù, ngày nghỉ hoán đổi phải từ thứ Hai đến thứ Sáu."))


def _values(day: Day) -> dict[str, Any]:
    return {
        "on": day.on,
        "kind": day.kind,
        "name": day.name,
        "citation": day.citation,
        "swapped_with": day.swapped_with,
        "is_forecast": day.is_forecast,
    }


def _journal(deed: str, subject: Day | Year, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    audit.record(deed=deed, subject=subject, actor=actor, at=at, changes=changes)
