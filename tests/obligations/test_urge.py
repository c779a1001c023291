import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.obligations import services
from tests.factories import AT, TODAY


def test_urge_climbs_the_ladder(owe, clerk):
    owed = services.urge(obligation=owe(), text="Báo tiến độ", on=TODAY, actor=clerk, at=AT)

    assert owed.escalation == 1


def test_urge_refused_to_the_debtor(owe, agency_officer):
    with pytest.raises(NotPermitted):
        services.urge(obligation=owe(), text="x", on=TODAY, actor=agency_officer, at=AT)
