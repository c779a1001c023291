"""Taking down what a voter said."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, NotPermitted, WrongState
from nghitruong.contacts import rules
from nghitruong.contacts import services as contacts
from nghitruong.contacts.enums import OpinionKind, RoundState
from nghitruong.contacts.models import Opinion
from nghitruong.meetings.enums import MeetingState
from tests import factories as make
from tests.factories import AT


def take(point, actor, text="Nước máy tối nào cũng yếu.", **values):
    return contacts.take_opinion(point=point, text=text, actor=actor, at=AT, **values)


def a_point(world, **values):
    return make.contact_point(make.contact_round(world.council), **values)


@pytest.mark.parametrize("who", ["clerk", "chair", "delegate", "group_head", "front_officer"])
def test_take_opinion_numbers_within_the_point(world, who, request):
    actor, point = request.getfixturevalue(who), a_point(world)
    take(a_point(world), actor)

    first, second = take(point, actor), take(point, actor, "  Ngõ 7   tối om ", voter="bà N.T.L.")

    assert (first.seq, second.seq) == (1, 2)
    assert (second.text, second.kind, second.unit, second.taken_by) == (
        "Ngõ 7 tối om",
        OpinionKind.PETITION,
        world.ward,
        actor.name,
    )


def test_journal_never_holds_the_voter_or_the_words(world, clerk):
    take(a_point(world), clerk, "Ngõ 7 tối om", voter="Nguyễn Thị Mẫu", voter_address="số 9 ngõ 7")

    entry = Entry.objects.get()
    assert (entry.deed, entry.label) == ("opinion.take", "Ý kiến số 1, tổ dân phố 4")
    assert entry.changes == {"số": 1, "phân loại": "kiến nghị"}


def test_line_sent_twice_has_one_effect(world, clerk, delegate):
    point = a_point(world)

    first = take(point, clerk, client_key="máy-1-dòng-1")
    again = take(point, delegate, client_key="máy-1-dòng-1")

    assert (again.pk, again.taken_by) == (first.pk, clerk.name)
    assert Opinion.objects.count() == Entry.objects.count() == 1


def test_of_a_complaint_only_the_fact_is_kept(world, clerk):
    said = take(a_point(world), clerk, "Tôi tố cáo ông A.", kind=OpinionKind.REFERRED, voter="Nguyễn Thị Mẫu")

    assert (said.text, said.voter, said.voter_address) == (rules.referred_text(), "", "")


@pytest.mark.parametrize("text", ["", "   \n", "a" * 4001])
def test_take_opinion_refuses_empty_and_endless_text(world, clerk, text):
    with pytest.raises(Invalid):
        take(a_point(world), clerk, text)

    assert Entry.objects.count() == 0


def test_notes_begin_on_the_day(world, clerk):
    with pytest.raises(WrongState, match="03/03/2026"):
        take(a_point(world, starts_at=AT + dt.timedelta(days=1)), clerk)


@pytest.mark.parametrize("who", ["agency_officer", "upper_office", "stranger", "auditor", "administrator"])
def test_take_opinion_is_refused_to_others(world, who, request):
    with pytest.raises(NotPermitted):
        take(a_point(world), request.getfixturevalue(who))


def test_take_opinion_is_refused_when_summarised_or_cancelled(world, clerk):
    with pytest.raises(NotPermitted, match="đã tổng hợp"):
        take(make.contact_point(make.contact_round(world.council, state=RoundState.SUMMARISED)), clerk)
    with pytest.raises(NotPermitted, match="đã hủy"):
        take(a_point(world, state=MeetingState.CANCELLED), clerk)


@pytest.mark.django_db(transaction=True)
def test_many_hands_get_many_numbers(world, clerk):
    point = a_point(world)

    def write(n):
        try:
            return take(point, clerk, f"Ý kiến {n}", client_key=f"k{n % 8}").seq
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        seqs = list(pool.map(write, range(16)))

    assert sorted(set(seqs)) == list(range(1, 9))
    assert sorted(point.opinions.values_list("seq", flat=True)) == list(range(1, 9))
