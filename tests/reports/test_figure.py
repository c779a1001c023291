"""Opening a figure: the records that make it, each with its day and what it adds, and their sum."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nghitruong.meetings.enums import MeetingKind, MeetingState
from nghitruong.reports.selectors import figure_page
from tests import factories as make
from tests.factories import AT, TODAY
from tests.petitions import stages
from tests.reports.test_draft import DAY, contact, draft


def opened(report, key, actor):
    return figure_page(report.figures.get(key=key, council=None), actor, "1")


def test_a_sum_says_what_each_record_adds_and_the_total(world, clerk):
    contact(world, days=20 * DAY)
    contact(world, days=10 * DAY, present=1015, speakers=1)
    report = draft(world, clerk)

    voters, speakers = opened(report, "voters", clerk), opened(report, "speakers", clerk)

    days = [TODAY - 20 * DAY, TODAY - 10 * DAY]
    assert [(each.on, each.adds) for each in voters.records] == list(zip(days, ["40", "1.015"], strict=True))
    assert (voters.total, voters.figure.written) == ("1.055", "1.055")
    assert ([each.adds for each in speakers.records], speakers.total) == (["06", "01"], "07")


def test_a_count_says_the_day_of_each_record_and_no_sum(world, clerk):
    stages.received(world, clerk, on=TODAY - 3 * DAY)
    make.meeting(world.council, kind=MeetingKind.STANDING, starts_at=AT - 5 * DAY, state=MeetingState.HELD)
    report = draft(world, clerk)

    told = [opened(report, key, clerk) for key in ("received", "standing")]

    assert [[(each.on, each.adds) for each in page.records] for page in told] == [
        [(TODAY - 3 * DAY, "")],
        [(TODAY - 5 * DAY, "")],
    ]
    assert [page.total for page in told] == ["", ""]


def test_what_was_changed_after_the_count_is_said(world, clerk, signed_in):
    point = contact(world, days=10 * DAY, present=45)
    report = draft(world, clerk)
    type(point.meeting).objects.filter(pk=point.meeting_id).update(people_present=50)

    page = signed_in(clerk).get(report.figures.get(key="voters").get_absolute_url()).content.decode()

    assert "Cộng 1 hồ sơ: 50 lượt" in page
    assert "Khi tính là 45" in page


@pytest.mark.parametrize("key", ["voters", "received"])
def test_a_figure_costs_the_same_for_few_and_many(world, clerk, signed_in, key):
    client, costs = signed_in(clerk), []
    for number in (1, 6):
        for place in range(number):
            contact(world, days=(place + 1) * DAY)
            stages.received(world, clerk, on=TODAY - dt.timedelta(days=place))
        url = draft(world, clerk).figures.get(key=key).get_absolute_url()
        client.get(url)
        with CaptureQueriesContext(connection) as counted:
            page = client.get(url).content.decode()
        assert f"{TODAY - DAY * (key == 'voters'):%d/%m/%Y}" in page
        costs.append(len(counted))

    assert costs[0] == costs[1] <= 12
