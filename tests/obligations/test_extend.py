import datetime as dt

import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.obligations import services
from tests.factories import AT, TODAY

GIVEN = {"number": 10, "day_type": "calendar", "reason": "Nghỉ Tết", "citation": "", "on": TODAY, "at": AT}


def test_extend_counts_on_from_the_date_reached(owe, clerk):
    owed = owe(rule_key="petition.answer", from_on=TODAY)
    before = owed.due_on

    after = services.extend(obligation=owed, actor=clerk, **GIVEN)

    assert after.due_on >= before + dt.timedelta(days=10)


def test_extend_gives_a_stated_date_a_derivation(owe, clerk):
    after = services.extend(obligation=owe(due_on=dt.date(2026, 4, 10)), actor=clerk, **GIVEN)

    assert after.clock.due_on == after.due_on == dt.date(2026, 4, 20)


def test_extend_of_an_undated_debt_asks_for_a_date_first(owe, clerk):
    with pytest.raises(NotPermitted, match="ấn định thời hạn trước"):
        services.extend(obligation=owe(), actor=clerk, **GIVEN)
