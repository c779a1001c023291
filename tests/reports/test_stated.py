"""Figures that documents state stand in a report as given, each with its words."""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from docx import Document as Word
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghitruong.base.actor import SYSTEM
from nghitruong.base.errors import Conflict
from nghitruong.base.subjects import Subject
from nghitruong.documents import services as documents
from nghitruong.documents.models import StatedFigure
from nghitruong.intake import services as intake
from nghitruong.reports import exports, selectors, services
from nghitruong.reports.rules import Amount, Said, stated
from tests import factories as make
from tests.factories import AT, TODAY
from tests.intake.taken import items, taken
from tests.reports.test_draft import FIRST, draft
from tests.reports.test_sign import sign


def state(council, actor, figure="05", what="đợt giám sát", **values):
    given = {"value": Decimal(5), "period": "năm", "since": FIRST, "until": TODAY, "said_on": TODAY,
             "words": f"đã tổ chức {figure} {what}"}  # fmt: skip
    return documents.state_figure(
        council=council, source="Thông báo số 7 (mẫu)", figure=figure, what=what, actor=actor, at=AT,
        **(given | values),
    )  # fmt: skip


def told(report):
    return [
        (figure.label, figure.written)
        for figure in report.figures.filter(council__isnull=True)
        if figure.key.startswith("stated-")
    ]


def test_a_figure_accepted_from_a_document_stands_in_the_report_with_its_words(world, clerk):
    reading = taken(world, clerk)
    for item in items(reading, "figure"):
        intake.accept(proposal=item, data=item.data, actor=clerk, at=AT)

    report = draft(world, clerk)

    figure = report.figures.get(label="đợt giám sát")
    record = StatedFigure.objects.get(what="đợt giám sát")
    assert (figure.written, figure.value, figure.records) == ("05", 5, [record.pk])
    assert (figure.source, figure.words) == ("Thông báo số 7 (mẫu)", record.words)
    assert record.origin == Subject.of(items(reading, "figure")[0])
    said = report.passages.get(section="stated").text
    assert said.startswith("Theo văn bản «Thông báo số 7 (mẫu)»: 05 đợt giám sát")


def test_what_is_told_of_another_time_is_left_out(world, clerk):
    year = dt.timedelta(days=400)
    state(world.council, clerk, what="việc năm trước", since=FIRST - year, until=TODAY - year, said_on=TODAY - year)
    state(world.council, clerk, what="việc cả nhiệm kỳ", since=FIRST - year, until=TODAY + year)
    state(world.council, clerk, what="việc nói sau", said_on=TODAY + dt.timedelta(days=1))
    state(world.council, clerk, what="việc không rõ kỳ", period="", since=None, until=None)
    state(world.council, clerk, what="việc văn bản cũ", period="", since=None, until=None, said_on=TODAY - year)
    state(world.province_council, make_office(world), what="việc của tỉnh")

    assert told(draft(world, clerk)) == [("việc không rõ kỳ", "05")]


def make_office(world):
    office = make.organ(
        "Văn phòng tỉnh Mẫu", "office", council=world.province_council, unit=world.province_council.unit
    )
    return make.actor(office, "clerk", "Cô Tỉnh")


def lower(world, number):
    unit = make.unit(f"Xã Dưới {number}", code=f"9777{number}", parent=world.province_council.unit)
    return make.organ(f"Hội đồng nhân dân xã Dưới {number}", "council", unit=unit)


def rolled_up(world, actor):
    return services.draft(
        council=world.province_council, period="year", since=FIRST, until=TODAY, as_of=TODAY, with_lower=True,
        actor=actor, at=AT,
    )  # fmt: skip


def test_what_lower_councils_state_is_a_range_and_each_has_its_own(world):
    what = "cuộc giám sát"
    for number, (figure, value, low, high) in enumerate(
        [("02", 2, None, None), ("04", 4, None, None), ("từ 02 đến 03", None, 2, 3)]
    ):
        state(lower(world, number), SYSTEM, figure, what, value=value, low=low, high=high)

    report = rolled_up(world, make_office(world))

    figure = report.figures.get(label=what, council=None)
    assert (figure.written, figure.value, figure.low, figure.high) == ("từ 02 đến 04", None, 2, 4)
    assert len(figure.records) == 3
    of = report.figures.filter(key=figure.key, council__isnull=False).order_by("council__name")
    assert [each.written for each in of] == ["02", "04", "từ 02 đến 03"]
    assert report.passages.get(section="stated").text == (
        "3 Hội đồng nhân dân cấp dưới nêu, mỗi nơi từ 02 đến 04 cuộc giám sát (năm)."
    )


def test_a_stated_figure_that_came_after_is_not_signed_unseen(world, clerk):
    report = draft(world, clerk)
    state(world.council, clerk)

    with pytest.raises(Conflict, match="đợt giám sát"):
        sign(report, clerk)


def test_a_signed_report_keeps_its_stated_figures_and_tells_of_later_ones(world, clerk):
    state(world.council, clerk, "từ 02 đến 04", "cuộc khảo sát", value=None, low=Decimal(2), high=Decimal(4))
    report = sign(draft(world, clerk), clerk)
    after = state(world.council, clerk)

    moved = services.compare(report=report, actor=clerk, at=AT)

    report.refresh_from_db()
    assert (moved, report.later, told(report)) == ([], [after.pk], [("cuộc khảo sát", "từ 02 đến 04")])
    assert [record.label for record in selectors.later_of(report, clerk)] == ["05 đợt giám sát"]


def test_a_share_and_an_amount_of_a_mere_unit_are_said_as_people_say_them(world, clerk):
    words = "Tổng mức đầu tư đường ngõ 7 là 15,5 tỷ đồng."
    state(world.council, clerk, "99,38%", "% cử tri đi bầu", value=Decimal("99.38"))
    state(world.council, clerk, "15,5", "tỷ đồng", value=Decimal("15.5"), period="", words=words)

    report = draft(world, clerk)

    assert told(report) == [
        ("cử tri đi bầu", "99,38%"),
        ("Tổng mức đầu tư đường ngõ 7 là 15,5 tỷ đồng", "15,5 tỷ đồng"),
    ]
    assert report.passages.get(section="stated").text == (
        "Theo văn bản «Thông báo số 7 (mẫu)»: cử tri đi bầu 99,38% (năm); Tổng mức đầu tư đường ngõ 7 là 15,5 tỷ đồng."
    )


def test_every_format_shows_stated_figures_as_given(world, clerk):
    state(world.council, clerk, "99,38%", "% cử tri đi bầu", value=Decimal("99.38"))
    state(world.council, clerk, "từ 02 đến 04", "cuộc khảo sát", value=None, low=Decimal(2), high=Decimal(4))
    report = draft(world, clerk)
    figures, passages = list(report.figures.all()), list(report.passages.all())

    word = Word(io.BytesIO(exports.report_docx(report, figures, passages)))
    book = openpyxl.load_workbook(io.BytesIO(exports.report_xlsx(report, figures)))
    told_json = [
        each for each in selectors.as_json(report, figures, passages)["figures"] if each["section"] == "stated"
    ]

    in_tables = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    assert {"99,38%", "từ 02 đến 04"} <= set(in_tables)
    assert {"99,38%", "từ 02 đến 04"} <= {row[3] for row in book.active.iter_rows(values_only=True)}
    assert [(each["figure"], each["value"], each["low"], each["high"]) for each in told_json] == [
        ("99,38%", 99.38, None, None),
        ("từ 02 đến 04", None, 2, 4),
    ]
    assert told_json[0]["quote"] == "đã tổ chức 99,38% % cử tri đi bầu"
    assert exports.report_pdf(report, figures, passages).startswith(b"%PDF")


OWN = 1
amounts = st.one_of(
    st.integers(0, 999).map(lambda value: (f"{value}", Amount(Decimal(value)))),
    st.tuples(st.integers(0, 50), st.integers(51, 99)).map(
        lambda ends: (f"từ {ends[0]} đến {ends[1]}", Amount(low=Decimal(ends[0]), high=Decimal(ends[1])))
    ),
)
saids = st.lists(st.tuples(st.integers(1, 4), st.sampled_from(["cuộc", "đợt"]), amounts), max_size=12).map(
    lambda rows: [
        Said(place, council, "", what, figure, amount, "năm", f"văn bản {place}", f"{figure} {what}")
        for place, (council, what, (figure, amount)) in enumerate(rows, 1)
    ]
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(saids)
def test_nothing_stated_is_lost_added_up_or_invented(given_figures):
    found = stated(OWN, given_figures)

    assert sorted(record for each in found for record in each.records) == [each.record for each in given_figures]
    ends = {end for each in given_figures for end in (each.amount.value, each.amount.low, each.amount.high)}
    assert all({each.amount.value, each.amount.low, each.amount.high} <= ends | {None} for each in found)
    assert len({each.key for each in found}) == len(found)
    assert all(len(each.records) == 1 for each in found if not each.of)
