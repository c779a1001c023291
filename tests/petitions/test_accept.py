import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services
from nghitruong.petitions.enums import Finding, Outcome, State
from tests.factories import AT, TODAY
from tests.petitions import stages

GIVEN = {"on": TODAY, "evidence": "Biên bản xác minh (mẫu)", "at": AT}


def test_accept_ends_the_debt_and_settles(world, clerk, chair):
    petition = stages.accepted(world, clerk, chair)

    assert (petition.state, petition.settled_on) == (State.ACCEPTED, TODAY)
    assert set(Obligation.objects.filter(nature="answer").values_list("state", flat=True)) == {"accepted"}


def test_accept_refused_without_a_look_on_the_spot(world, clerk, chair):
    with pytest.raises(NotPermitted, match="Chưa có xác minh đạt"):
        services.accept(petition=stages.answered(world, clerk), actor=chair, **GIVEN)


def test_accept_refused_after_a_failed_look(world, clerk, chair):
    with pytest.raises(NotPermitted, match="Chưa có xác minh đạt"):
        services.accept(petition=stages.verified(world, clerk, finding=Finding.FAILED), actor=chair, **GIVEN)


def test_accept_refused_while_only_planned(world, clerk, chair):
    with pytest.raises(NotPermitted, match="chưa có kết quả để chấp nhận"):
        services.accept(petition=stages.answered(world, clerk, outcome=Outcome.PLANNED), actor=chair, **GIVEN)


def test_accept_refused_while_a_promise_is_open(world, clerk, chair):
    petition = stages.verified(world, clerk)
    services.commit(petition=petition, quote="phần còn lại", what="Làm nốt", due_on=None, actor=clerk, at=AT)

    with pytest.raises(NotPermitted, match="Còn lời hứa"):
        services.accept(petition=petition, actor=chair, **GIVEN)


def test_accept_recorded_by_the_clerk_names_who_decided(world, clerk, chair):
    petition = stages.verified(world, clerk)

    with pytest.raises(NotPermitted, match="phải nêu tên người quyết định"):
        services.accept(petition=petition, actor=clerk, **GIVEN)
    done = services.accept(petition=petition, decided_by="Phạm Thị Nhung", actor=clerk, **GIVEN)

    assert done.state == State.ACCEPTED


def test_an_explanation_accepted_is_not_settled(world, clerk, chair):
    petition = services.accept(petition=stages.answered(world, clerk, outcome=Outcome.EXPLAINED), actor=chair, **GIVEN)

    assert (petition.state, petition.settled_on) == (State.ACCEPTED, None)


def test_accept_needs_evidence(world, clerk, chair):
    with pytest.raises(Invalid, match="căn cứ"):
        services.accept(petition=stages.verified(world, clerk), on=TODAY, evidence=" ", actor=chair, at=AT)
