"""Saved filters on the lists that have conditions: tabs with figures, keeping the present one, forgetting it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from nghitruong.base.actor import Actor
from nghitruong.contacts.models import Round
from nghitruong.search import selectors, services
from nghitruong.search.models import SavedFilter
from nghitruong.search.rules import kept_query
from tests import factories as make
from tests.petitions.stages import received

LISTS = {
    "petitions:index": "trang-thai=received",
    "obligations:index": "ds=qua-han",
    "contacts:rounds": "trang-thai=open",
}


def keep(actor: Actor, page: str, query: str, name: str = "Của tôi") -> SavedFilter:
    return services.save_filter(page=page, name=name, query=query, actor=actor, at=make.AT)


@pytest.mark.parametrize(("page", "query"), LISTS.items())
def test_present_filter_is_offered_to_be_kept_and_comes_back_as_a_tab(page, query, clerk, signed_in):
    client, address = signed_in(clerk), reverse(page)
    before = client.get(f"{address}?{query}&trang=1").content.decode()

    answer = client.post(reverse("search:save_filter"), {"page": page, "query": query, "name": "Việc tuần này"})
    after = client.get(answer["Location"]).content.decode()

    assert "Lưu bộ lọc này" in before
    assert answer["Location"] == f"{address}?{query}"
    assert f'href="?{query}" aria-current="page">Việc tuần này' in after
    assert "Bỏ bộ lọc “Việc tuần này”" in after
    assert "Lưu bộ lọc này" not in after


@pytest.mark.parametrize("page", LISTS)
def test_nothing_to_keep_while_nothing_is_narrowed(page, clerk, signed_in):
    assert "Lưu bộ lọc này" not in signed_in(clerk).get(reverse(page)).content.decode()


@pytest.mark.parametrize("page", LISTS)
def test_filters_of_others_are_no_tabs(page, clerk, chair, signed_in):
    keep(clerk, page, LISTS[page], "Riêng của chuyên viên")

    assert "Riêng của chuyên viên" not in signed_in(chair).get(reverse(page)).content.decode()


def test_tabs_of_the_petitions_count_what_they_open(world, clerk, signed_in):
    for place in range(3):
        received(world, clerk, f"Sửa đèn đường số {place}")
    keep(clerk, "petitions:index", "trang-thai=received")
    keep(clerk, "petitions:index", "trang-thai=closed", "Đã đóng")

    answer = signed_in(clerk).get(reverse("petitions:index"))

    shown = {tab.label: (tab.count, tab.current) for tab in answer.context["tabs"]}
    assert shown == {
        "Tất cả": (3, True),
        "Chưa giải quyết xong": (3, False),
        "Quá hạn trả lời": (0, False),
        "Chờ xác minh": (0, False),
        "Của tôi": (3, False),
        "Đã đóng": (0, False),
    }


def test_one_tab_of_the_ledger_is_current(clerk, signed_in):
    keep(clerk, "obligations:index", "ds=qua-han")

    answer = signed_in(clerk).get(reverse("obligations:index"), {"ds": "qua-han"})

    assert [tab.label for tab in answer.context["tabs"] if tab.current] == ["Của tôi"]


def test_kept_filters_cost_one_statement(clerk, django_assert_num_queries):
    keep(clerk, "petitions:index", "a=1")
    keep(clerk, "petitions:index", "b=1", "Khác")

    with django_assert_num_queries(1):
        found = selectors.kept(clerk, "petitions:index", "b=1&trang=4")
        assert found.current is not None

    assert (found.current.name, len(found.filters)) == ("Khác", 2)


def test_same_conditions_in_another_order_are_the_same_filter():
    assert kept_query("?b=2&a=1&trang=3&a=1&c=") == kept_query("a=1&b=2") == "a=1&b=2"


def test_rounds_without_kept_filters_have_no_tabs(clerk, signed_in):
    assert Round.objects.count() == 0
    assert 'class="nt-tabs"' not in signed_in(clerk).get(reverse("contacts:rounds")).content.decode()
