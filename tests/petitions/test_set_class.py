"""A council's own classes: any number for each national one; the report counts by both and their sums agree."""

from __future__ import annotations

import datetime as dt
import io
from importlib import import_module

import openpyxl
import pytest
from django.apps import apps
from django.db import connection
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.petitions import exports, services
from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.models import Answer, OwnClass, Petition
from nghitruong.petitions.selectors import annexes, figures
from tests.factories import AT, TODAY
from tests.petitions import stages

SCOPE = (dt.date(2026, 1, 1), TODAY, TODAY)


def scope(world) -> figures.Scope:
    return figures.Scope(world.council, *SCOPE)


def own_class(world, actor, name: str = "Chờ vốn (mẫu)", outcome: str = Outcome.IN_PROGRESS) -> OwnClass:
    return services.set_class(council=world.council, outcome=outcome, name=name, actor=actor, at=AT)


def answered_as(world, clerk, own: OwnClass | None, outcome: str = Outcome.IN_PROGRESS) -> Petition:
    petition = stages.answered(world, clerk, outcome=outcome)
    return services.classify_answer(petition=petition, own_class=own, actor=clerk, at=AT) if own else petition


@pytest.fixture
def mixed(world, clerk) -> tuple[OwnClass, OwnClass]:
    """Five answered: two "chờ vốn", one "đang làm thủ tục" and one without under one national class, one of another."""
    money, papers = own_class(world, clerk), own_class(world, clerk, "Đang làm thủ tục (mẫu)")
    for own in (money, money, papers, None):
        answered_as(world, clerk, own)
    answered_as(world, clerk, None, Outcome.EXPLAINED)
    return money, papers


def test_one_national_class_has_several_own_ones(world, clerk):
    own_class(world, clerk)
    own_class(world, clerk, "Đang làm thủ tục (mẫu)")

    assert set(OwnClass.objects.values_list("outcome", "name")) == {
        ("in_progress", "Chờ vốn (mẫu)"),
        ("in_progress", "Đang làm thủ tục (mẫu)"),
    }


def test_own_classes_sum_to_their_national_class_and_open_their_lists(world, clerk, signed_in, mixed):
    client = signed_in(clerk)

    found = {line.key: line for line in figures.report(scope(world), clerk).outcomes}

    running = found["in_progress"]
    assert {part.label: part.total.value for part in running.parts} == {
        "Chờ vốn (mẫu)": 2, "Đang làm thủ tục (mẫu)": 1, "không phân loại riêng": 1,
    }  # fmt: skip
    assert running.total.value == sum(part.total.value for part in running.parts)
    assert found["explained"].parts == []
    for line in (running, *running.parts):
        assert client.get(line.total.url).context["total"] == line.total.value


def test_another_councils_class_is_none_of_this_ones(world, clerk, mixed):
    Petition.objects.filter(own_class=mixed[1]).update(
        own_class=OwnClass.objects.create(
            council=world.province_council, outcome=Outcome.IN_PROGRESS, name="Khác (mẫu)"
        )
    )

    running = {line.key: line for line in figures.report(scope(world), clerk).outcomes}["in_progress"]

    assert [part.total.value for part in running.parts] == [2, 2]


def test_without_own_classes_the_report_has_the_national_ones_alone(world, clerk):
    assert [line.parts for line in figures.report(scope(world), clerk).outcomes] == [[]] * len(Outcome)


def test_report_and_annex_show_both(world, clerk, signed_in, mixed):
    client = signed_in(clerk)
    annex = annexes.annex(annexes.kind_of("phan-loai-rieng"), scope(world), clerk, most=10)

    told = [(str(row[0].value), str(row[1].value), row[2].value) for row in annex.rows]
    assert told[1:5] == [
        ("đang giải quyết", "cộng", 4),
        ("", "Chờ vốn (mẫu)", 2),
        ("", "Đang làm thủ tục (mẫu)", 1),
        ("", "không phân loại riêng", 1),
    ]
    for row in annex.rows:
        assert client.get(row[2].url).context["total"] == row[2].value
    assert "Chờ vốn (mẫu)" in client.get(reverse("petitions:report")).content.decode()
    sheet = openpyxl.load_workbook(io.BytesIO(exports.annex_xlsx(annex))).active
    assert "Chờ vốn (mẫu)" in {cell.value for column in sheet.columns for cell in column}


def test_list_has_them_as_a_facet(world, clerk, signed_in, mixed):
    page = signed_in(clerk).get(reverse("petitions:index"), {"phan-loai-rieng": mixed[0].pk})

    facet = next(one for one in page.context["facets"] if one.name == "phan-loai-rieng")
    assert page.context["total"] == 2
    assert [(one.label, one.count, one.checked) for one in facet.options] == [
        ("Chờ vốn (mẫu) (đang giải quyết)", 2, True)
    ]


def test_same_name_twice_under_one_national_class_is_refused(world, clerk):
    own_class(world, clerk)

    with pytest.raises(Invalid):
        own_class(world, clerk)
    assert own_class(world, clerk, outcome=Outcome.PLANNED).outcome == "planned"


@pytest.mark.parametrize(("outcome", "name"), [("other", "x"), ("settled", "  ")])
def test_unknown_class_and_empty_name_are_refused(world, clerk, outcome, name):
    with pytest.raises(Invalid):
        own_class(world, clerk, name, outcome)


def test_another_council_may_not(world, stranger):
    with pytest.raises(NotPermitted):
        own_class(world, stranger)


def test_page_sets_one(world, clerk, signed_in):
    client = signed_in(clerk)

    client.post(reverse("petitions:set_class"), {"name": "Chờ vốn (mẫu)", "outcome": "in_progress"})

    assert OwnClass.objects.get().name == "Chờ vốn (mẫu)"
    assert "Chờ vốn (mẫu)" in client.get(reverse("petitions:own_classes")).content.decode()


def test_answers_of_before_bear_the_name_their_class_had(world, clerk):
    stages.answered(world, clerk, outcome=Outcome.IN_PROGRESS)
    stages.answered(world, clerk, outcome=Outcome.EXPLAINED)
    own = own_class(world, clerk)
    second = own_class(world, clerk, "Thứ hai (mẫu)")
    moved = import_module("nghitruong.petitions.migrations.0012_answers_bear_own_classes")

    editor = connection.schema_editor()
    moved.bear(apps, editor)
    assert list(Petition.objects.order_by("pk").values_list("own_class", flat=True)) == [own.pk, None]
    assert list(Answer.objects.order_by("pk").values_list("own_class", flat=True)) == [own.pk, None]

    moved.bear_none(apps, editor)
    assert not Answer.objects.exclude(own_class=None).exists()
    assert not OwnClass.objects.filter(pk=second.pk).exists()
