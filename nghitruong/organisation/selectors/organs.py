"""Finding organs: who carries on, who may receive a petition, whom a few words mean."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When

from nghitruong.base.actor import Actor
from nghitruong.language import fold
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.territory.models import Unit


def successors_of(organ: Organ, on: date) -> list[Organ]:
    """Return the organs that carry on this one's matters on the day; itself while it stands.

    Follows successor links until organs that stand; several when its work was shared out.
    """
    if organ.stands_on(on):
        return [organ]
    found: dict[int, Organ] = {}
    seen, frontier = {organ.pk}, {organ.pk}
    while frontier:
        following = Organ.objects.filter(predecessors__in=frontier).exclude(pk__in=seen).distinct()
        frontier = set()
        for successor in following.select_related("unit", "council"):
            seen.add(successor.pk)
            if successor.stands_on(on):
                found[successor.pk] = successor
            else:
                frontier.add(successor.pk)
    return sorted(found.values(), key=lambda each: each.sort_key)


def successor_of(organ: Organ, on: date) -> Organ | None:
    """Return the one organ that carries on; None where there is none or several (ORG-10: a person must choose)."""
    found = successors_of(organ, on)
    return found[0] if len(found) == 1 else None


def standing_of(council: Organ, on: date | None = None) -> Organ:
    """Return a council's Standing Committee, on a day where one is given; the council itself where none is kept."""
    kept = Organ.objects.on(on) if on else Organ.objects.all()
    return kept.filter(council=council, kind=OrganKind.STANDING).first() or council


def upper_units(unit: Unit | None) -> list[int]:
    """Return ids of the units above, nearest first (a commune's province; in the old era its district too)."""
    found: list[int] = []
    above = unit.parent if unit else None
    while above is not None and above.pk not in found:
        found.append(above.pk)
        above = above.parent
    return found


EXECUTIVE = (OrganKind.PEOPLES_COMMITTEE, OrganKind.DEPARTMENT, OrganKind.OTHER)


def organs_to_forward(actor: Actor, on: date, known: Organ | None = None) -> QuerySet[Organ]:
    """Organs that may receive a petition from this actor's council on the day, nearest first.

    `nearness`: 0 own People's Committee and agencies; 1 those of the levels above, with the National Assembly
    delegation; 2 the People's Committees of the other units at the same level under the same parent, or of the
    units below. All are loaded with unit and council. `known` is the actor's council where it is loaded already.
    """
    if known is not None and known.pk == actor.council_id:
        own: Organ | None = known
    else:
        own = Organ.objects.select_related("unit").filter(pk=actor.council_id or 0).first()
    if own is None:
        return Organ.objects.none()
    upper = upper_units(own.unit)
    at_own = Q(council=own, kind__in=EXECUTIVE)
    at_upper = Q(unit__in=upper, kind__in=[*EXECUTIVE, OrganKind.NATIONAL_DELEGATION]) | Q(
        council=own, kind=OrganKind.NATIONAL_DELEGATION
    )
    beside = Q(kind=OrganKind.PEOPLES_COMMITTEE, unit__parent_id__in=[own.unit_id, *upper[:1]])
    return (
        Organ.objects.on(on)
        .filter(at_own | at_upper | beside)
        .annotate(
            nearness=Case(
                When(at_own, then=Value(0)), When(at_upper, then=Value(1)), default=Value(2),
                output_field=IntegerField(),
            )
        )
        .select_related("unit", "council")
        .order_by("nearness", "sort_key", "pk")
    )  # fmt: skip


def suggestions(words: str, actor: Actor, *, on: date, kinds: Iterable[str] = (), limit: int = 12) -> list[Organ]:
    """Organs whose name, old or new, holds all these words (accents or none); those standing on the day first."""
    found = Organ.objects.visible_to(actor).select_related("unit", "council")
    for word in fold(words).split():
        found = found.filter(folded__contains=word)
    if kinds:
        found = found.filter(kind__in=list(kinds))
    standing = Q(valid_from__isnull=True) | Q(valid_from__lte=on)
    standing &= Q(valid_to__isnull=True) | Q(valid_to__gte=on)
    ended = Case(When(standing, then=Value(0)), default=Value(1), output_field=IntegerField())
    return list(found.annotate(ended=ended).order_by("ended", "sort_key", "pk")[:limit])
