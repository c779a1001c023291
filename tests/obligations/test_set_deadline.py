import datetime as dt

import pytest

from nghitruong.base.errors import Invalid
from nghitruong.obligations import services
from tests.factories import AT, TODAY


def test_set_deadline_dates_an_undated_debt(owe, clerk):
    owed = services.set_deadline(
        obligation=owe(), due_on=dt.date(2026, 5, 1), citation="Công văn 12", actor=clerk, at=AT
    )

    assert owed.due_on == dt.date(2026, 5, 1)


def test_set_deadline_leaves_a_ruled_date_alone(owe, clerk):
    with pytest.raises(Invalid, match="gia hạn"):
        services.set_deadline(
            obligation=owe(rule_key="petition.answer", from_on=TODAY),
            due_on=dt.date(2026, 5, 1),
            citation="",
            actor=clerk,
            at=AT,
        )
