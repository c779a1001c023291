"""The ledger of wrong doors: every figure opens the lines it counts."""

from __future__ import annotations

from django.urls import reverse

from nghitruong.petitions import services
from nghitruong.petitions.models import Misroute
from tests import factories as make
from tests.factories import AT, TODAY
from tests.petitions import stages


def returned(world, clerk, officer) -> Misroute:
    petition = stages.forwarded(world, clerk)
    services.send_back(
        petition=petition, reason="Đường tỉnh", competent=None, competent_name="Sở Xây dựng (mẫu)", basis="Phân cấp",
        on=TODAY, actor=officer, at=AT,
    )  # fmt: skip
    return Misroute.objects.get(petition=petition)


def test_a_senders_figures_open_its_own_lines(world, clerk, agency_officer, signed_in):
    mine = [returned(world, clerk, agency_officer) for _ in range(2)]
    other = returned(world, clerk, agency_officer)
    Misroute.objects.filter(pk=other.pk).update(sent_by=make.organ(name="Nơi khác (mẫu)"))
    client = signed_in(clerk)
    url = reverse("petitions:misroutes")

    page = client.get(url)
    narrowed = client.get(f"{url}?noi-chuyen={world.council.pk}")

    link = f'href="?noi-chuyen={world.council.pk}#tung-lan"'
    sender = next(one for one in page.context["senders"] if one.pk == world.council.pk)
    assert page.content.decode().count(link) == 2
    assert page.context["page"].paginator.count == 3
    assert set(narrowed.context["page"].object_list) == set(mine)
    assert (sender.times, sender.days) == (2, sum(one.days_lost for one in mine))
    assert f"{sender.times} lần, mất {sender.days} ngày" in narrowed.content.decode()


def test_an_unknown_sender_shows_all(world, clerk, agency_officer, signed_in):
    returned(world, clerk, agency_officer)

    page = signed_in(clerk).get(f"{reverse('petitions:misroutes')}?noi-chuyen=x")

    assert (page.context["chosen"], page.context["page"].paginator.count) == (None, 1)
