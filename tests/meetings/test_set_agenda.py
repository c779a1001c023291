"""What a meeting is about."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import Invalid
from nghitruong.base.subjects import Subject
from nghitruong.meetings import selectors
from nghitruong.meetings import services as meetings
from nghitruong.meetings.services import Matter, Said
from tests import factories as make
from tests.factories import AT


def set_agenda(meeting, actor, *items, version=1):
    return meetings.set_agenda(meeting=meeting, version=version, items=items, actor=actor, at=AT)


def test_agenda_keeps_order_and_what_it_points_at(clerk, chair, briefing):
    subject = Subject("meetings.meeting", make.meeting(briefing.council, title="Phiên trước").pk)
    set_agenda(briefing, clerk, Matter("Đánh giá năm", "Chánh Văn phòng"), Matter("Phiên trước", subject=subject))

    lines = selectors.agenda_lines(briefing, chair)
    assert [(line.item.position, line.item.what) for line in lines] == [(1, "Đánh giá năm"), (2, "Phiên trước")]
    assert lines[1].of.label == "Phiên trước"


def test_agenda_is_sorted_anew_and_keeps_its_minutes(clerk, briefing):
    set_agenda(briefing, clerk, Matter("Một"), Matter("Hai"))
    one, two = briefing.agenda.all()
    meetings.minute(meeting=briefing, version=2, items={one.pk: Said("Đã nêu", "Thống nhất")}, actor=clerk, at=AT)

    set_agenda(briefing, clerk, Matter("Hai", pk=two.pk), Matter("Một", pk=one.pk), Matter("Ba"), version=3)

    assert list(briefing.agenda.values_list("position", "what", "conclusion")) == [
        (1, "Hai", ""),
        (2, "Một", "Thống nhất"),
        (3, "Ba", ""),
    ]


def test_a_line_with_minutes_is_not_thrown_out(clerk, briefing):
    set_agenda(briefing, clerk, Matter("Một"))
    line = briefing.agenda.get()
    meetings.minute(meeting=briefing, version=2, items={line.pk: Said("Đã nêu")}, actor=clerk, at=AT)

    with pytest.raises(Invalid, match="biên bản"):
        set_agenda(briefing, clerk, Matter("Khác"), version=3)
