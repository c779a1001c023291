"""Sort and forward many petitions at once, each by its own deeds; what one is refused keeps no other back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from nghitruong.base.actor import Actor
from nghitruong.base.errors import BusinessError
from nghitruong.legalclock import selectors as clocks
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Field, Petition
from nghitruong.petitions.services.forward import forward
from nghitruong.petitions.services.sort import sort
from nghitruong.search import services as search


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person decided for one petition."""

    petition: Petition
    field: Field
    level: str
    lead: Organ


@dataclass(frozen=True, slots=True)
class Gone:
    """What became of one choice: the petition as it stands, and why it did not go ("" where it went)."""

    petition: Petition
    why: str = ""


def forward_many(
    *,
    choices: Iterable[Choice],
    on: date,
    numbers: Mapping[int, str],
    signer: str = "",
    actor: Actor,
    at: datetime,
) -> list[Gone]:
    """Chuyển nhiều kiến nghị: sort where that is still to do, then forward, each petition in its own transaction.

    `numbers`: the covering letter's number by agency. A refusal is returned with its reason; the others go. The
    calendar and the rules are read once for all, and each petition is indexed once, in its own transaction.
    """
    policies.can_forward_many(actor).require()
    gone = []
    with clocks.kept():
        for choice in choices:
            try:
                gone.append(Gone(_send(choice, on, numbers.get(choice.lead.pk, ""), signer, actor, at)))
            except BusinessError as error:
                gone.append(Gone(choice.petition, str(error)))
    return gone


@transaction.atomic
def _send(choice: Choice, on: date, number: str, signer: str, actor: Actor, at: datetime) -> Petition:
    with search.together():
        petition = choice.petition
        decided = (petition.field_id, petition.level) == (choice.field.pk, choice.level)
        if petition.state != State.SORTED or not decided:
            petition = sort(
                petition=petition, field=choice.field, level=choice.level, lead=choice.lead, actor=actor, at=at
            )
        return forward(petition=petition, lead=choice.lead, on=on, number=number, signer=signer, actor=actor, at=at)
