from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.territory import selectors, services
from nghitruong.territory.enums import UnitType
from nghitruong.territory.models import Unit
from tests import factories as make
from tests.conftest import World

DAY = dt.date(2026, 5, 1)


def add(world: World, actor: Actor, **values: object) -> Unit:
    given = {
        "code": "99003", "name": "Phường Mới", "type": UnitType.PHUONG, "parent": world.province,
        "valid_from": DAY, "basis": "Nghị quyết số 1/NQ", "actor": actor, "at": make.AT,
    }  # fmt: skip
    return services.add(**(given | values))


def test_adds_a_unit_from_its_first_day(world: World, administrator: Actor):
    unit = add(world, administrator, name="  mới ")

    entry = Entry.objects.get(deed="unit.add")
    assert (unit.name, unit.level, unit.folded, unit.by_hand) == ("Phường mới", "commune", "moi", True)
    assert (entry.label, entry.changes["basis"], entry.changes["valid_from"]) == (
        "Phường mới", "Nghị quyết số 1/NQ", "2026-05-01",
    )  # fmt: skip
    assert selectors.by_code("99003", DAY) == unit


def test_a_change_of_type_keeps_the_code_and_ends_the_old_unit(world: World, administrator: Actor):
    old = selectors.by_code("99002", DAY)

    new = add(world, administrator, code="99002", name="Bên", replaces=old)

    old.refresh_from_db()
    assert (old.valid_to, selectors.by_code("99002", DAY)) == (dt.date(2026, 4, 30), new)
    assert [(kin.unit, kin.on) for kin in selectors.successors(old)] == [(new, DAY)]
    assert list(Entry.objects.order_by("seq").values_list("deed", flat=True))[-2:] == ["unit.add", "unit.succeed"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"code": "99001"}, "^Mã 99001 đang thuộc phường Mẫu.$"),
        ({"code": "990"}, "^Mã đơn vị cấp này gồm 5 chữ số, không phải «990».$"),
        ({"parent": None}, "^Cần chọn đơn vị cấp trên"),
        ({"valid_from": dt.date(2025, 6, 1)}, "^Tỉnh Mẫu không tồn tại vào ngày 01/06/2025.$"),
        ({"basis": " "}, "^Cần ghi tên đơn vị và nghị quyết làm căn cứ.$"),
        ({"type": UnitType.TINH, "code": "91"}, "^Đơn vị cấp tỉnh không trực thuộc"),
    ],
)
def test_refuses_what_does_not_fit(world: World, administrator: Actor, values: dict[str, object], message: str):
    with pytest.raises(Invalid, match=message):
        add(world, administrator, **values)

    assert Unit.objects.filter(code="99003").exists() is False


def test_is_refused_to_others(world: World, clerk: Actor, auditor: Actor):
    for actor in (clerk, auditor):
        with pytest.raises(NotPermitted, match=r"do người quản trị hệ thống cập nhật"):
            add(world, actor)

    assert Entry.objects.exclude(deed="unit.load").count() == 0
