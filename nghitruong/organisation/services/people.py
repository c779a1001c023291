"""A person's record: added, corrected, tied to an account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.accounts.models import User
from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.language import fold, normalise, person_sort_key
from nghitruong.organisation import policies
from nghitruong.organisation.models import Person
from nghitruong.organisation.rules.words import moved

FIELDS = {"name", "title", "born_on", "born_in", "is_female", "ethnicity", "phone", "is_sample"}
MAJORITY = {"", "kinh", "viet"}
PRIVATE = {"phone", "born_on", "born_in", "ethnicity"}
"""Not told to the journal in words: it is read by more people than the record."""


def _set(person: Person, values: Mapping[str, Any], today: date) -> dict[str, str]:
    """Set the values and return what moved, in words."""
    changes = {}
    for name, value in values.items():
        if name not in FIELDS:
            raise Invalid(_("Không ghi được mục «%(name)s».") % {"name": name})
        before = getattr(person, name)
        value = normalise(value) if isinstance(value, str) else value  # noqa: PLW2901 -- cleaned in place
        if before == value:
            continue
        label = official(Person._meta.get_field(name).verbose_name)  # type: ignore[union-attr] # only own fields are set
        changes[label] = official("đã ghi") if name in PRIVATE else moved(before, value)
        setattr(person, name, value)
    if not person.name:
        raise Invalid(_("Chưa ghi họ và tên."))
    if person.born_on:
        if not date(1900, 1, 1) <= person.born_on <= today:
            raise Invalid(_("Ngày sinh không thể ở tương lai hoặc trước năm 1900."))
        person.born_in = person.born_on.year
    if person.born_in and not 1900 <= person.born_in <= today.year:
        raise Invalid(_("Năm sinh không thể ở tương lai hoặc trước năm 1900."))
    if "ethnicity" in values:
        person.is_minority = fold(person.ethnicity) not in MAJORITY if person.ethnicity else None
    person.folded, person.sort_key = fold(person.name)[:200], person_sort_key(person.name)
    return changes


@transaction.atomic
def add_person(*, name: str, actor: Actor, at: datetime, **values: Any) -> Person:
    """Add a person. `values`: title, born_on, born_in, is_female, ethnicity, phone, is_sample."""
    policies.can_add_person(actor).require()
    person = Person()
    changes = _set(person, {"name": name, **values}, at.date())
    person.save()
    audit.record(deed="person.add", subject=person, actor=actor, at=at, changes=changes)
    return person


@transaction.atomic
def edit_person(
    *, person: Person, values: Mapping[str, Any], actor: Actor, at: datetime, version: int | None = None
) -> Person:
    """Correct a person's record. Raises Conflict when somebody was faster than `version`."""
    policies.can_edit_person(actor, person).require()
    person = locked(person, version=version)
    changes = _set(person, values, at.date())
    if changes:
        person.version += 1
        person.save()
        audit.record(deed="person.edit", subject=person, actor=actor, at=at, changes=changes)
    return person


@transaction.atomic
def link_person(*, person: Person, user: User | None, actor: Actor, at: datetime) -> Person:
    """Tie a person to the account they sign in with, or untie with None. The person's offices come with it."""
    policies.can_link_person(actor, person).require()
    person = locked(person)
    if user is not None and Person.objects.filter(user=user).exclude(pk=person.pk).exists():
        raise Invalid(_("Tài khoản này đã gắn với người khác."))
    before = person.user
    person.user = user
    person.version += 1
    person.save(update_fields=["user", "version"])
    audit.record(
        deed="person.link",
        subject=person,
        actor=actor,
        at=at,
        changes={"tài khoản": moved(before and before.username, user.username if user else official("bỏ gắn"))},
    )
    return person
