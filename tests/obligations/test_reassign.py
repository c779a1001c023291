import pytest

from nghitruong.base.errors import Invalid
from nghitruong.obligations import services
from tests.factories import AT, TODAY


def test_reassign_keeps_who_owed_it_before(owe, world, clerk):
    owed = services.reassign(
        obligation=owe(), debtor=world.peoples_committee, reason="Kế thừa", on=TODAY, actor=clerk, at=AT
    )

    assert owed.debtor == world.peoples_committee
    assert owed.handovers.get().from_organ == world.department


def test_reassign_to_the_same_debtor_is_refused(owe, world, clerk):
    with pytest.raises(Invalid, match="đang là bên có nghĩa vụ"):
        services.reassign(obligation=owe(), debtor=world.department, reason="x", on=TODAY, actor=clerk, at=AT)
