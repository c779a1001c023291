"""Giving up a draft."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import NoticeState
from tests.factories import AT


def test_discard_needs_a_reason_and_stays_on_record(clerk, draft):
    with pytest.raises(Invalid):
        coordination.discard_conclusion(notice=draft, reason=" ", actor=clerk, at=AT)

    gone = coordination.discard_conclusion(notice=draft, reason="Họp lại", actor=clerk, at=AT)

    assert (gone.state, gone.discarded_because) == (NoticeState.DISCARDED, "Họp lại")


def test_discard_is_refused_once_issued_and_to_others(clerk, delegate, issued):
    for actor in (clerk, delegate):
        with pytest.raises(NotPermitted):
            coordination.discard_conclusion(notice=issued, reason="x", actor=actor, at=AT)
