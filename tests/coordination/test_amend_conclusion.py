"""A conclusion is changed only by another notice, which replaces what is open."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.coordination import services as coordination
from nghitruong.coordination.models import Assignment
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


def test_issued_it_ends_the_old_debts_with_the_reason_and_leaves_the_rest(world, clerk, issued, shares):
    draft = coordination.amend_conclusion(notice=issued, because="Đổi thời hạn", actor=clerk, at=AT)
    coordination.remove_task(task=draft.tasks.last(), actor=clerk, at=AT)
    draft.refresh_from_db()
    amending = coordination.issue_conclusion(
        notice=draft, version=draft.version, number="07/TB-HĐND", on=TODAY, actor=clerk, at=AT
    )

    replaced, kept = shares(world.department).obligation, shares(world.department, 2).obligation
    assert (replaced.state, replaced.closed_because) == (
        State.CANCELLED,
        "Được thay bằng Thông báo số 07/TB-HĐND: Đổi thời hạn",
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
