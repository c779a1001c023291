"""The annexes of a report: figures equal their lists; screen, Word and spreadsheet hold the same cells."""

from __future__ import annotations

import datetime as dt
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document
from openpyxl import load_workbook

from nghitruong.petitions import exports, services
from nghitruong.petitions.enums import Appraised, Outcome
from nghitruong.petitions.models import Petition
from nghitruong.petitions.selectors import annexes
from nghitruong.petitions.selectors.figures import Scope
from tests import factories as make
from tests.factories import AT, TODAY
from tests.petitions import stages

SPAN = "since=2026-01-01&until=2026-03-02&as_of=2026-03-02"
NAMES = [kind.name for kind in annexes.KINDS]


@pytest.fixture
def some(world, clerk, chair):
    """One petition for each annex, and some for none."""
    stages.received(world, clerk)
    stages.forwarded(world, clerk)
    stages.answered(world, clerk, outcome=Outcome.UNSETTLED).answers.update(reason="needs_law")
    named = stages.answered(world, clerk, outcome=Outcome.EXPLAINED)
    named.answers.update(text="Đã có Quyết định số 12/2026/QĐ-UBND ngày 03/02/2026 về việc này.")
    services.assess(
        petition=named, organ=world.standing, verdict=Appraised.POOR, text="Chưa rõ", on=TODAY, actor=clerk, at=AT
    )
    carried = stages.answered(world, clerk, outcome=Outcome.IN_PROGRESS)
    above = stages.forwarded(world, clerk)
    Petition.objects.filter(pk=carried.pk).update(carried=2)
    Petition.objects.filter(pk=above.pk).update(level="central")
    stages.accepted(world, clerk, chair)
    point = make.contact_point(make.contact_round(world.council))
    point.groups.add(world.group)
    Petition.objects.filter(pk=above.pk).update(point=point)


def found(world, clerk, name: str) -> annexes.Annex:
    scope = Scope(council=world.council, since=dt.date(2026, 1, 1), until=TODAY, as_of=TODAY)
    kind = annexes.kind_of(name)
    assert kind is not None
    return annexes.annex(kind, scope, clerk, most=200)


@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("van-ban", 1), ("sua-quy-dinh", 1), ("ket-qua-nhieu-ky", 1), ("con-ton", 1), ("trong-ky", 4),
        ("giam-sat", 1), ("tap-hop-tra-loi", 4), ("len-cap-tren", 1),
    ],
)  # fmt: skip
def test_list_holds_what_it_counts(world, clerk, some, name, number):
    annex = found(world, clerk, name)

    assert (annex.total.value, len(annex.rows)) == (number, number)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_opens_exactly_its_list(world, clerk, some, signed_in, name):
    annex = found(world, clerk, name)
    counted = [(cell.value, cell.url) for row in annex.rows for cell in row if cell.is_number and cell.url]
    counted += [(annex.total.value, annex.total.url)] if annex.total else []
    client = signed_in(clerk)

    assert [(n, url) for n, url in counted if client.get(url).context["total"] != n] == []
    assert counted


@pytest.mark.parametrize("name", ["ket-qua", "theo-co-quan"])
def test_said_to_be_settled_and_accepted_stand_side_by_side(world, clerk, some, name):
    stages.answered(world, clerk, Outcome.SETTLED)

    annex = found(world, clerk, name)

    said, accepted = annex.heads.index("Trả lời là đã giải quyết xong"), annex.heads.index("Đã giải quyết xong")
    total = annex.rows[-1]
    rows = Petition.objects.all()
    assert accepted == said + 1
    assert total[said].value == rows.filter(outcome=Outcome.SETTLED).count()
    assert total[accepted].value == rows.filter(settled_on__isnull=False).count() == 1
    assert "tinh-trang=da-giai-quyet" in total[accepted].url
    assert {len(row) for row in annex.rows} == {len(annex.heads)}


def test_texts_are_quoted_as_the_answer_names_them(world, clerk, some):
    (row,) = found(world, clerk, "van-ban").rows

    assert row[-1].value == "Quyết định số 12/2026/QĐ-UBND ngày 03/02/2026"


def test_documents_are_listed_with_their_days(world, clerk, some):
    (row,) = found(world, clerk, "ngay-nhan").rows

    assert (row[1].value, row[2].value, row[5].value) == ("57/KT", TODAY - dt.timedelta(days=10), 4)


@pytest.mark.parametrize("name", NAMES)
def test_screen_and_files_hold_the_same_cells(world, clerk, some, signed_in, name):
    annex = found(world, clerk, name)
    client = signed_in(clerk)
    client.get("/kien-nghi/phu-luc/")

    with CaptureQueriesContext(connection) as asked:
        page = client.get(f"/kien-nghi/phu-luc/{name}/?{SPAN}")
    word = Document(io.BytesIO(client.get(f"/kien-nghi/phu-luc/{name}.docx?{SPAN}").content))
    sheet = load_workbook(io.BytesIO(client.get(f"/kien-nghi/phu-luc/{name}.xlsx?{SPAN}").content)).active

    firsts = [str(row[0].value) for row in annex.rows]
    assert len(asked) <= 12
    assert [str(row[0].value) for row in page.context["annex"].rows] == firsts
    assert [str(row[0].value) for row in sheet.iter_rows(min_row=2)] == firsts
    if firsts:
        grid = max(word.tables, key=lambda table: len(table.rows))
        assert [row.cells[0].text for row in grid.rows][1:] == firsts


def test_annexes_are_refused_to_the_agency(world, agency_officer, signed_in):
    page = signed_in(agency_officer).get("/kien-nghi/phu-luc/con-ton/").content.decode()

    assert "Báo cáo này dành cho Hội đồng nhân dân" in page


def test_the_page_says_why_numbers_are_left_out(clerk, signed_in):
    page = signed_in(clerk).get(f"/kien-nghi/phu-luc/?{SPAN}").content.decode()

    assert [kind.number for kind in annexes.KINDS] == ["1", "2", "3", "4", "5", "5b", "6", *map(str, range(9, 16))]
    assert "không có báo cáo kiến nghị cử tri nào mang số 7 và 8" in page


def test_unknown_annex_is_not_there(world, clerk, signed_in):
    assert signed_in(clerk).get("/kien-nghi/phu-luc/khong-co/").status_code == 404


def test_wide_annexes_lie_along_the_page(world, clerk):
    scope = Scope(world.council, dt.date(2026, 1, 1), TODAY, TODAY)

    for kind in annexes.KINDS:
        made = exports.annex_docx(annexes.annex(kind, scope, clerk, most=10), scope)
        section = Document(io.BytesIO(made)).sections[0]
        assert section.page_width > section.page_height, kind.name


def test_an_annex_goes_with_the_report_and_bears_no_number_of_its_own(world, clerk):
    made = exports.annex_docx(found(world, clerk, "con-ton"), Scope(world.council, dt.date(2026, 1, 1), TODAY, TODAY))

    lines = [paragraph.text for paragraph in Document(io.BytesIO(made)).paragraphs if paragraph.text]

    assert lines[:2] == ["Phụ lục 5", "KIẾN NGHỊ CÒN TỒN QUA NHIỀU KỲ HỌP"]
    assert lines[2].startswith("(Kèm theo Báo cáo số")
    assert world.council.name in lines[2]
    assert not any("CỘNG HÒA" in line or "/PL-" in line for line in lines)
