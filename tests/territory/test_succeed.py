from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.territory import selectors, services
from nghitruong.territory.enums import Extent, Level, UnitType
from nghitruong.territory.models import Succession, Unit
from tests import factories as make
from tests.conftest import World

DAY = dt.date(2026, 5, 1)
EVE = dt.date(2026, 4, 30)


def succeed(old: Unit, new: Unit, actor: Actor, **values: object) -> Succession:
    given = {"on": DAY, "basis": "Nghị quyết số 1/NQ", "actor": actor, "at": make.AT}
    return services.succeed(predecessor=old, successor=new, **(given | values))


def test_a_unit_that_goes_whole_ends_the_day_before(world: World, administrator: Actor):
    ward, other = world.ward, selectors.by_code("99002", DAY)

    succeed(ward, other, administrator)

    ward.refresh_from_db()
    entry = Entry.objects.get(deed="unit.succeed")
    assert (ward.valid_to, ward.stands_on(DAY)) == (EVE, False)
    assert (entry.deed, entry.label, entry.changes["successor"]) == ("unit.succeed", "Phường Mẫu", "Xã Bên")


def test_a_part_leaves_the_unit_standing(world: World, administrator: Actor):
    ward, other = world.ward, selectors.by_code("99002", DAY)

    succeed(ward, other, administrator, extent=Extent.PART)

    ward.refresh_from_db()
    assert (ward.valid_to, [kin.extent for kin in selectors.predecessors(other)]) == (None, [Extent.PART])


def test_what_lay_in_it_lies_in_the_successor_and_the_past_is_kept(world: World, administrator: Actor):
    city = make.unit("Thành phố Mẫu", code="90", level=Level.PROVINCE, type=UnitType.THANH_PHO_TW, valid_from=DAY)

    succeed(world.province, city, administrator)

    world.ward.refresh_from_db()
    assert [str(selectors.parent_on(world.ward, day)) for day in (EVE, DAY)] == ["Tỉnh Mẫu", "Thành phố Mẫu"]
    assert [len(selectors.children(world.province, EVE)), len(selectors.children(city, DAY))] == [2, 2]
    assert [selectors.children(world.province, DAY), selectors.children(city, EVE)] == [[], []]
    assert selectors.full_name(world.ward) == "phường Mẫu, thành phố Mẫu"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"on": dt.date(2025, 7, 1)}, "^Ngày kế thừa không khớp"),
        ({"on": dt.date(2025, 6, 1)}, "^Xã Bên không tồn tại vào ngày 01/06/2025.$"),
        ({"basis": ""}, "^Cần ghi nghị quyết"),
    ],
)
def test_refuses_what_does_not_fit(world: World, administrator: Actor, values: dict[str, object], message: str):
    with pytest.raises(Invalid, match=message):
        succeed(world.ward, selectors.by_code("99002", DAY), administrator, **values)


def test_refuses_the_same_twice_and_itself(world: World, administrator: Actor):
    other = selectors.by_code("99002", DAY)
    succeed(world.ward, other, administrator, extent=Extent.PART)

    for new in (other, world.ward):
        with pytest.raises(Invalid, match=r"^Đã ghi"):
            succeed(world.ward, new, administrator)


def test_is_refused_to_a_clerk(world: World, clerk: Actor):
    with pytest.raises(NotPermitted):
        succeed(world.ward, selectors.by_code("99002", DAY), clerk)
