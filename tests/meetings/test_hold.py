"""Recording that a meeting took place."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingState
from tests import factories as make
from tests.factories import AT


def test_hold_keeps_figures_and_may_correct_them(world, clerk):
    meeting = make.meeting(world.council, chair="Bà Nhung")
    meetings.hold(meeting=meeting, people_present=80, speakers=9, actor=clerk, at=AT)

    held = meetings.hold(meeting=meeting, people_present=86, speakers=11, actor=clerk, at=AT)

    assert (held.state, held.people_present, held.speakers, held.chair) == (MeetingState.HELD, 86, 11, "Bà Nhung")
    assert [entry.deed for entry in Entry.objects.all()] == ["meeting.hold", "meeting.hold"]


def test_hold_before_its_time_is_refused(world, clerk):
    meeting = make.meeting(world.council, starts_at=AT + dt.timedelta(minutes=1))

    with pytest.raises(Invalid, match="02/03/2026 09:01"):
        meetings.hold(meeting=meeting, actor=clerk, at=AT)


def test_more_speakers_than_people_are_refused(world, clerk):
    with pytest.raises(Invalid):
        meetings.hold(meeting=make.meeting(world.council), people_present=2, speakers=3, actor=clerk, at=AT)


def test_hold_is_refused_to_a_delegate_and_after_cancelling(world, clerk, delegate):
    with pytest.raises(NotPermitted):
        meetings.hold(meeting=make.meeting(world.council), actor=delegate, at=AT)
    with pytest.raises(NotPermitted, match="đã hủy"):
        meetings.hold(meeting=make.meeting(world.council, state=MeetingState.CANCELLED), actor=clerk, at=AT)
