"""Making the whole index anew, after an import that wrote no journal or a change of the fold."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import islice

from django.apps import apps
from django.db import transaction

from nghitruong.audit import services as audit
from nghitruong.base import subjects
from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Subject
from nghitruong.search import policies
from nghitruong.search.models import Indexed
from nghitruong.search.services.index import index_many, register_of

BATCH = 500


@transaction.atomic
def rebuild(*, actor: Actor, at: datetime, is_clean: bool = False) -> dict[str, int]:
    """Index all records of all kinds, drop rows without a record; return how many rows changed, by kind.

    `is_clean` empties the index first (its rows are derived: nothing is lost).
    """
    policies.can_rebuild(actor).require()
    if is_clean:
        Indexed.objects.all().delete()
    changed: dict[str, int] = {}
    for kind in subjects.kinds():
        if register_of(kind):
            ids = iter(sorted(set(_recorded(kind)) | set(_indexed(kind))))
            changed[kind] = 0
            while batch := list(islice(ids, BATCH)):
                changed[kind] += index_many(kind=kind, ids=batch)
    Indexed.objects.exclude(kind__in=changed).delete()
    audit.record(
        deed="search.rebuild",
        subject=Subject("search.indexed", 0),
        label="Chỉ mục tìm kiếm",
        actor=actor,
        at=at,
        changes={**changed},
    )
    return changed


def _recorded(kind: str) -> Iterator[int]:
    yield from apps.get_model(kind)._base_manager.values_list("pk", flat=True)


def _indexed(kind: str) -> Iterator[int]:
    yield from Indexed.objects.filter(kind=kind).values_list("object_id", flat=True)
