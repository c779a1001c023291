import datetime as dt

import pytest

from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.documents.models import Document
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Petition
from tests.factories import AT, TODAY
from tests.petitions import stages


def test_forward_opens_one_debt_for_each_agency(world, clerk):
    petition = stages.forwarded(world, clerk)

    owed = list(Obligation.objects.order_by("pk").values_list("debtor__name", "nature", "state"))
    assert owed == [
        (world.department.name, "answer", "open"),
        (world.peoples_committee.name, "coordination", "open"),
    ]
    assert petition.state == State.FORWARDED
    assert petition.due_on == Obligation.objects.earliest("pk").due_on
    assert Document.objects.get().number == "03/HĐND-VP"


def test_forward_dates_the_answer_by_its_rule(world, clerk):
    petition = stages.forwarded(world, clerk)

    owed = Obligation.objects.earliest("pk")
    assert owed.clock.rule.key == "petition.answer"
    assert owed.clock.from_on == TODAY - dt.timedelta(days=30)
    assert petition.due_on > TODAY


def test_forward_makes_it_visible_to_the_agency_alone(world, clerk, agency_officer, stranger):
    petition = stages.sorted_(world, clerk)
    before = list(Petition.objects.visible_to(agency_officer))

    services.forward(petition=petition, lead=world.department, on=TODAY, actor=clerk, at=AT)

    assert before == []
    assert list(Petition.objects.visible_to(agency_officer)) == [petition]
    assert list(Petition.objects.visible_to(stranger)) == []


def test_forward_refused_to_the_agency(world, clerk, agency_officer):
    with pytest.raises(NotPermitted, match="Văn phòng hoặc Thường trực"):
        services.forward(
            petition=stages.sorted_(world, clerk), lead=world.department, on=TODAY, actor=agency_officer, at=AT
        )

    assert not Obligation.objects.exists()


def test_forward_refuses_a_day_before_it_was_received(world, clerk):
    with pytest.raises(Invalid, match="Ngày chuyển"):
        services.forward(
            petition=stages.sorted_(world, clerk), lead=world.department, on=dt.date(2020, 1, 1), actor=clerk, at=AT
        )


def test_forward_page_says_to_whom_and_by_when(world, clerk, signed_in):
    petition = stages.sorted_(world, clerk)
    client = signed_in(clerk)

    response = client.post(f"/kien-nghi/{petition.pk}/chuyen/", {"lead": world.department.pk, "on": "2026-03-02"})

    assert response.status_code == 302
    page = client.get(response.url).content.decode()
    assert f"Đã chuyển tới {world.department.name}, hạn trả lời" in page
