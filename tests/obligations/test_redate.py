import datetime as dt

from nghitruong.legalclock import services as clocks
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
