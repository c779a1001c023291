"""What was answered in the hall, and by whom."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import OpinionKind
from tests import factories as make
from tests.factories import AT


def answer(opinion, actor, text="Sẽ rào tạm trước 28/02.", by="Ông Trịnh Công Lập"):
    return contacts.answer_on_spot(opinion=opinion, text=text, answered_by=by, actor=actor, at=AT)


def an_opinion(world, **values):
    return make.opinion(make.contact_point(make.contact_round(world.council)), **values)


def test_answer_is_kept_with_its_speaker(world, delegate):
    answered = answer(an_opinion(world), delegate)

    assert (answered.answered_on_spot, answered.answered_by) == ("Sẽ rào tạm trước 28/02.", "Ông Trịnh Công Lập")
    assert Entry.objects.get().deed == "opinion.answer_on_spot"


def test_answer_can_be_taken_back(world, clerk):
    opinion = answer(an_opinion(world), clerk)

    assert answer(opinion, clerk, "", "").answered_on_spot == ""


@pytest.mark.parametrize(("text", "by"), [("Sẽ sửa", ""), ("", "Ông B"), ("a" * 4001, "Ông B")])
def test_answer_needs_both_words_and_speaker(world, clerk, text, by):
    with pytest.raises(Invalid):
        answer(an_opinion(world), clerk, text, by)


def test_answer_is_refused_to_others_and_to_complaints(world, clerk, agency_officer):
    with pytest.raises(NotPermitted):
        answer(an_opinion(world), agency_officer)
    with pytest.raises(NotPermitted, match="tiếp công dân"):
        answer(an_opinion(world, kind=OpinionKind.REFERRED), clerk)
