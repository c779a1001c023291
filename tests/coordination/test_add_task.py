"""Adding to a draft."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import TaskKind
from nghitruong.coordination.services import Asked
from nghitruong.obligations.models import Obligation
from tests.factories import AT


def test_a_task_comes_last_and_moves_the_version(world, clerk, draft):
    asked = Asked("Phòng Kinh tế", "Lập danh mục", [world.department])
    task = coordination.add_task(notice=draft, asked=asked, actor=clerk, at=AT)

    draft.refresh_from_db()
    assert (task.position, draft.version) == (4, 2)


def test_nothing_is_added_to_what_is_issued_or_by_others(world, clerk, delegate, issued):
    for actor in (clerk, delegate):
        with pytest.raises(NotPermitted):
            coordination.add_task(notice=issued, asked=Asked("A", "B"), actor=actor, at=AT)


@pytest.mark.parametrize("named", ["organs", "cooperating"])
def test_a_proposal_upward_is_nobody_s_task(world, clerk, draft, signer, named):
    asked = Asked("UBND tỉnh", "Đề nghị mở lớp bồi dưỡng", kind=TaskKind.PROPOSAL, **{named: [world.peoples_committee]})
    coordination.add_task(notice=draft, asked=asked, actor=clerk, at=AT)
    draft.refresh_from_db()

    coordination.issue_conclusion(notice=draft, version=draft.version, signer=signer, actor=clerk, at=AT)

    assert not Obligation.objects.filter(what=asked.what).exists()
