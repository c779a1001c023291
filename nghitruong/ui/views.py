"""The frame's context and the error pages. The only place of `ui` that meets a request."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse  # noqa: TID251 -- view
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from nghitruong.base.requests import request_id
from nghitruong.ui import rules, selectors


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor: `frame` (asked only when a page draws it), `today`, `is_demo`."""
    return {
        "frame": SimpleLazyObject(lambda: _frame(request)),
        "today": timezone.localdate(),
        "is_demo": settings.DEMO,
    }


def _frame(request: HttpRequest) -> dict[str, Any]:
    actor = getattr(request, "actor", None)
    if actor is None:
        return {"actor": None, "search_url": selectors.address("search:find")}
    items = selectors.menu(actor, request.path)
    bell = rules.bell()
    offices = [
        {
            "id": office.pk,
            "label": f"{office.title or office.get_role_display()}, {office.organ.name}",
            "until": office.valid_to,
            "current": office.pk == actor.membership_id,
        }
        for office in getattr(request, "offices", [])
    ]
    return {
        "actor": actor,
        "initials": rules.initials(actor.name),
        "offices": offices,
        "office": next((office["label"] for office in offices if office["current"]), actor.office),
        "act_url": selectors.address("organisation:act"),
        "sections": selectors.sections(items),
        "tabs": [item for item in items if item.entry.phone][:4],
        "personal": [item for item in items if item.entry.group == "personal"],
        "home_url": selectors.address("desk:desk") or "/",
        "search_url": selectors.address("search:find"),
        "bell_url": selectors.address(bell.url_name) if bell else "",
        "unread": selectors.unread(actor),
        "sign_out_url": selectors.address("accounts:sign_out"),
    }


def _error(status: int, title: str, text: str) -> HttpResponse:
    words = {"title": title, "text": text, "status": status, "reference": request_id.get()}
    return HttpResponse(render_to_string("ui/error.html", words, request=None), status=status)


def bad_request(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- the shape Django asks for
    """400: what was sent cannot be read."""
    return _error(
        400,
        _("Yêu cầu không đọc được"),
        _("Máy chủ không hiểu nội dung vừa gửi. Hãy quay lại và thử lần nữa."),
    )


def not_permitted(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403: not with this office; the exception's own sentence is shown when it has one."""
    text = str(exception or "") or _(
        "Trang này không dành cho tư cách bạn đang dùng. Hãy đổi tư cách làm việc, hoặc hỏi văn phòng của bạn."
    )
    return _error(403, _("Chưa được mở trang này"), text)


def not_found(_request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 -- the shape Django asks for
    """404: no such page, or not for this reader (the answer does not tell which)."""
    return _error(
        404,
        _("Không tìm thấy trang này"),
        _("Địa chỉ có thể đã gõ sai, hoặc hồ sơ không thuộc phạm vi bạn được xem."),
    )


def failed(_request: HttpRequest) -> HttpResponse:
    """500: an incident; reading goes on, the reference number leads to the log."""
    return _error(
        500,
        _("Có sự cố, việc vừa làm chưa được ghi"),
        _("Sự cố đã được ghi lại. Nội dung đang soạn vẫn còn trên máy này; hãy quay lại và thử lần nữa."),
    )
