"""Correcting a draft."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, NotPermitted
from nghitruong.coordination import services as coordination
from tests.coordination.conftest import HELD
from tests.factories import AT


def edit(notice, world, actor, **values):
    given = {"title": "Kết luận sửa", "held_on": HELD, "organ": world.standing, "recipients": [], "version": 1}
    return coordination.edit_conclusion(notice=notice, actor=actor, at=AT, **(given | values))


def test_edit_saves_and_says_what_changed(world, clerk, draft):
    edited = edit(draft, world, clerk, results=draft.results, recipients=[world.front])

    assert (edited.title, edited.version) == ("Kết luận sửa", 2)
    assert [each.organ for each in edited.recipients.all()] == [world.front]
    assert Entry.objects.get(deed="conclusion.edit").changes == {"trích yếu": "Kết luận sửa"}


def test_second_editor_gets_what_stands(world, clerk, chair, draft):
    edit(draft, world, clerk, title="Bản của văn phòng")

    with pytest.raises(Conflict) as caught:
        edit(draft, world, chair)

    assert caught.value.current["title"] == "Bản của văn phòng"


def test_an_issued_notice_is_only_amended(world, clerk, issued):
    with pytest.raises(NotPermitted, match="thông báo sửa đổi"):
        edit(issued, world, clerk, version=issued.version)


def test_edit_is_refused_to_others(world, delegate, agency_officer, draft):
    for actor in (delegate, agency_officer):
        with pytest.raises(NotPermitted):
            edit(draft, world, actor)
