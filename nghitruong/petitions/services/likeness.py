"""Keeping the index of nearest matters, in the transaction of the deed that changes what it holds."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import connection, transaction

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.petitions.models import Petition, Trait
from nghitruong.petitions.selectors.likeness import read, trait_numbers

CHANGING = frozenset({"petition.edit", "petition.inherit", "petition.answer", "petition.send_down"})
AT_ONCE = 500
_PUT_IN = "INSERT INTO petitions_trait (term, keeper_id, petition_id) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
"""A petition has some twenty traits: rows of three numbers go in without being made objects first."""


def index_traits(*, petitions: Sequence[Petition], are_new: bool = False) -> None:
    """Write what the index holds of these petitions; one statement more where they may be in it already."""
    if not are_new:
        Trait.objects.filter(petition__in=[petition.pk for petition in petitions]).delete()
    rows = [
        (number, petition.keeper_id, petition.pk) for petition in petitions for number in trait_numbers(read(petition))
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_PUT_IN, rows)


def follow_words(entry: Entry, _actor: Actor) -> None:
    """Index a petition anew when its words, its keeper or its answer changed (a follower of the journal)."""
    if entry.deed in CHANGING:
        index_traits(petitions=_rows([entry.object_id]))


def rebuild_traits() -> int:
    """Make the index of nearest matters anew, in pieces; return how many petitions it holds."""
    done, last = 0, 0
    while piece := list(Petition.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            index_traits(petitions=_rows(piece))
        done, last = done + len(piece), piece[-1]
    return done


def _rows(ids: Sequence[int]) -> list[Petition]:
    return list(
        Petition.objects.filter(pk__in=ids)
        .select_related("unit", "keeper__unit", "council__unit")
        .prefetch_related("answers")
    )
