"""Cancelling a planned meeting."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingState
from tests import factories as make
from tests.factories import AT


def test_cancel_keeps_the_reason(world, clerk):
    cancelled = meetings.cancel(meeting=make.meeting(world.council), reason="bão số 3", actor=clerk, at=AT)

    assert (cancelled.state, cancelled.cancelled_because) == (MeetingState.CANCELLED, "bão số 3")
    assert Entry.objects.get().changes == {"lý do": "bão số 3"}


def test_cancel_needs_a_reason(world, clerk):
    with pytest.raises(Invalid):
        meetings.cancel(meeting=make.meeting(world.council), reason=" ", actor=clerk, at=AT)


@pytest.mark.parametrize("state", [MeetingState.HELD, MeetingState.CANCELLED])
def test_cancel_is_refused_once_over(world, clerk, state):
    with pytest.raises(NotPermitted):
        meetings.cancel(meeting=make.meeting(world.council, state=state), reason="bão", actor=clerk, at=AT)


def test_cancel_is_refused_to_others(world, delegate, stranger):
    for actor in (delegate, stranger):
        with pytest.raises(NotPermitted):
            meetings.cancel(meeting=make.meeting(world.council), reason="bão", actor=actor, at=AT)
