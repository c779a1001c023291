"""Adding a point to a round."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import RoundState
from nghitruong.contacts.models import Point
from nghitruong.meetings.enums import MeetingKind, Mode
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.enums import Role
from tests import factories as make
from tests.factories import AT


def add(round_, actor, **values):
    given = {"starts_at": AT, "place": "Nhà văn hóa tổ 4"}
    return contacts.add_point(round_=round_, actor=actor, at=AT, **(given | values))


def test_add_point_with_delegates_of_two_levels(world, clerk):
    round_ = make.contact_round(world.council)
    ward = make.office(world.council, Role.DELEGATE, "Hồ Thị Lan")
    province = make.office(world.province_council, Role.DELEGATE, "Đặng Văn Tỉnh")

    point = add(
        round_,
        clerk,
        hamlets="tổ dân phố 4,  tổ dân phố 5; Tổ dân phố 4",
        host=world.front,
        groups=[world.group],
        delegates=[ward, province],
        guests=["Đại biểu Quốc hội Trần Văn Mẫu"],
    )

    assert (point.meeting.kind, point.meeting.host) == (MeetingKind.CONTACT, world.front)
    assert point.hamlets == "tổ dân phố 4, tổ dân phố 5"
    assert point.meeting.title == point.hamlets
    assert list(point.groups.all()) == [world.group]
    assert point.meeting.attendances.count() == 3
    assert [entry.deed for entry in Entry.objects.order_by("seq")] == ["meeting.plan", "meeting.call", "point.add"]


def test_written_channel_stands_for_a_meeting(world, clerk):
    point = add(make.contact_round(world.council), clerk, mode=Mode.WRITTEN, place="Hòm thư góp ý tại Ủy ban nhân dân")

    assert (point.meeting.mode, point.meeting.title) == (Mode.WRITTEN, "Hòm thư góp ý tại Ủy ban nhân dân")


def test_day_outside_the_round_is_refused_and_leaves_nothing(world, clerk):
    with pytest.raises(Invalid, match="từ 20/02/2026 đến 12/03/2026"):
        add(make.contact_round(world.council), clerk, starts_at=AT + dt.timedelta(days=11))

    assert Meeting.objects.count() == Point.objects.count() == Entry.objects.count() == 0


def test_only_groups_of_delegates_are_assigned(world, clerk):
    with pytest.raises(Invalid):
        add(make.contact_round(world.council), clerk, groups=[world.department])


def test_add_point_is_refused_to_others_and_when_summarised(world, clerk, delegate, front_officer, stranger):
    for actor in (delegate, front_officer, stranger):
        with pytest.raises(NotPermitted):
            add(make.contact_round(world.council), actor)
    with pytest.raises(NotPermitted):
        add(make.contact_round(world.council, state=RoundState.SUMMARISED), clerk)
