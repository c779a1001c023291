from __future__ import annotations

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.territory import services
from tests import factories as make
from tests.conftest import World

LAST = dt.date(2026, 4, 30)


def test_records_the_last_day(world: World, administrator: Actor):
    unit = services.end(unit=world.ward, on=LAST, basis="Nghị quyết số 1/NQ", actor=administrator, at=make.AT)

    entry = Entry.objects.get(deed="unit.end")
    assert (unit.valid_to, unit.version) == (LAST, 2)
    assert (entry.deed, entry.changes) == ("unit.end", {"valid_to": "2026-04-30", "basis": "Nghị quyết số 1/NQ"})


def test_refuses_twice(world: World, administrator: Actor):
    services.end(unit=world.ward, on=LAST, basis="x", actor=administrator, at=make.AT)

    with pytest.raises(NotPermitted, match=r"^Phường Mẫu đã kết thúc ngày 30/04/2026.$"):
        services.end(unit=world.ward, on=LAST, basis="x", actor=administrator, at=make.AT)


def test_refuses_while_units_lie_in_it(world: World, administrator: Actor):
    with pytest.raises(Invalid, match=r"^Còn 2 đơn vị trực thuộc tỉnh Mẫu"):
        services.end(unit=world.province, on=LAST, basis="x", actor=administrator, at=make.AT)


def test_refuses_a_day_before_the_first(world: World, administrator: Actor):
    with pytest.raises(Invalid, match=r"01/07/2025"):
        services.end(unit=world.ward, on=dt.date(2025, 6, 30), basis="x", actor=administrator, at=make.AT)


def test_is_refused_to_a_clerk(world: World, clerk: Actor):
    with pytest.raises(NotPermitted):
        services.end(unit=world.ward, on=LAST, basis="x", actor=clerk, at=make.AT)
