"""Subject: a pointer (kind + id) by which a low floor points back at its user without knowing it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Kind:
    """What a module tells about its records.

    `noun` as a reader says it ("kiến nghị"); `load(ids)` gives {id: record} in one query;
    `label(record)` a short name, `url(record)` its page; `visible(actor, ids)` the ids this actor may see.
    """

    noun: str
    load: Callable[[Iterable[int]], dict[int, Any]]
    label: Callable[[Any], str]
    url: Callable[[Any], str]
    visible: Callable[[Actor, Iterable[int]], set[int]]


_KINDS: dict[str, Kind] = {}


def register(kind: str, described: Kind) -> None:
    """Announce a kind of record, once, from the module's `apps.ready`."""
    _KINDS[kind] = described


def kind_of(subject: Subject | str) -> Kind | None:
    """Return what is known of a subject's kind, or None."""
    return _KINDS.get(subject if isinstance(subject, str) else subject.kind)


@dataclass(frozen=True, slots=True)
class Resolved:
    """A subject made readable. `url` is empty where the reader may not open it."""

    subject: Subject
    noun: str
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
