"""Stopping a reading."""

from __future__ import annotations

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import NotPermitted, WrongState
from nghitruong.intake import services
from nghitruong.intake.enums import ReadingState
from tests.factories import AT
from tests.intake.taken import TEXT, taken


def test_a_waiting_document_is_stopped(world, clerk):
    reading = services.take(council=world.council, name="Văn bản (mẫu)", text=TEXT, actor=clerk, at=AT)

    stopped = services.cancel(reading=reading, actor=clerk, at=AT)

    assert (stopped.state, Entry.objects.filter(deed="reading.cancel").count()) == (ReadingState.CANCELLED, 1)


def test_what_is_read_is_not_stopped(world, clerk):
    with pytest.raises((NotPermitted, WrongState)):
        services.cancel(reading=taken(world, clerk), actor=clerk, at=AT)
