import errno
import logging

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import include, path

from nghitruong.base.errors import Conflict, Invalid, NotPermitted

FAULTS = {
    "khong-duoc": NotPermitted("Chỉ Thường trực được làm việc này."),
    "vua-sua": Conflict("Có người khác vừa sửa hồ sơ này."),
    "sai": Invalid("Ngày này chưa đến."),
    "khoa": OperationalError("database is locked"),
    "het-cho": OSError(errno.ENOSPC, "No space left on device"),
    "hong": ZeroDivisionError(),
}


def fault(request, name):
    raise FAULTS[name]


urlpatterns = [path("loi/<str:name>/", fault), path("", include("nghitruong.config.urls"))]
handler500 = "nghitruong.config.views.failed"
pytestmark = pytest.mark.urls("tests.config.test_incidents")


@pytest.mark.parametrize(
    ("name", "status", "words"),
    [
        ("khong-duoc", 403, "Chỉ Thường trực được làm việc này."),
        ("vua-sua", 409, "Có người khác vừa sửa hồ sơ này."),
        ("sai", 409, "Ngày này chưa đến."),
        ("khoa", 503, "các trang vẫn xem được"),
        ("het-cho", 503, "các trang vẫn xem được"),
        ("hong", 500, "Có sự cố"),
    ],
)
def test_what_nobody_caught_becomes_a_page(name, status, words, clerk, signed_in):
    client = signed_in(clerk)
    client.raise_request_exception = False
    answer = client.get(f"/loi/{name}/")

    assert answer.status_code == status
    assert words in answer.content.decode()
    assert (answer["X-Request-Id"] in answer.content.decode()) == (status >= 500)


@pytest.mark.parametrize("name", ["khoa", "hong"])
def test_incident_is_logged_once(name, clerk, signed_in, caplog):
    client = signed_in(clerk)
    client.raise_request_exception = False
    with caplog.at_level(logging.ERROR):
        client.get(f"/loi/{name}/")

    assert len([record for record in caplog.records if record.exc_info]) == 1


def test_unknown_address_is_a_page_for_everybody(db):
    assert Client().get("/khong-co/").status_code == 404
