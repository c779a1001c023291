"""Cancelling a point."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.meetings.enums import MeetingState
from tests import factories as make
from tests.factories import AT


def test_cancel_point_cancels_its_meeting(world, clerk):
    point = make.contact_point(make.contact_round(world.council))

    cancelled = contacts.cancel_point(point=point, reason="mưa bão", actor=clerk, at=AT)

    assert (cancelled.meeting.state, cancelled.meeting.cancelled_because) == (MeetingState.CANCELLED, "mưa bão")


def test_cancel_point_needs_a_reason(world, clerk):
    with pytest.raises(Invalid):
        contacts.cancel_point(
            point=make.contact_point(make.contact_round(world.council)), reason="", actor=clerk, at=AT
        )


def test_point_with_opinions_is_not_cancelled(world, clerk):
    point = make.contact_point(make.contact_round(world.council))
    make.opinion(point)

    with pytest.raises(NotPermitted, match="đã ghi ý kiến"):
        contacts.cancel_point(point=point, reason="nhầm", actor=clerk, at=AT)


def test_cancel_point_is_refused_to_a_delegate(world, delegate):
    with pytest.raises(NotPermitted):
        contacts.cancel_point(
            point=make.contact_point(make.contact_round(world.council)), reason="nhầm", actor=delegate, at=AT
        )
