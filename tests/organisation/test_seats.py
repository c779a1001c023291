"""The table of law.md 2.4, row by row, and its properties."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghitruong.organisation.rules import UnitFacts, delegates, reduced
from nghitruong.territory.enums import UnitType

TINH = {"type": UnitType.TINH}
CITY = {"type": UnitType.THANH_PHO_TW, "code": "48"}
HA_NOI = {"type": UnitType.THANH_PHO_TW, "code": "01"}
HCMC = {"type": UnitType.THANH_PHO_TW, "code": "79"}
MOUNTAIN = {"type": UnitType.XA, "is_mountain_or_island": True}
XA = {"type": UnitType.XA}
WARD = {"type": UnitType.PHUONG, "parent_type": UnitType.TINH}
CITY_WARD = {"type": UnitType.PHUONG, "parent_type": UnitType.THANH_PHO_TW}
DAC_KHU = {"type": UnitType.DAC_KHU}
OLD_TOWN = {"type": UnitType.THI_XA, "is_old_era": True}
OLD_CITY = {"type": UnitType.THANH_PHO, "is_old_era": True}
ROWS = [TINH, CITY, HA_NOI, HCMC, MOUNTAIN, XA, WARD, CITY_WARD, DAC_KHU, OLD_TOWN, OLD_CITY]


@pytest.mark.parametrize(
    ("unit", "population", "number"),
    [
        (TINH, 900_000, 50), (TINH, 1_000_000, 50), (TINH, 1_069_999, 50), (TINH, 1_070_000, 51),
        (TINH, 3_450_000, 85), (TINH, 9_000_000, 85),
        (CITY, 1_200_000, 50), (CITY, 1_275_000, 51), (CITY, 3_825_000, 85), (CITY, 5_000_000, 85),
        (HA_NOI, 8_800_000, 125), (HCMC, None, 125),
        (MOUNTAIN, 4_000, 15), (MOUNTAIN, 5_000, 15), (MOUNTAIN, 6_000, 16), (MOUNTAIN, 10_000, 20),
        (MOUNTAIN, 12_999, 20), (MOUNTAIN, 13_000, 21), (MOUNTAIN, 40_000, 30), (MOUNTAIN, 90_000, 30),
        (XA, 10_000, 15), (XA, 11_999, 15), (XA, 12_000, 16), (XA, 20_000, 20), (XA, 26_000, 21), (XA, 80_000, 30),
        (WARD, 10_000, 15), (WARD, 20_000, 20), (WARD, 25_999, 20), (WARD, 32_000, 22), (WARD, 90_000, 30),
        (CITY_WARD, 15_000, 15), (CITY_WARD, 21_000, 16), (CITY_WARD, 45_000, 20), (CITY_WARD, 52_000, 21),
        (CITY_WARD, 115_000, 30), (CITY_WARD, 300_000, 30),
        (DAC_KHU, 5_000, 15), (DAC_KHU, 7_500, 17), (DAC_KHU, 13_000, 21), (DAC_KHU, 70_000, 30),
        (OLD_TOWN, 70_000, 30), (OLD_TOWN, 155_000, 38), (OLD_TOWN, 500_000, 40),
        (OLD_CITY, 100_000, 30), (OLD_CITY, 119_999, 31), (OLD_CITY, 900_000, 40),
        (TINH, None, None), ({"type": UnitType.HUYEN, "is_old_era": True}, 100_000, None),
    ],
)  # fmt: skip
def test_delegates_follow_the_table(unit, population, number):
    assert delegates(UnitFacts(**unit, population=population)).number == number


@given(unit=st.sampled_from(ROWS), population=st.integers(0, 12_000_000), more=st.integers(0, 1_000_000))
def test_more_people_never_mean_fewer_delegates(unit, population, more):
    fewer = delegates(UnitFacts(**unit, population=population)).number
    larger = delegates(UnitFacts(**unit, population=population + more)).number

    assert 15 <= fewer <= larger <= 125


@pytest.mark.parametrize(
    ("in_office", "ends_on", "expected"),
    [
        (20, date(2031, 3, 31), None),
        (19, date(2031, 3, 31), (False, True)),
        (19, date(2027, 9, 2), (False, False)),
        (19, date(2027, 9, 3), (False, True)),
        (10, date(2026, 9, 1), (False, False)),
        (9, date(2026, 9, 1), (True, False)),
    ],
)
def test_reduced_council_by_org_14(in_office, ends_on, expected):
    found = reduced(in_office=in_office, seats=30, on=date(2026, 3, 2), term_ends_on=ends_on)

    assert (found and (found.below_third, found.by_election)) == expected


@given(seats=st.integers(1, 125), data=st.data())
def test_reduced_exactly_below_two_thirds(seats, data):
    in_office = data.draw(st.integers(0, seats))

    found = reduced(in_office=in_office, seats=seats, on=date(2026, 3, 2), term_ends_on=None)

    assert (found is not None) == (in_office < seats * 2 / 3)
