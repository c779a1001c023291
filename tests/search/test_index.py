from __future__ import annotations

from datetime import timedelta

from nghitruong.audit import services as audit
from nghitruong.base.actor import SYSTEM, Actor
from nghitruong.base.subjects import Subject
from nghitruong.search import selectors, services
from nghitruong.search.models import Indexed
from tests import factories as make
from tests.search.conftest import KIND, Notes


def found(words: str) -> list[int]:
    return [hit.id for hit in selectors.find(words, SYSTEM).hits]


def test_a_deed_brings_its_record_into_the_index(notes: Notes, clerk: Actor):
    note = notes.add("cầu treo")
    note.title, note.body = "cầu cứng", "bắc qua suối"
    audit.record(deed="note.edit", subject=Subject(KIND, note.pk), actor=clerk, at=make.AT)

    assert (found("cầu treo"), found("cầu cứng"), found("suối")) == ([], [1], [1])


def test_a_record_that_is_gone_leaves_the_index(notes: Notes, clerk: Actor):
    note = notes.add("cầu treo")
    del notes.rows[note.pk]
    audit.record(deed="note.remove", subject=Subject(KIND, note.pk), actor=clerk, at=make.AT)

    assert Indexed.objects.count() == 0


def test_indexing_twice_changes_nothing(notes: Notes):
    notes.add("cầu treo")
    before = Indexed.objects.get()

    assert services.index_many(kind=KIND, ids=[1]) == 0
    services.index(subject=Subject(KIND, 1))
    assert Indexed.objects.get().pk == before.pk


def test_a_record_whose_time_moves_changes_its_place(notes: Notes):
    old, _new = notes.add("cầu cũ"), notes.add("cầu mới")
    assert found("cầu") == [2, 1]

    old.at += timedelta(days=1)
    services.index(subject=Subject(KIND, old.pk))

    assert found("cầu") == [1, 2]


def test_records_that_want_one_place_both_find_room(notes: Notes):
    notes.add("cầu một", at=make.AT)
    notes.rows[2**24 + 1] = type(notes.rows[1])(2**24 + 1, "cầu hai", "", make.AT)
    services.index_many(kind=KIND, ids=[2**24 + 1])

    assert sorted(found("cầu")) == [1, 2**24 + 1]


def test_a_kind_nobody_knows_is_let_pass(clerk: Actor):
    audit.record(deed="thing.make", subject=Subject("tests.unknown", 1), actor=clerk, at=make.AT)

    assert services.index_many(kind="tests.unknown", ids=[1]) == 0
    assert Indexed.objects.count() == 0


def test_a_registered_maker_goes_before_the_kinds_own(notes: Notes):
    from nghitruong.base.subjects import Words
    from nghitruong.search.services.index import _MAKERS

    services.register(KIND, lambda note: Words(title="thay thế", at=note.at) if note.pk == 1 else None)
    notes.add("một")
    notes.add("hai")
    _MAKERS.pop(KIND)

    assert [row.title for row in Indexed.objects.all()] == ["thay thế"]


def test_a_very_long_body_is_indexed(notes: Notes):
    notes.add("dài", " ".join(f"từ{number}x{number * 7}" for number in range(40_000)))

    assert found("tu 99") == [1]
