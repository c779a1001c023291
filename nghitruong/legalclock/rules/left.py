"""How much of a period is left, how late it is, how long it ran."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.legalclock.enums import DayType
from nghitruong.legalclock.rules.calendar import DAY, Calendar
from nghitruong.legalclock.rules.count import Stop
from nghitruong.legalclock.rules.words import amount

SOON = 7


def between(start: date, end: date, day_type: str, calendar: Calendar) -> int:
    """Return the days in (start, end], negative when `end` lies before `start`."""
    if day_type == DayType.WORKING:
        return calendar.working_days(start, end) - calendar.working_days(end, start)
    return (end - start).days


@dataclass(frozen=True, slots=True)
class Remaining:
    """Days left (or, below zero, late) as a reader should see them."""

    days: int
    day_type: str
    is_late: bool
    is_today: bool

    @property
    def tone(self) -> str:
        """Return late, soon or calm."""
        if self.is_late:
            return "late"
        return "soon" if self.days <= SOON else "calm"

    @property
    def words(self) -> str:
        if self.is_today:
            return _("hạn hôm nay")
        if self.is_late:
            return _("quá %(amount)s") % {"amount": amount(-self.days, self.day_type)}
        return _("còn %(amount)s") % {"amount": amount(self.days, self.day_type)}

    def __str__(self) -> str:
        return self.words


def remaining(*, due_on: date, on: date, day_type: str, calendar: Calendar) -> Remaining:
    """Return what is left on the day `on`: "còn 6 ngày làm việc", "hạn hôm nay", "quá 3 ngày".

    Late by less than one working day (a Saturday after a Friday) is told in days, not as "quá 0 ngày làm việc";
    so is a due day to come before the next worked one.
    """
    days = between(on, due_on, day_type, calendar)
    if days == 0 and on != due_on:
        day_type, days = DayType.CALENDAR, (due_on - on).days
    return Remaining(days, day_type, is_late=on > due_on, is_today=on == due_on)


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Running time (pauses left out) and whole time, in days of the period's own type."""

    running: int
    whole: int


def elapsed(*, from_on: date, until: date, day_type: str, calendar: Calendar, pauses: Sequence[Stop] = ()) -> Elapsed:
    """Return how long a period ran in (from_on, until]. A pause that is still open lasts until `until`."""
    whole = max(0, between(from_on, until, day_type, calendar))
    stood = 0
    covered = from_on
    for stop in sorted(pauses, key=lambda stop: stop.from_on):
        start = max(covered, stop.from_on - DAY)
        end = until if stop.to_on is None else min(until, stop.to_on)
        if end > start:
            stood += between(start, end, day_type, calendar)
            covered = end
    return Elapsed(running=whole - stood, whole=whole)
