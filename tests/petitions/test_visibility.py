"""Who sees a petition, and the voter's name in it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nghitruong.petitions.models import Petition
from tests.petitions import stages


def test_visible_to_each_of_the_cast(
    world,
    clerk,
    chair,
    committee_head,
    delegate,
    group_head,
    agency_officer,
    front_officer,
    upper_office,
    auditor,
    administrator,
    stranger,
):
    petition = stages.forwarded(world, clerk)
    seeing = {
        actor.name: Petition.objects.visible_to(actor).filter(pk=petition.pk).exists()
        for actor in (
            clerk,
            chair,
            committee_head,
            delegate,
            group_head,
            agency_officer,
            front_officer,
            upper_office,
            auditor,
            administrator,
            stranger,
        )
    }

    assert seeing == {
        "Lê Minh Thư": True,
        "Phạm Thị Nhung": True,
        "Võ Thu Hà": True,
        "Hồ Thị Lan": True,
        "Đỗ Hữu Tín": True,
        "Trịnh Công Lập": True,
        "Mai Văn Phúc": True,
        "Nguyễn Thị Yến": True,
        "Bùi Văn Soát": False,
        "Trần Quản Trị": False,
        "Người Xã Bên": False,
    }


def test_a_voters_name_is_for_the_office_alone(world, clerk, delegate, signed_in):
    petition = stages.forwarded(world, clerk)

    assert "Bà Mẫu" in signed_in(clerk).get(petition.get_absolute_url()).content.decode()
    assert "Bà Mẫu" not in signed_in(delegate).get(petition.get_absolute_url()).content.decode()


def test_the_list_asks_the_same_for_one_and_for_many(world, clerk, signed_in):
    client = signed_in(clerk)
    stages.forwarded(world, clerk)
    client.get("/kien-nghi/")
    with CaptureQueriesContext(
        connection,
    ) as one:
        client.get("/kien-nghi/")
    for _ in range(4):
        stages.answered(world, clerk)
    with CaptureQueriesContext(connection) as many:
        client.get("/kien-nghi/")

    assert len(many) == len(one)
    assert len(many) <= 12


def test_a_matter_asks_no_more_than_twelve(world, clerk, chair, signed_in):
    petition = stages.verified(world, clerk)
    client = signed_in(chair)
    client.get(petition.get_absolute_url())

    with CaptureQueriesContext(connection) as asked:
        client.get(petition.get_absolute_url())

    assert len(asked) <= 12


@pytest.mark.parametrize("query", ["viec=99999999999999999999", "van-ban=²:1", "dia-ban=²", "to-dai-bieu=9" + "9" * 30])
def test_address_that_names_no_record_is_no_fault(world, clerk, signed_in, query):
    assert signed_in(clerk).get(f"{reverse('petitions:index')}?{query}").status_code == 200
