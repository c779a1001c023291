"""A conclusion is changed only by another notice, which replaces what is open."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.coordination import services as coordination
from nghitruong.coordination.models import Assignment
from nghitruong.documents.enums import RelationKind
from nghitruong.documents.models import Relation
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import State
from tests.factories import AT, TODAY


def test_the_draft_takes_over_what_is_open(world, clerk, issued, shares):
    done = shares(world.department, 2).obligation
    ledger.fulfil(obligation=done, evidence="Đã gửi", on=TODAY, actor=clerk, at=AT)

    draft = coordination.amend_conclusion(notice=issued, because="Đổi thời hạn", actor=clerk, at=AT)

    assert draft.amends == issued
    assert [task.replaces.position for task in draft.tasks.all()] == [1, 2]
    assert [share.organ for share in draft.tasks.last().assignments.all()] == [world.peoples_committee]


def test_issued_it_ends_the_old_debts_with_the_reason_and_leaves_the_rest(world, clerk, issued, shares, signer):
    draft = coordination.amend_conclusion(notice=issued, because="Đổi thời hạn", actor=clerk, at=AT)
    coordination.remove_task(task=draft.tasks.last(), actor=clerk, at=AT)
    draft.refresh_from_db()
    amending = coordination.issue_conclusion(notice=draft, version=draft.version, signer=signer, actor=clerk, at=AT)

    replaced, kept = shares(world.department).obligation, shares(world.department, 2).obligation
    assert (replaced.state, replaced.closed_because) == (
        State.CANCELLED,
        "Được thay bằng Thông báo số 02/TB-HĐND ngày 02/03/2026: Đổi thời hạn",
    )
    assert kept.state == State.OPEN
    fresh = Assignment.objects.get(task__notice=amending, organ=world.department)
    assert fresh.obligation.state == State.OPEN


def test_amending_needs_a_reason_an_issued_notice_and_no_other_draft(clerk, issued):
    with pytest.raises(Invalid):
        coordination.amend_conclusion(notice=issued, because=" ", actor=clerk, at=AT)
    draft = coordination.amend_conclusion(notice=issued, because="Đổi", actor=clerk, at=AT)
    with pytest.raises(Invalid, match="dự thảo sửa đổi"):
        coordination.amend_conclusion(notice=issued, because="Đổi nữa", actor=clerk, at=AT)
    with pytest.raises(NotPermitted):
        coordination.amend_conclusion(notice=draft, because="Đổi", actor=clerk, at=AT)


def test_the_register_says_which_text_amends_which(clerk, issued, signer):
    draft = coordination.amend_conclusion(notice=issued, because="Đổi thời hạn", actor=clerk, at=AT)
    amending = coordination.issue_conclusion(notice=draft, version=1, signer=signer, actor=clerk, at=AT)

    relation = Relation.objects.get()
    assert (relation.later, relation.earlier, relation.kind) == (amending.paper, issued.paper, RelationKind.AMEND)
    assert amending.paper.abstract == "Sửa đổi, bổ sung Thông báo số 01/TB-HĐND ngày 22/02/2026"


def test_what_is_reported_and_waits_for_acceptance_goes_on(world, clerk, issued, shares, signer):
    done = shares(world.department, 2).obligation
    ledger.fulfil(obligation=done, evidence="Đã gửi tài liệu", on=TODAY, actor=clerk, at=AT)
    draft = coordination.amend_conclusion(notice=issued, because="Đổi thời hạn", actor=clerk, at=AT)

    coordination.issue_conclusion(notice=draft, version=draft.version, signer=signer, actor=clerk, at=AT)

    done.refresh_from_db()
    assert done.state == State.FULFILLED
