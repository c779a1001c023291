import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.enums import Kind, State
from tests.factories import AT
from tests.petitions import stages


def test_restore_brings_it_back(world, clerk):
    noted = services.reclassify(
        petition=stages.received(world, clerk), kind=Kind.THANKS, reason="x", actor=clerk, at=AT
    )

    petition = services.restore(petition=noted, reason="Có nêu việc phải làm", actor=clerk, at=AT)

    assert (petition.kind, petition.state) == (Kind.PETITION, State.RECEIVED)


def test_restore_refused_to_a_petition_in_progress(world, clerk):
    with pytest.raises(NotPermitted, match="đưa trở lại"):
        services.restore(petition=stages.received(world, clerk), reason="x", actor=clerk, at=AT)
