"""Opening a round of voter contact."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import RoundKind, RoundState
from nghitruong.contacts.models import Round
from tests import factories as make
from tests.factories import AT, TODAY


def open_round(world, actor, **values):
    given = {
        "kind": RoundKind.THEMATIC,
        "title": "Chuyên đề thoát nước",
        "starts_on": TODAY,
        "ends_on": TODAY + dt.timedelta(days=14),
    }
    return contacts.open_round(council=world.council, actor=actor, at=AT, **(given | values))


def test_open_round_writes_round_and_journal(world, clerk):
    opened = open_round(world, clerk)

    assert (opened.state, opened.council) == (RoundState.OPEN, world.council)
    entry = Entry.objects.get()
    assert (entry.deed, entry.changes["loại đợt"]) == ("round.open", "chuyên đề")


def test_open_round_before_a_session_names_it(world, clerk):
    session = make.session(world.council)

    assert open_round(world, clerk, kind=RoundKind.BEFORE_SESSION, session=session).session == session


@pytest.mark.parametrize(
    "values",
    [
        {"title": " "},
        {"ends_on": TODAY - dt.timedelta(days=1)},
        {"kind": RoundKind.BEFORE_SESSION},
        {"kind": RoundKind.OUTSIDE},
        {"kind": RoundKind.PERSONAL},
    ],
)
def test_open_round_refuses_what_breaks_a_rule(world, clerk, values):
    with pytest.raises(Invalid):
        open_round(world, clerk, **values)

    assert Round.objects.count() == Entry.objects.count() == 0


def test_session_must_be_one_of_this_council(world, clerk):
    for wrong in (make.session(world.other_council), make.meeting(world.council)):
        with pytest.raises(Invalid):
            open_round(world, clerk, kind=RoundKind.AFTER_SESSION, session=wrong)


@pytest.mark.parametrize(
    "who", ["delegate", "group_head", "agency_officer", "front_officer", "upper_office", "stranger", "administrator"]
)
def test_open_round_is_refused_to_others(world, who, request):
    with pytest.raises(NotPermitted):
        open_round(world, request.getfixturevalue(who))
