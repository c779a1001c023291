"""Pages of meetings and sessions."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nghitruong.meetings.enums import MeetingState, Presence
from nghitruong.meetings.models import Attendance, Meeting
from nghitruong.organisation.enums import Role
from tests import factories as make
from tests.factories import AT

NOW = AT.replace(hour=0, minute=1)
MOST = 12


@pytest.fixture(autouse=True)
def today():
    """The pages read the clock: it stands at AT."""
    with time_machine.travel(AT, tick=False):
        yield


def url(name, *args):
    return reverse(f"meetings:{name}", args=args)


def text_of(answer):
    return answer.content.decode()


def call_some(world, meeting, times):
    for _ in range(times):
        Attendance.objects.create(meeting=meeting, membership=make.office(world.council, Role.DELEGATE))


@pytest.mark.parametrize("page", ["meetings", "sessions", "meeting", "attend", "call", "plan", "edit"])
def test_pages_cost_the_same_for_one_and_many(world, clerk, signed_in, page):
    client = signed_in(clerk)
    meeting = make.session(world.council, 1, starts_at=NOW)
    call_some(world, meeting, 1)
    address = url(page, *([] if page in {"meetings", "sessions", "plan"} else [meeting.pk]))
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        first = client.get(address)
    call_some(world, meeting, 5)
    for number in range(2, 8):
        make.session(world.council, number, starts_at=NOW)
    with CaptureQueriesContext(connection) as many:
        client.get(address)

    assert first.status_code == 200
    assert len(many) == len(few)
    assert len(many) <= MOST, "\n".join(q["sql"][:160] for q in many.captured_queries)


@pytest.mark.parametrize("who", ["agency_officer", "stranger", "auditor", "administrator"])
def test_meeting_is_not_there_for_others(world, signed_in, who, request):
    meeting = make.meeting(world.council)

    assert signed_in(request.getfixturevalue(who)).get(url("meeting", meeting.pk)).status_code == 404


def test_session_is_planned_called_attended_held(world, clerk, signed_in):
    client = signed_in(clerk)
    office = make.office(world.council, Role.DELEGATE, "Hồ Thị Lan")
    planned = client.post(
        url("plan") + "?loai=session",
        {
            "kind": "session",
            "number": "1",
            "session_type": "regular",
            "on": NOW.date().isoformat(),
            "begins": "00:01",
            "ends": "17:00",
            "ends_on": (NOW + dt.timedelta(days=1)).strftime("%d/%m/%Y"),
            "mode": "in_person",
            "place": "Hội trường",
        },
    )
    meeting = Meeting.objects.get()
    called = client.post(url("call", meeting.pk), {"part": "delegate", "offices": [office.pk], "guests": "Ông Khách"})
    lan, guest = meeting.attendances.order_by("pk")
    refused = client.post(url("attend", meeting.pk), {f"p-{lan.pk}": "excused", f"p-{guest.pk}": "present"})
    attended = client.post(
        url("attend", meeting.pk),
        {f"p-{lan.pk}": "excused", f"r-{lan.pk}": "đi học", f"p-{guest.pk}": "present"},
    )
    held = client.post(url("hold", meeting.pk), {"people_present": "2", "speakers": "", "chair": "Bà Nhung"})

    statuses = [answer.status_code for answer in (planned, called, refused, attended, held)]
    assert statuses == [302, 302, 200, 302, 302]
    assert "Ghi lý do vắng của Hồ Thị Lan" in text_of(refused)
    meeting.refresh_from_db()
    lan.refresh_from_db()
    assert meeting.title == "Kỳ họp thứ 1 (thường lệ), Hội đồng nhân dân phường Mẫu"
    assert (meeting.state, lan.presence, lan.reason) == (MeetingState.HELD, Presence.EXCUSED, "đi học")


def test_edit_shows_both_versions(world, clerk, signed_in):
    client, meeting = signed_in(clerk), make.meeting(world.council)
    values = {"title": "Họp", "on": "2026-03-02", "begins": "08:00", "mode": "in_person", "version": "1"}

    first = client.post(url("edit", meeting.pk), {**values, "place": "Phòng một"})
    second = client.post(url("edit", meeting.pk), {**values, "place": "Phòng hai"})

    assert (first.status_code, second.status_code) == (302, 200)
    assert ("Phòng một" in text_of(second), "Phòng hai" in text_of(second)) == (True, True)


def test_cancel_by_page(world, clerk, signed_in):
    meeting = make.meeting(world.council)

    signed_in(clerk).post(url("cancel", meeting.pk), {"reason": "bão"})

    meeting.refresh_from_db()
    assert meeting.state == MeetingState.CANCELLED


@pytest.mark.parametrize("name", ["edit", "call", "attend", "hold", "cancel"])
def test_deed_not_allowed_leads_back_with_its_reason(world, delegate, signed_in, name):
    meeting = make.meeting(world.council)

    answer = signed_in(delegate).get(url(name, meeting.pk), follow=True)

    assert answer.redirect_chain == [(url("meeting", meeting.pk), 302)]
    assert "nt-message--error" in text_of(answer)


def test_plan_refuses_a_delegate_and_a_title_missing(world, clerk, delegate, signed_in):
    answer = signed_in(delegate).get(url("plan"))
    incomplete = signed_in(clerk).post(url("plan"), {"kind": "standing", "on": "2026-03-02", "begins": "08:00"})

    assert (answer.status_code, answer.url) == (302, url("meetings"))
    assert "Hãy ghi tên cuộc họp" in text_of(incomplete)


def test_empty_lists_offer_the_first_step(world, clerk, delegate, signed_in):
    for page in ("meetings", "sessions"):
        assert url("plan") in text_of(signed_in(clerk).get(url(page)))
        assert url("plan") not in text_of(signed_in(delegate).get(url(page)))
