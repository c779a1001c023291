"""Subject: a pointer (kind + id) by which a low floor points back at its user without knowing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Model

from nghitruong.base.actor import Actor


@dataclass(frozen=True, slots=True, order=True)
class Subject:
    """`kind` is "app.model" in lower case, `id` the primary key."""

    kind: str
    id: int

    @classmethod
    def of(cls, record: Model) -> Subject:
        return cls(record._meta.label_lower, record.pk)

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What of a record can be searched, and whose searches look at it at all.

    `title` (code and name), `body` (all other words), `at` (results come newest first). `council_id`: the
    council it belongs to; `organ_ids`: other organs whose people may see it (lead and co-operating agencies).
    With neither, everybody's search looks at it. What a person sees is still decided by `Kind.visible`:
    these must reach at least as far.
    """

    title: str
    at: datetime
    body: str = ""
    council_id: int | None = None
    organ_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Kind:
    """What a module tells about its records.

    `noun` as a reader says it ("kiến nghị"); `load(ids)` gives {id: record} in one query;
    `label(record)` a short name, `url(record)` its page; `visible(actor, ids)` the ids this actor may see;
    `words(record)` what the search finds it by (None: this one is not searched), `reads` the related records that
    the words need beside it, fetched for all at once: whoever only wants a label does without them.
    """

    noun: object
    load: Callable[[Iterable[int]], dict[int, Any]]
    label: Callable[[Any], str]
    url: Callable[[Any], str]
    visible: Callable[[Actor, Iterable[int]], set[int]]
    words: Callable[[Any], Words | None] | None = None
    reads: tuple[str, ...] = ()


_KINDS: dict[str, Kind] = {}


def register(kind: str, described: Kind) -> None:
    """Announce a kind of record, once, from the module's `apps.ready`."""
    _KINDS[kind] = described


def kind_of(subject: Subject | str) -> Kind | None:
    """Return what is known of a subject's kind, or None."""
    return _KINDS.get(subject if isinstance(subject, str) else subject.kind)


def kinds() -> dict[str, Kind]:
    """Return every kind announced so far."""
    return dict(_KINDS)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A subject made readable. `url` is empty where the reader may not open it."""

    subject: Subject
    noun: object
    label: str
    url: str


def resolve(subjects: Iterable[Subject], actor: Actor) -> dict[Subject, Resolved]:
    """Resolve many subjects with one load and one visibility query for each kind."""
    wanted: dict[str, set[int]] = {}
    for subject in subjects:
        wanted.setdefault(subject.kind, set()).add(subject.id)
    found: dict[Subject, Resolved] = {}
    for kind, ids in wanted.items():
        described = _KINDS.get(kind)
        if described is None:
            continue
        visible = described.visible(actor, ids)
        for pk, record in described.load(ids).items():
            subject = Subject(kind, pk)
            may_see = pk in visible
            found[subject] = Resolved(
                subject,
                str(described.noun),
                described.label(record) if may_see else "",
                described.url(record) if may_see else "",
            )
    return found
