"""Reads about organs and offices; builds the acting person."""

from __future__ import annotations

from datetime import date

from nghitruong.base.actor import Actor
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ
from nghitruong.organisation.rules import POWERS
from nghitruong.territory.models import Unit


def offices_of(user_id: int, *, on: date) -> list[Membership]:
    """Offices this account's person holds on the day, with organ and council loaded."""
    return list(
        Membership.objects.on(on)
        .filter(person__user_id=user_id)
        .select_related("person", "organ", "organ__council", "organ__unit")
    )


def council_of(organ: Organ) -> Organ | None:
    """Return the council an organ belongs to, serves or answers to; a council is its own."""
    return organ if organ.kind == OrganKind.COUNCIL else organ.council


def reach_of(membership: Membership) -> frozenset[int]:
    """Return ids of the councils whose records this office reaches.

    Its own, all its predecessors (ORG-10: their matters go on here), and for an upper level's office the
    councils of the units below its own.
    """
    own = council_of(membership.organ)
    if own is None:
        return frozenset()
    reached = {own.pk}
    frontier = {own.pk}
    while frontier:
        frontier = (
            set(Organ.objects.filter(successors__in=frontier, kind=OrganKind.COUNCIL).values_list("pk", flat=True))
            - reached
        )
        reached |= frontier
    if membership.role == Role.UPPER_OFFICE and own.unit_id:
        below = Unit.objects.filter(parent_id=own.unit_id).values("pk")
        further = Unit.objects.filter(parent__parent_id=own.unit_id).values("pk")
        reached |= set(Organ.objects.filter(kind=OrganKind.COUNCIL, unit__in=below).values_list("pk", flat=True)) | set(
            Organ.objects.filter(kind=OrganKind.COUNCIL, unit__in=further).values_list("pk", flat=True)
        )
    return frozenset(reached)


def organs_for(membership: Membership) -> frozenset[int]:
    """Return ids of the organs in whose name this office may act or answer: its own and those it took over."""
    own = {membership.organ_id}
    own |= set(Organ.objects.filter(successors=membership.organ_id).values_list("pk", flat=True))
    return frozenset(own)


def actor_for(membership: Membership) -> Actor:
    """Build the acting person of one office."""
    council = council_of(membership.organ)
    title = membership.title or membership.get_role_display()
    return Actor(
        user_id=membership.person.user_id,
        name=membership.person.name,
        person_id=membership.person_id,
        membership_id=membership.pk,
        role=membership.role,
        office=f"{title}, {membership.organ.name}",
        organ_id=membership.organ_id,
        organ_name=membership.organ.name,
        council_id=council.pk if council else None,
        council_name=council.name if council else "",
        council_ids=reach_of(membership),
        organ_ids=organs_for(membership),
        powers=POWERS.get(membership.role, frozenset()),
    )
