"""Organs called as bodies."""

from __future__ import annotations

from nghitruong.audit.models import Entry
from nghitruong.meetings import selectors
from nghitruong.meetings import services as meetings
from nghitruong.meetings.models import Meeting
from nghitruong.meetings.services import Seat
from nghitruong.organisation.enums import OrganKind
from tests import factories as make
from tests.factories import AT


def seat(meeting, actor, *sites, version=1):
    return meetings.seat(meeting=meeting, version=version, sites=sites, actor=actor, at=AT)


def test_invite_keeps_exactly_who_is_named(world, clerk, briefing):
    meetings.invite(meeting=briefing, organs=[world.department, world.front], actor=clerk, at=AT)
    meetings.invite(meeting=briefing, organs=[world.front, world.committee], actor=clerk, at=AT)

    assert {party.organ for party in briefing.parties.all()} == {world.front, world.committee}
    assert Entry.objects.order_by("seq").last().changes == {
        "mời": [world.committee.name],
        "thôi mời": [world.department.name],
    }


def test_an_organ_called_or_hosting_a_site_sees_the_meeting(world, clerk, agency_officer, stranger, briefing):
    assert not Meeting.objects.visible_to(agency_officer).exists()

    meetings.invite(meeting=briefing, organs=[world.department], actor=clerk, at=AT)
    seat(briefing, clerk, Seat("Xã Bên", world.other_office))

    assert Meeting.objects.visible_to(agency_officer).get() == briefing
    assert Meeting.objects.visible_to(stranger).get() == briefing


def test_organs_around_are_own_ones_and_the_leading_ones_below_and_above(world):
    below = make.unit("Xã Dưới", parent=world.ward)
    committee_below = make.organ("Ủy ban nhân dân xã Dưới", OrganKind.PEOPLES_COMMITTEE, unit=below)
    make.organ("Phòng Kinh tế xã Dưới", OrganKind.DEPARTMENT, unit=below)
    above = make.organ("Thường trực HĐND tỉnh Mẫu", OrganKind.STANDING, unit=world.province)

    found = set(selectors.organs_around(world.council, AT.date()))

    assert {committee_below, above, world.department, world.standing} <= found
    assert not {world.council, world.other_office} & found
    assert all(organ.name != "Phòng Kinh tế xã Dưới" for organ in found)
