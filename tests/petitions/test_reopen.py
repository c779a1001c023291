import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services
from nghitruong.petitions.enums import State
from tests.factories import AT, TODAY
from tests.petitions import stages


def test_reopen_makes_the_agency_owe_a_new_answer(world, clerk, chair):
    petition = services.reopen(
        petition=stages.closed(world, clerk, chair), on=TODAY, reason="Mưa đầu mùa lại ngập", actor=chair, at=AT
    )

    fresh = Obligation.objects.running().get(nature="answer")
    assert (petition.state, petition.reopened, petition.settled_on) == (State.REOPENED, 1, None)
    assert (fresh.clock.rule.key, fresh.due_on) == ("petition.reanswer", petition.due_on)


def test_reopen_needs_a_reason(world, clerk, chair):
    with pytest.raises(Invalid, match="lý do"):
        services.reopen(petition=stages.answered(world, clerk), on=TODAY, reason="", actor=chair, at=AT)


def test_reopen_refused_to_a_delegate(world, clerk, delegate):
    with pytest.raises(NotPermitted):
        services.reopen(petition=stages.answered(world, clerk), on=TODAY, reason="x", actor=delegate, at=AT)
