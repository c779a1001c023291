from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Conflict, NotPermitted
from nghitruong.territory import services
from nghitruong.territory.models import Unit
from tests import factories as make
from tests.conftest import World


def correct(unit: Unit, actor: Actor, **values: object) -> Unit:
    given = {"version": 1, "name": "Mẫu Mới", "valid_from": unit.valid_from, "basis": unit.basis}
    return services.correct(unit=unit, actor=actor, at=make.AT, **(given | values))


def test_mends_the_name_and_how_it_is_found(world: World, administrator: Actor):
    unit = correct(world.ward, administrator)

    assert (unit.name, unit.folded, unit.version, unit.by_hand) == ("Phường Mẫu Mới", "mau moi", 2, True)
    assert Entry.objects.get(deed="unit.correct").changes == {"name": "Phường Mẫu Mới"}


def test_nothing_changed_leaves_no_trace(world: World, administrator: Actor):
    unit = correct(world.ward, administrator, name="Phường Mẫu")

    assert (unit.version, Entry.objects.exclude(deed="unit.load").count()) == (1, 0)


def test_the_second_editor_sees_what_stands_now(world: World, administrator: Actor):
    correct(world.ward, administrator)

    with pytest.raises(Conflict) as refused:
        correct(world.ward, administrator, name="Khác")

    assert refused.value.current["name"] == "Phường Mẫu Mới"


def test_is_refused_to_a_clerk(world: World, clerk: Actor):
    with pytest.raises(NotPermitted):
        correct(world.ward, clerk)
