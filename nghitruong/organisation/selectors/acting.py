"""Offices held, and the acting person built from one of them."""

from __future__ import annotations

from datetime import date

from django.db import connection

from nghitruong.base.actor import Actor
from nghitruong.base.official import official_language
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ
from nghitruong.organisation.rules import POWERS

_COUNCILS, _ORGANS = 0, 1
_ORIGINS = """
WITH RECURSIVE reach(tag, id) AS (
    SELECT 0, o.id FROM organisation_organ o WHERE o.id = %(council)s
    UNION
    SELECT 1, o.id FROM organisation_organ o WHERE o.id = %(organ)s
    UNION
    SELECT reach.tag, p.to_organ_id
    FROM reach JOIN organisation_organ_predecessors p ON p.from_organ_id = reach.id
)
SELECT tag, id FROM reach
"""
_BELOW = """
UNION
SELECT 0, o.id
FROM organisation_organ o
JOIN territory_unit u ON u.id = o.unit_id
LEFT JOIN territory_unit above ON above.id = u.parent_id
WHERE o.kind = 'council' AND (
    u.parent_id IN (SELECT own.unit_id FROM organisation_organ own JOIN reach ON reach.id = own.id AND reach.tag = 0)
    OR above.parent_id IN (
        SELECT own.unit_id FROM organisation_organ own JOIN reach ON reach.id = own.id AND reach.tag = 0
    )
)
"""


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


def _reach(membership: Membership) -> tuple[frozenset[int], frozenset[int]]:
    """Return the ids of (councils reached, organs acted for), in one statement."""
    own = council_of(membership.organ)
    statement = _ORIGINS + (_BELOW if membership.role == Role.UPPER_OFFICE else "")
    reached: dict[int, set[int]] = {_COUNCILS: set(), _ORGANS: set()}
    with connection.cursor() as cursor:
        cursor.execute(statement, {"council": own.pk if own else 0, "organ": membership.organ_id})
        for tag, pk in cursor.fetchall():
            reached[tag].add(pk)
    return frozenset(reached[_COUNCILS]), frozenset(reached[_ORGANS])


def reach_of(membership: Membership) -> frozenset[int]:
    """Return ids of the councils whose records this office reaches.

    Its own, all its predecessors (ORG-10: their matters go on here), and for an upper level's office the
    councils of the units below its own and below those that its own came from.
    """
    return _reach(membership)[0]


def organs_for(membership: Membership) -> frozenset[int]:
    """Return ids of the organs in whose name this office may act or answer: its own and all it took over."""
    return _reach(membership)[1]


def actor_for(membership: Membership) -> Actor:
    """Build the acting person of one office."""
    council = council_of(membership.organ)
    councils, organs = _reach(membership)
    return Actor(
        user_id=membership.person.user_id,
        name=membership.person.name,
        person_id=membership.person_id,
        membership_id=membership.pk,
        role=membership.role,
        office=_kept_name(membership),
        organ_id=membership.organ_id,
        organ_name=membership.organ.name,
        council_id=council.pk if council else None,
        council_name=council.name if council else "",
        council_ids=councils,
        organ_ids=organs,
        powers=POWERS.get(membership.role, frozenset()),
    )


def _kept_name(membership: Membership) -> str:
    """Return the office as the journal keeps it, whichever language its holder reads."""
    with official_language():
        return f"{membership.office}, {membership.organ.name}"
