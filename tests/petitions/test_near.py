"""While a line is written in the hall: the nearest earlier matters and what became of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from nghitruong.petitions import services
from nghitruong.petitions.models import Petition
from tests import factories as make
from tests.factories import AT, TODAY

FIRST = "Đề nghị bắc cầu qua suối Nà Mạ ở thôn Khe Sen"
LINE = {"text": "làm cầu suối Nà Mạ thôn Khe Sen"}


@pytest.fixture
def earlier(world, clerk) -> Petition:
    given = {"council": world.council, "actor": clerk, "at": AT}
    return services.receive(text=FIRST, voter="bà N.T. Mẫu", received_on=TODAY - timedelta(days=400), **given)


@pytest.fixture
def address(world) -> str:
    return reverse("contacts:near", args=[make.contact_point(make.contact_round(world.council)).pk])


@pytest.mark.parametrize("who", ["clerk", "delegate"])
def test_note_taker_sees_the_nearest_matter(earlier, address, who, request, signed_in):
    page = signed_in(request.getfixturevalue(who)).get(address, LINE).content.decode()

    assert earlier.code in page
    assert "chưa chuyển cơ quan giải quyết" in page
    assert "N.T. Mẫu" not in page


def test_short_or_other_words_show_nothing(earlier, address, clerk, signed_in):
    client = signed_in(clerk)

    found = [
        client.get(address, {"text": text}).content.strip()
        for text in ("cầu", "Giá phân bón tăng cao quá", "@bà N.T.L. đây")
    ]

    assert found == [b"", b"", b""]


def test_another_councils_matters_stay_there(earlier, address, stranger, signed_in):
    assert signed_in(stranger).get(address, LINE).status_code == 404


def test_it_costs_few_statements(earlier, address, clerk, signed_in, django_assert_max_num_queries):
    client = signed_in(clerk)
    client.get(address, LINE)

    with django_assert_max_num_queries(12):
        client.get(address, LINE)


def test_note_page_names_the_address_of_the_hint(address, clerk, signed_in):
    page = signed_in(clerk).get(address.replace("gan-giong", "ghi")).content.decode()

    assert f'data-near="{address}"' in page
