"""Figures, points table, coverage: each number by hand, each in a fixed number of queries."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.base.actor import SYSTEM
from nghitruong.contacts import selectors
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Point
from nghitruong.meetings.enums import MeetingState, Presence
from nghitruong.meetings.models import Attendance
from nghitruong.territory.enums import UnitType
from tests import factories as make
from tests.factories import AT


@pytest.fixture
def round_(world):
    """Two points held (80 and 6 voters), one planned, one cancelled; five opinions."""
    found = make.contact_round(world.council)
    held = make.contact_point(found, state=MeetingState.HELD, people_present=80, speakers=4)
    small = make.contact_point(found, hamlets="tổ dân phố 5", state=MeetingState.HELD, people_present=6, speakers=1)
    make.contact_point(found, hamlets="tổ dân phố 6", people_present=99)
    make.contact_point(found, hamlets="tổ dân phố 7", state=MeetingState.CANCELLED)
    for kind in (OpinionKind.PETITION, OpinionKind.PETITION, OpinionKind.OPINION, OpinionKind.REFERRED):
        make.opinion(held, kind=kind)
    make.opinion(small, kind=OpinionKind.THANKS, answered_on_spot="Xin cảm ơn", answered_by="Ông B")
    for name, presence, reason in (("Lan", Presence.PRESENT, ""), ("Tín", Presence.EXCUSED, "đi học")):
        Attendance.objects.create(meeting=held.meeting, guest=name, presence=presence, reason=reason)
    Attendance.objects.create(meeting=small.meeting, guest="Tín", presence=Presence.ABSENT)
    return found


def test_round_figures(round_, django_assert_num_queries):
    with django_assert_num_queries(2):
        figures = selectors.round_figures(round_)

    assert figures == selectors.Figures(
        points=3,
        held=2,
        cancelled=1,
        voters=86,
        speakers=5,
        opinions=4,
        petitions=2,
        remarks=1,
        thanks=1,
        referred=1,
        answered=1,
        delegates_called=3,
        delegates_present=1,
    )


def test_overview_counts_the_same_in_six_queries(round_, django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        overview = selectors.overview(round_)

    assert overview.figures == selectors.round_figures(round_)
    assert len(overview.rows) == 4


def test_empty_round_counts_nothing(world):
    assert selectors.round_figures(make.contact_round(world.council)) == selectors.Figures()


def test_point_rows_cost_the_same_for_one_and_many(round_, django_assert_num_queries):
    points = selectors.with_meeting(Point.objects.filter(round=round_))
    with django_assert_num_queries(4):
        rows = selectors.point_rows(points.all())
    with django_assert_num_queries(4):
        selectors.point_rows(points[:1])

    first = rows[0]
    assert (first.opinions, first.petitions, first.remarks, first.thanks, first.referred) == (3, 2, 1, 0, 1)
    assert (first.delegates_called, first.delegates_present) == (2, 1)


def test_coverage_of_a_commune_names_hamlets_not_met(world, round_):
    make.contact_point(make.contact_round(world.council, title="Đợt cũ"), hamlets="tổ dân phố 1, Tổ dân phố 5")

    covered = selectors.overview(round_).coverage

    assert [(place.name, place.points, place.voters, place.opinions) for place in covered.units] == [
        ("Phường Mẫu", 2, 86, 4)
    ]
    assert [place.name for place in covered.hamlets if not place.is_met] == [
        "tổ dân phố 1",
        "tổ dân phố 6",
        "tổ dân phố 7",
    ]
    assert (covered.units_met, covered.hamlets_met) == (1, 2)


def test_coverage_of_a_province_names_communes_not_met(world):
    round_ = make.contact_round(world.province_council)
    make.contact_point(round_, unit=world.ward, state=MeetingState.HELD, people_present=10)
    make.unit("Xã Cũ", type=UnitType.XA, parent=world.province, valid_to=dt.date(2025, 12, 31))

    covered = selectors.overview(round_).coverage

    assert {place.name: place.points for place in covered.units} == {"Phường Mẫu": 1, "Xã Bên": 0}


def test_absentees_come_with_their_reasons(round_):
    assert selectors.overview(round_).absentees == [selectors.Absentee("Tín", 2, "đi học; vắng không lý do")]


def test_earlier_here_prefers_the_same_hamlet(world, round_):
    later = make.contact_point(round_, hamlets="tổ dân phố 5", starts_at=AT + dt.timedelta(days=1))
    other = make.contact_point(round_, hamlets="tổ dân phố 9", starts_at=AT + dt.timedelta(days=1))
    four, five = (Point.objects.get(hamlets=f"tổ dân phố {n}", meeting__starts_at=AT) for n in (4, 5))
    in_four = make.opinion(four, "Ngập ngõ 2", unit=world.ward)
    in_five = make.opinion(five, "Ngập ngõ 3", unit=world.ward)

    assert selectors.earlier_here(SYSTEM, later) == [in_five]
    assert selectors.earlier_here(SYSTEM, other) == [in_five, in_four]
