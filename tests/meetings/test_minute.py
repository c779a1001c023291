"""Minutes of a meeting, and the pages on which it is prepared."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.meetings import services as meetings
from nghitruong.meetings.services import Matter, Said, Seat
from tests.factories import AT


def seat(meeting, actor, *sites, version=1):
    return meetings.seat(meeting=meeting, version=version, sites=sites, actor=actor, at=AT)


def set_agenda(meeting, actor, *items, version=1):
    return meetings.set_agenda(meeting=meeting, version=version, items=items, actor=actor, at=AT)


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
