"""Who sees rounds, points and opinions, and who reads a voter's name."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.contacts import policies
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.meetings.models import Attendance
from nghitruong.organisation.enums import Role
from tests import factories as make
from tests.factories import AT


@pytest.mark.parametrize(
    ("who", "sees", "reads"),
    [
        ("clerk", True, True),
        ("chair", True, True),
        ("delegate", True, False),
        ("committee_head", True, False),
        ("group_head", True, False),
        ("front_officer", True, False),
        ("agency_officer", False, False),
        ("stranger", False, False),
        ("auditor", False, False),
        ("administrator", False, False),
    ],
)
def test_who_sees_and_who_reads_names(world, who, sees, reads, request):
    actor = request.getfixturevalue(who)
    point = make.contact_point(make.contact_round(world.council))
    make.opinion(point)

    seen = [model.objects.visible_to(actor).count() for model in (Round, Point, Opinion)]

    assert seen == [int(sees)] * 3
    assert policies.reads_voters(actor, point) == reads


def test_who_sat_there_reads_names(world, delegate, group_head, front_officer):
    point = make.contact_point(make.contact_round(world.council), host=world.front)
    point.groups.add(world.group)
    Attendance.objects.create(meeting=point.meeting, membership_id=delegate.membership_id)

    assert [policies.reads_voters(actor, point) for actor in (delegate, group_head, front_officer)] == [True] * 3


def test_delegate_of_the_upper_level_sees_only_the_point_called_to(world):
    province = make.actor(world.province_council, Role.DELEGATE)
    called, other = (make.contact_point(make.contact_round(world.council)) for _ in range(2))
    Attendance.objects.create(meeting=called.meeting, membership_id=province.membership_id)
    make.opinion(called)
    make.opinion(other)

    assert list(Point.objects.visible_to(province)) == [called]
    assert Opinion.objects.visible_to(province).count() == 1
    assert policies.can_take_opinion(province, called)
    assert not policies.can_take_opinion(province, other)


def test_who_took_it_reads_what_they_wrote(world, delegate):
    opinion = make.opinion(make.contact_point(make.contact_round(world.council)), taker_id=delegate.membership_id)

    assert policies.reads_voter(delegate, opinion, at_point=False)


def test_agency_called_to_a_point_still_sees_no_opinion(world, agency_officer):
    point = make.contact_point(make.contact_round(world.council))
    Attendance.objects.create(meeting=point.meeting, membership_id=agency_officer.membership_id)
    make.opinion(point)

    assert Opinion.objects.visible_to(agency_officer).count() == 0


def test_who_is_called_to_one_point_does_not_read_the_others(world, signed_in):
    province = make.actor(world.province_council, Role.DELEGATE, "Đại biểu tỉnh")
    held = make.contact_round(world.council)
    before = make.contact_point(held, starts_at=AT - dt.timedelta(days=5))
    called = make.contact_point(held)
    Attendance.objects.create(meeting=called.meeting, membership_id=province.membership_id)
    make.opinion(before, text="Lời nêu ở điểm khác (mẫu)", unit=world.ward)

    page = signed_in(province).get(called.get_absolute_url())

    assert (page.status_code, "Lời nêu ở điểm khác" in page.content.decode()) == (200, False)
