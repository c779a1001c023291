"""The last page: what went wrong outside any view."""

from __future__ import annotations

import sys

from django.http import HttpRequest, HttpResponse  # noqa: TID251 -- view
from django.utils.module_loading import import_string

from nghitruong.config.middleware import is_outage, unavailable


def failed(request: HttpRequest) -> HttpResponse:
    """500, or 503 where the database or the disk failed before a view was reached."""
    if is_outage(sys.exc_info()[1]):
        return unavailable()
    page: HttpResponse = import_string("nghitruong.ui.views.failed")(request)
    return page
