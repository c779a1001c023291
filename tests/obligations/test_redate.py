import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.legalclock import services as clocks
from nghitruong.legalclock.enums import DayKind
from nghitruong.obligations import services
from nghitruong.obligations.models import Obligation
from tests.factories import AT, TODAY


def test_the_ledger_follows_its_clock(owe, clerk):
    owed = owe(rule_key="petition.answer", from_on=TODAY)

    clocks.extend(
        clock=owed.clock, number=5, day_type="calendar", reason="x", citation="", on=TODAY, actor=clerk, at=AT
    )

    after = Obligation.objects.get().due_on
    assert after > owed.due_on
    assert after >= owed.due_on + dt.timedelta(days=5)


@pytest.fixture
def holiday(clerk):
    """Return a function: make this day a holiday."""
    return lambda on: clocks.keep_day(
        on=on, kind=DayKind.HOLIDAY, name="Ngày nghỉ mẫu", citation="Văn bản mẫu", actor=clerk, at=AT
    )


def test_a_new_holiday_moves_the_debt_and_says_so(owe, holiday):
    owed = owe(rule_key="petition.answer", from_on=TODAY)

    holiday(owed.due_on)

    moved = Obligation.objects.get()
    assert moved.due_on > owed.due_on
    assert Entry.objects.get(deed="obligation.redate").changes["hạn mới"] == moved.due_on.isoformat()


def test_a_closed_debt_keeps_its_date(owe, holiday, clerk):
    owed = owe(rule_key="petition.answer", from_on=TODAY)
    services.cancel(obligation=owed, reason="Trả lại", on=TODAY, actor=clerk, at=AT)

    holiday(owed.due_on)

    assert Obligation.objects.get().due_on == owed.due_on


def test_opening_and_closing_re_date_nothing(owe, clerk):
    owed = owe(rule_key="petition.answer", from_on=TODAY)
    services.extend(
        obligation=owed, number=3, day_type="working", reason="x", citation="", on=TODAY, actor=clerk, at=AT
    )
    services.cancel(obligation=owed, reason="x", on=TODAY, actor=clerk, at=AT)

    assert not Entry.objects.filter(deed="obligation.redate").exists()
