"""After a long import: what it brought is made ready for the search and compared, piece by piece."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nghitruong.base.actor import Actor
from nghitruong.petitions import policies
from nghitruong.petitions.models import ImportBatch, Petition
from nghitruong.petitions.services.likeness import index_traits
from nghitruong.petitions.services.repeats import propose_repeats
from nghitruong.search.services import index_many

INDEXED_AT_ONCE, COMPARED_AT_ONCE = 200, 10
"""A piece holds the database for about a second, so that people's deeds come in between."""


def catch_up(*, batch: ImportBatch, actor: Actor, at: datetime) -> bool:
    """Index the next petitions of an import, or, these all done, put the next beside earlier ones.

    Return whether anything is left. Ended in between, it goes on where it stood; done twice, nothing is there twice.
    """
    policies.can_propose_repeats(actor).require()
    rows = batch.petitions.select_related("unit", "keeper__unit", "council__unit").order_by("pk")
    if batch.indexed_to is not None:
        piece = list(rows.filter(pk__gt=batch.indexed_to)[:INDEXED_AT_ONCE])
        with transaction.atomic():
            index_traits(petitions=piece)
            index_many(kind=policies.SUBJECT, ids=[one.pk for one in piece])
            _reached(batch, "indexed_to", piece)
    elif batch.compared_to is not None:
        piece = list(rows.filter(pk__gt=batch.compared_to)[:COMPARED_AT_ONCE])
        propose_repeats(petitions=piece, actor=actor, at=at)  # long to work out, short to write
        _reached(batch, "compared_to", piece)
    return batch.indexed_to is not None or batch.compared_to is not None


def _reached(batch: ImportBatch, name: str, piece: Sequence[Petition]) -> None:
    setattr(batch, name, piece[-1].pk if piece else None)
    batch.save(update_fields=[name])
