import pytest

from nghitruong.base.errors import NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.enums import State
from tests.factories import AT, TODAY
from tests.petitions import stages


def test_close_after_acceptance(world, clerk, chair):
    petition = stages.closed(world, clerk, chair)

    assert petition.state == State.CLOSED
    assert stages.deeds_of(petition)[-2:] == ["petition.accept", "petition.close"]


def test_an_answer_alone_does_not_close(world, clerk):
    with pytest.raises(NotPermitted, match="«kết thúc»"):
        services.close(petition=stages.answered(world, clerk), on=TODAY, actor=clerk, at=AT)
