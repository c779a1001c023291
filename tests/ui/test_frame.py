"""Errors, language and the frame itself."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import RequestFactory

from nghitruong.base.requests import request_id
from nghitruong.organisation.enums import Role
from nghitruong.organisation.models import Membership
from nghitruong.ui import views
from tests.ui import samples

pytestmark = pytest.mark.urls("tests.ui.sample_urls")


@pytest.mark.parametrize(
    ("answer", "status", "title"),
    [
        (views.bad_request, 400, "Yêu cầu không đọc được"),
        (views.not_permitted, 403, "Chưa được mở trang này"),
        (views.not_found, 404, "Không tìm thấy trang này"),
        (views.failed, 500, "Có sự cố, việc vừa làm chưa được ghi"),
    ],
)
def test_error_page_is_plain_and_carries_the_reference(answer, status, title):
    token = request_id.set("0123456789abcdef")

    response = answer(RequestFactory().get("/"))

    request_id.reset(token)
    html = response.content.decode()
    assert response.status_code == status
    assert f"<h1>{title}</h1>" in html
    assert "0123456789abcdef" in html


def test_error_page_asks_the_database_nothing(django_assert_num_queries, db):
    with django_assert_num_queries(0):
        views.failed(RequestFactory().get("/"))


def test_refusal_page_says_the_reason_given():
    response = views.not_permitted(RequestFactory().get("/"), PermissionDenied("Chỉ Thường trực xem được."))

    assert "Chỉ Thường trực xem được." in response.content.decode()


def test_language_switch_keeps_the_choice_and_goes_back(client):
    response = client.post("/ngon-ngu/", {"language": "en", "next": "/mau/ban/?a=1"})

    assert (response.status_code, response.url) == (302, "/mau/ban/?a=1")
    assert response.cookies["django_language"].value == "en"


@pytest.mark.parametrize("place", ["https://example.org/", "//example.org", "javascript:alert(1)"])
def test_language_switch_leads_nowhere_else(client, place):
    assert client.post("/ngon-ngu/", {"language": "en", "next": place}).url == "/"


def test_language_switch_takes_no_unknown_language(client):
    assert client.post("/ngon-ngu/", {"language": "xx"}).cookies.get("django_language") is None


def test_page_is_vietnamese_whatever_the_browser_prefers(client, db):
    response = client.get("/mau/ban/", headers={"accept-language": "en-US"})

    assert '<html lang="vi">' in response.content.decode()
    assert response.headers["Content-Language"] == "vi"


def test_page_is_english_when_chosen(client, db):
    client.cookies["django_language"] = "en"

    assert '<html lang="en">' in client.get("/mau/ban/").content.decode()


def test_frame_of_a_reader_not_signed_in_is_bare_but_whole(client, db, monkeypatch):
    monkeypatch.setattr(samples, "Actor", lambda **_values: None)

    html = client.get("/mau/ban/").content.decode()

    assert "nt-acting" not in html
    assert "English" in html


def test_switcher_offers_the_other_offices(signed_in, clerk, world, settings):
    Membership.objects.create(
        person_id=clerk.person_id, organ=world.front, role=Role.FRONT_OFFICER, valid_from=date(2025, 7, 1)
    )
    settings.ROOT_URLCONF = "tests.ui.sample_urls"

    html = signed_in(clerk).get("/khung/").content.decode()

    assert "Cán bộ Mặt trận Tổ quốc, Ủy ban MTTQ Việt Nam phường Mẫu" in html
    assert '<li aria-current="true">' in html
