"""An item that is not accepted stays, with the reason."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import NotPermitted, WrongState
from nghitruong.intake import services
from nghitruong.intake.enums import ProposalKind, ProposalState
from tests.factories import AT
from tests.intake.taken import items, taken


def test_a_rejected_item_stays_with_its_reason(world, clerk):
    item = items(taken(world, clerk), ProposalKind.LIMITATION)[0]

    rejected = services.reject(proposal=item, reason="nhận định cũ", actor=clerk, at=AT)

    assert (rejected.state, rejected.reason, rejected.decided_at) == (ProposalState.REJECTED, "nhận định cũ", AT)


def test_an_accepted_item_is_not_rejected(world, clerk):
    item = items(taken(world, clerk), ProposalKind.LIMITATION)[0]
    accepted = services.accept(proposal=item, data=item.data, actor=clerk, at=AT)

    with pytest.raises((NotPermitted, WrongState)):
        services.reject(proposal=accepted, actor=clerk, at=AT)
