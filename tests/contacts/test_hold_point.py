"""Recording that a contact meeting took place."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import RoundState
from nghitruong.meetings.enums import MeetingState, Mode
from tests import factories as make
from tests.factories import AT


def hold(point, actor, **values):
    return contacts.hold_point(point=point, actor=actor, at=AT, **({"people_present": 86, "speakers": 11} | values))


@pytest.mark.parametrize("who", ["clerk", "chair", "delegate", "front_officer"])
def test_hold_by_office_delegate_or_front(world, who, request):
    point = make.contact_point(make.contact_round(world.council))

    held = hold(point, request.getfixturevalue(who), chair="Ông Mai Văn Phúc")

    assert (held.meeting.state, held.meeting.people_present, held.meeting.speakers, held.meeting.chair) == (
        MeetingState.HELD,
        86,
        11,
        "Ông Mai Văn Phúc",
    )


def test_hold_needs_a_chair_unless_in_writing(world, clerk):
    round_ = make.contact_round(world.council)

    with pytest.raises(Invalid, match="chủ trì"):
        hold(make.contact_point(round_, chair=""), clerk)
    assert hold(make.contact_point(round_, chair="", mode=Mode.WRITTEN), clerk).meeting.state == MeetingState.HELD


def test_hold_before_its_time_is_refused(world, clerk):
    with pytest.raises(Invalid):
        hold(make.contact_point(make.contact_round(world.council), starts_at=AT + dt.timedelta(hours=1)), clerk)


@pytest.mark.parametrize("who", ["agency_officer", "upper_office", "stranger", "auditor", "administrator"])
def test_hold_is_refused_to_others(world, who, request):
    with pytest.raises(NotPermitted):
        hold(make.contact_point(make.contact_round(world.council)), request.getfixturevalue(who))


def test_hold_is_refused_when_summarised(world, clerk):
    with pytest.raises(NotPermitted):
        hold(make.contact_point(make.contact_round(world.council, state=RoundState.SUMMARISED)), clerk)
