"""Many petitions forwarded in one go: each by its own deeds, refusals told one by one."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nghitruong.base.errors import NotPermitted
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import services
from nghitruong.petitions.enums import Level, State
from nghitruong.petitions.models import Petition
from nghitruong.search.services import index_many
from tests.factories import AT, TODAY
from tests.petitions import stages


def sent(petition: Petition, lead, **more) -> dict[str, object]:
    return {
        f"linh-vuc-{petition.pk}": stages.field().pk, f"cap-{petition.pk}": Level.COMMUNE,
        f"co-quan-{petition.pk}": lead.pk, **more,
    }  # fmt: skip


def test_sorted_and_received_go_together(world, clerk, signed_in):
    one, two = stages.sorted_(world, clerk), stages.received(world, clerk, "Cầu tổ dân phố 9 gãy lan can (mẫu)")
    lead = one.lead
    values = {"chon": [one.pk, two.pk], "on": TODAY.isoformat(), f"so-{lead.pk}": "07/HĐND-VP"}

    answer = signed_in(clerk).post(
        reverse("petitions:forward_many"), values | sent(one, lead) | sent(two, lead), follow=True
    )

    assert "Đã chuyển 2 kiến nghị" in answer.content.decode()
    assert list(Petition.objects.values_list("state", "lead")) == [(State.FORWARDED, lead.pk)] * 2
    assert Obligation.objects.filter(debtor=lead).count() == 2
    assert "petition.sort" in stages.deeds_of(two)


def test_refused_row_keeps_no_other_back(world, clerk):
    one, gone = stages.sorted_(world, clerk), stages.forwarded(world, clerk)
    choices = [services.Choice(p, stages.field(), Level.COMMUNE, one.lead) for p in (gone, one)]

    found = services.forward_many(choices=choices, on=TODAY, numbers={}, actor=clerk, at=AT)

    assert [bool(row.why) for row in found] == [True, False]
    assert Petition.objects.get(pk=one.pk).state == State.FORWARDED


def test_nothing_ticked_is_told(world, clerk, signed_in):
    stages.sorted_(world, clerk)

    answer = signed_in(clerk).post(reverse("petitions:forward_many"), {"on": TODAY.isoformat()})

    assert answer.status_code == 422
    assert "ít nhất một kiến nghị" in answer.content.decode()


def test_others_may_not(world, clerk, delegate, signed_in):
    one = stages.sorted_(world, clerk)
    choice = services.Choice(one, stages.field(), Level.COMMUNE, one.lead)

    assert not signed_in(delegate).get(reverse("petitions:forward_many")).context["verdict"]
    with pytest.raises(NotPermitted):
        services.forward_many(choices=[choice], on=TODAY, numbers={}, actor=delegate, at=AT)


def test_it_costs_the_same_for_one_and_for_many(world, clerk, signed_in, django_assert_max_num_queries):
    for number in range(5):
        stages.received(world, clerk, f"Đường vào tổ dân phố {number} hỏng (mẫu)")
    client = signed_in(clerk)
    client.get(reverse("petitions:forward_many"))

    with django_assert_max_num_queries(12):
        page = client.get(reverse("petitions:forward_many"))

    assert sum(len(group.rows) for group in page.context["groups"]) == 5


def repeated(world, clerk):
    given = {"council": world.council, "received_on": TODAY, "actor": clerk, "at": AT}
    earlier = services.receive(text="Đề nghị bắc cầu qua suối Nà Mạ ở thôn Khe Sen", **given)
    again = "Bà con thôn Khe Sen đã kiến nghị nhiều lần làm cầu qua suối Nà Mạ"
    return earlier, services.receive(text=again, **given)


def rows_of(page) -> dict[int, object]:
    return {row.petition.pk: row for group in page.context["groups"] for row in group.rows}


def test_a_row_that_may_repeat_another_is_left_out_unless_ticked(world, clerk, signed_in):
    earlier, later = repeated(world, clerk)
    for petition in (earlier, later):
        services.sort(
            petition=petition, field=stages.field(), level=Level.COMMUNE, lead=world.department, actor=clerk, at=AT
        )
    client = signed_in(clerk)

    page = client.get(reverse("petitions:forward_many"))
    text = page.content.decode()

    assert (rows_of(page)[earlier.pk].is_whole, rows_of(page)[later.pk].is_whole) == (True, False)
    assert f'value="{earlier.pk}" id="k-{earlier.pk}" checked' in text
    assert f'value="{later.pk}" id="k-{later.pk}">' in text
    assert f"?muc={rows_of(page)[later.pk].repeat}" in text
    assert "1 dòng có thể trùng: chưa chọn" in text

    client.post(reverse("petitions:forward_many"), {"chon": [later.pk], "on": TODAY} | sent(later, world.department))

    assert Petition.objects.get(pk=later.pk).state == State.FORWARDED


def test_a_row_whose_repeat_is_judged_asks_no_more(world, clerk, signed_in):
    _earlier, later = repeated(world, clerk)
    services.reject_repeat(repeat=later.earlier_links.get(), actor=clerk, at=AT)

    page = signed_in(clerk).get(reverse("petitions:forward_many"))

    assert rows_of(page)[later.pk].repeat is None
    assert "Có thể trùng, chưa xem" not in page.content.decode()


@pytest.mark.parametrize(("on", "offered"), [(date(2025, 6, 30), True), (date(2025, 7, 1), False)])
def test_the_district_is_offered_only_to_what_came_while_it_stood(world, clerk, signed_in, on, offered):
    one = stages.received(world, clerk, on=on)
    client = signed_in(clerk)

    many = client.get(reverse("petitions:forward_many"))
    sorting = client.get(reverse("petitions:sort", args=[one.pk]))

    assert (Level.DISTRICT in dict(rows_of(many)[one.pk].levels)) is offered
    assert (f'<option value="{Level.DISTRICT}"' in many.content.decode()) is offered
    assert (Level.DISTRICT in dict(sorting.context["form"].fields["level"].choices)) is offered

    values = sent(one, world.department) | {"chon": [one.pk], "on": TODAY, f"cap-{one.pk}": Level.DISTRICT}
    client.post(reverse("petitions:forward_many"), values)
    assert (Petition.objects.get(pk=one.pk).state == State.FORWARDED) is offered


def test_rules_are_read_once_and_each_petition_is_indexed_as_it_stands(world, clerk):
    two = [stages.received(world, clerk, f"Cầu tổ dân phố {number} gãy lan can (mẫu)") for number in (3, 9)]
    choices = [services.Choice(one, stages.field(), Level.COMMUNE, world.department) for one in two]

    with CaptureQueriesContext(connection) as asked:
        services.forward_many(choices=choices, on=TODAY, numbers={}, actor=clerk, at=AT)

    reads = [query["sql"] for query in asked.captured_queries if query["sql"].startswith("SELECT")]
    assert sum('FROM "legalclock_day"' in sql for sql in reads) == 1
    assert sum('FROM "legalclock_rule"' in sql for sql in reads) == 1
    assert index_many(kind="petitions.petition", ids=[one.pk for one in two]) == 0
