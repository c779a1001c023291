"""The working-day calendar as a value: Monday to Friday, and the days that depart from it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.legalclock.enums import DayKind

DAY = timedelta(days=1)
SATURDAY = 5


class NoTable(Invalid):
    """A day was asked for in a year whose table of days off is not here."""

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            _("Chưa có bảng ngày nghỉ, ngày làm bù của năm %(year)s nên không tính được thời hạn này.") % {"year": year}
        )


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day off among Monday to Friday, or a Saturday or Sunday that is worked."""

    on: date
    kind: str
    name: str
    swapped_with: date | None = None
    citation: str = ""
    is_forecast: bool = False

    @property
    def is_off(self) -> bool:
        return self.kind != DayKind.SWAPPED_ON


class Calendar:
    """Days of Vietnam's public bodies, for the years whose table is known.

    A strict calendar raises NoTable outside `years`; a lenient one knows there only Saturdays and Sundays, and
    says so in the derivation: a letter must be forwarded even when next year's table has not come out yet.
    """

    def __init__(
        self,
        days: Iterable[SpecialDay] = (),
        *,
        years: Iterable[int] = (),
        forecast: Iterable[int] = (),
        is_lenient: bool = False,
    ) -> None:
        self.days = {day.on: day for day in days}
        self.years = frozenset(years)
        self.forecast = frozenset(forecast)
        self.is_lenient = is_lenient

    def lenient(self) -> Calendar:
        """Return the same days, but without refusing years that have no table."""
        return Calendar(self.days.values(), years=self.years, forecast=self.forecast, is_lenient=True)

    def knows(self, day: date) -> bool:
        return day.year in self.years

    def special(self, day: date) -> SpecialDay | None:
        """Return how the day departs from Monday to Friday, or None. Raises NoTable."""
        if not self.is_lenient and day.year not in self.years:
            raise NoTable(day.year)
        return self.days.get(day)

    def is_working(self, day: date) -> bool:
        """Say whether public bodies work on the day. Raises NoTable."""
        special = self.special(day)
        return day.weekday() < SATURDAY if special is None else not special.is_off

    def next_working(self, day: date, step: timedelta = DAY) -> date:
        """Return the day itself when worked, else the nearest worked one in the direction of `step`."""
        while not self.is_working(day):
            day += step
        return day

    @cached_property
    def _off(self) -> list[date]:
        return sorted(d.on for d in self.days.values() if d.is_off and d.on.weekday() < SATURDAY)

    @cached_property
    def _on(self) -> list[date]:
        return sorted(d.on for d in self.days.values() if not d.is_off and d.on.weekday() >= SATURDAY)

    def working_days(self, after: date, until: date) -> int:
        """Return how many worked days lie in (after, until], without walking them; 0 when out of order.

        Years without a table count Monday to Friday: this figure is shown, it dates nothing.
        """
        if until <= after:
            return 0
        weeks, rest = divmod((until - after).days, 7)
        plain = weeks * 5 + sum((after + DAY * n).weekday() < SATURDAY for n in range(1, rest + 1))

        def inside(days: list[date]) -> int:
            return bisect_right(days, until) - bisect_left(days, after + DAY)

        return plain - inside(self._off) + inside(self._on)


LABOUR_CODE = "Bộ luật Lao động 2019, Điều 112"
COMPENSATION = "Bộ luật Lao động 2019, Điều 111 khoản 3"


def fixed_days(year: int) -> list[SpecialDay]:
    """Return the holidays fixed in the solar calendar with the rest days that make up for those on a weekend.

    24/11 from 2026 (NQ 28/2026/QH16, in force 1/7/2026). Tết, Giỗ Tổ and the second day of Quốc khánh depend on
    the moon and on the Government's plan: they are entered, not computed.
    """
    named = [
        (date(year, 1, 1), "Tết Dương lịch"),
        (date(year, 4, 30), "Ngày Chiến thắng 30/4"),
        (date(year, 5, 1), "Ngày Quốc tế Lao động 1/5"),
        (date(year, 9, 2), "Quốc khánh 2/9"),
    ]
    if year >= 2026:
        named.append((date(year, 11, 24), "Ngày Văn hóa Việt Nam 24/11"))
    taken = {on for on, _name in named}
    days = [SpecialDay(on, DayKind.HOLIDAY, name, citation=LABOUR_CODE) for on, name in named]
    for on, name in named:
        if on.weekday() >= SATURDAY:
            free = on
            while free.weekday() >= SATURDAY or free in taken:
                free += DAY
            taken.add(free)
            days.append(SpecialDay(free, DayKind.COMPENSATORY, name, citation=COMPENSATION))
    return days
