"""A council's own classes: a name for each national one; the report shows both and their sums agree."""

from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.models import OwnClass
from nghitruong.petitions.selectors import figures
from tests.factories import AT, TODAY
from tests.petitions import stages

NAMES = {"settled": "Hoàn thành", "in_progress": "Chưa xong", "planned": "Chưa xong"}


def report(world, clerk) -> figures.Report:
    return figures.report(figures.Scope(world.council, dt.date(2026, 1, 1), TODAY, TODAY), clerk)


def test_own_classes_add_up_and_open_their_lists(world, clerk, signed_in):
    for outcome in (Outcome.SETTLED, Outcome.IN_PROGRESS, Outcome.PLANNED, Outcome.EXPLAINED):
        stages.answered(world, clerk, outcome=outcome)
    services.map_classes(council=world.council, names=NAMES, actor=clerk, at=AT)
    client = signed_in(clerk)

    found = report(world, clerk).own

    assert {line.label: line.total.value for line in found if line.total.value} == {
        "Hoàn thành": 1, "Chưa xong": 2, "giải trình, cung cấp thông tin": 1,
    }  # fmt: skip
    assert [client.get(line.total.url).context["total"] for line in found] == [line.total.value for line in found]
    assert "Theo cách phân loại riêng" in client.get("/kien-nghi/bao-cao/").content.decode()


def test_without_own_names_the_report_has_the_national_ones_alone(world, clerk):
    assert report(world, clerk).own == []


def test_emptied_name_goes_back_to_the_national_one(world, clerk):
    services.map_classes(council=world.council, names=NAMES, actor=clerk, at=AT)

    services.map_classes(council=world.council, names={"settled": ""}, actor=clerk, at=AT)

    assert set(OwnClass.objects.values_list("outcome", flat=True)) == {"in_progress", "planned"}


def test_unknown_class_is_refused(world, clerk):
    with pytest.raises(Invalid):
        services.map_classes(council=world.council, names={"other": "x"}, actor=clerk, at=AT)


def test_another_council_may_not(world, stranger):
    with pytest.raises(NotPermitted):
        services.map_classes(council=world.council, names=NAMES, actor=stranger, at=AT)
