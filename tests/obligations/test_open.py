import datetime as dt

import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.obligations.models import Obligation
from tests.factories import TODAY


def test_open_by_a_rule_carries_its_derivation(owe):
    owed = owe(rule_key="petition.answer", from_on=TODAY, from_event="ngày chuyển")

    assert (owed.clock.from_on, owed.due_on) == (TODAY, owed.clock.due_on)
    assert owed.due_on > TODAY


def test_open_without_a_date_invents_none(owe):
    owed = owe()

    assert (owed.due_on, owed.clock) == (None, None)


def test_open_on_a_stated_date(owe):
    assert owe(due_on=dt.date(2026, 4, 10)).due_on == dt.date(2026, 4, 10)


def test_open_refused_to_a_stranger(owe, stranger):
    with pytest.raises(NotPermitted, match="Văn phòng, Thường trực"):
        owe(actor=stranger)

    assert not Obligation.objects.exists()
