"""Items without doubt are accepted together."""

from __future__ import annotations

from nghitruong.intake import services
from nghitruong.intake.enums import ProposalKind, ProposalState
from tests.factories import AT
from tests.intake.taken import taken


def test_what_is_certain_is_accepted_together_and_tasks_are_not(world, clerk):
    reading = taken(world, clerk)

    count = services.accept_certain(reading=reading, actor=clerk, at=AT)

    left = set(reading.proposals.filter(state=ProposalState.PROPOSED).values_list("kind", flat=True))
    assert count == reading.proposals.filter(state=ProposalState.ACCEPTED).count() > 0
    assert ProposalKind.TASK in left
