"""How many vice-chairs and deputy heads (ORG-32 to ORG-36), as far as it can be computed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nghitruong.organisation.enums import CommitteeField
from nghitruong.organisation.rules.findings import (
    NQ106_COMMUNE,
    NQ106_COMMUNE_DEPUTY,
    NQ106_DEPUTY,
    NQ106_VICE,
    OLD_COMMUNE,
    OLD_DISTRICT,
    Citation,
)
from nghitruong.territory.enums import Level, UnitType

GRACE_YEARS = 5


@dataclass(frozen=True, slots=True)
class Cap:
    """At most `number` deputies; `is_average` means the law names an average, not a ceiling."""

    number: int
    citation: Citation
    is_average: bool = False


def vice_chairs(*, level: str, unit_type: str, merged_from: int, is_old_era: bool = False) -> Cap | None:
    """Return the ceiling of Vice-Chairs; None where law.md gives none. `merged_from` counts units of the same level."""
    if is_old_era:
        if unit_type in {UnitType.THI_XA, UnitType.THANH_PHO}:
            return Cap(2, OLD_DISTRICT)
        return Cap(1, OLD_COMMUNE) if level == Level.COMMUNE else None
    if level == Level.COMMUNE:
        return Cap(1, NQ106_COMMUNE)
    if level != Level.PROVINCE:
        return None
    if merged_from < 2:
        return Cap(2, NQ106_VICE)
    return Cap(4 if unit_type == UnitType.THANH_PHO_TW and merged_from >= 3 else 3, NQ106_VICE)


def committee_deputies(
    *, level: str, field: str, merged_from: int, former_ethnic: int = 0, is_old_era: bool = False
) -> Cap | None:
    """Return the ceiling of deputy heads of one committee; None where law.md gives none.

    `former_ethnic` counts the former Ban Dân tộc that the committee took over.
    """
    if is_old_era or level not in {Level.PROVINCE, Level.COMMUNE}:
        return None
    if level == Level.COMMUNE:
        return Cap(2, NQ106_COMMUNE_DEPUTY, is_average=True)
    if field == CommitteeField.URBAN:
        return Cap(2, NQ106_DEPUTY)
    origins = former_ethnic if field == CommitteeField.ETHNIC else merged_from
    return Cap(max(2, min(4, origins + 1)) if origins > 1 else 2, NQ106_DEPUTY)


def in_grace(*, merged_on: date | None, merged_from: int, on: date) -> bool:
    """Say whether deputies may still exceed the ceiling: five years after a merger (ORG-36)."""
    if merged_on is None or merged_from < 2:
        return False
    return (on.year - merged_on.year) - ((on.month, on.day) < (merged_on.month, merged_on.day)) < GRACE_YEARS
