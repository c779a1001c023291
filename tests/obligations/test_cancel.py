import pytest

from nghitruong.base.errors import Invalid
from nghitruong.obligations import services
from tests.factories import AT, TODAY


def test_cancel_keeps_the_reason_and_stops_the_clock(owe, clerk):
    owed = services.cancel(
        obligation=owe(rule_key="petition.answer", from_on=TODAY), reason="Trả lại", on=TODAY, actor=clerk, at=AT
    )

    owed.clock.refresh_from_db()
    assert (owed.state, owed.closed_because, owed.clock.state) == ("cancelled", "Trả lại", "closed")


def test_cancel_needs_a_reason(owe, clerk):
    with pytest.raises(Invalid, match="lý do"):
        services.cancel(obligation=owe(), reason="", on=TODAY, actor=clerk, at=AT)
