import datetime as dt

import pytest

from nghitruong.base.actor import SYSTEM
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services
from nghitruong.petitions.enums import Outcome, State
from nghitruong.petitions.selectors import figures
from tests.factories import AT, TODAY
from tests.petitions import stages

GIVEN = {"number": "57/KT", "on": TODAY, "text": "Đã làm", "at": AT}


def test_answered_is_not_settled(world, clerk):
    petition = stages.answered(world, clerk)

    assert (petition.state, petition.outcome) == (State.ANSWERED, Outcome.SETTLED)
    assert (petition.answered_on is not None, petition.settled_on) == (True, None)
    assert Obligation.objects.get(nature="answer").state == "fulfilled"


def test_answer_by_the_agency_itself(world, clerk, agency_officer):
    petition = stages.forwarded(world, clerk)

    given = services.answer(petition=petition, outcome=Outcome.EXPLAINED, actor=agency_officer, **GIVEN)

    assert given.organ == world.department


def test_answer_refused_to_another_councils_clerk(world, clerk, stranger):
    with pytest.raises(NotPermitted):
        services.answer(petition=stages.forwarded(world, clerk), outcome=Outcome.SETTLED, actor=stranger, **GIVEN)


@pytest.mark.parametrize(("outcome", "asked"), [(Outcome.PLANNED, "thời hạn"), (Outcome.UNSETTLED, "lý do")])
def test_answer_carries_what_its_class_requires(world, clerk, outcome, asked):
    with pytest.raises(Invalid, match=asked):
        services.answer(petition=stages.forwarded(world, clerk), outcome=outcome, actor=clerk, **GIVEN)


def test_a_second_answer_stands_beside_the_first(world, clerk):
    petition = stages.answered(world, clerk, outcome=Outcome.IN_PROGRESS)
    first = petition.answered_on

    services.answer(petition=petition, outcome=Outcome.SETTLED, actor=clerk, **GIVEN)

    petition.refresh_from_db()
    assert (petition.answers.count(), petition.answered_on, petition.outcome) == (2, first, Outcome.SETTLED)


def test_a_late_answer_after_reopening_is_not_on_time(world, clerk, chair):
    petition = stages.answered(world, clerk)
    petition = services.reopen(petition=petition, on=TODAY, reason="Lại hỏng", actor=chair, at=AT)
    late = AT + dt.timedelta(days=200)

    services.answer(
        petition=petition,
        number="9/KT",
        on=late.date(),
        text="Đã làm xong",
        outcome=Outcome.SETTLED,
        actor=clerk,
        at=late,
    )

    petition.refresh_from_db()
    report = figures.report(
        figures.Scope(world.council, TODAY.replace(month=1, day=1), late.date(), late.date()), SYSTEM
    )
    assert (petition.answered_on, report.sets["dung-han"].value) == (late.date(), 0)
