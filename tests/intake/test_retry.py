"""A stopped reading is begun again."""

from __future__ import annotations

import pytest

from nghitruong.base.errors import NotPermitted, WrongState
from nghitruong.intake import services
from nghitruong.intake.enums import ReadingState
from tests.factories import AT
from tests.intake.taken import TEXT


def test_a_stopped_reading_is_begun_again(world, clerk):
    reading = services.take(council=world.council, name="Văn bản (mẫu)", text=TEXT, actor=clerk, at=AT)
    stopped = services.cancel(reading=reading, actor=clerk, at=AT)
    assert (stopped.state, services.read_next(at=AT)) == (ReadingState.CANCELLED, None)
    with pytest.raises((WrongState, NotPermitted)):
        services.cancel(reading=stopped, actor=clerk, at=AT)

    again = services.retry(reading=stopped, actor=clerk, at=AT)

    assert services.read(reading=again, actor=clerk, at=AT).state == ReadingState.READ
