import datetime as dt

import pytest

from nghitruong.base.subjects import Subject
from nghitruong.legalclock import services as legalclock
from nghitruong.legalclock.enums import DayType
from tests.factories import AT


@pytest.fixture
def started(clerk):
    """Return a function: a clock of the clerk's council, by default 30 working days from 05/01/2026 (due 13/02)."""

    def start(**values):
        values.setdefault("number", 30)
        values.setdefault("day_type", DayType.WORKING)
        values.setdefault("from_on", dt.date(2026, 1, 5))
        values.setdefault("subject", Subject("petitions.petition", 7))
        values.setdefault("council_id", clerk.council_id)
        return legalclock.start_plain(
            label="Trả lời kiến nghị",
            citation="Văn bản chuyển số 12",
            from_event="Nhận văn bản chuyển",
            actor=clerk,
            at=AT,
            **values,
        )

    return start
