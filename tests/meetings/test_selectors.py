"""The week, and the order of sessions."""

from __future__ import annotations

import datetime as dt

from nghitruong.meetings import selectors
from nghitruong.meetings.enums import MeetingState
from tests import factories as make
from tests.factories import AT

MONDAY = dt.date(2026, 3, 2)


def test_week_has_seven_days_and_only_what_is_seen(world, clerk, django_assert_num_queries):
    sunday = make.meeting(world.council, starts_at=dt.datetime(2026, 3, 8, 23, 30, tzinfo=make.VN))
    first = make.meeting(world.council, starts_at=dt.datetime(2026, 3, 2, 0, 0, tzinfo=make.VN))
    make.meeting(world.council, starts_at=dt.datetime(2026, 3, 9, 0, 0, tzinfo=make.VN))
    make.meeting(world.council, state=MeetingState.CANCELLED)
    make.meeting(world.other_council)

    with django_assert_num_queries(1):
        week = selectors.week(clerk, MONDAY)

    assert [day.on for day in week] == [MONDAY + dt.timedelta(days=n) for n in range(7)]
    assert {day.on: day.meetings for day in week if day.meetings} == {MONDAY: (first,), week[6].on: (sunday,)}


def test_sessions_know_who_comes_before_and_next(world, clerk):
    one = make.session(world.council, 1, starts_at=AT - dt.timedelta(days=90))
    two = make.session(world.council, 2, starts_at=AT + dt.timedelta(days=30))
    make.session(world.council, 3, starts_at=AT + dt.timedelta(days=9), state=MeetingState.CANCELLED)
    make.session(world.other_council, 1)

    assert selectors.session_before(two) == one
    assert selectors.session_before(one) is None
    assert selectors.next_session(world.council.pk, AT.date()) == two
    assert selectors.next_number(world.council, None) == 3
    assert selectors.sessions(clerk).count() == 3
