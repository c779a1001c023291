"""Out to a spreadsheet, edited there, back: exactly the edits come in."""

from __future__ import annotations

import csv
import io
import random
from datetime import date, datetime, time

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, NotPermitted
from nghitruong.petitions import exports, services
from nghitruong.petitions.enums import Level
from nghitruong.petitions.models import Field, Petition
from nghitruong.petitions.selectors import edits
from nghitruong.petitions.selectors.lists import with_rows
from tests.factories import AT, TODAY
from tests.petitions import stages

WORDS = [
    "đường",
    "thôn",
    "hỏng",
    "đèn",
    "tắt",
    "cống",
    "nghẹt",
    "rác",
    "trường",
    "xã",
    "mẫu",
    "đề",
    "nghị",
    "sửa",
    "nâng",
    "cấp",
    "=1+1",
    "'nháy'",
    "“ngoặc”;",
    "50%",
    "#3",
]
FIELDS = ("text", "place", "voter", "voices", "field", "level")
LABELS = {"text": "Nội dung", "place": "Nơi nêu", "voter": "Cử tri", "voices": "Số người cùng kiến nghị",
          "field": "Lĩnh vực", "level": "Thẩm quyền"}  # fmt: skip


def sentence(chance: random.Random, least: int = 4) -> str:
    words = " ".join(chance.choices(WORDS, k=chance.randint(least, 30)))
    return words.replace(" đề ", "\nđề ") if chance.random() < 0.2 else words


def register(world, actor, count: int, chance: random.Random) -> list[Petition]:
    return [
        services.receive(
            council=world.council, text=f"{sentence(chance)} số {n}", received_on=TODAY, place=chance.choice(["", "Tổ 3"]),
            voter="Bà Mẫu", voices=chance.randint(1, 9), unit=world.ward, actor=actor, at=AT,
        )
        for n in range(count)
    ]  # fmt: skip


def out(*, with_voter: bool = True) -> list[list[object]]:
    """The register as it lies in the spreadsheet: its rows of cells, the header first."""
    rows = with_rows(Petition.objects.order_by("pk"))
    content = exports.petitions_xlsx(rows, with_voter=with_voter, today=TODAY)
    return [list(row) for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)]


def as_xlsx(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([])
        for place, value in enumerate(row, start=1):
            cell = book.active.cell(book.active._current_row, place)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def as_csv(rows: list[list[object]]) -> bytes:
    told = io.StringIO()
    for row in rows:
        csv.writer(told, delimiter=";").writerow(
            [f"{cell:%d/%m/%Y}" if isinstance(cell, date) else "" if cell is None else cell for cell in row]
        )
    return told.getvalue().encode("utf-8-sig")


def back(rows, actor, *, make=as_xlsx) -> edits.Comparison:
    name = "kien-nghi.xlsx" if make is as_xlsx else "kien-nghi.csv"
    returned = edits.returned_rows(name, make(rows), TODAY)
    return edits.compare_sheet(returned, actor, TODAY)


def state() -> dict[int, tuple[object, ...]]:
    rows = Petition.objects.values_list("pk", "text", "place", "voter", "voices", "field__name", "level")
    return {pk: (" ".join(text.split()), *rest) for pk, text, *rest in rows}


def damaged(rows: list[list[object]], chance: random.Random) -> list[list[object]]:
    """What a spreadsheet program and its user do by the way: columns and rows moved, days as numbers, blanks trimmed."""
    header, *lines = rows
    order = list(range(len(header)))
    chance.shuffle(order)
    lines = [row for row in lines if chance.random() > 0.05]
    chance.shuffle(lines)

    def cell(value: object) -> object:
        if isinstance(value, datetime):
            kinds = (value, (value.date() - date(1899, 12, 30)).days, f"{value:%Y-%m-%d %H:%M:%S}", f"{value:%d-%m-%Y}")
            return chance.choice(kinds)
        if isinstance(value, int):
            return chance.choice([value, str(value), float(value), f"{value}.0"])
        if isinstance(value, str) and not value.startswith("KN"):
            return chance.choice([value, f"  {value} ", value.replace(" ", "\u00a0", 1)])
        return value

    moved = [[row[place] for place in order] for row in [header, *[[cell(one) for one in row] for row in lines]]]
    return [[*row, note] for row, note in zip(moved, ["Ghi chú riêng", *["gấp"] * len(lines)], strict=True)]


@pytest.mark.parametrize(("make", "seed"), [(as_xlsx, 1), (as_csv, 2)])
def test_500_random_edits_come_back_exactly(world, clerk, make, seed):
    chance = random.Random(seed)  # noqa: S311 -- a sample, no secret
    made = register(world, clerk, 120, chance)
    leaves = list(Field.objects.filter(children__isnull=True, council=None))
    header, *rows = out()
    where = {name: header.index(label) for name, label in LABELS.items()}
    key = header.index("Mã")
    numbers = {one.code: one.pk for one in made}
    expected = state()
    told: set[tuple[int, str]] = set()
    while len(told) < 250:
        row = chance.choice(rows)
        pk, name = numbers[row[key]], chance.choice(FIELDS)
        if (pk, name) in told or (name in {"field", "level"} and (pk, "field") in told):
            continue
        known = list(expected[pk])
        if name in {"field", "level"}:
            field, level = chance.choice(leaves), chance.choice(Level.choices)
            row[where["field"]], row[where["level"]] = field.name, str(level[1])
            known[4:6] = [field.name, level[0]]
            told |= {(pk, "field"), (pk, "level")}
        elif name == "voices":
            row[where[name]] = known[3] = known[3] + 1 + chance.randrange(50)
        else:
            said = f"{sentence(chance)} sửa {len(told)}"[: 190 if name == "voter" else 290]
            row[where[name]] = said
            known[FIELDS.index(name)] = " ".join(said.split()) if name == "text" else said
        told.add((pk, name))
        expected[pk] = tuple(known)
    kept = damaged([header, *rows], chance)
    there = {numbers[row[kept[0].index("Mã")].strip().replace("\u00a0", " ")] for row in kept[1:]}
    before = state()

    found = back(kept, clerk, make=make)
    done = services.edit_many(council=world.council, edited=found.edited, actor=clerk, at=AT)

    changed = {pk for pk, _name in told} & there
    assert (found.conflicts, found.refused) == ([], [])
    assert done == len(changed)
    clean = {pk: (row[0], *(" ".join(str(cell or "").split()) for cell in row[1:])) for pk, row in state().items()}
    wanted = {pk: expected[pk] if pk in there else before[pk] for pk in expected}
    assert clean == {
        pk: (row[0], *(" ".join(str(cell or "").split()) for cell in row[1:])) for pk, row in wanted.items()
    }
    edited = {pk for pk, name in told if pk in there and name in {"text", "place", "voter", "voices"}}
    assert set(Entry.objects.filter(deed="petition.edit").values_list("object_id", flat=True)) == edited
    assert back(kept, clerk, make=make).edited == ()


def one_row(world, clerk, **edited: object):
    """A register of one petition, out and back with these cells edited."""
    petition = stages.received(world, clerk)
    header, row = out()
    for label, value in edited.items():
        row[header.index(label)] = value
    return petition, [header, row]


def test_nothing_edited_is_nothing_to_do(world, clerk):
    stages.sorted_(world, clerk)

    found = back(out(), clerk)

    assert (found.edited, found.unchanged) == ((), 1)


def test_a_reader_of_english_edits_the_same_words(world, clerk):
    stages.sorted_(world, clerk)
    header, row = out()
    row[header.index("Thẩm quyền")] = "cấp tỉnh"

    with override("en"):
        found = back([header, row], clerk)

    assert [(c.name, c.after) for one in found.applied for c in one.changes] == [("level", "cấp tỉnh")]


def test_old_and_new_are_shown(world, clerk):
    _petition, rows = one_row(world, clerk, **{"Nơi nêu": "Tổ 9"})

    (one,) = back(rows, clerk).applied

    assert [(c.label, c.before, c.after) for c in one.changes] == [("Nơi nêu", "Phường Mẫu", "Tổ 9")]


def test_somebody_else_changed_the_same_cell(world, clerk):
    petition, rows = one_row(world, clerk, **{"Nội dung": "Bản của tệp (mẫu)"})
    services.edit(
        petition=petition, version=1, text="Bản trong sổ (mẫu)", place="", unit=None, voter="", voices=1, actor=clerk, at=AT
    )  # fmt: skip

    found = back(rows, clerk)
    services.edit_many(council=world.council, edited=found.edited, actor=clerk, at=AT)

    (one,) = found.conflicts
    assert [(c.before, c.after) for c in one.conflicts] == [("Bản trong sổ (mẫu)", "Bản của tệp (mẫu)")]
    assert Petition.objects.get().text == "Bản trong sổ (mẫu)"


def test_somebody_else_changed_another_cell(world, clerk):
    petition, rows = one_row(world, clerk, **{"Nơi nêu": "Tổ 9"})
    services.edit(
        petition=petition, version=1, text="Bản trong sổ (mẫu)", place=petition.place, unit=petition.unit,
        voter=petition.voter, voices=petition.voices, actor=clerk, at=AT,
    )  # fmt: skip

    found = back(rows, clerk)
    services.edit_many(council=world.council, edited=found.edited, actor=clerk, at=AT)

    petition.refresh_from_db()
    assert (petition.text, petition.place) == ("Bản trong sổ (mẫu)", "Tổ 9")


def test_both_made_the_same_edit(world, clerk):
    petition, rows = one_row(world, clerk, **{"Nội dung": "Như nhau (mẫu)"})
    services.edit(
        petition=petition, version=1, text="Như nhau (mẫu)", place=petition.place, unit=petition.unit,
        voter=petition.voter, voices=1, actor=clerk, at=AT,
    )  # fmt: skip

    assert back(rows, clerk).conflicts == []


def test_saved_between_preview_and_deed(world, clerk):
    petition, rows = one_row(world, clerk, **{"Nội dung": "Bản của tệp (mẫu)"})
    found = back(rows, clerk)
    services.edit(
        petition=petition, version=1, text="Nhanh hơn (mẫu)", place="", unit=None, voter="", voices=1, actor=clerk, at=AT
    )  # fmt: skip

    with pytest.raises(Conflict):
        services.edit_many(council=world.council, edited=found.edited, actor=clerk, at=AT)

    assert Petition.objects.get().text == "Nhanh hơn (mẫu)"


@pytest.mark.parametrize(
    ("label", "value", "reason"),
    [
        ("Nội dung", "", "không được để trống"),
        ("Trạng thái", "đã trả lời", "Cột «Trạng thái» không sửa được"),
        ("Hạn trả lời", datetime.combine(TODAY, time()), "Cột «Hạn trả lời» không sửa được"),
        ("Mã", "KN-9999/2026", "Cột «Mã» không sửa được"),
        ("Thẩm quyền", "cấp sao", "Không hiểu «cấp sao»"),
        ("Lĩnh vực", "không có", "Không hiểu «không có»"),
        ("Thẩm quyền", "cấp xã", "cần cả lĩnh vực và cấp"),
        ("Số người cùng kiến nghị", "nhiều", "Không hiểu «nhiều»"),
        ("Nơi nêu", "x" * 301, "dài quá 300 ký tự"),
    ],
)
def test_what_cannot_be_goes_back_with_its_reason(world, clerk, label, value, reason):
    _petition, rows = one_row(world, clerk, **{label: value})

    found = back(rows, clerk)

    assert found.applied == []
    assert reason in found.refused[0].reason


def test_what_has_gone_out_stays_as_it_went(world, clerk):
    stages.forwarded(world, clerk)
    header, row = out()
    row[header.index("Nội dung")] = "Đổi sau khi chuyển (mẫu)"

    (one,) = back([header, row], clerk).refused

    assert "đã chuyển đi" in one.reason


def test_unknown_new_and_doubled_rows(world, clerk, stranger):
    _petition, (header, row) = one_row(world, clerk, **{"Nơi nêu": "Tổ 9"})
    mark = len(header) - 1
    strange, new = list(row), list(row)
    strange[mark] = str(row[mark]).replace("KN", "KN99", 1)
    new[mark] = None

    found = back([header, row, strange, new, row], clerk)

    assert [one.number for one in found.applied] == [2]
    assert [one.reason.split(":")[0] for one in found.refused] == [
        "Kiến nghị của dòng này không có trong sổ của cơ quan mình.",
        "Dòng không có dấu nhận",
        "Kiến nghị này đã có ở dòng 2 của tệp.",
    ]
    assert [one.petition for one in back([header, row], stranger).refused] == [None]


def test_renamed_dropped_and_added_columns(world, clerk):
    chance = random.Random(5)  # noqa: S311 -- a sample, no secret
    register(world, clerk, 6, chance)
    header, *rows = out()
    text, place, state_ = (header.index(name) for name in ("Nội dung", "Nơi nêu", "Trạng thái"))
    rows[0][text] = "Câu chữ mới của dòng đầu (mẫu)"
    kept = [
        [cell for at, cell in enumerate([*row, extra]) if at not in {place, state_}]
        for row, extra in zip([header, *rows], ["Người rà soát", *["An"] * 6], strict=True)
    ]
    kept[0][kept[0].index("Nội dung")] = "Ý nguyện cử tri"

    found = back(kept, clerk)

    assert [[c.name for c in one.changes] for one in found.applied] == [["text"]]
    assert found.unchanged == 5
    assert found.remarks == (
        "Cột «Ý nguyện cử tri» được đọc là «Nội dung».",
        "Cột «Người rà soát» không có khi xuất bảng nên không được đọc.",
    )


def test_who_may_not_import_edits_nothing(world, clerk, delegate):
    _petition, rows = one_row(world, clerk, **{"Nơi nêu": "Tổ 9"})
    found = back(rows, clerk)

    with pytest.raises(NotPermitted):
        services.edit_many(council=world.council, edited=found.edited, actor=delegate, at=AT)


def test_the_pages(world, clerk, signed_in):
    petition, _rows = one_row(world, clerk)
    client = signed_in(clerk)
    content = b"".join(client.get("/kien-nghi/tai-bang.xlsx"))
    rows = [list(row) for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows(values_only=True)]
    rows[1][rows[0].index("Nội dung")] = "Sửa trong bảng tính (mẫu)"

    sent = client.post("/kien-nghi/nhap-tep/", {"upload": SimpleUploadedFile("kn.xlsx", as_xlsx(rows))})
    shown = client.get(sent["Location"]).content.decode()
    done = client.post(sent["Location"])

    assert "Sửa 1 kiến nghị" in shown
    assert f"<del>{petition.text}</del>" in shown
    assert done["Location"] == "/kien-nghi/"
    assert Petition.objects.get().text == "Sửa trong bảng tính (mẫu)"


def test_an_ordinary_file_is_no_returned_one():
    assert edits.returned_rows("a.csv", "Nội dung;Ngày\nĐường hỏng;01/02/2026".encode(), TODAY) is None
