"""Taking a task out of a draft."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import NotPermitted
from nghitruong.coordination import services as coordination
from tests.factories import AT


def test_remove_leaves_the_words_in_the_journal(clerk, draft):
    task = draft.tasks.first()
    coordination.remove_task(task=task, actor=clerk, at=AT)

    assert draft.tasks.count() == 2
    assert Entry.objects.get(deed="task.remove").changes == {"việc": task.what}


def test_nothing_is_removed_from_what_is_issued(clerk, issued):
    with pytest.raises(NotPermitted):
        coordination.remove_task(task=issued.tasks.first(), actor=clerk, at=AT)
