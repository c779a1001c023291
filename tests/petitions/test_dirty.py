"""Every kind of dirty file: at least 95 rows of 100 come in as they should, and no line is lost without a word."""

from __future__ import annotations

import io

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.language import fold
from nghitruong.language.sheets import read_tables
from nghitruong.petitions import rules, selectors, services
from nghitruong.petitions.models import ImportBatch, Petition
from nghitruong.petitions.selectors.imports import layouts_of, read_file
from tests.factories import AT, TODAY
from tests.petitions.dirty import KINDS, clean, xlsx


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


def test_what_an_office_says_its_columns_hold_is_remembered(world, clerk):
    book = xlsx([["#", "Diễn giải", "Bàn về"], ["1", "Thôn Mẫu", "Đường hỏng (mẫu)"]])
    (shape,) = layouts_of(rules.read_rows(read_tables("a.xlsx", xlsx([["#", "Nội dung", "X"], ["1", "a", "b"]]))))
    with pytest.raises(Invalid, match="Hãy chọn một cột"):
        services.read_columns(council=world.council, shape=shape.shape, columns={1: "place"}, actor=clerk, at=AT)

    services.read_columns(council=world.council, shape=shape.shape, columns={1: "place", 2: "text"}, actor=clerk, at=AT)

    again = xlsx([["#", "Nội dung", "X"], ["1", "Thôn Mẫu", "Đường hỏng (mẫu)"]])
    (row,) = read_file("a.xlsx", again, council=world.council).rows
    (elsewhere,) = read_file("a.xlsx", again, council=world.other_council).rows
    assert (row.get("place"), row.get("text")) == ("Thôn Mẫu", "Đường hỏng (mẫu)")
    assert elsewhere.get("text") == "Thôn Mẫu"
    with pytest.raises(Invalid):
        read_file("a.xlsx", book)


def test_nobody_else_says_it(world, stranger):
    with pytest.raises(NotPermitted):
        services.read_columns(council=world.council, shape="x", columns={0: "text"}, actor=stranger, at=AT)


def test_the_preview_shows_notes_and_lets_columns_be_corrected(world, clerk, signed_in):
    client = signed_in(clerk)
    upload = io.BytesIO(xlsx([["Nội dung", "Ghi thêm"], ["Thôn Mẫu", "Đường hỏng (mẫu)"], ["Cộng", "1"]]))
    upload.name = "a.xlsx"
    preview = client.post("/kien-nghi/nhap-tep/", {"upload": upload}).url
    assert "dòng cộng" in client.get(preview).content.decode()

    again = client.post(f"{preview}cot/", {"b0-c0": "place", "b0-c1": "text"}, follow=True)
    client.post(preview)

    assert "nhớ cho lần sau" in again.content.decode()
    assert Petition.objects.values_list("text", "place").get() == ("Đường hỏng (mẫu)", "Thôn Mẫu")
    assert ImportBatch.objects.get().notes[-1]["words"] == "Cộng · 1"
