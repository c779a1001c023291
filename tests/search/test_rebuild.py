from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management import call_command

from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry
from nghitruong.base import subjects
from nghitruong.base.actor import SYSTEM, Actor
from nghitruong.base.errors import NotPermitted
from nghitruong.organisation.models import Membership, Organ, Person
from nghitruong.search import selectors, services
from nghitruong.search.models import Indexed
from tests import factories as make
from tests.conftest import World

MODELS = {"organisation.organ": Organ, "organisation.person": Person}


@pytest.fixture(autouse=True)
def organisation_kinds() -> Iterator[None]:
    """Organs and people as kinds everybody sees, whatever organisation itself says of them."""
    before = {kind: subjects.kind_of(kind) for kind in MODELS}
    for kind, model in MODELS.items():
        subjects.register(
            kind,
            subjects.Kind(
                noun=kind,
                load=lambda ids, model=model: model.objects.in_bulk(list(ids)),
                label=str,
                url=lambda record: f"/{record.pk}/",
                visible=lambda _actor, ids: set(ids),
            ),
        )
    yield
    for kind, described in before.items():
        subjects._KINDS.pop(kind)
        if described:
            subjects.register(kind, described)


def found(words: str) -> list[str]:
    return sorted(hit.title for hit in selectors.find(words, SYSTEM).hits)


def test_rebuild_makes_the_index_of_records_without_a_journal(world: World, clerk: Actor):
    assert found("Thư") == []

    changed = services.rebuild(actor=SYSTEM, at=make.AT)

    assert {kind: changed[kind] for kind in MODELS} == {kind: model.objects.count() for kind, model in MODELS.items()}
    assert found("le minh thu") == ["Lê Minh Thư"]
    assert found("ubnd xa ben") == ["Văn phòng HĐND và UBND xã Bên"]
    assert Entry.objects.get().deed == "search.rebuild"


def test_rebuild_drops_what_is_gone_and_changes_nothing_twice(world: World):
    services.rebuild(actor=SYSTEM, at=make.AT)
    Organ.objects.filter(pk=world.front.pk).delete()

    assert services.rebuild(actor=SYSTEM, at=make.AT)["organisation.organ"] == 1
    assert services.rebuild(actor=SYSTEM, at=make.AT)["organisation.organ"] == 0
    assert not Indexed.objects.filter(object_id=world.front.pk, kind="organisation.organ").exists()


def test_the_command_rebuilds_from_nothing(world: World, capsys: pytest.CaptureFixture[str]):
    call_command("search_rebuild", "--clean")

    assert f"organisation.organ\t{Organ.objects.count()}" in capsys.readouterr().out


def test_rebuild_is_not_for_everybody(clerk: Actor):
    with pytest.raises(NotPermitted):
        services.rebuild(actor=clerk, at=make.AT)


def test_a_person_is_found_by_a_new_office(world: World, clerk: Actor):
    office = Membership.objects.get(pk=clerk.membership_id)
    audit.record(deed="membership.begin", subject=office, actor=clerk, at=make.AT)

    assert found("thu van phong hdnd") == ["Lê Minh Thư"]
