"""Calling people to a meeting."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import Part
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.enums import Role
from nghitruong.organisation.models import Membership
from tests import factories as make
from tests.factories import AT


def test_call_adds_offices_and_guests_once(world, clerk):
    meeting = make.meeting(world.council)
    lan = make.office(world.council, Role.DELEGATE, "Hồ Thị Lan")
    upper = make.office(world.province_council, Role.DELEGATE, "Đặng Văn Tỉnh")

    first = meetings.call(meeting=meeting, memberships=[lan, upper], guests=["Bà Khách", " "], actor=clerk, at=AT)
    again = meetings.call(meeting=meeting, memberships=[lan], guests=["Bà Khách"], actor=clerk, at=AT)

    assert (len(first), len(again), meeting.attendances.count()) == (3, 0, 3)
    assert Entry.objects.get().changes == {"mời": "Hồ Thị Lan, Đặng Văn Tỉnh, Bà Khách"}
    assert {row.part for row in first} == {Part.DELEGATE}


def test_call_of_nobody_is_refused(world, clerk):
    with pytest.raises(Invalid):
        meetings.call(meeting=make.meeting(world.council), actor=clerk, at=AT)


def test_call_is_refused_to_a_delegate(world, delegate):
    with pytest.raises(NotPermitted):
        meetings.call(meeting=make.meeting(world.council), guests=["Ai đó"], actor=delegate, at=AT)


def test_agency_sees_only_what_it_was_called_to(world, clerk, agency_officer):
    meeting = make.meeting(world.council)
    make.meeting(world.council)

    meetings.call(
        meeting=meeting,
        memberships=Membership.objects.filter(pk=agency_officer.membership_id),
        part=Part.AGENCY,
        actor=clerk,
        at=AT,
    )

    assert list(Meeting.objects.visible_to(agency_officer)) == [meeting]
