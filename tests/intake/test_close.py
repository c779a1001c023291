"""A review ends when no task waits."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import Invalid
from nghitruong.intake import services
from nghitruong.intake.enums import ProposalKind, ReadingState
from tests.factories import AT
from tests.intake.taken import items, taken


def test_review_is_not_closed_over_a_task(world, clerk):
    reading = taken(world, clerk)

    with pytest.raises(Invalid, match="việc được giao"):
        services.close(reading=reading, actor=clerk, at=AT)
    for item in items(reading, ProposalKind.TASK):
        services.reject(proposal=item, reason="đã có trong sổ", actor=clerk, at=AT)
    closed = services.close(reading=reading, actor=clerk, at=AT)

    assert closed.state == ReadingState.CLOSED
