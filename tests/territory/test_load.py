"""The register as loaded: counts by the law (law.md ORG-02, ORG-03), links, journal."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from django.db.models import Count, Q

from nghitruong.audit.models import Entry
from nghitruong.base.actor import SYSTEM, Actor
from nghitruong.base.errors import NotPermitted
from nghitruong.territory import services
from nghitruong.territory.enums import Extent, Level, UnitType
from nghitruong.territory.models import Placement, Succession, Unit
from nghitruong.territory.services import Loaded
from tests import factories as make

OLD = dt.date(2025, 6, 30)
NEW = dt.date(2025, 7, 1)


def types_on(day: dt.date, level: Level) -> Counter[str]:
    return Counter(Unit.objects.on(day).filter(level=level).values_list("type", flat=True))


def test_loads_all_units_and_links(register: Loaded):
    assert register == Loaded(added=14174, changed=0, kept=0, successions=10659)


def test_a_second_run_changes_nothing_and_leaves_no_trace(register: Loaded):
    entries = Entry.objects.count()

    again = services.load(actor=SYSTEM, at=make.AT)

    assert (again, Entry.objects.count()) == (Loaded(0, 0, 0, 0), entries)


def test_journals_the_first_run_once(register: Loaded):
    entry = Entry.objects.get(deed="unit.load")

    assert (entry.actor, entry.label, entry.changes["added"]) == ("Hệ thống", "Danh mục đơn vị hành chính", 14174)


def test_is_refused_to_a_clerk(register: Loaded, clerk: Actor):
    with pytest.raises(NotPermitted):
        services.load(actor=clerk, at=make.AT)


def test_keeps_what_a_person_corrected(register: Loaded, administrator: Actor):
    unit = Unit.objects.on(make.TODAY).get(code="21439")
    services.correct(
        unit=unit, version=1, name="Đức Phổ (sửa)", valid_from=unit.valid_from, basis=unit.basis,
        actor=administrator, at=make.AT,
    )  # fmt: skip

    again = services.load(actor=SYSTEM, at=make.AT)

    unit.refresh_from_db()
    assert (again, unit.name) == (Loaded(0, 0, 1, 0), "Phường Đức Phổ (sửa)")


def test_mends_what_differs_from_the_data(register: Loaded):
    Unit.objects.filter(code="21439").update(basis="")

    again = services.load(actor=SYSTEM, at=make.AT)

    assert again == Loaded(added=0, changed=1, kept=0, successions=0)


@pytest.mark.parametrize(
    ("day", "provinces", "cities"),
    [
        (dt.date(2025, 6, 30), 57, 6),
        (dt.date(2025, 7, 1), 28, 6),
        (dt.date(2026, 4, 29), 28, 6),
        (dt.date(2026, 4, 30), 27, 7),
        (dt.date(2026, 9, 1), 26, 8),
        (dt.date(2026, 9, 20), 25, 9),
    ],
)
def test_province_level_by_day(register: Loaded, day: dt.date, provinces: int, cities: int):
    assert types_on(day, Level.PROVINCE) == {UnitType.TINH: provinces, UnitType.THANH_PHO_TW: cities}


@pytest.mark.parametrize(
    ("day", "xa", "phuong"),
    [
        (dt.date(2025, 7, 1), 2621, 687),
        (dt.date(2026, 4, 29), 2621, 687),
        (dt.date(2026, 4, 30), 2611, 697),
        (dt.date(2026, 9, 19), 2611, 697),
        (dt.date(2026, 9, 20), 2599, 709),
    ],
)
def test_commune_level_by_day(register: Loaded, day: dt.date, xa: int, phuong: int):
    found = types_on(day, Level.COMMUNE)

    assert (found, found.total()) == ({UnitType.XA: xa, UnitType.PHUONG: phuong, UnitType.DAC_KHU: 13}, 3321)


def test_the_old_era(register: Loaded):
    communes, districts = types_on(OLD, Level.COMMUNE), types_on(OLD, Level.DISTRICT)

    assert (communes.total(), districts.total()) == (10035, 696)
    assert communes == {UnitType.XA: 7692, UnitType.PHUONG: 1726, UnitType.THI_TRAN: 617}
    assert types_on(dt.date(2025, 7, 1), Level.DISTRICT) == {}


def test_no_code_is_borne_twice_on_a_day(register: Loaded):
    for day in (OLD, dt.date(2025, 7, 1), dt.date(2026, 9, 20)):
        doubled = Unit.objects.on(day).values("level", "code").annotate(n=Count("pk")).filter(n__gt=1)
        assert list(doubled) == []


def test_every_ended_commune_and_province_has_a_successor(register: Loaded):
    lost = Unit.objects.filter(valid_to__isnull=False, successions__isnull=True).exclude(level=Level.DISTRICT)

    assert list(lost) == []


def test_every_new_unit_has_a_predecessor_and_a_basis(register: Loaded):
    new = Unit.objects.filter(valid_from__isnull=False)

    assert list(new.filter(Q(origins__isnull=True) | Q(basis=""))) == []


def test_a_unit_goes_whole_into_one_or_in_parts_into_several(register: Loaded):
    shape = Counter(
        Succession.objects.values("predecessor").annotate(n=Count("pk"), e=Count("extent", distinct=True))
        .values_list("n", "e").filter(n__gt=1, e__gt=1)
    )  # fmt: skip
    lone_parts = (
        Succession.objects.values("predecessor").annotate(n=Count("pk")).filter(n=1, extent=Extent.PART).count()
    )

    assert (shape, lone_parts) == ({}, 0)


def test_namesakes_are_not_mixed_up(register: Loaded):
    """The package sent both communes named Thạnh Quới, 99 km apart, to both successors."""
    old = Unit.objects.get(name="Xã Thạnh Quới", parent__name="Huyện Mỹ Xuyên", valid_to=OLD)

    links = [(s.successor.name, s.extent) for s in old.successions.select_related("successor")]

    assert links == [("Xã Gia Hòa", Extent.WHOLE)]


def test_links_stay_inside_the_successor_province(register: Loaded):
    parent = dict(Unit.objects.values_list("pk", "parent"))
    level = dict(Unit.objects.values_list("pk", "level"))
    links = list(Succession.objects.filter(on=NEW).values_list("predecessor", "successor"))
    became = {old: new for old, new in links if level[old] == Level.PROVINCE}
    city = dict(Succession.objects.filter(on__gt=NEW).values_list("predecessor", "successor"))

    strayed = [
        (old, new)
        for old, new in links
        if level[old] == Level.COMMUNE
        and parent[new] not in {became[parent[parent[old]]], city.get(became[parent[parent[old]]])}
    ]

    assert strayed == []


def test_communes_of_a_province_that_became_a_city_keep_where_they_lay(register: Loaded):
    placements = Placement.objects.filter(parent__code="75").count()

    assert placements == 85


def test_duc_pho_has_its_fifteen_communes_and_wards(register: Loaded):
    town = Unit.objects.get(level=Level.DISTRICT, code="534")

    new = Unit.objects.filter(origins__predecessor__parent=town).distinct()

    assert (town.name, town.children.count()) == ("Thị xã Đức Phổ", 15)
    assert sorted((unit.code, unit.name) for unit in new) == [
        ("21439", "Phường Đức Phổ"),
        ("21451", "Phường Trà Câu"),
        ("21457", "Xã Nguyễn Nghiêm"),
        ("21472", "Xã Khánh Cường"),
        ("21478", "Phường Sa Huỳnh"),
    ]
