"""A row is locked until the transaction ends, so there must be one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.db.transaction import TransactionManagementError, atomic

from nghitruong.base.locking import locked


@pytest.mark.django_db(transaction=True)
def test_locking_wants_a_transaction_every_time(world):
    with atomic():
        assert locked(world.council) == world.council
    if connection.features.has_select_for_update:
        with pytest.raises(TransactionManagementError):
            locked(world.council)
