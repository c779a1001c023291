"""A rejected item can be looked at again."""

from __future__ import annotations

from nghitruong.audit.models import Entry
from nghitruong.intake import services
from nghitruong.intake.enums import ProposalKind, ProposalState
from tests.factories import AT
from tests.intake.taken import items, taken


def test_a_rejected_item_can_be_looked_at_again(world, clerk):
    item = items(taken(world, clerk), ProposalKind.LIMITATION)[0]
    rejected = services.reject(proposal=item, actor=clerk, at=AT)
    assert rejected.state == ProposalState.REJECTED

    restored = services.restore(proposal=rejected, actor=clerk, at=AT)

    assert (restored.state, restored.decided_at) == (ProposalState.PROPOSED, None)
    assert Entry.objects.filter(deed__startswith="proposal.").count() == 2
