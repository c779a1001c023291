"""Sites of an online meeting."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingState
from nghitruong.meetings.services import Seat
from tests import factories as make
from tests.factories import AT


def seat(meeting, actor, *sites, version=1):
    return meetings.seat(meeting=meeting, version=version, sites=sites, actor=actor, at=AT)


def test_seat_writes_the_whole_list_and_the_journal(world, clerk, briefing):
    seat(briefing, clerk, Seat("Điểm cầu trung tâm", world.office, "Thường trực"), Seat("Xã Bên", people_present=7))

    rows = list(briefing.sites.values_list("place", "host__name", "people", "people_present"))
    assert rows == [("Điểm cầu trung tâm", world.office.name, "Thường trực", None), ("Xã Bên", None, "", 7)]
    assert Entry.objects.get().deed == "meeting.seat"


def test_seat_refuses_a_place_twice_or_without_a_name(clerk, briefing):
    with pytest.raises(Invalid, match="cùng tên"):
        seat(briefing, clerk, Seat("Xã Bên"), Seat(" Xã Bên "))
    with pytest.raises(Invalid, match="phải có tên"):
        seat(briefing, clerk, Seat(" "))


def test_second_editor_of_the_sites_is_told(clerk, chair, briefing):
    seat(briefing, clerk, Seat("Xã Bên"))

    with pytest.raises(Conflict):
        seat(briefing, chair, Seat("Xã Khác"))


def test_nothing_is_prepared_for_a_cancelled_meeting(world, clerk):
    with pytest.raises(NotPermitted, match="đã hủy"):
        seat(make.meeting(world.council, state=MeetingState.CANCELLED), clerk, Seat("Xã Bên"))
