"""Every kind of dirty file: at least 95 rows of 100 come in as they should, and no line is lost without a word."""

from __future__ import annotations

import pytest

from nghitruong.language import fold
from nghitruong.language.sheets import read_tables
from nghitruong.petitions import rules, selectors
from tests.factories import TODAY
from tests.petitions.dirty import KINDS, clean


def told(planned) -> tuple:
    row = planned.row
    return (
        fold(row.get("text")),
        fold(row.get("place")),
        planned.on,
        fold(row.get("field")),
        rules.voices(row),
        fold(row.get("answer")),
    )


def wanted(row) -> tuple:
    return (fold(row.text), fold(row.place), row.on, fold(row.field), row.voices, fold(row.answer))


def judged(kind, world) -> tuple[float, int, list, list]:
    """Return (share of rows in as they should, rows too many, what is missing, lines that nothing tells of)."""
    name, content, rows = kind(clean())
    tables = read_tables(name, content)
    reading = rules.read_rows(tables)
    planned = selectors.plan(reading.rows, council=world.council, point=None, today=TODAY)
    has_date, has_field, has_voices = (
        {key for row in reading.rows for key in row.values} >= {one} for one in ("date", "field", "voices")
    )
    shown = [p for p in planned if p.verdict == "accept"]

    def cut(one: tuple) -> tuple:
        return (
            *one[:2],
            one[2] if has_date else None,
            one[3] if has_field else "",
            one[4] if has_voices else 1,
            one[5],
        )

    found = [cut(told(p)) for p in shown]
    missing = [cut(wanted(row)) for row in rows if cut(wanted(row)) not in found]
    named = {(row.table, row.number) for row in reading.rows} | {(note.table, note.number) for note in reading.notes}
    lines = {
        (table.name if len(tables) > 1 else "", table.first + place)
        for table in tables
        for place, row in enumerate(table.rows)
        if any(row)
    }
    too_many = max(0, len(planned) - len(rows))
    return 1 - len(missing) / len(rows), too_many, [*missing, *found[: bool(missing)]], sorted(lines - named)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_dirty_file_comes_in(world, kind):
    share, too_many, missing, lost = judged(kind, world)

    assert (share >= 0.95, too_many, lost) == (True, 0, []), missing[:3]


def test_there_are_thirty_kinds_at_least():
    assert len(set(KINDS)) >= 30
