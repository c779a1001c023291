import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.obligations import services
from tests.factories import AT, TODAY


def test_accept_closes_the_debt_and_its_clock(owe, chair, agency_officer):
    owed = services.fulfil(
        obligation=owe(rule_key="petition.answer", from_on=TODAY),
        evidence="57/KT",
        on=TODAY,
        actor=agency_officer,
        at=AT,
    )

    done = services.accept(obligation=owed, evidence="", on=TODAY, actor=chair, at=AT)

    done.clock.refresh_from_db()
    assert (done.state, done.evidence, done.clock.state) == ("accepted", "57/KT", "closed")


def test_accept_refused_to_the_debtor(owe, agency_officer):
    owed = services.fulfil(obligation=owe(), evidence="x", on=TODAY, actor=agency_officer, at=AT)

    with pytest.raises(NotPermitted, match="bên có quyền"):
        services.accept(obligation=owed, evidence="x", on=TODAY, actor=agency_officer, at=AT)


def test_accept_refused_before_it_was_reported(owe, chair):
    with pytest.raises(NotPermitted, match="«chấp nhận» khi đang ở trạng thái «đang thực hiện»"):
        services.accept(obligation=owe(), evidence="x", on=TODAY, actor=chair, at=AT)
