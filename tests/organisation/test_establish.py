from datetime import date

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import SYSTEM
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.organisation import services
from nghitruong.organisation.enums import CommitteeField, OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.territory.enums import Level, UnitType
from tests import factories as make
from tests.factories import AT

NEW = date(2025, 7, 1)
OLD = date(2021, 6, 15)


def fields(council):
    return set(council.organs.filter(kind=OrganKind.COMMITTEE).values_list("field", flat=True))


@pytest.mark.parametrize(
    ("level", "unit_type", "on", "ethnic", "expected"),
    [
        (Level.PROVINCE, UnitType.TINH, NEW, False, {"legal", "economy_budget", "culture_society"}),
        (Level.PROVINCE, UnitType.TINH, NEW, True, {"legal", "economy_budget", "culture_society", "ethnic"}),
        (Level.PROVINCE, UnitType.THANH_PHO_TW, NEW, False, {"legal", "economy_budget", "culture_society", "urban"}),
        (Level.COMMUNE, UnitType.XA, NEW, True, {"economy_budget", "culture_society"}),
        (Level.COMMUNE, UnitType.DAC_KHU, NEW, False, {"economy_budget", "culture_society"}),
        (Level.DISTRICT, UnitType.THI_XA, OLD, False, {"legal", "economy_society"}),
        (Level.COMMUNE, UnitType.PHUONG, OLD, False, {"legal", "economy_society"}),
    ],
)
def test_establish_gives_the_committees_of_level_and_era(db, level, unit_type, on, ethnic, expected):
    unit = make.unit("Đơn vị Mẫu", level=level, type=unit_type, valid_from=None)

    council = services.establish(unit=unit, on=on, has_ethnic_committee=ethnic, actor=SYSTEM, at=AT)

    assert fields(council) == expected


def test_establish_makes_the_organs_and_one_line_for_each(db):
    unit = make.unit("Phường Đức Mẫu")

    council = services.establish(unit=unit, on=NEW, groups=3, population=25_000, actor=SYSTEM, at=AT)

    assert (council.name, council.display, council.population) == (
        "Hội đồng nhân dân phường Đức Mẫu", "HĐND phường Đức Mẫu", 25_000,
    )  # fmt: skip
    kinds = list(council.organs.values_list("kind", flat=True))
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        OrganKind.STANDING: 1, OrganKind.COMMITTEE: 2, OrganKind.GROUP: 3, OrganKind.OFFICE: 1,
        OrganKind.PEOPLES_COMMITTEE: 1, OrganKind.DEPARTMENT: 3, OrganKind.OTHER: 1, OrganKind.FRONT: 1,
    }  # fmt: skip
    department = council.organs.filter(kind=OrganKind.DEPARTMENT).first()
    assert department.parent.kind == OrganKind.PEOPLES_COMMITTEE
    assert Entry.objects.filter(council_id=council.pk).count() == len(kinds) + 1


def test_province_has_the_national_delegation(db):
    unit = make.unit("Tỉnh Mẫu", level=Level.PROVINCE, type=UnitType.TINH)

    council = services.establish(unit=unit, on=NEW, actor=SYSTEM, at=AT)

    assert council.organs.get(kind=OrganKind.NATIONAL_DELEGATION).name == "Đoàn đại biểu Quốc hội tỉnh Mẫu"


def test_new_organs_take_over_from_those_of_the_same_kind(db):
    old = services.establish(unit=make.unit("Xã Một", valid_from=None), on=OLD, actor=SYSTEM, at=AT)

    council = services.establish(unit=make.unit("Xã Hai"), on=NEW, predecessors=[old], actor=SYSTEM, at=AT)

    def pair(kind, **values):
        return council.organs.get(kind=kind, **values).predecessors.get().council

    assert list(council.predecessors.all()) == [old]
    assert pair(OrganKind.PEOPLES_COMMITTEE) == pair(OrganKind.FRONT) == pair(OrganKind.STANDING) == old
    budget = council.organs.get(field=CommitteeField.ECONOMY_BUDGET)
    assert list(budget.predecessors.all()) == []


@pytest.mark.parametrize(
    ("unit", "on", "population"),
    [
        ({"valid_from": NEW}, date(2025, 6, 30), None),
        ({"valid_from": None, "valid_to": date(2025, 6, 30)}, NEW, None),
        ({"type": UnitType.DAC_KHU}, NEW, 999),
    ],
    ids=["before the unit", "after the unit", "ORG-08"],
)
def test_establish_is_refused(db, unit, on, population):
    with pytest.raises(Invalid):
        services.establish(unit=make.unit(**unit), on=on, population=population, actor=SYSTEM, at=AT)

    assert Organ.objects.count() == 0


def test_a_second_council_for_the_same_unit_is_refused(world, administrator):
    with pytest.raises(Invalid, match="đã có"):
        services.establish(unit=world.ward, on=NEW, actor=administrator, at=AT)


def test_only_the_administrator_establishes(world, clerk, chair, upper_office, auditor):
    for actor in (clerk, chair, upper_office, auditor):
        with pytest.raises(NotPermitted, match="Chỉ quản trị hệ thống"):
            services.establish(unit=world.ward, on=NEW, actor=actor, at=AT)
