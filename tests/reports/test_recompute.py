"""Figures computed anew: untouched sentences follow them, edited ones keep their words and say what is wrong."""

from __future__ import annotations

from nghitruong.reports import services
from tests.factories import AT, TODAY
from tests.petitions import stages
from tests.reports.test_draft import draft
from tests.reports.test_edit import edit, lines


def test_edited_words_stay_when_figures_are_computed_anew(world, clerk):
    stages.received(world, clerk)
    report = draft(world, clerk)
    edit(report, clerk, {"received": "Trong năm có 01 kiến nghị mới."}, {"petitions": "Việc chuyển còn chậm."})
    stages.received(world, clerk)

    services.recompute(report=report, as_of=TODAY, actor=clerk, at=AT)

    shown = {line.passage.name: line for line in lines(report)}
    assert shown["received"].passage.text == "Trong năm có 01 kiến nghị mới."
    assert shown["received"].passage.proposed == "Tiếp nhận 02 kiến nghị của cử tri."
    assert [figure.key for figure in shown["received"].missing] == ["received"]
    assert "Việc chuyển còn chậm." in [line.passage.text for line in lines(report)]


def test_a_sentence_nobody_touched_follows_the_figures(world, clerk):
    stages.received(world, clerk)
    report = draft(world, clerk)
    stages.received(world, clerk)

    services.recompute(report=report, as_of=TODAY, actor=clerk, at=AT)

    assert report.passages.get(keys=["received"]).text == "Tiếp nhận 02 kiến nghị của cử tri."


def test_an_edited_sentence_is_known_again_when_it_says_one_figure_more(world, clerk):
    stages.sorted_(world, clerk)
    report = draft(world, clerk)
    (levels,) = [line.passage for line in lines(report) if line.passage.keys[:1] == ["level_national"]]
    edit(report, clerk, {levels.name: "Cấp xã 01 kiến nghị, không có kiến nghị cấp khác."}, {})
    stages.received(world, clerk)

    services.recompute(report=report, as_of=TODAY, actor=clerk, at=AT)

    (again,) = [line for line in lines(report) if line.passage.keys[:1] == ["level_national"]]
    assert again.passage.text == "Cấp xã 01 kiến nghị, không có kiến nghị cấp khác."
    assert again.passage.keys[-1] == "level_unsorted"
    assert "chưa xác định thẩm quyền 01" in again.passage.proposed
