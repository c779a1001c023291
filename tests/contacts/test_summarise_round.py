"""Closing a round with its summary."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import RoundState
from nghitruong.meetings.enums import MeetingState
from tests import factories as make
from tests.factories import AT


def test_summarise_closes_the_round(world, clerk):
    round_ = make.contact_round(world.council)
    make.contact_point(round_, state=MeetingState.HELD)
    make.contact_point(round_, state=MeetingState.CANCELLED)

    closed = contacts.summarise_round(round_=round_, actor=clerk, at=AT)

    assert closed.state == RoundState.SUMMARISED
    assert [entry.deed for entry in Entry.objects.all()] == ["round.summarise"]


def test_summarise_waits_for_every_point(world, clerk):
    round_ = make.contact_round(world.council)
    make.contact_point(round_, state=MeetingState.HELD)
    make.contact_point(round_)

    with pytest.raises(Invalid, match="Còn 1 điểm"):
        contacts.summarise_round(round_=round_, actor=clerk, at=AT)


def test_round_without_a_held_point_has_nothing_to_summarise(world, clerk):
    with pytest.raises(Invalid):
        contacts.summarise_round(round_=make.contact_round(world.council), actor=clerk, at=AT)


def test_summarise_is_refused_to_others_and_twice(world, clerk, delegate, front_officer):
    for actor in (delegate, front_officer):
        with pytest.raises(NotPermitted):
            contacts.summarise_round(round_=make.contact_round(world.council), actor=actor, at=AT)
    with pytest.raises(NotPermitted):
        contacts.summarise_round(
            round_=make.contact_round(world.council, state=RoundState.SUMMARISED), actor=clerk, at=AT
        )
