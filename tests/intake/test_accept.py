"""An accepted item becomes a record that keeps its words."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import Invalid
from nghitruong.documents.models import Incoming, StatedFigure
from nghitruong.intake import services
from nghitruong.intake.enums import ProposalKind, ProposalState
from nghitruong.meetings.models import Meeting
from nghitruong.obligations.models import Obligation
from tests.factories import AT
from tests.intake.taken import items, taken


def test_a_task_becomes_the_organs_debt_with_its_words(world, clerk):
    reading = taken(world, clerk)
    item = next(each for each in items(reading, ProposalKind.TASK) if "ngõ 7" in each.quote)

    accepted = services.accept(
        proposal=item, data={**item.data, "organs": [world.peoples_committee.pk]}, actor=clerk, at=AT
    )

    owed = Obligation.objects.get()
    assert (owed.debtor, owed.quote, str(owed.due_on)) == (world.peoples_committee, item.quote, "2026-03-31")
    assert accepted.made == [["obligations.obligation", owed.pk]]


def test_one_task_for_two_organs_is_two_debts(world, clerk):
    item = items(taken(world, clerk), ProposalKind.TASK)[0]
    organs = [world.peoples_committee.pk, world.department.pk]

    services.accept(proposal=item, data={**item.data, "organs": organs}, actor=clerk, at=AT)

    assert sorted(Obligation.objects.values_list("debtor", flat=True)) == sorted(organs)


def test_a_task_for_nobody_is_not_accepted(world, clerk):
    item = items(taken(world, clerk), ProposalKind.TASK)[0]

    with pytest.raises(Invalid):
        services.accept(proposal=item, data={**item.data, "organs": []}, actor=clerk, at=AT)

    item.refresh_from_db()
    assert (item.state, Obligation.objects.count()) == (ProposalState.PROPOSED, 0)


def test_entry_and_meeting_become_records(world, clerk):
    reading = taken(world, clerk)
    for kind in (ProposalKind.ENTRY, ProposalKind.MEETING):
        item = items(reading, kind)[0]
        services.accept(proposal=item, data=item.data, actor=clerk, at=AT)

    assert (Incoming.objects.get().code, str(Incoming.objects.get().signed_on)) == ("07/TB-HĐND", "2026-02-20")
    assert Meeting.objects.get().starts_at.date().isoformat() == "2026-02-18"


def test_a_corrected_figure_keeps_what_was_read(world, clerk):
    item = next(each for each in items(taken(world, clerk), ProposalKind.FIGURE) if each.data["value"] == 34)

    services.accept(proposal=item, data={**item.data, "value": 35, "figure": "35"}, actor=clerk, at=AT)

    item.refresh_from_db()
    assert (StatedFigure.objects.get().value, item.read["value"], item.is_corrected) == (35, 34, True)
