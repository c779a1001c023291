"""Whom a council met in a period, and whom never."""

from __future__ import annotations

import datetime as dt
import io

import openpyxl
import pytest
from django.urls import reverse

from nghitruong.contacts import rules, selectors
from nghitruong.meetings.enums import MeetingState, Part, Presence
from nghitruong.organisation.enums import Role
from tests import factories as make
from tests.factories import AT

FIRST, LAST = AT.date() - dt.timedelta(days=30), AT.date()


@pytest.fixture
def held(world, delegate):
    """A meeting in the period at two hamlets, one a year before at a third; one delegate came, one did not."""
    round_ = make.contact_round(world.council, starts_on=FIRST, ends_on=LAST)
    new = make.contact_point(
        round_, hamlets="tổ dân phố 4, tổ dân phố 5", starts_at=AT - dt.timedelta(days=2), state=MeetingState.HELD,
        people_present=40, host=world.front, unit=world.ward,
    )  # fmt: skip
    new.groups.add(world.group)
    old = make.contact_point(
        round_, hamlets="tổ dân phố 9", starts_at=AT - dt.timedelta(days=365), state=MeetingState.HELD, unit=world.ward
    )
    make.contact_point(round_, hamlets="tổ dân phố 11", starts_at=AT - dt.timedelta(days=1), unit=world.ward)
    away = make.actor(world.group, Role.DELEGATE, "Đỗ Vắng Mặt")
    new.meeting.attendances.create(membership_id=delegate.membership_id, part=Part.DELEGATE, presence=Presence.PRESENT)
    new.meeting.attendances.create(
        membership_id=away.membership_id, part=Part.DELEGATE, presence=Presence.ABSENT, reason="ốm"
    )
    make.opinion(new, hamlet="Tổ dân phố 4")
    make.opinion(old, hamlet="tổ dân phố 12")
    return new


def test_places_met_and_never_met(world, held):
    reach = selectors.reach(world.council, FIRST, LAST)

    assert [(row.name, row.points, row.voters, row.opinions) for row in reach.hamlets.rows] == [
        ("tổ dân phố 9", 0, 0, 0),
        ("tổ dân phố 12", 0, 0, 0),
        ("Tổ dân phố 4", 1, 40, 1),
        ("tổ dân phố 5", 1, 40, 0),
    ]
    assert reach.hamlets.rows[0].last_on == (AT - dt.timedelta(days=365)).date()
    assert [(row.name, row.points, row.opinions) for row in reach.groups.rows] == [(world.group.name, 1, 1)]
    assert [(row.name, row.is_met) for row in reach.hosts.rows] == [(world.front.name, True)]


def test_delegates_called_and_present(world, delegate, held):
    reach = selectors.reach(world.council, FIRST, LAST)

    counted = {who.name: (who.called, who.present) for who in reach.delegates}
    assert (counted["Đỗ Vắng Mặt"], counted[delegate.name]) == ((1, 0), (1, 1))
    assert (reach.present, reach.called, [row.point.pk for row in reach.points]) == (1, 2, [held.pk])


def test_page_and_spreadsheets_of_a_period(clerk, held, signed_in):
    client, period = signed_in(clerk), {"tu": FIRST.isoformat(), "den": LAST.isoformat()}

    page = client.get(reverse("contacts:coverage"), period).content.decode()
    places = openpyxl.load_workbook(io.BytesIO(client.get(reverse("contacts:coverage_xlsx"), period).content)).active
    meetings = openpyxl.load_workbook(
        io.BytesIO(client.get(reverse("contacts:attendance_xlsx"), period).content)
    ).active

    assert ("chưa tiếp xúc" in page, "tổ dân phố 9" in page, "tổ dân phố 11" in page) == (True, True, False)
    assert ["Thôn, tổ dân phố", "tổ dân phố 9", "chưa", 0, 0, 0] in [
        [cell.value for cell in row][:6] for row in places.rows
    ]
    assert [cell.value for cell in meetings[2]][3:8] == [40, None, 2, 1, "Đỗ Vắng Mặt (ốm)"]


def test_a_figure_of_a_hamlet_opens_its_meetings_only(clerk, held, signed_in):
    def listed(name):
        answer = signed_in(clerk).get(reverse("contacts:points"), {"noi": name, "tu": FIRST.isoformat()})
        return [row.point.pk for row in answer.context["rows"]]

    assert (listed("tổ dân phố 4"), listed("tổ dân phố 9"), listed("tổ dân phố")) == ([held.pk], [], [])


def test_figure_of_meetings_opens_the_own_council_alone(world, clerk, held, signed_in):
    lower = make.contact_round(world.council, starts_on=FIRST, ends_on=LAST)
    make.contact_point(lower, starts_at=AT - dt.timedelta(days=3), state=MeetingState.HELD, unit=world.ward)
    upper = make.actor(world.province_office, Role.UPPER_OFFICE, "Bà Trên")
    client = signed_in(upper)
    asked = {"tu": FIRST.isoformat(), "den": LAST.isoformat()}

    page = client.get(reverse("contacts:coverage"), asked)
    listed = client.get(f"{reverse('contacts:points')}?trang-thai=held&{page.context['period']}")

    assert listed.context["page"].paginator.count == len(page.context["reach"].points) == 0


def test_period_given_backwards_is_put_in_order(clerk, held, signed_in):
    answer = signed_in(clerk).get(reverse("contacts:coverage"), {"tu": LAST.isoformat(), "den": FIRST.isoformat()})

    assert (answer.context["reach"].starts_on, answer.context["reach"].ends_on) == (FIRST, LAST)


def test_centres_are_laid_out_north_above():
    north, south = rules.spots([("bắc", 16.0, 108.0), ("nam", 15.0, 108.0)])

    assert (north.x, north.y, south.y) == (50.0, 4.0, 96.0)
    assert (rules.spots([]), rules.spots([("một", 15.0, 108.0)])[0].x) == ([], 50.0)


def test_page_costs_twelve_statements(clerk, held, signed_in, django_assert_max_num_queries):
    client = signed_in(clerk)
    client.get(reverse("contacts:rounds"))

    with django_assert_max_num_queries(12):
        client.get(reverse("contacts:coverage"), {"tu": "2020-01-01"})
