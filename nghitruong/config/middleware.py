"""What nobody caught: a sentence for the reader, one line for the log, the same number on both."""

from __future__ import annotations

import errno
import logging
from collections.abc import Callable

from django.db import OperationalError
from django.http import HttpRequest, HttpResponse  # noqa: TID251 -- middleware
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from nghitruong.base.errors import BusinessError, NotPermitted
from nghitruong.base.requests import request_id

_log = logging.getLogger(__name__)


def is_outage(error: BaseException | None) -> bool:
    """Say whether the database or the disk is at fault: locked, gone, full."""
    return isinstance(error, OperationalError) or (
        isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}
    )


def unavailable() -> HttpResponse:
    """Return the page of an outage; it asks nothing of the database."""
    words = {
        "title": _("Chưa ghi được lúc này"),
        "text": _(
            "Cơ sở dữ liệu đang bận hoặc hết chỗ. Việc vừa gửi chưa được ghi; các trang vẫn xem được. "
            "Hãy quay lại trang trước và gửi lại sau ít phút."
        ),
        "status": 503,
        "reference": request_id.get(),
    }
    return HttpResponse(render_to_string("ui/error.html", words), status=503, headers={"Retry-After": "60"})


class Incidents:
    """Turn an error that left a view into a page: a business error with its own reason, an outage as one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        if isinstance(error, BusinessError):
            status = 403 if isinstance(error, NotPermitted) else 409
            title = _("Chưa được làm việc này") if status == 403 else _("Việc này chưa làm được")
            words = {"title": title, "text": str(error), "status": status}
            return HttpResponse(render_to_string("ui/error.html", words), status=status)
        if is_outage(error):
            _log.error("Outage at %s %s", request.method, request.path, exc_info=error)
            return unavailable()
        return None
