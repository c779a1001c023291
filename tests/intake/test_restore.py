"""A rejected item can be looked at again."""

from __future__ import annotations

import datetime as dt

from nghitruong.audit.models import Entry
from nghitruong.intake import selectors, services
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


def test_only_the_last_decision_is_taken_back_by_its_key(world, clerk, signed_in):
    reading = taken(world, clerk)
    first, second, third, *_rest = reading.proposals.all()
    client = signed_in(clerk)

    def offered():
        return [item.proposal.pk for item in selectors.review(reading, clerk).items if item.is_last]

    services.reject(proposal=first, actor=clerk, at=AT)
    services.reject(proposal=second, actor=clerk, at=AT + dt.timedelta(minutes=1))
    assert offered() == [second.pk]
    assert client.get(reading.get_absolute_url()).content.decode().count("data-undo") == 1

    services.accept(proposal=third, data=third.data, actor=clerk, at=AT + dt.timedelta(minutes=2))
    assert offered() == [third.pk]
    assert "data-undo" not in client.get(reading.get_absolute_url()).content.decode()
