"""How many delegates a council has (Điều 30 Luật 72/2025/QH15), and when it is too small (ORG-14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.organisation.rules.findings import L72_30, L72_49_2, OLD_DISTRICT, Citation
from nghitruong.territory.enums import UnitType

SPECIAL_CITIES = frozenset({"01", "79"})
"""Hà Nội and Thành phố Hồ Chí Minh among the centrally run cities of today."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """`base` delegates up to `floor` people, then one more for each full step of the rungs, never above `cap`.

    A rung is (people it ends at, or None for the last; people for one more delegate).
    """

    base: int
    floor: int
    rungs: tuple[tuple[int | None, int], ...]
    cap: int

    def at(self, population: int) -> int:
        number, start = self.base, self.floor
        for end, step in self.rungs:
            upper = population if end is None else min(population, end)
            number += max(0, upper - start) // step
            start = end or start
        return min(number, self.cap)


PROVINCE = Ladder(50, 1_000_000, ((None, 70_000),), 85)
CITY = Ladder(50, 1_200_000, ((None, 75_000),), 85)
SPECIAL_CITY = Ladder(125, 0, (), 125)
MOUNTAIN_COMMUNE = Ladder(15, 5_000, ((10_000, 1_000), (None, 3_000)), 30)
COMMUNE = Ladder(15, 10_000, ((20_000, 2_000), (None, 6_000)), 30)
CITY_WARD = Ladder(15, 15_000, ((45_000, 6_000), (None, 7_000)), 30)
OLD_TOWN = Ladder(30, 70_000, ((None, 10_000),), 40)
OLD_PROVINCIAL_CITY = Ladder(30, 100_000, ((None, 10_000),), 40)


@dataclass(frozen=True, slots=True)
class UnitFacts:
    """What the calculators need to know of a unit."""

    type: str
    code: str = ""
    parent_type: str = ""
    population: int | None = None
    is_mountain_or_island: bool = False
    is_old_era: bool = False


@dataclass(frozen=True, slots=True)
class Seats:
    """`number` None: not computable, and `why` says what is missing."""

    number: int | None
    why: str
    citation: Citation


def ladder_of(unit: UnitFacts) -> Ladder | None:
    """Return the row of the table that this unit falls under; None where law.md gives none (old era)."""
    if unit.is_old_era:
        return {UnitType.THI_XA: OLD_TOWN, UnitType.THANH_PHO: OLD_PROVINCIAL_CITY}.get(UnitType(unit.type))
    if unit.type == UnitType.THANH_PHO_TW:
        return SPECIAL_CITY if unit.code in SPECIAL_CITIES else CITY
    if unit.type == UnitType.TINH:
        return PROVINCE
    if unit.type == UnitType.DAC_KHU or (unit.type == UnitType.XA and unit.is_mountain_or_island):
        return MOUNTAIN_COMMUNE
    if unit.type == UnitType.PHUONG and unit.parent_type == UnitType.THANH_PHO_TW:
        return CITY_WARD
    return COMMUNE if unit.type in {UnitType.XA, UnitType.PHUONG} else None


def delegates(unit: UnitFacts) -> Seats:
    """Return how many delegates the unit's council elects. A step counts only when it is full ("cứ thêm")."""
    citation = OLD_DISTRICT if unit.is_old_era else L72_30
    ladder = ladder_of(unit)
    if ladder is None:
        return Seats(None, _("Chưa có quy định đã kiểm chứng cho loại đơn vị này."), citation)
    if ladder is SPECIAL_CITY:
        return Seats(125, _("Hà Nội và Thành phố Hồ Chí Minh: 125 đại biểu."), citation)
    if unit.population is None:
        return Seats(None, _("Chưa nhập số dân nên chưa tính được số đại biểu."), citation)
    number = ladder.at(unit.population)
    why = _("%(base)s đại biểu đến %(floor)s dân, cộng theo bậc đến %(population)s dân, tối đa %(cap)s.") % {
        "base": ladder.base,
        "floor": _grouped(ladder.floor),
        "population": _grouped(unit.population),
        "cap": ladder.cap,
    }
    return Seats(number, why, citation)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", ".")


@dataclass(frozen=True, slots=True)
class Reduced:
    """A council with fewer than two thirds of its seats filled (ORG-14)."""

    below_third: bool
    by_election: bool
    text: str
    citation: Citation = L72_49_2


def reduced(*, in_office: int, seats: int, on: date, term_ends_on: date | None) -> Reduced | None:
    """Return what ORG-14 says for `in_office` of `seats` delegates on this day, None while two thirds remain."""
    if seats <= 0 or 3 * in_office >= 2 * seats:
        return None
    counted = {"n": in_office, "of": seats}
    if 3 * in_office < seats:
        text = _("Còn %(n)s trên %(of)s đại biểu, dưới một phần ba: Ủy ban Thường vụ Quốc hội quyết định.") % counted
        return Reduced(below_third=True, by_election=False, text=text)
    if term_ends_on is None or _months_later(on, 18) < term_ends_on:
        text = _("Còn %(n)s trên %(of)s đại biểu, dưới hai phần ba, nhiệm kỳ còn hơn 18 tháng: bầu cử bổ sung.")
        return Reduced(below_third=False, by_election=True, text=text % counted)
    text = _(
        "Còn %(n)s trên %(of)s đại biểu, dưới hai phần ba, nhiệm kỳ còn không quá 18 tháng: không bầu bổ sung; "
        "mỗi quyết định cần quá hai phần ba số đại biểu đương nhiệm tán thành."
    )
    return Reduced(below_third=False, by_election=False, text=text % counted)


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = [31, 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return date(year, month + 1, min(day.day, last[month]))
