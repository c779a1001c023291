"""Who may come in, and one effect for a form sent twice."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.core import signing
from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect  # noqa: TID251 -- middleware
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.accounts import rules, selectors, services
from nghitruong.accounts.models import UsedToken
from nghitruong.base.actor import Actor

Next = Callable[[HttpRequest], HttpResponse]
SECOND = "second_factor"
KEPT = "kept_text"
DEVICE = "nt_device"
DEVICE_AGE = 180 * 24 * 3600
SEEN_EVERY = 300
FACTOR_EVERY = 60
"""Seconds between two notes of a session's last use."""


class SignedIn(LoginRequiredMiddleware):
    """Django's rule that every page wants a login, and what was typed is kept until there is one again."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseRedirect:
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        keep_typed(request, timezone.now())
        return redirect("accounts:sign_in")


class Door:
    """After the login: a password of one's own, the second factor a role asks for, and an office to act in.

    Views marked `is_own_account` stay open to everybody who has signed in.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._touch(request)
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Any, _args: Any, _kwargs: Any) -> HttpResponse | None:
        user = request.user
        is_open = not getattr(view, "login_required", True) or getattr(view, "is_own_account", False)
        if not user.is_authenticated or is_open:
            return None
        if user.must_change_password:
            return self._first(request, "accounts:change_password", _("Hãy đặt mật khẩu của riêng mình trước."))
        actor = request.actor  # type: ignore[attr-defined]  # set by the middleware before
        if not request.session.get(SECOND) and self._lacks_factor(actor):
            return self._first(request, "accounts:mine", _("Vai trò này phải xác thực hai lớp. Hãy đăng ký một cách."))
        if actor.membership_id is None:
            return render(request, "accounts/no_office.html", status=403)
        return None

    def _lacks_factor(self, actor: Actor) -> bool:
        """Ask once a minute: a role that newly asks for a second factor is held to it within that time."""
        key = f"accounts.factor.{actor.user_id}.{actor.role}"
        if cache.get(key):
            return False
        lacks = selectors.lacks_factor(actor)
        if not lacks:
            cache.set(key, 1, FACTOR_EVERY)
        return lacks

    def _first(self, request: HttpRequest, where: str, why: str) -> HttpResponse:
        if request.method == "POST":
            keep_typed(request, timezone.now())
        messages.warning(request, why)
        return redirect(where)

    def _touch(self, request: HttpRequest) -> None:
        """Note every few minutes that the session lives; a locked database or a full disk does not stop reading."""
        key = request.session.session_key
        if key is None or not cache.add(f"accounts.seen.{key}", 1, SEEN_EVERY):
            return
        try:
            services.touch(session_key=key, address=request.META.get("REMOTE_ADDR", ""), at=timezone.now())
        except DatabaseError:
            cache.delete(f"accounts.seen.{key}")


class OneEffect:
    """A form carries a number (`{% deed_token %}`). Sent twice, at once or later, it has one effect.

    The number is claimed in the same transaction as the deed, so a second sender waits for the first and gets
    the same answer. Only an answer that leads on (a redirect) counts as an effect; anything else leaves no trace.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = token_of(request) if request.user.is_authenticated else None
        if token is None:
            return self.get_response(request)
        body = body_hash(request)
        with transaction.atomic():
            row, is_new = services.take(
                token=token, user_id=request.user.pk or 0, path=request.path, body=body, at=timezone.now()
            )
            if not is_new:
                return self._again(request, row, body)
            response = self.get_response(request)
            location = response.get("Location", "") or response.get("HX-Redirect", "")
            if response.status_code >= 400 or not getattr(request, "has_entered", False):
                transaction.set_rollback(True)
            else:
                services.finish(row=row, status=response.status_code if location else 0, location=location)
        return response

    def process_view(self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any) -> None:
        """Last of all: who comes this far, comes to the view."""
        request.has_entered = True  # type: ignore[attr-defined]  # read above

    def _again(self, request: HttpRequest, row: UsedToken, body: str) -> HttpResponse:
        if (row.user_id, row.path, row.body) == (request.user.pk, request.path, body):
            if row.status == 200:
                return HttpResponse(headers={"HX-Redirect": row.location})
            return HttpResponseRedirect(row.location, status=row.status)
        words = {
            "title": _("Biểu mẫu này đã được gửi với nội dung khác"),
            "text": _(
                "Lần gửi trước đã được ghi. Hãy quay lại trang trước, tải lại để thấy bản mới nhất rồi sửa tiếp; "
                "nội dung lần gửi này chưa được ghi."
            ),
            "status": 409,
        }
        return render(request, "ui/error.html", words, status=409)


def device_of(request: HttpRequest, username: str) -> str:
    """Return the number of a device on which this account has signed in before, "" for none."""
    known = _device(request)
    return str(known["number"]) if known.get("username") == username.strip().lower() else ""


def device_value(username: str, number: str) -> str:
    """Return what the device is to remember, signed."""
    return signing.dumps({"username": username, "number": number}, salt=DEVICE)


def _device(request: HttpRequest) -> dict[str, str]:
    try:
        found: dict[str, str] = signing.loads(request.COOKIES.get(DEVICE, ""), salt=DEVICE, max_age=DEVICE_AGE)
    except signing.BadSignature:
        return {}
    return found


def keep_typed(request: HttpRequest, at: datetime) -> None:
    """Keep in the session what was typed into a form that cannot be taken now; files and secrets are left out.

    Whoever signed in last on this device owns the words: nobody else is shown them. A page that keeps its words on
    the device itself says so (X-Kept-Here) and sends them again: they may be another person's.
    """
    if "X-Kept-Here" in request.headers:
        return
    fields = rules.keepable((name, values) for name, values in request.POST.lists() if name != "csrfmiddlewaretoken")
    if fields == [] and not request.FILES:
        return
    request.session[KEPT] = {
        "path": request.get_full_path(),
        "fields": fields or [],
        "too_long": fields is None,
        "files": len(request.FILES),
        "owner": _device(request).get("username", ""),
        "at": at.isoformat(),
    }


def kept_for(request: HttpRequest, username: str) -> dict[str, Any] | None:
    """Return what was typed before signing in, if it is this person's; somebody else's is thrown away."""
    kept: dict[str, Any] | None = request.session.get(KEPT)
    if kept is not None and kept["owner"] not in ("", username):
        del request.session[KEPT]
        return None
    return kept


def token_of(request: HttpRequest) -> UUID | None:
    """Return the number of the form that was sent, if it has one."""
    if request.method != "POST" or not (request.content_type or "").startswith(("application/x-www", "multipart/")):
        return None
    try:
        return UUID(request.POST.get("deed_token", ""))
    except ValueError:
        return None


def body_hash(request: HttpRequest) -> str:
    """Return a hash of all that was sent, files included, but for the two tokens."""
    digest = hashlib.sha256()
    for name, values in sorted(request.POST.lists()):
        if name not in {"csrfmiddlewaretoken", "deed_token"}:
            digest.update(repr((name, values)).encode())
    for name, files in sorted(request.FILES.lists()):
        for file in files:
            digest.update(repr((name, file.name, file.size)).encode())
            for chunk in file.chunks():
                digest.update(chunk)
            file.seek(0)
    return digest.hexdigest()
