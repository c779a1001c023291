"""Correcting a task of a draft."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.coordination import services as coordination
from nghitruong.coordination.services import Asked
from tests.factories import AT, TODAY


def edit(task, actor, asked, version=1):
    return coordination.edit_task(task=task, version=version, asked=asked, actor=actor, at=AT)


def test_edit_changes_who_what_and_when(world, clerk, draft):
    task = draft.tasks.first()
    edited = edit(task, clerk, Asked("UBND phường", "Họp giao ban", [world.peoples_committee], due_on=TODAY))

    assert (edited.what, edited.due_on, edited.version) == ("Họp giao ban", TODAY, 2)
    assert edited.assignments.get().organ == world.peoples_committee
    assert Entry.objects.get(deed="task.edit").changes["giao cho"] == "Phòng Kinh tế → UBND phường"


def test_second_editor_of_a_task_is_told(world, clerk, chair, draft):
    task = draft.tasks.first()
    edit(task, clerk, Asked("A", "B", [world.department]))

    with pytest.raises(Conflict):
        edit(task, chair, Asked("C", "D", [world.department]))


def test_edit_refuses_blanks_and_strangers(draft, clerk, stranger):
    task = draft.tasks.first()
    with pytest.raises(Invalid):
        edit(task, clerk, Asked("A", " "))
    with pytest.raises(NotPermitted):
        edit(task, stranger, Asked("A", "B"))
