from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from nghitruong.base.actor import Actor
from nghitruong.search.models import SavedFilter
from tests.search.conftest import KIND, OTHER_KIND, Notes
from tests.search.test_save_filter import save

SignIn = Callable[[Actor], Client]


def page(client: Client, **query: str) -> str:
    return client.get(reverse("search:find"), query).content.decode()


def test_results_stand_by_kind_with_their_words_marked(
    kinds: Callable[[str, str], Notes], clerk: Actor, signed_in: SignIn
):
    kinds(KIND, "ghi chú").add("Sửa <b>đường</b> thôn", "UBND xã nhận việc.", council_id=clerk.council_id)
    kinds(OTHER_KIND, "thư").add("Thư về đường", council_id=clerk.council_id)

    html = page(signed_in(clerk), q="duong")

    assert "Ghi chú" in html
    assert "Thư" in html
    assert 'Sửa &lt;b&gt;<mark class="nt-mark">đường</mark>&lt;/b&gt; thôn' in html
    assert f'href="/{KIND}/1/"' in html
    assert "2 hồ sơ có các từ này" in html


def test_one_kind_can_be_looked_at_alone(kinds: Callable[[str, str], Notes], clerk: Actor, signed_in: SignIn):
    kinds(KIND, "ghi chú").add("đường một")
    kinds(OTHER_KIND, "thư").add("đường hai")

    html = page(signed_in(clerk), q="duong", loai=OTHER_KIND)

    assert "1 hồ sơ có các từ này" in html
    assert f'href="/{KIND}/1/"' not in html


def test_titles_of_others_do_not_leak(notes: Notes, clerk: Actor, stranger: Actor, signed_in: SignIn):
    notes.add("đường kín của phường", council_id=clerk.council_id)

    html = page(signed_in(stranger), q="duong")

    assert "kín của phường" not in html
    assert "Không có hồ sơ nào có đủ các từ này" in html


def test_an_empty_search_gives_advice(clerk: Actor, signed_in: SignIn):
    assert "Tìm trong toàn bộ hồ sơ" in page(signed_in(clerk))


def test_the_page_costs_the_same_for_one_and_for_many(
    notes: Notes, clerk: Actor, signed_in: SignIn, django_assert_max_num_queries: Callable[..., CaptureQueriesContext]
):
    client = signed_in(clerk)
    notes.add("đường")
    page(client, q="đường")
    with django_assert_max_num_queries(12) as one:
        page(client, q="đường")
    for _ in range(40):
        notes.add("đường")
    with django_assert_max_num_queries(12) as many:
        page(client, q="đường")

    assert len(one) == len(many)


def test_a_filter_is_saved_from_a_list_and_removed(clerk: Actor, signed_in: SignIn):
    client = signed_in(clerk)

    answer = client.post(reverse("search:save_filter"), {"page": "search:find", "name": "Đường", "query": "q=duong"})

    assert (answer.status_code, answer["Location"]) == (302, "/tim-kiem/?q=duong")
    saved = SavedFilter.objects.get()
    answer = client.post(reverse("search:remove_filter", args=[saved.pk]))
    assert (answer.status_code, answer["Location"]) == (302, "/tim-kiem/")
    assert not SavedFilter.objects.exists()


def test_a_filter_without_a_name_is_refused_in_words(clerk: Actor, signed_in: SignIn):
    query = {"page": "search:find", "name": "", "query": "q=duong"}

    html = signed_in(clerk).post(reverse("search:save_filter"), query, follow=True).content.decode()

    assert "Hãy đặt cho bộ lọc một tên" in html


def test_a_page_that_is_none_leads_home(clerk: Actor, signed_in: SignIn):
    answer = signed_in(clerk).post(
        reverse("search:save_filter"), {"page": "//evil.example", "name": "a", "query": "b=1"}
    )

    assert answer["Location"] == "/?b=1"


def test_another_persons_filter_is_not_found(clerk: Actor, delegate: Actor, signed_in: SignIn):
    saved = save(clerk)

    assert signed_in(delegate).post(reverse("search:remove_filter", args=[saved.pk])).status_code == 404


@pytest.mark.parametrize("name", ["search:save_filter"])
def test_filters_change_by_post_only(name: str, clerk: Actor, signed_in: SignIn):
    assert signed_in(clerk).get(reverse(name)).status_code == 405
