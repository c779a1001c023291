"""A row of the list: before an answer what waits to be done, after it the two facts apart."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.models import Petition
from nghitruong.petitions.selectors.story import step_chip
from tests.petitions import stages


@pytest.mark.parametrize(
    ("stage", "words"),
    [(stages.received, "chờ phân loại"), (stages.sorted_, "chờ chuyển"), (stages.forwarded, "chờ trả lời")],
)
def test_before_an_answer_a_row_says_what_comes_next(world, clerk, signed_in, stage, words):
    stage(world, clerk)

    page = signed_in(clerk).get(reverse("petitions:index"))

    (row,) = page.context["rows"]
    assert row.step.word == words
    assert page.content.decode().count(words) == 2
    assert "chưa giải quyết xong</span>" not in page.content.decode()


def test_after_an_answer_the_two_facts_stand_apart(world, clerk, signed_in):
    stages.answered(world, clerk, Outcome.SETTLED)

    page = signed_in(clerk).get(reverse("petitions:index"))

    (row,) = page.context["rows"]
    assert (row.step, row.answered.word, row.settled.word) == (None, "đã trả lời", "chưa giải quyết xong")
    assert "đã trả lời" in page.content.decode()
    assert "chưa giải quyết xong" in page.content.decode()


@pytest.mark.parametrize("state", ["received", "sorted", "forwarded", "returned", "reopened", "noted"])
def test_every_state_before_an_answer_has_words(world, clerk, state):
    petition = stages.received(world, clerk)
    petition.state = state

    assert step_chip(petition).word


def test_what_was_merged_says_so(world, clerk):
    petition = stages.received(world, clerk)
    petition.joined_to = Petition(pk=petition.pk + 1)

    assert step_chip(petition).word == "đã gộp vào một kiến nghị khác"
