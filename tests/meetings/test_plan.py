"""Planning a meeting or a session."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, transaction

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingKind, MeetingState, SessionType
from nghitruong.meetings.models import Meeting
from tests import factories as make
from tests.factories import AT


def plan(world, actor, **values):
    given = {"kind": MeetingKind.STANDING, "title": "Phiên họp tháng 3", "starts_at": AT, "place": "Phòng họp số 1"}
    return meetings.plan(council=world.council, actor=actor, at=AT, **(given | values))


def test_plan_writes_meeting_and_journal(world, clerk):
    planned = plan(world, clerk)

    assert (planned.state, planned.council, planned.version) == (MeetingState.PLANNED, world.council, 1)
    entry = Entry.objects.get()
    assert (entry.deed, entry.council_id, entry.actor) == ("meeting.plan", world.council.pk, "Lê Minh Thư")


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "front_officer", "stranger", "auditor", "administrator"])
def test_plan_is_refused_to_others(world, who, request):
    with pytest.raises(NotPermitted):
        plan(world, request.getfixturevalue(who))

    assert Meeting.objects.count() == Entry.objects.count() == 0


def test_session_takes_its_official_name(world, clerk):
    term = make.term(world.council)

    planned = plan(
        world, clerk, kind=MeetingKind.SESSION, title="", number=2, session_type=SessionType.THEMATIC, term=term
    )

    assert planned.title == "Kỳ họp thứ 2 (chuyên đề), Hội đồng nhân dân phường Mẫu"


@pytest.mark.parametrize(
    "values",
    [
        {"title": " "},
        {"place": ""},
        {"ends_at": AT - dt.timedelta(hours=1)},
        {"number": 3},
        {"kind": MeetingKind.SESSION},
        {"kind": MeetingKind.SESSION, "number": 1},
    ],
)
def test_plan_refuses_what_breaks_a_rule(world, clerk, values):
    with pytest.raises(Invalid):
        plan(world, clerk, **values)

    assert Meeting.objects.count() == 0


def test_session_number_is_taken_once_in_a_term(world, clerk):
    make.session(world.council, 1)

    with pytest.raises(Invalid, match="đã có kỳ họp thứ 1"):
        plan(world, clerk, kind=MeetingKind.SESSION, number=1, session_type=SessionType.REGULAR)


def test_number_of_a_cancelled_session_is_free(world, clerk):
    make.session(world.council, 1, state=MeetingState.CANCELLED)

    assert plan(world, clerk, kind=MeetingKind.SESSION, number=1, session_type=SessionType.REGULAR).number == 1


def test_term_of_another_council_is_refused(world, clerk):
    foreign = make.term(world.other_council)

    with pytest.raises(Invalid):
        plan(world, clerk, kind=MeetingKind.SESSION, number=1, session_type=SessionType.REGULAR, term=foreign)


@pytest.mark.parametrize("with_term", [True, False])
def test_database_refuses_a_second_session_of_that_number(world, with_term):
    term = make.term(world.council) if with_term else None
    make.session(world.council, 1, term=term)

    with pytest.raises(IntegrityError), transaction.atomic():
        make.session(world.council, 1, term=term)
