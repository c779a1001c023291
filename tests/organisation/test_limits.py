from datetime import date

import pytest

from nghitruong.organisation.enums import CommitteeField
from nghitruong.organisation.rules import committee_deputies, vice_chairs
from nghitruong.organisation.rules.limits import in_grace
from nghitruong.territory.enums import Level, UnitType


@pytest.mark.parametrize(
    ("unit_type", "merged_from", "number"),
    [
        (UnitType.THANH_PHO_TW, 3, 4), (UnitType.THANH_PHO_TW, 2, 3), (UnitType.THANH_PHO_TW, 1, 2),
        (UnitType.TINH, 3, 3), (UnitType.TINH, 2, 3), (UnitType.TINH, 1, 2), (UnitType.TINH, 0, 2),
    ],
)  # fmt: skip
def test_vice_chairs_of_a_province(unit_type, merged_from, number):
    assert vice_chairs(level=Level.PROVINCE, unit_type=unit_type, merged_from=merged_from).number == number


def test_vice_chairs_elsewhere():
    def cap(level, unit_type, *, old):
        found = vice_chairs(level=level, unit_type=unit_type, merged_from=0, is_old_era=old)
        return found and (found.number, found.citation.is_verified)

    assert cap(Level.COMMUNE, UnitType.XA, old=False) == (1, True)
    assert cap(Level.DISTRICT, UnitType.THI_XA, old=True) == (2, True)
    assert cap(Level.COMMUNE, UnitType.PHUONG, old=True) == (1, False)
    assert cap(Level.PROVINCE, UnitType.TINH, old=True) is None


@pytest.mark.parametrize(
    ("field", "merged_from", "former_ethnic", "number"),
    [
        (CommitteeField.LEGAL, 3, 0, 4), (CommitteeField.LEGAL, 2, 0, 3), (CommitteeField.LEGAL, 1, 0, 2),
        (CommitteeField.ETHNIC, 3, 3, 4), (CommitteeField.ETHNIC, 3, 2, 3), (CommitteeField.ETHNIC, 3, 1, 2),
        (CommitteeField.URBAN, 3, 0, 2), (CommitteeField.URBAN, 0, 0, 2),
    ],
)  # fmt: skip
def test_deputies_of_a_provincial_committee(field, merged_from, former_ethnic, number):
    cap = committee_deputies(level=Level.PROVINCE, field=field, merged_from=merged_from, former_ethnic=former_ethnic)

    assert (cap.number, cap.is_average) == (number, False)


def test_deputies_of_a_commune_committee_are_an_unverified_average():
    cap = committee_deputies(level=Level.COMMUNE, field=CommitteeField.ECONOMY_BUDGET, merged_from=5)

    assert (cap.number, cap.is_average, cap.citation.is_verified) == (2, True, False)


@pytest.mark.parametrize(
    ("merged_from", "on", "expected"),
    [(2, date(2030, 6, 30), True), (2, date(2030, 7, 1), False), (1, date(2026, 1, 1), False)],
)
def test_grace_lasts_five_years_after_a_merger(merged_from, on, expected):
    assert in_grace(merged_on=date(2025, 7, 1), merged_from=merged_from, on=on) is expected
