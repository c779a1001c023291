"""A file comes in whole: every row accounted for, the same file twice changes nothing."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghitruong.config.cli import main
from nghitruong.petitions import rules, selectors, services
from nghitruong.petitions.models import ImportBatch, Petition
from nghitruong.petitions.selectors.imports import rows_of
from tests.factories import AT, TODAY

REAL = Path("../shared/real/petitions.jsonl")
NAMES = {
    "id": "Mã số", "text": "Nội dung kiến nghị", "place": "Địa bàn", "date": "Ngày", "field": "Lĩnh vực",
    "competence": "Thẩm quyền", "answer": "Trả lời", "answering_agency": "Cơ quan trả lời", "status": "Tình trạng",
    "session": "Kỳ họp", "petitioner": "Cử tri", "channel": "Nguồn",
}  # fmt: skip


def records() -> list[dict[str, str]]:
    return [json.loads(line) for line in REAL.read_text(encoding="utf-8").splitlines() if line.strip()]


def table() -> list[list[str]]:
    keys = list(NAMES)
    return [["STT", *NAMES.values()]] + [
        [str(place), *[str(row.get(key) or "") for key in keys]] for place, row in enumerate(records(), start=1)
    ]


def as_xlsx() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["TỔNG HỢP Ý KIẾN, KIẾN NGHỊ CỬ TRI"])
    book.active.append([])
    for row in table():
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_csv() -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(table())
    return ("\ufeff" + out.getvalue()).encode()


def as_docx() -> bytes:
    document = Document()
    rows = table()
    grid = document.add_table(rows=len(rows), cols=len(rows[0]))
    for cells, row in zip(grid.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def take(name: str, content: bytes, world, actor) -> ImportBatch:
    planned = selectors.plan(rows_of(name, content), council=world.council, point=None, today=TODAY)
    return services.take_in(council=world.council, name=name, planned=planned, actor=actor, at=AT)


real = pytest.mark.skipif(not REAL.exists(), reason="the real petitions are not beside this checkout")


@real
@pytest.mark.parametrize(
    ("name", "content"),
    [("p.jsonl", REAL.read_bytes), ("p.xlsx", as_xlsx), ("p.csv", as_csv), ("p.docx", as_docx)],
    ids=["jsonl", "xlsx", "csv", "docx"],
)
def test_185_real_rows_in_none_lost(world, clerk, name, content):
    first = take(name, content(), world, clerk)
    again = take(name, content(), world, clerk)

    assert (first.rows, first.accepted, first.unchanged, first.rejected) == (185, 185, 0, [])
    assert (again.rows, again.accepted, again.unchanged) == (185, 0, 185)
    texts = sorted(" ".join(row["text"].split()) for row in records())
    assert sorted(" ".join(text.split()) for text in Petition.objects.values_list("text", flat=True)) == texts


def lines(*rows: dict[str, str]) -> bytes:
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()


def test_each_bad_row_goes_back_with_its_reason(world, clerk):
    batch = take(
        "p.jsonl",
        lines({"text": "Đường hỏng (mẫu)", "date": "01/02/2026"}, {"text": "", "place": "Tổ 1"},
              {"text": "Đèn tắt (mẫu)", "date": "31/02/2026"}, {"text": "Cống nghẹt (mẫu)", "date": "01/01/2031"}),
        world, clerk,
    )  # fmt: skip

    assert [(row["row"], row["reason"]) for row in batch.rejected] == [
        (2, "Thiếu nội dung kiến nghị."),
        (3, "Không đọc được ngày «31/02/2026»."),
        (4, "Ngày «01/01/2031» ở tương lai."),
    ]
    assert batch.rows == batch.accepted + batch.unchanged + len(batch.rejected) == 4


def test_an_own_number_with_other_words_is_not_overwritten(world, clerk):
    take("p.jsonl", lines({"id": "A1", "text": "Bản một (mẫu)"}), world, clerk)

    batch = take("p.jsonl", lines({"id": "A1", "text": "Bản hai (mẫu)"}), world, clerk)

    assert "đã có trong sổ (KN-0001/2026) với nội dung khác" in batch.rejected[0]["reason"]
    assert Petition.objects.get().text == "Bản một (mẫu)"


def test_what_the_file_says_beside_the_words_is_kept(world, clerk):
    take("p.jsonl", lines({"text": "Đường hỏng (mẫu)", "answer": "Đã sửa", "Ghi chú riêng": "gấp"}), world, clerk)

    assert Petition.objects.get().source == {"answer": "Đã sửa", "Ghi chú riêng": "gấp"}


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.text(max_size=12), st.text(max_size=8), st.sampled_from(["", "01/02/2026", "x"])), max_size=12
    )
)
def test_rows_in_are_always_accounted_for(world, clerk, rows):
    listed = [
        rules.FileRow(place, {"text": t.strip(), "ref": r.strip(), "date": d}) for place, (t, r, d) in enumerate(rows)
    ]

    planned = selectors.plan(listed, council=world.council, point=None, today=TODAY)

    assert [p.row.number for p in planned] == list(range(len(rows)))
    assert all(p.reason for p in planned if p.verdict == "reject")


def test_the_command_prints_its_contract(world, tmp_path, capsys):
    file = tmp_path / "p.jsonl"
    file.write_bytes(lines({"text": "Đường hỏng (mẫu)"}, {"text": ""}))

    code = main(["petitions", "import", str(file), "--council", "99001", "--json"])

    told = json.loads(capsys.readouterr().out)
    assert (code, told) == (
        0,
        {"rows": 2, "accepted": 1, "unchanged": 0, "rejected": [{"row": 2, "reason": "Thiếu nội dung kiến nghị."}],
         "repeats": [], "notes": [], "import": ImportBatch.objects.get().pk},
    )  # fmt: skip


def test_a_dry_run_writes_nothing(world, tmp_path, capsys):
    file = tmp_path / "p.jsonl"
    file.write_bytes(lines({"text": "Đường hỏng (mẫu)"}))

    assert main(["petitions", "import", str(file), "--council", "99001", "--dry-run", "--json"]) == 0
    assert not Petition.objects.exists()


def test_an_unknown_unit_is_refused_in_words(world, tmp_path, capsys):
    file = tmp_path / "p.jsonl"
    file.write_bytes(lines({"text": "Đường hỏng (mẫu)"}))

    assert main(["petitions", "import", str(file), "--council", "00000"]) == 1
    assert "mã 00000" in capsys.readouterr().err


def test_the_pages_lead_from_file_to_register(world, clerk, signed_in):
    client = signed_in(clerk)
    upload = io.BytesIO(lines({"text": "Đường hỏng (mẫu)"}, {"text": ""}))
    upload.name = "p.jsonl"

    preview = client.post("/kien-nghi/nhap-tep/", {"upload": upload})
    shown = client.get(preview.url).content.decode()
    done = client.post(preview.url)

    assert "2 dòng: 1 sẽ được nhận, 0 đã có trong sổ, 1 bị loại" in shown
    assert "Thiếu nội dung kiến nghị." in client.get(done.url).content.decode()
    book = openpyxl.load_workbook(io.BytesIO(client.get(f"{done.url}bi-loai.xlsx").content))
    assert book.active["B2"].value == "Thiếu nội dung kiến nghị."


@pytest.mark.parametrize(
    ("content", "words"), [(b"%PDF-1.4 x", "không phải bảng tính"), (b"ten;tuoi\na;1\n", "không có cột")]
)
def test_a_wrong_file_is_refused_and_nothing_is_lost(world, clerk, signed_in, content, words):
    upload = io.BytesIO(content)
    upload.name = "p.csv"

    response = signed_in(clerk).post("/kien-nghi/nhap-tep/", {"upload": upload})

    assert response.status_code == 422
    assert words in response.content.decode()


def test_an_export_never_starts_a_formula(world, clerk, signed_in):
    take("p.jsonl", lines({"text": "=HYPERLINK(1) (mẫu)"}), world, clerk)

    book = openpyxl.load_workbook(io.BytesIO(signed_in(clerk).get("/kien-nghi/tai-bang.xlsx").content))

    assert (book.active["C2"].value, book.active["C2"].data_type) == ("=HYPERLINK(1) (mẫu)", "s")
