"""What organs and people are found by: organisation stands below search and cannot say it itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from nghitruong.base.subjects import Subject, Words
from nghitruong.organisation.models import Membership, Organ, Person
from nghitruong.search.services.index import register, register_dependents

_UNDATED = date(2000, 1, 1)


def register_organisation() -> None:
    """Make organs and people findable, and people anew when an office of theirs changes."""
    register("organisation.organ", _organ)
    register("organisation.person", _person)
    register_dependents("organisation.membership", _holder)


def _moment(day: date | None) -> datetime:
    return datetime.combine(day or _UNDATED, time(12), UTC)


def _organ(organ: Organ) -> Words:
    return Words(title=organ.name, body=f"{organ.short_name} {organ.code}".strip(), at=_moment(organ.valid_from))


def _person(person: Person) -> Words:
    offices = list(person.memberships.all())
    held = "; ".join(f"{office.title or office.get_role_display()}, {office.organ.name}" for office in offices)
    return Words(title=person.name, body=held, at=_moment(max((o.valid_from for o in offices), default=None)))


def _holder(membership_id: int) -> Iterable[Subject]:
    holders = Membership.objects.filter(pk=membership_id).values_list("person_id", flat=True)
    return [Subject("organisation.person", pk) for pk in holders]
