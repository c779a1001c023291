"""Keeping the index of nearest matters, in the transaction of the deed that changes what it holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection, transaction

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.language.likeness import Features
from nghitruong.petitions.models import Petition, Trait
from nghitruong.petitions.selectors.likeness import read, read_all, trait_numbers

CHANGING = frozenset({"petition.edit", "petition.inherit", "petition.answer", "petition.send_down"})
AT_ONCE = 500
_PUT_IN = "INSERT INTO petitions_trait (term, keeper_id, petition_id) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
"""A petition has some twenty traits: rows of three numbers go in without being made objects first."""


def index_traits(*, petitions: Sequence[Petition]) -> None:
    """Write what the index holds of petitions just taken in."""
    _put_in((petition.pk, petition.keeper_id, read(petition)) for petition in petitions)


def follow_words(entry: Entry, _actor: Actor) -> None:
    """Index a petition anew when its words, its keeper or its answer changed (a follower of the journal)."""
    if entry.deed in CHANGING:
        _index_anew([entry.object_id])


def rebuild_traits() -> int:
    """Make the index of nearest matters anew, in pieces; return how many petitions it holds."""
    done, last = 0, 0
    while piece := list(Petition.objects.filter(pk__gt=last).order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            _index_anew(piece)
        done, last = done + len(piece), piece[-1]
    return done


def _index_anew(ids: Sequence[int]) -> None:
    Trait.objects.filter(petition__in=ids).delete()
    _put_in((one.pk, one.keeper_id, one.features) for one in read_all(Petition.objects.filter(pk__in=ids)))


def _put_in(read_ones: Iterable[tuple[int, int, Features]]) -> None:
    rows = [(number, keeper, pk) for pk, keeper, said in read_ones for number in trait_numbers(said)]
    with connection.cursor() as cursor:
        cursor.executemany(_PUT_IN, rows)
