"""The whole register, loaded once for all tests of this folder and rolled back after them."""

from __future__ import annotations

import pytest
from django.db import transaction

from nghitruong.base.actor import SYSTEM
from nghitruong.territory import services
from nghitruong.territory.services import Loaded
from tests import factories as make


@pytest.fixture(scope="package")
def _loaded(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield services.load(actor=SYSTEM, at=make.AT)
        transaction.set_rollback(True)


@pytest.fixture
def register(_loaded: Loaded, db: None) -> Loaded:
    """What the loading of the register told."""
    return _loaded
