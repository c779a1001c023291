"""Organs called, sites, agenda and minutes of a meeting."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.base.subjects import Subject
from nghitruong.meetings import selectors
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingKind, MeetingState, Mode
from nghitruong.meetings.models import Meeting
from nghitruong.meetings.services import Matter, Said, Seat
from nghitruong.organisation.enums import OrganKind
from tests import factories as make
from tests.factories import AT


@pytest.fixture
def briefing(world):
    return make.meeting(world.council, kind=MeetingKind.BRIEFING, title="Hội nghị trực báo mẫu", mode=Mode.ONLINE)


def seat(meeting, actor, *sites, version=1):
    return meetings.seat(meeting=meeting, version=version, sites=sites, actor=actor, at=AT)


def set_agenda(meeting, actor, *items, version=1):
    return meetings.set_agenda(meeting=meeting, version=version, items=items, actor=actor, at=AT)


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


def test_minutes_wait_for_the_meeting_and_know_their_lines(clerk, briefing):
    set_agenda(briefing, clerk, Matter("Một"))
    line = briefing.agenda.get()

    with pytest.raises(Invalid, match="chưa bắt đầu"):
        meetings.minute(
            meeting=briefing, version=2, items={line.pk: Said("a")}, actor=clerk, at=AT - dt.timedelta(hours=1)
        )
    with pytest.raises(Invalid, match="không còn"):
        meetings.minute(meeting=briefing, version=2, items={line.pk + 9: Said("a")}, actor=clerk, at=AT)


@pytest.mark.parametrize(
    "who", ["delegate", "committee_head", "agency_officer", "front_officer", "upper_office", "auditor"]
)
def test_preparing_is_the_offices_work(request, who, briefing):
    actor = request.getfixturevalue(who)

    with pytest.raises(NotPermitted):
        seat(briefing, actor, Seat("Xã Bên"))
    with pytest.raises(NotPermitted):
        set_agenda(briefing, actor, Matter("Một"))
    with pytest.raises(NotPermitted):
        meetings.minute(meeting=briefing, version=1, items={}, actor=actor, at=AT)
    with pytest.raises(NotPermitted):
        meetings.invite(meeting=briefing, organs=[], actor=actor, at=AT)


def test_nothing_is_prepared_for_a_cancelled_meeting(world, clerk):
    with pytest.raises(NotPermitted, match="đã hủy"):
        seat(make.meeting(world.council, state=MeetingState.CANCELLED), clerk, Seat("Xã Bên"))


def test_organs_around_are_own_ones_and_the_leading_ones_below_and_above(world):
    below = make.unit("Xã Dưới", parent=world.ward)
    committee_below = make.organ("Ủy ban nhân dân xã Dưới", OrganKind.PEOPLES_COMMITTEE, unit=below)
    make.organ("Phòng Kinh tế xã Dưới", OrganKind.DEPARTMENT, unit=below)
    above = make.organ("Thường trực HĐND tỉnh Mẫu", OrganKind.STANDING, unit=world.province)

    found = set(selectors.organs_around(world.council, AT.date()))

    assert {committee_below, above, world.department, world.standing} <= found
    assert not {world.council, world.other_office} & found
    assert all(organ.name != "Phòng Kinh tế xã Dưới" for organ in found)


def address(name, meeting):
    return reverse(f"meetings:{name}", args=[meeting.pk])


def test_the_pages_do_the_deeds(world, clerk, signed_in, briefing):
    client = signed_in(clerk)
    with time_machine.travel(AT, tick=False):
        blank = {"s-TOTAL_FORMS": "2", "s-INITIAL_FORMS": "0", "version": "1"}
        client.post(address("seat", briefing), {**blank, "s-0-place": "Xã Bên", "s-0-host": str(world.office.pk)})
        client.post(
            address("set_agenda", briefing),
            {
                "n-TOTAL_FORMS": "3", "n-INITIAL_FORMS": "0", "version": "2",
                "n-0-what": "Một", "n-0-ORDER": "2", "n-1-what": "Hai", "n-1-ORDER": "1",
            },
        )  # fmt: skip
        first = briefing.agenda.first()
        client.post(
            address("minute", briefing),
            {
                "b-TOTAL_FORMS": "1", "b-INITIAL_FORMS": "1", "version": "3",
                "b-0-pk": first.pk, "b-0-said": "Đã nêu", "b-0-conclusion": "Thống nhất",
            },
        )  # fmt: skip
        client.post(address("invite", briefing), {"organs_called": [str(world.department.pk)]})
        page = client.get(address("meeting", briefing)).content.decode()
        paper = client.get(address("minutes", briefing))

    assert briefing.sites.get().host == world.office
    assert (first.what, briefing.agenda.get(pk=first.pk).conclusion) == ("Hai", "Thống nhất")
    for words in ("1 điểm cầu", "Thống nhất", world.department.name):
        assert words in page
    assert paper.content[:2] == b"PK"


def test_the_second_editor_sees_what_stands(clerk, signed_in, briefing):
    seat(briefing, clerk, Seat("Điểm cầu đã ghi"))
    stale = {"s-TOTAL_FORMS": "1", "s-INITIAL_FORMS": "0", "version": "1", "s-0-place": "Điểm cầu của tôi"}

    with time_machine.travel(AT, tick=False):
        page = signed_in(clerk).post(address("seat", briefing), stale).content.decode()

    assert "Điểm cầu đã ghi" in page
    assert "Điểm cầu của tôi" in page
    assert 'name="version" value="2"' in page
