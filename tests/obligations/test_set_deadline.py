import datetime as dt

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.obligations import services
from tests.factories import AT, TODAY


def test_set_deadline_dates_an_undated_debt(owe, clerk):
    owed = services.set_deadline(
        obligation=owe(), due_on=dt.date(2026, 5, 1), citation="Công văn 12", actor=clerk, at=AT
    )

    assert (owed.due_on, owed.due_basis) == (dt.date(2026, 5, 1), "Công văn 12")


def test_set_deadline_leaves_a_ruled_date_alone(owe, clerk):
    with pytest.raises(NotPermitted, match="gia hạn"):
        services.set_deadline(
            obligation=owe(rule_key="petition.answer", from_on=TODAY),
            due_on=dt.date(2026, 5, 1),
            citation="",
            actor=clerk,
            at=AT,
        )


def test_a_debtor_may_bind_himself_to_a_date_but_not_move_one(owe, agency_officer):
    given = {"due_on": dt.date(2026, 5, 1), "citation": "Cam kết", "actor": agency_officer, "at": AT}

    assert services.set_deadline(obligation=owe(), **given).due_on == dt.date(2026, 5, 1)
    with pytest.raises(NotPermitted, match="bên có quyền"):
        services.set_deadline(obligation=owe(due_on=dt.date(2026, 4, 1)), **given)


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"due_on": dt.date(2026, 1, 1)}, "trước ngày phát sinh"), ({"citation": " "}, "căn cứ")],
)
def test_set_deadline_refuses_what_cannot_be(owe, clerk, wrong, words):
    given = {"due_on": dt.date(2026, 5, 1), "citation": "Công văn 12", **wrong}

    with pytest.raises(Invalid, match=words):
        services.set_deadline(obligation=owe(), actor=clerk, at=AT, **given)
