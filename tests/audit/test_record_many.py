"""Many lines of one deed at once."""

import pytest
from django.db import DatabaseError, connection, transaction

from nghitruong.audit import selectors as journal
from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry, Head
from nghitruong.audit.services import Line
from nghitruong.base.subjects import Subject
from tests.factories import AT


def lines(count):
    return [Line(Subject("test.thing", n), {"số": n}, f"Vật {n}") for n in range(count)]


def test_many_lines_are_one_chain_in_three_statements(clerk, world, django_assert_num_queries):
    audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT)

    with django_assert_num_queries(3):
        made = audit.record_many(deed="test.note", lines=lines(40), actor=clerk, at=AT)
    audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT)

    assert [entry.seq for entry in made] == list(range(2, 42))
    assert [entry.label for entry in Entry.objects.filter(deed="test.note").order_by("seq")][::39] == [
        "Vật 0",
        "Vật 39",
    ]
    assert Head.objects.get().seq == 42
    assert journal.verify().ok


def test_followers_hear_of_each(clerk, world, monkeypatch):
    heard = []
    monkeypatch.setattr(audit, "_FOLLOWERS", [("test.", lambda entry, _actor: heard.append(entry.object_id))])

    audit.record_many(deed="test.note", lines=lines(3), actor=clerk, at=AT)

    assert heard == [0, 1, 2]


def test_the_anchor_moves_to_the_last(clerk, world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        audit.record_many(deed="test.note", lines=lines(5), actor=clerk, at=AT)
        audit.record_many(deed="test.note", lines=lines(5), actor=clerk, at=AT)

    assert journal.anchor().seq == 10


def test_no_line_writes_nothing(clerk, world):
    assert audit.record_many(deed="test.note", lines=[], actor=clerk, at=AT) == []
    assert Entry.objects.count() == 0


def test_the_head_goes_nowhere_but_to_the_end(clerk, world):
    audit.record_many(deed="test.note", lines=lines(5), actor=clerk, at=AT)

    for seq in (3, 5, 7):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE audit_head SET seq = %s", [seq])
