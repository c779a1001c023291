"""Petition, opinion, thanks: kept apart, every change journaled."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.contacts import rules
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import OpinionKind, RoundState
from tests import factories as make
from tests.factories import AT


def an_opinion(world, state=RoundState.OPEN, **values):
    return make.opinion(make.contact_point(make.contact_round(world.council, state=state)), **values)


@pytest.mark.parametrize("state", RoundState.values)
def test_reclassify_is_journaled_even_after_the_summary(world, clerk, state):
    opinion = contacts.reclassify(
        opinion=an_opinion(world, state), kind=OpinionKind.THANKS, reason="chỉ cảm ơn", actor=clerk, at=AT
    )

    assert (opinion.kind, opinion.version) == (OpinionKind.THANKS, 2)
    assert Entry.objects.get().changes == {"phân loại": "kiến nghị → cảm ơn, ghi nhận", "lý do": "chỉ cảm ơn"}


def test_made_a_complaint_its_words_leave_the_book(world, clerk):
    opinion = contacts.reclassify(
        opinion=an_opinion(world, voter="Nguyễn Thị Mẫu", answered_on_spot="Sẽ xem", answered_by="Ông B"),
        kind=OpinionKind.REFERRED,
        actor=clerk,
        at=AT,
    )

    opinion.refresh_from_db()
    assert (opinion.text, opinion.voter, opinion.answered_on_spot) == (rules.referred_text(), "", "")


@pytest.mark.parametrize("kind", [OpinionKind.PETITION, "gì đó"])
def test_reclassify_to_the_same_or_unknown_kind_is_refused(world, clerk, kind):
    with pytest.raises(Invalid):
        contacts.reclassify(opinion=an_opinion(world), kind=kind, actor=clerk, at=AT)


def test_reclassify_is_refused_to_others_and_for_complaints(world, clerk, delegate, stranger):
    for actor in (delegate, stranger):
        with pytest.raises(NotPermitted):
            contacts.reclassify(opinion=an_opinion(world), kind=OpinionKind.OPINION, actor=actor, at=AT)
    with pytest.raises(NotPermitted):
        contacts.reclassify(
            opinion=an_opinion(world, kind=OpinionKind.REFERRED), kind=OpinionKind.OPINION, actor=clerk, at=AT
        )
