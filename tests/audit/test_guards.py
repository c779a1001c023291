import importlib

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry, Head
from tests.factories import AT

guards = importlib.import_module("nghitruong.audit.migrations.0003_head_at_the_end")


@pytest.fixture
def three_lines(clerk, world):
    return [audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT) for _ in range(3)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entry SET actor = 'Ai đó' WHERE seq = 2",
        "DELETE FROM audit_entry WHERE seq = 3",
        "DELETE FROM audit_entry",
        "UPDATE audit_head SET seq = 1",
        "UPDATE audit_head SET seq = seq + 2",
        "DELETE FROM audit_head",
    ],
)
def test_guards_refuse_changes(three_lines, statement):
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert Entry.objects.count() == 3
    assert Head.objects.get().seq == 3


@pytest.mark.parametrize("seq", [0, 2, 5])
def test_guards_refuse_a_line_not_at_the_end(three_lines, seq):
    stray = three_lines[1]
    stray.seq = seq

    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        Entry.objects.bulk_create([stray])


def test_guards_refuse_truncate(three_lines):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has no TRUNCATE")
    for table in ("audit_entry", "audit_head"):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {table}")


@pytest.mark.django_db(transaction=True)
def test_guards_can_be_taken_off_and_laid_again():
    call_command("migrate", "audit", "0001", verbosity=0)
    try:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM audit_entry")
    finally:
        call_command("migrate", "audit", verbosity=0)
    Head.objects.create()
    with pytest.raises(DatabaseError, match="only grows"):
        Head.objects.all().delete()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite always goes by the key")
def test_guards_never_read_the_whole_journal(clerk, world):
    def whole_reads():
        with connection.cursor() as cursor:
            cursor.execute("SELECT seq_scan FROM pg_stat_xact_user_tables WHERE relname = 'audit_entry'")
            return cursor.fetchone()[0]

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE audit_entry")  # as on the first day: the planner knows an empty table
    before = whole_reads()

    for _line in range(8):
        audit.record(deed="organ.note", subject=world.council, actor=clerk, at=AT)

    assert whole_reads() == before
