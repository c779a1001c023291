"""Completing and correcting what was taken down."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, NotPermitted
from nghitruong.contacts import rules
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import OpinionKind, RoundState
from tests import factories as make
from tests.factories import AT


def edit(opinion, actor, version=1, **values):
    given = {
        "text": "Đề nghị sửa đèn đường ngõ 9.",
        "voter": "Nguyễn Thị Mẫu",
        "voter_address": "",
        "voices": 3,
        "hamlet": "tổ dân phố 4",
        "unit": None,
    }
    return contacts.edit_opinion(opinion=opinion, version=version, actor=actor, at=AT, **(given | values))


def an_opinion(world, **values):
    return make.opinion(make.contact_point(make.contact_round(world.council)), **values)


def test_edit_keeps_words_before_and_after_but_no_name(world, clerk):
    edited = edit(an_opinion(world), clerk)

    assert (edited.voter, edited.voices, edited.version) == ("Nguyễn Thị Mẫu", 3, 2)
    assert Entry.objects.get().changes == {
        "trước": "Đề nghị sửa đèn đường ngõ 7.",
        "sau": "Đề nghị sửa đèn đường ngõ 9.",
        "cử tri": "đã bổ sung, sửa",
        "số người cùng ý kiến": 3,
        "thôn, tổ dân phố": "tổ dân phố 4",
    }


def test_second_editor_gets_both_versions(world, clerk, chair):
    opinion = an_opinion(world)
    edit(opinion, clerk)

    with pytest.raises(Conflict) as caught:
        edit(opinion, chair, text="Bản thứ hai")

    assert caught.value.current["text"] == "Đề nghị sửa đèn đường ngõ 9."
    opinion.refresh_from_db()
    assert opinion.text == "Đề nghị sửa đèn đường ngõ 9."


def test_who_took_it_may_correct_it_and_others_not(world, delegate, group_head):
    mine = an_opinion(world, taker_id=delegate.membership_id, taken_by=delegate.name)

    assert edit(mine, delegate).version == 2
    with pytest.raises(NotPermitted, match="người đã ghi"):
        edit(mine, group_head, version=2)


def test_edit_is_refused_when_summarised_and_for_complaints(world, clerk):
    closed = make.opinion(make.contact_point(make.contact_round(world.council, state=RoundState.SUMMARISED)))
    for opinion in (closed, an_opinion(world, kind=OpinionKind.REFERRED)):
        with pytest.raises(NotPermitted):
            edit(opinion, clerk)


def test_higher_module_can_hold_an_opinion(world, clerk, monkeypatch):
    opinion = an_opinion(world)
    monkeypatch.setattr(rules, "_HOLDS", [lambda pk: "Đã vào sổ kiến nghị." if pk == opinion.pk else ""])

    with pytest.raises(NotPermitted, match="Đã vào sổ kiến nghị"):
        edit(opinion, clerk)
    assert edit(an_opinion(world), clerk).version == 2
