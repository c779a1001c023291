"""Answered, on time and settled apart; every figure equals the list it opens; screen, Word and command agree."""

from __future__ import annotations

import datetime as dt
import io
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from docx import Document

from nghitruong.config.cli import main
from nghitruong.petitions import services
from nghitruong.petitions.enums import Kind, Outcome
from nghitruong.petitions.selectors import figures
from tests.factories import AT, TODAY
from tests.petitions import stages

SINCE = dt.date(2026, 1, 1)


@pytest.fixture
def some(world, clerk, chair):
    """Eight petitions in different states, one opinion and one thanks."""
    stages.received(world, clerk)
    stages.forwarded(world, clerk)
    stages.answered(world, clerk, outcome=Outcome.EXPLAINED)
    stages.answered(world, clerk, outcome=Outcome.IN_PROGRESS)
    stages.verified(world, clerk)
    stages.accepted(world, clerk, chair)
    stages.closed(world, clerk, chair)
    services.reopen(petition=stages.closed(world, clerk, chair), on=TODAY, reason="Lại ngập", actor=chair, at=AT)
    for kind in (Kind.OPINION, Kind.THANKS):
        services.receive(council=world.council, text="x (mẫu)", received_on=TODAY, kind=kind, actor=clerk, at=AT)


def scope(world, **values) -> figures.Scope:
    return figures.Scope(**{"council": world.council, "since": SINCE, "until": TODAY, "as_of": TODAY, **values})


def test_answered_and_settled_are_two_figures(world, clerk, some):
    found = figures.report(scope(world), clerk)

    assert (found.total.value, found.opinions.value, found.thanks.value) == (8, 1, 1)
    assert {name: counted.value for name, counted in found.sets.items()} == {
        "da-chuyen": 7, "da-tra-loi": 6, "den-han": 0, "dung-han": 0, "da-giai-quyet": 2,
        "da-tra-loi-chua-xong": 4, "chua-tra-loi": 1,
        "mo-lai": 1, "chuyen-ky": 0,
    }  # fmt: skip


def test_rates_carry_their_own_denominators(world, clerk, some):
    found = figures.report(scope(world), clerk)

    assert [(r.label, r.part.value, r.whole.value, r.percent) for r in found.rates] == [
        ("Đã trả lời", 6, 7, 85.7),
        ("Trả lời đúng hạn", 0, 0, None),
        ("Đã giải quyết xong", 2, 6, 33.3),
        ("Đã giải quyết xong", 2, 7, 28.6),
    ]


def test_on_time_counts_only_what_fell_due(world, clerk, some):
    later = figures.report(scope(world, as_of=TODAY + dt.timedelta(days=200)), clerk)

    assert (later.sets["den-han"].value, later.sets["dung-han"].value) == (7, 5)


def test_every_figure_opens_exactly_its_list(world, clerk, some, signed_in):
    found = figures.report(scope(world), clerk)
    client = signed_in(clerk)
    figures_shown = [found.total, found.opinions, found.thanks, *found.sets.values()]
    figures_shown += [line.total for line in found.outcomes]
    for lines in found.tables.values():
        figures_shown += [counted for line in lines for counted in (line.total, *line.shown)]

    wrong = []
    for counted in figures_shown:
        page = client.get(counted.url)
        if page.context["total"] != counted.value:
            wrong.append((counted, page.context["total"]))

    assert wrong == []
    assert len(figures_shown) > 30


def test_tables_add_up_to_the_total(world, clerk, some):
    found = figures.report(scope(world), clerk)

    assert {name: sum(line.total.value for line in lines) for name, lines in found.tables.items()} == dict.fromkeys(
        ("level", "field", "place", "agency"), 8
    )


def test_the_page_shows_it_in_few_statements(world, clerk, some, signed_in):
    client = signed_in(clerk)
    client.get("/kien-nghi/bao-cao/")

    with CaptureQueriesContext(connection) as asked:
        page = client.get("/kien-nghi/bao-cao/?since=2026-01-01&until=2030-01-01&as_of=2026-03-02")

    assert page.status_code == 200
    assert "trên số kiến nghị đã trả lời" in page.content.decode()
    assert len(asked) <= 12


def test_the_word_file_says_the_same(world, clerk, some, signed_in):
    url = "/kien-nghi/bao-cao.docx?since=2026-01-01&until=2026-03-02&as_of=2026-03-02"
    document = Document(io.BytesIO(signed_in(clerk).get(url).content))

    words = "\n".join(p.text for p in document.paragraphs)
    assert "Tiếp nhận 8 kiến nghị; ngoài ra ghi nhận 1 ý kiến và 1 lời cảm ơn" in words
    assert "Đã trả lời: 6 trên số kiến nghị đã chuyển tới cơ quan có thẩm quyền là 7." in words


def test_the_command_agrees(world, clerk, some, capsys):
    code = main(["petitions", "report", "--council", "99001", "--from", "2026-01-01", "--to", "2026-03-02",
                 "--as-of", "2026-03-02", "--format", "json"])  # fmt: skip

    told = json.loads(capsys.readouterr().out)
    found = figures.as_json(figures.report(scope(world), clerk))
    assert (code, told) == (0, json.loads(json.dumps(found)))


def test_a_report_is_refused_to_the_agency(world, agency_officer, signed_in):
    page = signed_in(agency_officer).get("/kien-nghi/bao-cao/").content.decode()

    assert "Báo cáo này dành cho Hội đồng nhân dân" in page
    assert not re.search(r"nt-figure", page)


@pytest.mark.parametrize("name", ["cong-van-chuyen.docx", "cong-van-don-doc.docx"])
def test_a_letter_is_written_from_the_record(world, clerk, signed_in, name):
    petition = stages.forwarded(world, clerk)

    document = Document(io.BytesIO(signed_in(clerk).get(f"/kien-nghi/{petition.pk}/{name}").content))

    words = "\n".join(p.text for p in document.paragraphs)
    assert petition.text in words
    assert world.department.name in words


def test_every_bar_of_the_dashboard_opens_its_list(world, clerk, some, signed_in):
    client = signed_in(clerk)

    page = client.get("/kien-nghi/so-lieu/?since=2026-01-01&until=2026-03-02&as_of=2026-03-02")

    bars = [
        (value, url)
        for chart in page.context["charts"]
        for row in chart.rows
        for value, url in zip(row.values, row.urls, strict=True)
    ]
    assert len(page.context["charts"]) == 4
    assert [(value, client.get(url).context["total"]) for value, url in bars] == [
        (value, value) for value, _url in bars
    ]
