"""A kind of record that lives in memory: search is tested apart from the modules above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest

from nghitruong.base import subjects
from nghitruong.base.actor import Actor
from nghitruong.search import services
from tests import factories as make

KIND = "tests.note"
OTHER_KIND = "tests.letter"


@dataclass
class Note:
    pk: int
    title: str
    body: str
    at: datetime
    council_id: int | None = None
    organ_ids: tuple[int, ...] = ()
    is_secret: bool = False

    def is_for(self, actor: Actor) -> bool:
        if self.is_secret:
            return False
        if self.council_id is None and not self.organ_ids:
            return True
        return self.council_id in actor.council_ids or bool(actor.organ_ids.intersection(self.organ_ids))


@dataclass
class Notes:
    """Records of one kind by number; `add` makes and indexes one."""

    kind: str
    rows: dict[int, Note] = field(default_factory=dict)

    def add(self, title: str, body: str = "", **values: object) -> Note:
        pk = len(self.rows) + 1
        values.setdefault("at", make.AT + timedelta(minutes=pk))
        self.rows[pk] = Note(pk, title, body, **values)  # type: ignore[arg-type]
        services.index_many(kind=self.kind, ids=[pk])
        return self.rows[pk]

    def described(self, noun: str) -> subjects.Kind:
        return subjects.Kind(
            noun=noun,
            load=lambda ids: {pk: self.rows[pk] for pk in ids if pk in self.rows},
            label=lambda note: note.title,
            url=lambda note: f"/{self.kind}/{note.pk}/",
            visible=lambda actor, ids: {pk for pk in ids if pk in self.rows and self.rows[pk].is_for(actor)},
            words=lambda note: subjects.Words(
                title=note.title, body=note.body, at=note.at, council_id=note.council_id, organ_ids=note.organ_ids
            ),
        )


@pytest.fixture
def kinds(db: None) -> Iterator[Callable[[str, str], Notes]]:
    made: list[str] = []

    def register(kind: str, noun: str) -> Notes:
        notes = Notes(kind)
        subjects.register(kind, notes.described(noun))
        made.append(kind)
        return notes

    yield register
    for kind in made:
        subjects._KINDS.pop(kind)


@pytest.fixture
def notes(kinds: Callable[[str, str], Notes]) -> Notes:
    return kinds(KIND, "ghi chú")
