"""The cast: people with names and offices, in one ward council, its province, and a stranger's council."""

from __future__ import annotations

import importlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.core import serializers
from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client, TransactionTestCase

from nghitruong.accounts.models import User
from nghitruong.audit import selectors as journal
from nghitruong.base.actor import Actor
from nghitruong.organisation.enums import CommitteeField, OrganKind, Role
from nghitruong.organisation.models import Organ
from nghitruong.territory.enums import Level, UnitType
from nghitruong.territory.models import Unit
from tests import factories as make

_guards = importlib.import_module("nghitruong.audit.migrations.0003_head_at_the_end")
_empty_database = TransactionTestCase._fixture_teardown


_shipped: list[str] = []
"""What the data migrations put in (rules, calendar, fields), as the test run found it."""


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> None:
    own = [model for model in apps.get_models() if model.__module__.startswith("nghitruong.")]
    with django_db_blocker.unblock():
        rows = [row for model in own for row in model._base_manager.order_by("pk")]
        _shipped[:] = [serializers.serialize("json", rows)]


def _without_guards(case: TransactionTestCase) -> None:
    """Empty the database after a test with real transactions: only with the journal's guards off can that be.

    The rows of the data migrations come back at once: tests after it on this worker need them.
    """
    with connection.cursor() as cursor:
        for statement in _guards.lifting(connection.vendor):
            cursor.execute(statement)
    _empty_database(case)
    with connection.cursor() as cursor:
        for statement in _guards.laying(connection.vendor):
            cursor.execute(statement)
    with transaction.atomic():
        for row in serializers.deserialize("json", _shipped[0]):
            row.save()


TransactionTestCase._fixture_teardown = _without_guards


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL run what meets a database; what does not has run with SQLite and cannot differ."""
    if connection.vendor != "postgresql":
        return
    meeting = {"db", "transactional_db", "request"}  # a test that takes `request` may ask for any fixture by name
    skipped = [
        item
        for item in items
        if not meeting & set(getattr(item, "fixturenames", ()))
        and item.get_closest_marker("django_db") is None
        and not issubclass(getattr(item, "cls", None) or object, TransactionTestCase)
    ]
    config.hook.pytest_deselected(items=skipped)
    items[:] = [item for item in items if item not in set(skipped)]


@pytest.fixture(autouse=True)
def no_anchor() -> Iterator[None]:
    """The anchor lies outside the database, so no rollback takes it back."""
    yield
    journal.anchor_file().unlink(missing_ok=True)


@dataclass
class World:
    province: Unit
    ward: Unit
    province_council: Organ
    province_office: Organ
    council: Organ
    standing: Organ
    committee: Organ
    group: Organ
    office: Organ
    peoples_committee: Organ
    department: Organ
    front: Organ
    other_council: Organ
    other_office: Organ


@pytest.fixture
def world(db: None) -> World:
    """One ward council with its organs, the province above it, and a council next door."""
    province = make.unit("Tỉnh Mẫu", code="90", level=Level.PROVINCE, type=UnitType.TINH)
    ward = make.unit("Phường Mẫu", code="99001", parent=province)
    next_door = make.unit("Xã Bên", code="99002", type=UnitType.XA, parent=province)
    province_council = make.organ("Hội đồng nhân dân tỉnh Mẫu", OrganKind.COUNCIL, unit=province)
    council = make.organ("Hội đồng nhân dân phường Mẫu", OrganKind.COUNCIL, unit=ward)
    other = make.organ("Hội đồng nhân dân xã Bên", OrganKind.COUNCIL, unit=next_door)

    def own(name: str, kind: OrganKind, of: Organ = council, **values: object) -> Organ:
        return make.organ(name, kind, council=of, unit=of.unit, **values)

    return World(
        province=province,
        ward=ward,
        province_council=province_council,
        province_office=own("Văn phòng Đoàn ĐBQH và HĐND tỉnh Mẫu", OrganKind.OFFICE, province_council),
        council=council,
        standing=own("Thường trực HĐND phường Mẫu", OrganKind.STANDING),
        committee=own(
            "Ban Kinh tế - Ngân sách HĐND phường Mẫu", OrganKind.COMMITTEE, field=CommitteeField.ECONOMY_BUDGET
        ),
        group=own("Tổ đại biểu số 1 phường Mẫu", OrganKind.GROUP),
        office=own("Văn phòng HĐND và UBND phường Mẫu", OrganKind.OFFICE),
        peoples_committee=own("Ủy ban nhân dân phường Mẫu", OrganKind.PEOPLES_COMMITTEE),
        department=own("Phòng Kinh tế, Hạ tầng và Đô thị phường Mẫu", OrganKind.DEPARTMENT),
        front=own("Ủy ban MTTQ Việt Nam phường Mẫu", OrganKind.FRONT),
        other_council=other,
        other_office=own("Văn phòng HĐND và UBND xã Bên", OrganKind.OFFICE, other),
    )


@pytest.fixture
def clerk(world: World) -> Actor:
    return make.actor(world.office, Role.CLERK, "Lê Minh Thư")


@pytest.fixture
def chair(world: World) -> Actor:
    return make.actor(world.standing, Role.CHAIR, "Phạm Thị Nhung")


@pytest.fixture
def committee_head(world: World) -> Actor:
    return make.actor(world.committee, Role.COMMITTEE_HEAD, "Võ Thu Hà")


@pytest.fixture
def delegate(world: World) -> Actor:
    return make.actor(world.council, Role.DELEGATE, "Hồ Thị Lan")


@pytest.fixture
def group_head(world: World) -> Actor:
    return make.actor(world.group, Role.GROUP_HEAD, "Đỗ Hữu Tín")


@pytest.fixture
def agency_officer(world: World) -> Actor:
    return make.actor(world.department, Role.AGENCY_OFFICER, "Trịnh Công Lập")


@pytest.fixture
def front_officer(world: World) -> Actor:
    return make.actor(world.front, Role.FRONT_OFFICER, "Mai Văn Phúc")


@pytest.fixture
def upper_office(world: World) -> Actor:
    return make.actor(world.province_office, Role.UPPER_OFFICE, "Nguyễn Thị Yến")


@pytest.fixture
def auditor(world: World) -> Actor:
    return make.actor(world.office, Role.AUDITOR, "Bùi Văn Soát")


@pytest.fixture
def administrator(world: World) -> Actor:
    return make.actor(world.office, Role.ADMINISTRATOR, "Trần Quản Trị")


@pytest.fixture
def stranger(world: World) -> Actor:
    return make.actor(world.other_office, Role.CLERK, "Người Xã Bên")


@pytest.fixture
def signed_in():
    """Return a function: the test client of this actor, signed in and acting in that office."""

    def sign_in(actor: Actor) -> Client:
        client = Client()
        client.force_login(User.objects.get(pk=actor.user_id), backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """Use the machine's own Chromium (Debian's package), in a container too."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the browser's event loop runs in the thread of the tests
    program = os.environ.get("NGHITRUONG_CHROMIUM") or shutil.which("chromium")
    quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
    more = ["--no-sandbox", "--disable-component-update", "--disable-sync", *quiet]
    return {**browser_type_launch_args, "executable_path": program, "args": more}


@pytest.fixture(autouse=True)
def nothing_remembered():
    """Counts beside the menu are kept a minute: no test sees those of another."""
    cache.clear()
