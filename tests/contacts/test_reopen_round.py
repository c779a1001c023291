"""Opening a summarised round again."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import RoundState
from tests import factories as make
from tests.factories import AT


def test_reopen_keeps_the_reason(world, clerk):
    closed = make.contact_round(world.council, state=RoundState.SUMMARISED)

    opened = contacts.reopen_round(round_=closed, reason="sót biên bản tổ 5", actor=clerk, at=AT)

    assert opened.state == RoundState.OPEN
    assert Entry.objects.get().changes == {"lý do": "sót biên bản tổ 5"}


def test_reopen_needs_a_reason(world, clerk):
    with pytest.raises(Invalid):
        contacts.reopen_round(
            round_=make.contact_round(world.council, state=RoundState.SUMMARISED), reason="", actor=clerk, at=AT
        )


def test_reopen_is_refused_while_open_and_to_others(world, clerk, stranger):
    with pytest.raises(NotPermitted):
        contacts.reopen_round(round_=make.contact_round(world.council), reason="sót", actor=clerk, at=AT)
    with pytest.raises(NotPermitted):
        contacts.reopen_round(
            round_=make.contact_round(world.council, state=RoundState.SUMMARISED),
            reason="sót",
            actor=stranger,
            at=AT,
        )
