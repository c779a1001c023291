"""What is proposed for a petition that asks an old matter again: what the old matter has, before any rule."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from nghitruong.petitions import services
from nghitruong.petitions.enums import Level, RepeatKind
from nghitruong.petitions.models import Petition
from tests.factories import AT, TODAY
from tests.petitions import stages

FIRST = "Đề nghị bắc cầu qua suối Nà Mạ ở thôn Khe Sen"
AGAIN = "Bà con thôn Khe Sen đã kiến nghị nhiều lần làm cầu qua suối Nà Mạ"


@pytest.fixture
def bridge(world, clerk) -> Petition:
    petition = services.receive(
        council=world.council, text=FIRST, received_on=TODAY - timedelta(days=60), actor=clerk, at=AT
    )
    return services.sort(
        petition=petition, field=stages.field(), level=Level.PROVINCE, lead=world.department, actor=clerk, at=AT
    )


def asked_again(world, clerk, text: str = AGAIN) -> Petition:
    later = services.receive(council=world.council, text=text, received_on=TODAY, actor=clerk, at=AT)
    pair = later.earlier_links.order_by("earlier__received_on", "pk").first()
    services.confirm_repeat(repeat=pair, kind=RepeatKind.ASKED_AGAIN, actor=clerk, at=AT)
    later.earlier_links.filter(state="proposed").delete()
    return later


def test_a_confirmed_repeat_takes_what_the_earlier_matter_has(bridge, world, clerk, signed_in):
    later = asked_again(world, clerk)
    client = signed_in(clerk)

    page = client.get(reverse("petitions:sort", args=[later.pk]))
    many = client.get(reverse("petitions:forward_many"))

    said = f'như <a href="{bridge.get_absolute_url()}">{bridge.code}</a>, việc đã hỏi trước'
    row = next(row for group in many.context["groups"] for row in group.rows if row.petition == later)
    assert page.context["form"].initial == {
        "field": stages.field().pk, "level": Level.PROVINCE, "lead": world.department.pk,
    }  # fmt: skip
    assert page.content.decode().count(said) == 3
    assert (row.field, row.level, row.lead, row.like, row.repeat) == (
        stages.field().pk, Level.PROVINCE, world.department, bridge, None,
    )  # fmt: skip
    assert said in many.content.decode()
    assert f"?muc={later.earlier_links.get().pk}" not in many.content.decode()


def test_an_unjudged_repeat_proposes_nothing_of_the_other(bridge, world, clerk, signed_in):
    later = services.receive(council=world.council, text=AGAIN, received_on=TODAY, actor=clerk, at=AT)

    page = signed_in(clerk).get(reverse("petitions:sort", args=[later.pk]))

    assert page.context["proposal"].like is None
    assert "việc đã hỏi trước" not in page.content.decode()


def test_an_agency_that_has_ended_is_not_proposed_again(bridge, world, clerk, signed_in):
    later = asked_again(world, clerk)
    type(world.department).objects.filter(pk=world.department.pk).update(valid_to=TODAY - timedelta(days=1))

    proposal = signed_in(clerk).get(reverse("petitions:sort", args=[later.pk])).context["proposal"]

    assert proposal.lead != world.department
    assert (proposal.field, proposal.level) == (stages.field(), Level.PROVINCE)
    assert [line.like for line in proposal.lines] == [None, bridge, bridge, None]


def test_many_cost_as_few(bridge, world, clerk, signed_in, django_assert_max_num_queries):
    for number in range(5):
        asked_again(world, clerk, f"{AGAIN}, lần {number}")
    client = signed_in(clerk)
    client.get(reverse("petitions:forward_many"))

    with django_assert_max_num_queries(12):
        client.get(reverse("petitions:forward_many"))
