import importlib
import io
import json
import random
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection, transaction

from nghitruong.audit import selectors as journal
from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry, Head
from nghitruong.audit.rules import Anchor
from nghitruong.base.subjects import Subject
from tests.factories import AT

guards = importlib.import_module("nghitruong.audit.migrations.0003_head_at_the_end")
LENGTH = 12


@pytest.fixture
def chain(clerk, world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(LENGTH):
            audit.record(
                deed="organ.note",
                subject=world.council,
                actor=clerk,
                at=AT + timedelta(minutes=number),
                changes={"lượt": number, "ngày": AT.date(), "danh sách": ["a", "b"]},
            )
    return list(Entry.objects.order_by("seq"))


@pytest.fixture
def open_safe(chain):
    """An attacker who owns the database drops the triggers first."""
    with connection.cursor() as cursor:
        for statement in guards.lifting(connection.vendor):
            cursor.execute(statement)
    return chain


def edit(entry, chance):
    name = chance.choice([f.attname for f in Entry._meta.concrete_fields if f.attname != "seq"])
    old = getattr(entry, name)
    if name == "at":
        new = old + timedelta(microseconds=chance.randint(1, 10**6))
    elif name == "changes":
        new = {**old, "lượt": 99}
    elif name in {"digest", "previous"}:
        new = old[:-1] + ("0" if old[-1] != "0" else "1")
    elif isinstance(old, str):
        new = old + "."
    else:
        new = (old or 0) + 1
    Entry.objects.filter(seq=entry.seq).update(**{name: new})


def delete(entry, chance):
    Entry.objects.filter(seq=entry.seq).delete()


def insert(entry, chance):
    for later in Entry.objects.filter(seq__gte=entry.seq).order_by("-seq"):
        Entry.objects.filter(seq=later.seq).update(seq=later.seq + 1)
    Entry.objects.bulk_create([entry])


def swap(entry, chance):
    other = Entry.objects.exclude(seq=entry.seq).order_by("seq")[chance.randrange(LENGTH - 1)]
    Entry.objects.filter(seq=entry.seq).update(seq=10_000)
    Entry.objects.filter(seq=other.seq).update(seq=entry.seq)
    Entry.objects.filter(seq=10_000).update(seq=other.seq)


def back_date(entry, chance):
    Entry.objects.filter(seq=entry.seq).update(at=entry.at - timedelta(days=chance.randint(1, 900)))


def cut_the_tail(entry, chance):
    Entry.objects.filter(seq__gte=entry.seq).delete()


def cut_the_tail_and_put_the_head_back(entry, chance):
    cut_the_tail(entry, chance)
    Head.objects.update(seq=entry.seq - 1, digest=entry.previous)


def put_the_head_back(entry, chance):
    Head.objects.update(seq=entry.seq - 1, digest=entry.previous)


ATTACKS = [
    edit,
    delete,
    insert,
    swap,
    back_date,
    cut_the_tail,
    cut_the_tail_and_put_the_head_back,
    put_the_head_back,
]


def test_verify_finds_200_of_200_changes(open_safe):
    chance = random.Random(2026)  # noqa: S311 -- repeatable, not secret
    missed = []
    for number in range(200):
        attack = ATTACKS[number % len(ATTACKS)]
        victim = chance.choice(open_safe)
        with transaction.atomic():
            attack(Entry.objects.get(seq=victim.seq), chance)
            if journal.verify().ok:
                missed.append((number, attack.__name__, victim.seq))
            transaction.set_rollback(True)

    assert missed == []
    assert journal.verify().ok


def test_verify_names_the_first_broken_link(open_safe):
    Entry.objects.filter(seq__in=[5, 9]).update(actor="Người khác")

    found = journal.verify()

    assert (found.entries, found.first_bad, found.why) == (4, 5, "Nội dung dòng số 5 đã bị sửa sau khi ghi.")


def test_verify_tells_a_cut_tail_even_after_new_lines(open_safe, clerk, world, django_capture_on_commit_callbacks):
    cut_the_tail_and_put_the_head_back(open_safe[8], None)
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(7):
            audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT)

    found = journal.verify()

    assert (found.first_bad, Entry.objects.count()) == (12, 15)


def test_verify_refuses_a_forged_anchor(chain):
    genuine = journal.anchor_file().read_bytes()
    forged = Anchor(3, chain[2].digest).slot("another key")
    journal.anchor_file().write_bytes(forged + forged)

    assert journal.verify().why == "Tệp neo của nhật ký không do hệ thống này ghi."
    assert len(genuine) == 2 * len(forged)


def test_anchor_survives_a_torn_write(chain):
    file = journal.anchor_file()
    torn = bytearray(file.read_bytes())
    torn[30:60] = bytes(30)
    file.write_bytes(torn)

    assert journal.anchor() == Anchor(LENGTH - 1, chain[-2].digest)
    assert journal.verify().ok


def test_anchor_that_cannot_be_written_stops_no_deed(chain, clerk, world, django_capture_on_commit_callbacks, caplog):
    journal.anchor_file().unlink()
    journal.anchor_file().mkdir()
    try:
        with django_capture_on_commit_callbacks(execute=True):
            audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT)
    finally:
        journal.anchor_file().rmdir()

    assert "anchor could not be moved" in caplog.text
    assert journal.verify().ok


def test_anchor_catches_up_after_a_gap(chain, clerk, world, django_capture_on_commit_callbacks):
    audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT)
    with django_capture_on_commit_callbacks(execute=True):
        audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT)

    assert journal.anchor().seq == LENGTH + 2
    assert journal.verify().ok


def test_record_costs_three_statements(clerk, django_assert_num_queries):
    audit.record(deed="test.note", subject=Subject("test.thing", 1), actor=clerk, at=AT)
    with django_assert_num_queries(3):
        audit.record(deed="test.note", subject=Subject("test.thing", 1), actor=clerk, at=AT)


def test_audit_verify_command_answers_in_json(open_safe):
    out = io.StringIO()
    call_command("audit_verify", json=True, stdout=out)
    assert json.loads(out.getvalue()) == {"entries": LENGTH, "ok": True, "first_bad": None, "why": ""}


def test_audit_verify_command_fails_on_a_broken_chain(open_safe):
    Entry.objects.filter(seq=7).delete()
    out, err = io.StringIO(), io.StringIO()
    with pytest.raises(SystemExit) as stop:
        call_command("audit_verify", json=True, stdout=out, stderr=err)
    assert (stop.value.code, json.loads(out.getvalue())["first_bad"]) == (1, 7)
    assert "Thiếu dòng số 7" in err.getvalue()
