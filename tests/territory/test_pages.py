"""The pages of the register: what they show, to whom, at what cost in queries."""

from __future__ import annotations

import datetime as dt

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from nghitruong.base.actor import Actor
from nghitruong.territory import selectors
from nghitruong.territory.models import Unit
from nghitruong.territory.services import Loaded
from tests.conftest import World

URL = "/don-vi-hanh-chinh/"
TODAY = dt.datetime(2026, 11, 22, 9, tzinfo=dt.timezone(dt.timedelta(hours=7)))
LIMIT = 12


@pytest.fixture
def page(register: Loaded, clerk: Actor, signed_in):
    """Return a function: the text of a page as the clerk sees it on 22/11/2026, within the limit of queries."""
    client = signed_in(clerk)
    client.get(URL)

    def get(url: str, **headers: str) -> str:
        with time_machine.travel(TODAY, tick=False), CaptureQueriesContext(connection) as queries:
            response = client.get(url, headers=headers)
        assert (response.status_code, len(queries) <= LIMIT) == (200, True)
        return " ".join(response.content.decode().split())

    return get


def test_the_provinces_of_today(page):
    Unit.objects.filter(by_hand=False, basis="", valid_from__isnull=False).update(valid_to=dt.date(2025, 12, 31))

    text = page(URL)

    assert (
        "34 đơn vị cấp tỉnh (25 tỉnh, 9 thành phố) và 3.321 đơn vị cấp xã (2.599 xã, 709 phường, 13 đặc khu)." in text
    )


def test_the_provinces_of_another_day(page):
    text = page(f"{URL}?ngay=2025-06-30")

    assert "63 đơn vị cấp tỉnh (57 tỉnh, 6 thành phố) và 10.035 đơn vị cấp xã" in text


def test_a_name_finds_both_eras(page):
    text = page(f"{URL}?q=duc+pho")

    assert "Phường Đức Phổ, tỉnh Quảng Ngãi" in text
    assert "Vào thời gian khác" in text
    assert "Thị xã Đức Phổ, tỉnh Quảng Ngãi" in text


def test_a_misspelt_name_is_marked(page):
    text = page(f"{URL}?q=Đức+Phố")

    assert "Không có tên này. Có phải là:" in text
    assert "khác dấu" in text


@pytest.mark.parametrize("code", ["534", "21439", "51", "75"])
def test_a_unit(page, code: str):
    for unit in Unit.objects.filter(code=code):
        text = page(unit.get_absolute_url())
        assert [kin.unit.code in text for kin in selectors.successors(unit)].count(False) == 0
        assert "Ghi đơn vị kế thừa" not in text


def test_a_unit_of_another_era_says_whose_code_it_was(page):
    text = page(selectors.by_code("21439", dt.date(2026, 1, 1)).get_absolute_url())

    assert "Phường Nguyễn Nghiêm</a> ( đến 30/06/2025 )" in text.replace("(đến", "( đến").replace("2025)", "2025 )")


def test_offers_while_typing(page):
    text = page(f"{URL}goi-y/?o=parent&parent=duc+ph", **{"HX-Request": "true"})

    assert 'data-offer="21439 · phường Đức Phổ, tỉnh Quảng Ngãi"' in text
    assert "<html" not in text


def test_offers_without_scripts_lead_to_the_look_up(world: World, clerk: Actor, signed_in):
    response = signed_in(clerk).get(f"{URL}goi-y/?q=Đức+Phổ")

    assert response.headers["Location"].startswith(f"{URL}?q=")


def test_the_administrator_adds_a_unit(world: World, administrator: Actor, signed_in):
    client = signed_in(administrator)
    sent = {
        "type": "phuong", "name": "Mới", "code": "99003", "valid_from": "2026-05-01",
        "parent": "90", "basis": "Nghị quyết số 1/NQ",
    }  # fmt: skip

    shown, wrong, done = (
        client.get(f"{URL}them/"),
        client.post(f"{URL}them/", sent | {"code": "99001"}),
        client.post(f"{URL}them/", sent),
    )

    unit = Unit.objects.get(code="99003")
    assert (shown.status_code, wrong.status_code, done.headers["Location"]) == (200, 422, unit.get_absolute_url())
    assert "Mã 99001 đang thuộc phường Mẫu." in wrong.content.decode()


def test_the_administrator_keeps_a_unit(world: World, administrator: Actor, signed_in):
    client, own = signed_in(administrator), world.ward.get_absolute_url()
    basis = {"basis": "Nghị quyết số 1/NQ"}

    assert "Ghi đơn vị kế thừa" in client.get(own).content.decode()
    for path, sent in (
        ("sua/", {"name": "Mẫu Mới", "valid_from": "2025-07-01", "version": 1}),
        ("ke-thua/", {"successor": "99002", "extent": 2, "on": "2026-05-01", **basis}),
        ("ket-thuc/", {"on": "2026-12-31", **basis}),
    ):
        assert client.get(own + path).status_code == 200
        assert client.post(own + path, sent).headers["Location"] == own

    world.ward.refresh_from_db()
    assert (world.ward.name, world.ward.valid_to) == ("Phường Mẫu Mới", dt.date(2026, 12, 31))


@pytest.mark.parametrize("path", ["them/", "{pk}/sua/", "{pk}/ke-thua/", "{pk}/ket-thuc/"])
def test_others_are_sent_back_with_the_reason(world: World, clerk: Actor, signed_in, path: str):
    client = signed_in(clerk)

    response = client.post(URL + path.format(pk=world.ward.pk), {}, follow=True)

    assert "do người quản trị hệ thống cập nhật" in response.content.decode()
