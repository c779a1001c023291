"""Count a period from an event to its last day. The day after the event is day 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.legalclock.enums import DayType, Direction
from nghitruong.legalclock.rules.calendar import DAY, SATURDAY, Calendar, SpecialDay
from nghitruong.legalclock.rules.derivation import Derivation, Run

LONGEST = 3650


@dataclass(frozen=True, slots=True)
class Stop:
    """A stretch in which the clock stood still, both days included. `to_on` None: it still does, and is not counted."""

    from_on: date
    to_on: date | None
    reason: str = ""

    def covers(self, day: date) -> bool:
        return self.to_on is not None and self.from_on <= day <= self.to_on


@dataclass(frozen=True, slots=True)
class Extra:
    """Days added by an extension, counted on from the day the period had reached."""

    number: int
    day_type: str
    reason: str = ""


class _Walk:
    """The way of one count: walks day by day and joins equal neighbours into runs."""

    def __init__(self, calendar: Calendar, stops: Sequence[Stop]) -> None:
        self.calendar = calendar
        self.stops = [stop for stop in stops if stop.to_on is not None]
        self.runs: list[Run] = []
        self.part = 0

    def add(
        self, day: date, kind: str, *, to: date | None = None, counts: bool = False, what: str = "", note: str = ""
    ) -> None:
        """Record a day (or the days until `to`), joined to the run before it when treated alike."""
        last = self.runs[-1] if self.runs else None
        if (
            last is not None
            and last.kind == kind
            and last.counts == counts
            and last.part == self.part
            and last.what == what
            and last.note == note
            and last.swapped_with is None
            and abs(last.to - day) == DAY
        ):
            self.runs.pop()
            day, to = last.on, to or day
        self.runs.append(Run(day, to or day, kind, counts, what, None, self.part, note))

    def add_special(self, special: SpecialDay, note: str) -> None:
        self.runs.append(
            Run(
                special.on,
                special.on,
                special.kind,
                not special.is_off,
                special.name,
                special.swapped_with,
                self.part,
                note or ("forecast" if special.is_forecast else ""),
            )
        )

    def note(self, day: date) -> str:
        if not self.calendar.knows(day):
            return "no_table"
        return "forecast" if day.year in self.calendar.forecast else ""

    def counted(self, kind: str) -> str:
        return "extension" if self.part else kind

    def stop_on(self, day: date) -> Stop | None:
        return next((stop for stop in self.stops if stop.covers(day)), None)

    def working(self, day: date, number: int, step: timedelta) -> date:
        """Count `number` worked days beyond `day`."""
        kind = self.counted("working")
        while number:
            day += step
            stop = self.stop_on(day) if self.stops else None
            special = None if stop else self.calendar.special(day)
            if stop:
                self.add(day, "pause", what=stop.reason)
            elif special is not None:
                self.add_special(special, self.note(day))
                number -= not special.is_off
            elif day.weekday() < SATURDAY:
                self.add(day, kind, counts=True, note=self.note(day))
                number -= 1
            else:
                self.add(day, "weekend", note=self.note(day))
        return day

    def plain(self, day: date, number: int, step: timedelta) -> date:
        """Count `number` days of any kind beyond `day`; all at once where no pause is in the way."""
        if number and not self.stops:
            reached = day + step * number
            self.add(day + step, self.counted("calendar"), to=reached, counts=True)
            return reached
        while number:
            day += step
            stop = self.stop_on(day)
            if stop:
                self.add(day, "pause", what=stop.reason)
            else:
                number -= 1
                self.add(day, self.counted("calendar"), counts=True)
        return day

    def roll(self, day: date, step: timedelta) -> date:
        """Move off a day of rest: on to the next worked day, or back to the one before for a backward count."""
        if self.calendar.is_working(day):
            return day
        last = self.runs.pop()
        if last.on != last.to:
            self.runs.append(Run(last.on, day - step, last.kind, last.counts, last.what, None, last.part, last.note))
        self.rolled_over(day, counts=last.counts)
        day += step
        while not self.calendar.is_working(day) or self.stop_on(day):
            stop = self.stop_on(day)
            if stop:
                self.add(day, "pause", what=stop.reason)
            else:
                self.rolled_over(day)
            day += step
        self.add(day, "due" if step > timedelta(0) else "due_before", note=self.note(day))
        return day

    def rolled_over(self, day: date, *, counts: bool = False) -> None:
        special = self.calendar.special(day)
        self.add(day, "roll", counts=counts, what=special.name if special else "", note=self.note(day))

    def stretch(self, day: date, number: int, day_type: str, step: timedelta, *, rolls: bool) -> date:
        reached = (self.working if day_type == DayType.WORKING else self.plain)(day, number, step)
        return self.roll(reached, step) if rolls else reached


def count(
    *,
    number: int,
    day_type: str,
    from_on: date,
    calendar: Calendar,
    direction: str = Direction.AFTER,
    rolls: bool = True,
    pauses: Sequence[Stop] = (),
    extensions: Sequence[Extra] = (),
) -> Derivation:
    """Return the last day of a period and every day on the way.

    `number` calendar or working days from `from_on`, whose own day is not counted (Bộ luật Dân sự 2015). A period
    that ends on a day of rest runs to the next worked day (Điều 148) when `rolls`; a backward limit ("no later
    than N days before") moves to the worked day before instead, or fewer than N days would be left (ADR 0011).
    Pauses are passed over uncounted; each extension counts on from the day reached. Raises NoTable where a year's
    days off are not known, Invalid for a number out of 0..3650.
    """
    for asked in (number, *(extra.number for extra in extensions)):
        if not 0 <= asked <= LONGEST:
            raise Invalid(_("Số ngày phải từ 0 đến %(most)s.") % {"most": LONGEST})
    walk = _Walk(calendar, pauses)
    try:
        walk.add(from_on, "from")
        step = -DAY if direction == Direction.BEFORE else DAY
        due_on = walk.stretch(from_on, number, day_type, step, rolls=rolls)
        for extra in extensions:
            walk.part += 1
            due_on = walk.stretch(due_on, extra.number, extra.day_type, DAY, rolls=rolls)
    except OverflowError as error:
        raise Invalid(_("Ngày tính được nằm ngoài lịch.")) from error
    return Derivation(due_on, tuple(walk.runs))
