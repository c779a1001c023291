"""Seeing the whole: every figure opens exactly its list; growth beside volume; no rank for a handful."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nghitruong.petitions import services
from nghitruong.petitions.enums import Outcome, RepeatKind, RepeatState
from nghitruong.petitions.models import Petition, Repeat
from nghitruong.petitions.selectors import whole as seeing
from nghitruong.petitions.selectors.figures import Scope
from tests.factories import AT, TODAY
from tests.petitions import stages

SINCE = dt.date(2026, 1, 1)


def follows(later: Petition, earlier: Petition) -> None:
    said = {"keeper": later.keeper, "state": RepeatState.CONFIRMED, "kind": RepeatKind.ASKED_AGAIN}
    Repeat.objects.update_or_create(
        later=later, earlier=earlier, defaults={**said, "score": 0.9, "because": [], "proposed_at": AT}
    )


@pytest.fixture
def some(world, clerk, chair):
    """A matter asked three times (once in the year before), one promised, one settled, eleven forwarded in all."""
    old = stages.received(world, clerk, text="Cống tổ 2 tắc (mẫu)", on=dt.date(2025, 12, 20))
    again = stages.answered(world, clerk, outcome=Outcome.EXPLAINED, text="Cống tổ 2 vẫn tắc (mẫu)")
    once_more = stages.forwarded(world, clerk, text="Cống tổ 2 lại tắc (mẫu)")
    follows(again, old)
    follows(once_more, again)
    promised = stages.answered(world, clerk, outcome=Outcome.IN_PROGRESS)
    services.commit(
        petition=promised, quote="phần còn lại sẽ làm xong trước ngày 10/04/2026", what="Làm nốt",
        due_on=dt.date(2026, 4, 9), actor=clerk, at=AT,
    )  # fmt: skip
    stages.accepted(world, clerk, chair)
    for _n in range(7):
        stages.forwarded(world, clerk)
    return once_more


def scope(world, **values) -> Scope:
    return Scope(**{"council": world.council, "since": SINCE, "until": TODAY, "as_of": TODAY, **values})


def test_sets_are_counted_apart(world, clerk, some):
    found = seeing.whole(scope(world, as_of=dt.date(2026, 4, 20)), clerk)

    assert found.total.value == 11
    assert {name: counted.value for name, counted in found.sets.items()} == {
        "lan-dau": 9, "hoi-lai": 2, "nhieu-ky": 0, "da-hua": 1, "hua-qua-han": 1, "qua-han": 8, "da-giai-quyet": 1,
    }  # fmt: skip


def test_matters_grow_against_the_period_before(world, clerk, some):
    found = seeing.whole(scope(world), clerk)

    assert [(one.label, one.now.value, one.before.value, one.more, one.heard) for one in found.matters] == [
        ("Cống tổ 2 tắc (mẫu)", 2, 1, 1, 2)
    ]


def test_fields_grow_with_their_volume(world, clerk, some):
    found = seeing.whole(scope(world), clerk)

    assert [(one.label, one.now.value, one.before.value, one.percent) for one in found.fields] == [
        ("Giao thông (mẫu)", 11, 0, None)
    ]


def test_agency_is_ranked_with_volume_and_mix(world, clerk, some):
    (one,) = seeing.whole(scope(world), clerk).agencies

    assert (one.place, one.volume.value, one.settled.percent) == (1, 11, 9.1)
    assert [(name, counted.value) for name, counted in one.mix] == [("Giao thông (mẫu)", 11)]


def test_a_handful_is_not_ranked(world, clerk):
    stages.forwarded(world, clerk)

    (one,) = seeing.whole(scope(world), clerk).agencies

    assert (one.place, one.volume.value) == (None, 1)


def test_every_figure_opens_exactly_its_list(world, clerk, some, signed_in):
    found = seeing.whole(scope(world), clerk)
    shown = [found.total, *found.sets.values()]
    shown += [counted for one in (*found.fields, *found.matters) for counted in (one.now, one.before)]
    shown += [
        counted for lines in found.tables.values() for line in lines for counted in (line.total, *line.sets.values())
    ]
    shown += [counted for one in found.agencies for _name, counted in one.mix]
    client = signed_in(clerk)

    totals = [(counted, client.get(counted.url).context["total"]) for counted in shown]

    assert [(counted, total) for counted, total in totals if counted.value != total] == []
    assert len(shown) > 50


def test_the_page_takes_few_statements(world, clerk, some, signed_in):
    client = signed_in(clerk)
    client.get("/kien-nghi/toan-canh/")

    with CaptureQueriesContext(connection) as asked:
        page = client.get("/kien-nghi/toan-canh/?since=2026-01-01&until=2026-03-02&as_of=2026-03-02")

    assert page.status_code == 200
    assert "Cống tổ 2 tắc (mẫu)" in page.content.decode()
    assert len(asked) <= 12
