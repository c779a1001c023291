"""Khóa, rule ORG-12."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghitruong.organisation.rules import PastTerm, roman, term_number
from nghitruong.territory.enums import UnitType

OLD_PROVINCE = PastTerm("Tỉnh Mẫu", UnitType.TINH, 13, "2021-2026")
NEIGHBOUR = PastTerm("Tỉnh Bên", UnitType.TINH, 18, "2021-2026")


@pytest.mark.parametrize(
    ("unit", "unit_type", "years", "own", "before", "number"),
    [
        ("Tỉnh Mẫu", UnitType.TINH, "2021-2026", [], [OLD_PROVINCE, NEIGHBOUR], 13),
        ("Tỉnh Mẫu", UnitType.TINH, "2026-2031", [], [OLD_PROVINCE, NEIGHBOUR], 14),
        ("TỈNH MẪU", UnitType.TINH, "2026-2031", [], [NEIGHBOUR, OLD_PROVINCE], 14),
        ("Tỉnh Mẫu", UnitType.TINH, "2026-2031", [OLD_PROVINCE], [NEIGHBOUR], 14),
        ("Tỉnh Mới", UnitType.TINH, "2021-2026", [], [OLD_PROVINCE, NEIGHBOUR], 1),
        ("Tỉnh Mẫu", UnitType.THANH_PHO_TW, "2026-2031", [], [OLD_PROVINCE], 1),
        ("Phường Mẫu", UnitType.PHUONG, "2021-2026", [], [], 1),
        ("Phường Mẫu", UnitType.PHUONG, "2026-2031", [PastTerm("Phường Mẫu", UnitType.PHUONG, 1, "2021-2026")], [], 2),
    ],
)
def test_number_goes_on_with_the_name_else_begins_at_one(unit, unit_type, years, own, before, number):
    assert term_number(unit=unit, unit_type=unit_type, years=years, own=own, before=before).number == number


@given(number=st.integers(1, 399))
def test_roman_reads_back(number):
    value = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
    digits = [value[letter] for letter in roman(number)]

    assert sum(-d if i + 1 < len(digits) and digits[i + 1] > d else d for i, d in enumerate(digits)) == number
