"""The desk: the right piles for each role, every total equal to its list, few statements."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from nghitruong.desk import selectors
from nghitruong.petitions.enums import Outcome
from tests.petitions import stages


@pytest.fixture
def busy(world, clerk):
    stages.received(world, clerk)
    stages.sorted_(world, clerk)
    stages.forwarded(world, clerk)
    stages.answered(world, clerk)
    stages.answered(world, clerk, outcome=Outcome.EXPLAINED)


def totals(actor) -> dict[str, int]:
    return {pile.key: pile.total for pile in selectors.piles(actor, timezone.localdate())}


def test_each_role_has_its_own_work(busy, clerk, chair, delegate, agency_officer):
    assert [totals(actor)["toi-no"] for actor in (clerk, chair, delegate, agency_officer)] == [2, 2, 1, 1]


def test_a_stranger_has_nothing(busy, stranger):
    assert {**totals(stranger), "moi": 0} == {"toi-no": 0, "no-toi": 0, "qua-han": 0, "moi": 0}


@pytest.mark.parametrize("who", ["clerk", "chair", "delegate", "agency_officer", "committee_head", "upper_office"])
def test_every_total_equals_the_list_it_opens(busy, who, request, signed_in):
    actor = request.getfixturevalue(who)
    client = signed_in(actor)
    wrong = []
    for pile in selectors.piles(actor, timezone.localdate()):
        context = client.get(pile.url).context
        shown = context["total"] if "total" in context else context["page"].paginator.count
        if int(shown) != pile.total:
            wrong.append((pile.key, pile.total, shown))

    assert wrong == []


@pytest.mark.parametrize(
    "who", ["clerk", "chair", "delegate", "agency_officer", "front_officer", "upper_office", "group_head"]
)
def test_the_page_asks_the_same_for_one_and_for_many(world, clerk, who, request, signed_in):
    client = signed_in(request.getfixturevalue(who))
    stages.forwarded(world, clerk)
    client.get("/")
    with CaptureQueriesContext(connection) as one:
        client.get("/")
    for _ in range(4):
        stages.answered(world, clerk)
    with CaptureQueriesContext(connection) as many:
        page = client.get("/")

    assert page.status_code == 200
    assert len(many) == len(one)
    assert len(many) <= 12


def test_auditor_and_administrator_land_at_their_own_work(auditor, administrator, signed_in):
    assert signed_in(auditor).get("/").url == "/nhat-ky/"
    assert signed_in(administrator).get("/").url == "/quan-tri/tai-khoan/"


def test_nobody_enters_without_signing_in(client, db):
    assert client.get("/").url == "/dang-nhap/?next=/"
