"""Parts of lists and of the desk: facets, saved filters, the week."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a facet; `count` None leaves the figure out."""

    value: str
    label: str
    count: int | None = None
    checked: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow a list. `single` makes radio buttons (a first option with value "" means: all)."""

    name: str
    label: str
    options: Sequence[Option]
    single: bool = False


@dataclass(frozen=True, slots=True)
class Tab:
    """A saved filter. `count` None leaves the figure out."""

    label: str
    url: str
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class WeekEvent:
    """Something on a day of the week strip: `tone` "" for a gathering, "due" for a deadline, "late" for one missed."""

    label: str
    url: str = ""
    tone: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the week strip; `off` says why it is no working day."""

    on: date
    events: Sequence[WeekEvent] = ()
    off: str = ""

    @property
    def name(self) -> str:
        return weekday_name(self.on)


def weekday_name(on: date) -> str:
    """Return the day's name: Thứ Hai … Chủ nhật."""
    return (_("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"), _("Chủ nhật"))[
        on.weekday()
    ]


def seven_days(
    first: date, events: Mapping[date, Sequence[WeekEvent]], off: Mapping[date, str] | None = None
) -> list[WeekDay]:
    """Return the seven days from `first` with what happens on each; weekends are off unless `off` says otherwise.

    `off[day] = ""` makes a day a working day (a swapped Saturday).
    """
    known = off or {}
    days = []
    for step in range(7):
        on = first + timedelta(days=step)
        reason = known.get(on, _("Ngày nghỉ") if on.weekday() >= 5 else "")
        days.append(WeekDay(on, events.get(on, ()), reason))
    return days
