"""Which organs the words of a conclusion mean, on its day."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from nghitruong.coordination.enums import Group
from nghitruong.language import fold
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ

_BELOW = {
    Group.COMMUNE_COMMITTEES: OrganKind.PEOPLES_COMMITTEE,
    Group.COMMUNE_STANDING: OrganKind.STANDING,
    Group.COMMUNE_FRONTS: OrganKind.FRONT,
}
_OWN = {
    Group.COMMITTEES: OrganKind.COMMITTEE,
    Group.GROUPS: OrganKind.GROUP,
    Group.DEPARTMENTS: OrganKind.DEPARTMENT,
}


def organs_in(group: str, council: Organ, on: date) -> list[Organ]:
    """Return the organs a group means for this council on the day: of the units under it, or of itself. One query."""
    rows = Organ.objects.on(on)
    if group in _BELOW:
        unit = council.unit_id or 0
        under = Q(unit__parent=unit) | Q(unit__placements__parent=unit, unit__placements__valid_to__gte=on)
        rows = rows.filter(under, kind=_BELOW[Group(group)])
    elif group in _OWN:
        rows = rows.filter(council=council, kind=_OWN[Group(group)])
    else:
        return []
    return list(rows.distinct().order_by("sort_key", "pk"))


def organ_named(words: str, council: Organ, on: date) -> Organ | None:
    """Return the one organ of this council, or at its level above and below, whose name or short name these words are.

    None where none or several fit: nothing is guessed. One query.
    """
    wanted = fold(words).strip(" .;:")
    if not wanted:
        return None
    unit = council.unit_id or 0
    near = Q(pk=council.pk) | Q(council=council) | Q(unit__parent=unit)
    near |= Q(unit__placements__parent=unit, unit__placements__valid_to__gte=on)
    if council.unit is not None and council.unit.parent_id is not None:
        near |= Q(unit=council.unit.parent_id)
    found = [
        organ
        for organ in Organ.objects.on(on).filter(near).distinct()
        if wanted in {fold(organ.name), fold(organ.short_name)}
    ]
    return found[0] if len(found) == 1 else None
