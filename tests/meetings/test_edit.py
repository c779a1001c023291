"""Correcting a planned meeting."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingState
from tests import factories as make
from tests.factories import AT

LATER = AT + dt.timedelta(days=2)


def edit(meeting, actor, version=1, **values):
    given = {"title": "Phiên họp", "starts_at": LATER, "place": "Nhà văn hóa"}
    return meetings.edit(meeting=meeting, version=version, actor=actor, at=AT, **(given | values))


def test_edit_changes_and_says_what(world, clerk):
    edited = edit(make.meeting(world.council), clerk)

    assert (edited.starts_at, edited.place, edited.version) == (LATER, "Nhà văn hóa", 2)
    assert Entry.objects.get().changes == {
        "bắt đầu": "02/03/2026 09:00 → 04/03/2026 09:00",
        "địa điểm": "Hội trường phường Mẫu → Nhà văn hóa",
    }


def test_second_editor_gets_both_versions(world, clerk, chair):
    meeting = make.meeting(world.council)
    edit(meeting, clerk, place="Sân kho")

    with pytest.raises(Conflict) as caught:
        edit(meeting, chair)

    assert caught.value.current["place"] == "Sân kho"


def test_edit_is_refused_to_a_delegate_and_after_cancelling(world, clerk, delegate):
    with pytest.raises(NotPermitted):
        edit(make.meeting(world.council), delegate)
    with pytest.raises(NotPermitted, match="đã hủy"):
        edit(make.meeting(world.council, state=MeetingState.CANCELLED), clerk)


@pytest.mark.parametrize("values", [{"title": ""}, {"ends_at": AT}])
def test_edit_refuses_what_breaks_a_rule(world, clerk, values):
    with pytest.raises(Invalid):
        edit(make.meeting(world.council), clerk, **values)


def test_held_meeting_cannot_move_to_the_future(world, clerk):
    with pytest.raises(Invalid):
        edit(make.meeting(world.council, state=MeetingState.HELD), clerk)
