"""The pages as people see them: who may open what, and what a deed on them does."""

import datetime as dt

import pytest
from django.urls import reverse

from nghitruong.legalclock.models import Day, Rule, Year

PAGES = ["/thoi-han/", "/thoi-han/lich/", "/thoi-han/lich/2026/", "/thoi-han/lich/2031/", "/thoi-han/tinh/"]


def national(key="petition.answer"):
    return Rule.objects.get(key=key, council_id=None)


@pytest.mark.parametrize("url", PAGES)
def test_pages_open_for_a_clerk_with_few_queries(clerk, signed_in, url, django_assert_max_num_queries):
    client = signed_in(clerk)
    client.get(url)

    with django_assert_max_num_queries(12):
        assert client.get(url).status_code == 200


def test_rules_page_filters_without_accents(clerk, signed_in):
    text = signed_in(clerk).get("/thoi-han/?q=tra loi kien nghi cu tri tai").content.decode()

    assert "Trả lời kiến nghị cử tri tại Hội đồng nhân dân" in text
    assert "Giải quyết tố cáo" not in text


def test_rule_page_says_it_is_not_verified(clerk, signed_in):
    text = signed_in(clerk).get(reverse("legalclock:rule", args=[national().pk])).content.decode()

    assert "chưa kiểm chứng" in text
    assert "60 ngày" in text


def test_override_page_sets_the_own_period(clerk, signed_in):
    url = reverse("legalclock:override", args=[national().pk])
    posted = {"number": 30, "day_type": "working", "citation": "Điều 27 khoản 3", "valid_from": "01/01/2026"}

    response = signed_in(clerk).post(url, posted)

    own = Rule.objects.get(key="petition.answer", council_id=clerk.council_id)
    assert response.url == reverse("legalclock:rule", args=[own.pk])
    assert (own.number, own.day_type, own.valid_from) == (30, "working", dt.date(2026, 1, 1))


def test_override_page_shows_the_reason_to_a_delegate(delegate, signed_in):
    url = reverse("legalclock:override", args=[national().pk])

    text = signed_in(delegate).get(url).content.decode()

    assert "Chỉ người được giao giữ quy tắc thời hạn" in text
    assert "<textarea" not in text
    assert 'name="number"' not in text


def test_foreign_rule_is_not_found(clerk, stranger, signed_in):
    own = Rule.objects.create(
        key="petition.answer", council_id=stranger.council_id, label="x", dates="x", number=1, day_type="working",
        counts_from="x", citation="x",
    )  # fmt: skip

    assert signed_in(clerk).get(reverse("legalclock:rule", args=[own.pk])).status_code == 404


def test_calendar_page_adds_a_day(clerk, signed_in):
    posted = {"on": "2026-07-27", "kind": "holiday", "name": "Ngày thử", "citation": "Thông báo số 1"}

    response = signed_in(clerk).post("/thoi-han/ngay/", posted)

    assert response.url == "/thoi-han/lich/2026/"
    assert Day.objects.get(on="2026-07-27").name == "Ngày thử"


def test_calendar_page_removes_a_day(clerk, signed_in):
    day = Day.objects.get(on="2026-11-24")

    signed_in(clerk).post(reverse("legalclock:remove_day", args=[day.pk]), {"reason": "nhập nhầm"})

    assert not Day.objects.filter(pk=day.pk).exists()


def test_a_delegate_cannot_change_the_calendar(delegate, signed_in):
    posted = {"on": "2026-07-27", "kind": "holiday", "name": "Ngày thử", "citation": "Thông báo số 1"}

    text = signed_in(delegate).post("/thoi-han/ngay/", posted).content.decode()

    assert "Chỉ người được giao giữ lịch làm việc" in text
    assert not Day.objects.filter(on="2026-07-27").exists()


def test_year_pages_open_and_refuse_to_confirm_too_early(clerk, signed_in):
    client = signed_in(clerk)

    client.post("/thoi-han/lich/2028/lap/", {"citation": "Bộ luật Lao động 2019, Điều 112"})
    refused = client.post("/thoi-han/lich/2028/xac-nhan/", {"citation": "Thông báo số 9"}).content.decode()

    assert Year.objects.get(pk=2028).is_forecast
    assert "còn thiếu ngày nghỉ lễ" in refused


def test_count_page_shows_the_way(clerk, signed_in):
    asked = "?number=30&day_type=working&from_on=05/01/2026&direction=after"

    text = signed_in(clerk).get(f"/thoi-han/tinh/{asked}").content.decode()

    assert "13/02/2026" in text
    assert "thứ Bảy làm bù cho 02/01/2026" in text


def test_count_page_refuses_a_year_without_a_table(clerk, signed_in):
    asked = "?number=30&day_type=working&from_on=05/01/2031&direction=after"

    text = signed_in(clerk).get(f"/thoi-han/tinh/{asked}").content.decode()

    assert "Chưa có bảng ngày nghỉ, ngày làm bù của năm 2031" in text
