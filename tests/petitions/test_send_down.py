"""What the level below can settle goes back down; every wrong door is in the ledger."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.language import fold
from nghitruong.organisation.enums import Role
from nghitruong.petitions import services
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Misroute
from tests import factories as make
from tests.factories import AT, TODAY
from tests.petitions import stages


@pytest.fixture
def province_clerk(world):
    return make.actor(world.province_office, Role.CLERK, "Bà Văn thư tỉnh")


def raised_above(world, province_clerk):
    return services.receive(
        council=world.province_council, text="Đèn ngõ 4 hỏng (mẫu)", received_on=TODAY - dt.timedelta(days=12), unit=world.ward,
        actor=province_clerk, at=AT,
    )  # fmt: skip


def send(world, petition, actor, **values):
    given = {
        "petition": petition, "to": world.council, "competent": world.peoples_committee, "on": TODAY,
        "reason": "Phường quản lý chiếu sáng ngõ", "basis": "Quyết định phân cấp (mẫu)", "actor": actor, "at": AT,
    }  # fmt: skip
    return services.send_down(**{**given, **values})


def test_lower_council_keeps_it_and_the_ledger_counts_the_days(world, province_clerk):
    petition = send(world, raised_above(world, province_clerk), province_clerk)

    assert (petition.keeper, petition.state, petition.level) == (world.council, State.RECEIVED, "commune")
    wrong = Misroute.objects.get()
    assert (wrong.days_lost, wrong.competent, wrong.sent_to, wrong.is_down) == (
        12, world.peoples_committee, world.province_council, True,
    )  # fmt: skip


@pytest.mark.parametrize("missing", ["reason", "basis"])
def test_reason_and_basis_are_required(world, province_clerk, missing):
    with pytest.raises(Invalid):
        send(world, raised_above(world, province_clerk), province_clerk, **{missing: " "})


def test_council_without_lower_ones_has_nowhere_to_send(world, clerk):
    with pytest.raises(NotPermitted, match="cấp dưới"):
        send(world, stages.received(world, clerk), clerk)


def test_sending_back_is_a_wrong_door_too(world, clerk, agency_officer, signed_in):
    petition = stages.forwarded(world, clerk)
    services.send_back(
        petition=petition, reason="Đường tỉnh", competent=None, competent_name="Sở Xây dựng (mẫu)", basis="Phân cấp",
        on=TODAY, actor=agency_officer, at=AT,
    )  # fmt: skip

    wrong = Misroute.objects.get()
    assert (wrong.sent_by, wrong.sent_to, wrong.days_lost) == (world.council, world.department, 30)
    assert "Sở Xây dựng (mẫu)" in signed_in(clerk).get(reverse("petitions:misroutes")).content.decode()


def test_body_that_ended_is_followed_by_its_successor(world, clerk, agency_officer):
    old = world.department
    heir = world.peoples_committee
    old.valid_to = TODAY - dt.timedelta(days=100)
    old.folded = fold(old.name)
    old.save()
    heir.predecessors.add(old)
    petition = stages.forwarded(world, clerk)

    services.send_back(
        petition=petition, reason="Không thuộc phòng", competent=None, competent_name=old.name, basis="ORG-10", on=TODAY,
        actor=clerk, at=AT,
    )  # fmt: skip

    wrong = Misroute.objects.get()
    assert (wrong.competent, wrong.competent_name) == (heir, f"{old.name} (nay là {heir.name})")
