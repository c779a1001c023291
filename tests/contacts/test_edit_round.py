"""Correcting a round."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import RoundKind, RoundState
from tests import factories as make
from tests.factories import AT, TODAY


def edit(round_, actor, version=1, **values):
    given = {
        "kind": RoundKind.THEMATIC,
        "title": "Tên mới",
        "starts_on": TODAY - dt.timedelta(days=5),
        "ends_on": TODAY + dt.timedelta(days=10),
    }
    return contacts.edit_round(round_=round_, version=version, actor=actor, at=AT, **(given | values))


def test_edit_round_changes_and_says_what(world, clerk):
    edited = edit(make.contact_round(world.council), clerk)

    assert (edited.title, edited.version) == ("Tên mới", 2)
    assert Entry.objects.get().changes == {
        "tên": "Tiếp xúc cử tri chuyên đề mẫu → Tên mới",
        "từ ngày": "2026-02-20 → 2026-02-25",
    }


def test_second_editor_gets_both_versions(world, clerk, chair):
    round_ = make.contact_round(world.council)
    edit(round_, clerk, title="Của thư ký")

    with pytest.raises(Conflict) as caught:
        edit(round_, chair)

    assert caught.value.current["title"] == "Của thư ký"


def test_round_cannot_leave_a_point_outside(world, clerk):
    round_ = make.contact_round(world.council)
    make.contact_point(round_)

    with pytest.raises(Invalid, match="nằm ngoài"):
        edit(round_, clerk, starts_on=TODAY + dt.timedelta(days=1))


def test_edit_round_is_refused_to_a_delegate_and_when_summarised(world, clerk, delegate):
    with pytest.raises(NotPermitted):
        edit(make.contact_round(world.council), delegate)
    with pytest.raises(NotPermitted, match="đã tổng hợp"):
        edit(make.contact_round(world.council, state=RoundState.SUMMARISED), clerk)
