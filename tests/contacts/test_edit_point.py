"""Correcting a point."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import RoundState
from tests import factories as make
from tests.factories import AT


def edit(point, actor, version=1, **values):
    given = {"starts_at": AT + dt.timedelta(hours=10), "place": "Sân vận động"}
    return contacts.edit_point(point=point, version=version, actor=actor, at=AT, **(given | values))


def test_edit_point_changes_meeting_and_groups(world, clerk):
    point = make.contact_point(make.contact_round(world.council))

    edited = edit(point, clerk, hamlets="tổ dân phố 9", groups=[world.group])

    assert (edited.meeting.place, edited.meeting.title, edited.meeting.version) == ("Sân vận động", "tổ dân phố 9", 2)
    assert list(edited.groups.all()) == [world.group]
    assert [entry.deed for entry in Entry.objects.order_by("seq")] == ["meeting.edit", "point.edit"]


def test_second_editor_gets_both_versions(world, clerk, chair):
    point = make.contact_point(make.contact_round(world.council))
    edit(point, clerk)

    with pytest.raises(Conflict) as caught:
        edit(point, chair, place="Nơi khác")

    assert caught.value.current["place"] == "Sân vận động"


def test_edit_point_stays_within_the_round(world, clerk):
    with pytest.raises(Invalid):
        edit(make.contact_point(make.contact_round(world.council)), clerk, starts_at=AT + dt.timedelta(days=30))


def test_edit_point_is_refused_to_others_and_when_summarised(world, clerk, delegate):
    with pytest.raises(NotPermitted):
        edit(make.contact_point(make.contact_round(world.council)), delegate)
    with pytest.raises(NotPermitted):
        edit(make.contact_point(make.contact_round(world.council, state=RoundState.SUMMARISED)), clerk)
