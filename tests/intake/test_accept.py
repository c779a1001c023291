"""An accepted item becomes a record that keeps its words."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import Invalid
from nghitruong.coordination.enums import TaskKind
from nghitruong.coordination.models import ConclusionNotice
from nghitruong.documents.models import Incoming, StatedFigure
from nghitruong.intake import services
from nghitruong.intake.enums import ProposalKind, ProposalState
from nghitruong.meetings.models import Meeting
from nghitruong.obligations.models import Obligation
from tests.factories import AT
from tests.intake.taken import TEXT, items, taken


def test_a_task_becomes_the_organs_debt_with_its_words(world, clerk):
    reading = taken(world, clerk)
    item = next(each for each in items(reading, ProposalKind.TASK) if "ngõ 7" in each.quote)

    accepted = services.accept(
        proposal=item, data={**item.data, "organs": [world.peoples_committee.pk]}, actor=clerk, at=AT
    )

    owed = Obligation.objects.get()
    notice = ConclusionNotice.objects.get()
    task = notice.tasks.get()
    share = task.assignments.get()
    assert (owed.debtor, owed.quote, str(owed.due_on)) == (world.peoples_committee, item.quote, "2026-03-31")
    assert (notice.number, str(notice.issued_on), notice.organ) == ("07/TB-HĐND", "2026-02-20", world.standing)
    assert (task.quote, reading.text[task.start : task.end], share.obligation) == (item.quote, item.quote, owed)
    assert accepted.made == [["coordination.conclusionnotice", notice.pk], ["coordination.assignment", share.pk]]


def test_all_that_a_notice_asks_stands_in_one_notice_with_its_text(world, clerk):
    reading = taken(world, clerk)
    for item in items(reading, ProposalKind.TASK):
        services.accept(proposal=item, data={**item.data, "organs": [world.peoples_committee.pk]}, actor=clerk, at=AT)

    notice = ConclusionNotice.objects.get()
    reading.refresh_from_db()
    assert (reading.notice, notice.tasks.count(), notice.is_foreign) == (notice, 2, True)
    assert notice.source.file.name.endswith(".txt")
    assert set(notice.tasks.values_list("source", flat=True)) == {notice.source_id}


def test_what_goes_upward_is_a_proposal_and_no_debt(world, clerk):
    asks = TEXT + "\n4. Kiến nghị\nĐề nghị Ủy ban nhân dân tỉnh sớm bố trí vốn sửa cống qua quốc lộ.\n"
    item = items(taken(world, clerk, asks), ProposalKind.UPWARD)[0]

    services.accept(proposal=item, data=item.data, actor=clerk, at=AT)

    task = ConclusionNotice.objects.get().tasks.get()
    assert (task.kind, task.quote, Obligation.objects.count()) == (TaskKind.PROPOSAL, item.quote, 0)


def test_a_text_that_is_no_notice_makes_plain_debts(world, clerk):
    minutes = TEXT.replace("THÔNG BÁO\nKết luận của", "BIÊN BẢN\nHội nghị của").replace("TB-HĐND", "BB-HĐND")
    item = items(taken(world, clerk, minutes), ProposalKind.TASK)[0]

    services.accept(proposal=item, data={**item.data, "organs": [world.peoples_committee.pk]}, actor=clerk, at=AT)

    assert (ConclusionNotice.objects.count(), Obligation.objects.get().debtor) == (0, world.peoples_committee)


def test_the_same_notice_read_twice_is_not_owed_twice(world, clerk):
    first, again = (items(taken(world, clerk), ProposalKind.TASK)[0] for _time in range(2))
    data = {**first.data, "organs": [world.department.pk]}

    services.accept(proposal=first, data=data, actor=clerk, at=AT)
    with pytest.raises(Invalid, match="đã có trong sổ"):
        services.accept(proposal=again, data=data, actor=clerk, at=AT)

    assert Obligation.objects.count() == 1


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
