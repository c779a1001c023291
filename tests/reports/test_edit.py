"""People put a report into their own words; figures stay what they are."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict
from nghitruong.reports import selectors, services
from tests.factories import AT
from tests.petitions import stages
from tests.reports.test_draft import draft


def edit(report, actor, texts=None, added=None, version=None):
    given = {"texts": texts or {}, "added": added or {}, "version": version or report.version}
    return services.edit(report=report, actor=actor, at=AT, **given)


def lines(report):
    return [line for part in selectors.parts_of(report) for line in part.lines]


def test_numbers_in_a_sentence_open_their_figures(world, clerk):
    stages.received(world, clerk)
    report = draft(world, clerk)

    line = next(line for line in lines(report) if line.passage.name == "received")

    figure = report.figures.get(key="received", council=None)
    assert [(piece.text, piece.url) for piece in line.pieces] == [
        ("Tiếp nhận ", ""),
        ("01", figure.get_absolute_url()),
        (" kiến nghị của cử tri.", ""),
    ]


def test_the_second_of_two_editors_is_told(world, clerk, chair):
    stages.received(world, clerk)
    report = draft(world, clerk)
    seen = report.version
    edit(report, clerk, {"received": "Câu của người thứ nhất: 01."})

    with pytest.raises(Conflict):
        edit(report, chair, {"received": "Câu của người thứ hai: 01."}, version=seen)

    assert report.passages.get(keys=["received"]).text == "Câu của người thứ nhất: 01."


def test_an_edit_that_changes_nothing_leaves_no_line(world, clerk):
    report = draft(world, clerk)

    edit(report, clerk)

    assert Entry.objects.filter(deed="report.edit").count() == 0
