"""The index follows the journal: what a deed was about is indexed anew in the same transaction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import transaction
from django.db.models import prefetch_related_objects

from nghitruong.audit.models import Entry
from nghitruong.base import subjects
from nghitruong.base.actor import Actor
from nghitruong.base.bulk import insert_many
from nghitruong.base.subjects import Subject, Words
from nghitruong.search.models import Indexed

Maker = Callable[[Any], Words | None]
_MAKERS: dict[str, Maker] = {}
_DEPENDENTS: dict[str, list[Callable[[int], Iterable[Subject]]]] = {}
_WAITING: ContextVar[dict[str, set[int]] | None] = ContextVar("index_waiting", default=None)
AT_ONCE = 500


def register(kind: str, make: Maker) -> None:
    """Say what records of a kind are found by, from a higher module's `apps.ready`.

    Modules that stand below or beside search say it in `subjects.Kind.words` instead. Either way the kind must
    be registered with `base.subjects`, whose `load`, `url` and `visible` are used.
    """
    _MAKERS[kind] = make


def register_dependents(kind: str, of: Callable[[int], Iterable[Subject]]) -> None:
    """Say whose words a deed on a record of `kind` changes too: an answer's petition, an office's holder."""
    _DEPENDENTS.setdefault(kind, []).append(of)


def register_of(kind: str) -> Maker | None:
    """Return what makes this kind's words, or None when it is not searched."""
    described = subjects.kind_of(kind)
    return (_MAKERS.get(kind) or described.words) if described else None


def follow_entry(entry: Entry, _actor: Actor) -> None:
    """Index the record a journal entry is about, and those that depend on it (a follower of the journal)."""
    waiting = _WAITING.get()
    if waiting is not None:
        waiting.setdefault(entry.kind, set()).add(entry.object_id)
        return
    if register_of(entry.kind):
        index_many(kind=entry.kind, ids=[entry.object_id])
    for of in _DEPENDENTS.get(entry.kind, ()):
        for subject in of(entry.object_id):
            index(subject=subject)


@contextmanager
def left_out() -> Iterator[dict[str, set[int]]]:
    """Index nothing of what the deeds inside are about; yield {kind: ids}, for the caller to make up for later."""
    waiting: dict[str, set[int]] = {}
    token = _WAITING.set(waiting)
    try:
        yield waiting
    finally:
        _WAITING.reset(token)


@contextmanager
def together() -> Iterator[None]:
    """Index what the deeds inside are about once, at the end: for thousands of deeds in one transaction."""
    with left_out() as waiting:
        yield
    wanted: dict[str, set[int]] = {kind: set(ids) for kind, ids in waiting.items() if register_of(kind)}
    for kind, ids in waiting.items():
        for of in _DEPENDENTS.get(kind, ()):
            for subject in (each for pk in ids for each in of(pk)):
                wanted.setdefault(subject.kind, set()).add(subject.id)
    for kind, ids in wanted.items():
        queue = sorted(ids)
        for start in range(0, len(queue), AT_ONCE):
            index_many(kind=kind, ids=queue[start : start + AT_ONCE])


def index(*, subject: Subject) -> None:
    """Index one record now: for a record whose words changed by a deed on another."""
    index_many(kind=subject.kind, ids=[subject.id])


@transaction.atomic
def index_many(*, kind: str, ids: Iterable[int]) -> int:
    """Bring these records' index rows up to date, remove those gone; return how many rows changed.

    Five statements at most beside what `load` and the words need; two when nothing changed.
    """
    make, described = register_of(kind), subjects.kind_of(kind)
    if make is None or described is None:
        return 0
    wanted = set(ids)
    records = described.load(wanted)
    prefetch_related_objects(list(records.values()), *described.reads)
    fresh: dict[int, Indexed] = {}
    for pk, record in records.items():
        words = make(record)
        if words is not None:
            fresh[pk] = Indexed.of(kind, pk, words, described.url(record))
    standing = {row.object_id: row for row in Indexed.objects.filter(kind=kind, object_id__in=wanted)}
    outdated = [row.pk for pk, row in standing.items() if pk not in fresh or not _same(row, fresh[pk])]
    new = [row for pk, row in fresh.items() if pk not in standing or not _same(standing[pk], row)]
    if outdated:
        Indexed.objects.filter(pk__in=outdated).delete()
    if new:
        _find_room(new)
        insert_many(sorted(new, key=lambda row: row.pk))  # FTS5 writes a piece at each step back
    return len(new) + len(set(standing) - set(fresh))


def _same(standing: Indexed, fresh: Indexed) -> bool:
    names = ("council_id", "title", "body", "url", "folded", "words", "at")
    return all(getattr(standing, name) == getattr(fresh, name) for name in names)


def _find_room(rows: list[Indexed]) -> None:
    """Give every row a place nobody holds: two kinds may share one by their check sums."""
    places = [row.pk for row in rows]
    taken = set(Indexed.objects.filter(pk__in=places).values_list("pk", flat=True))
    for row in rows:
        while row.pk in taken:
            row.pk += 1
            if row.pk not in taken and Indexed.objects.filter(pk=row.pk).exists():
                taken.add(row.pk)
        taken.add(row.pk)
