"""An own class in use ends; what bears it keeps it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.petitions import services
from nghitruong.petitions.selectors import figures
from tests.factories import AT, TODAY
from tests.petitions import stages
from tests.petitions.test_set_class import answered_as, own_class, scope


def end(own, actor):
    return services.end_class(own_class=own, on=TODAY, actor=actor, at=AT)


def test_ended_class_stays_on_its_answers_and_in_the_report(world, clerk):
    own = own_class(world, clerk)
    petition = answered_as(world, clerk, own)

    end(own, clerk)

    petition.refresh_from_db()
    running = {line.key: line for line in figures.report(scope(world), clerk).outcomes}["in_progress"]
    assert petition.own_class == own
    assert next((part.label, part.total.value) for part in running.parts) == ("Chờ vốn (mẫu)", 1)


def test_ended_class_is_offered_no_more(world, clerk, signed_in):
    own = own_class(world, clerk)
    petition = stages.forwarded(world, clerk)
    end(own, clerk)

    page = signed_in(clerk).get(reverse("petitions:answer", args=[petition.pk])).content.decode()

    assert own.name not in page
    with pytest.raises(Invalid):
        services.answer(
            petition=petition, number="58", on=TODAY, text="Đang làm.", outcome="in_progress", own_class=own,
            actor=clerk, at=AT,
        )  # fmt: skip


def test_its_name_may_be_given_anew(world, clerk):
    end(own_class(world, clerk), clerk)

    assert own_class(world, clerk).ended_on is None


def test_twice_and_by_others_is_refused(world, clerk, stranger):
    own = own_class(world, clerk)

    with pytest.raises(NotPermitted):
        end(own, stranger)
    end(own, clerk)
    with pytest.raises(NotPermitted):
        end(own, clerk)


def test_button(world, clerk, signed_in):
    own = own_class(world, clerk)
    answered_as(world, clerk, own)

    signed_in(clerk).post(reverse("petitions:end_class", args=[own.pk]))

    own.refresh_from_db()
    assert own.ended_on is not None
