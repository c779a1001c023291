"""Signing in and out, and what was typed before."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from django.apps import apps
from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth.decorators import login_not_required
from django.forms import BaseForm, Field
from django.http import HttpRequest, HttpResponse  # noqa: TID251 -- view
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from nghitruong.accounts import rules, selectors, services
from nghitruong.accounts.enums import FactorKind, Way
from nghitruong.accounts.forms import CodeForm, SignInForm
from nghitruong.accounts.middleware import (
    DEVICE,
    DEVICE_AGE,
    KEPT,
    SECOND,
    device_of,
    device_value,
    keep_typed,
    kept_for,
)
from nghitruong.accounts.models import User
from nghitruong.base.http import ActorRequest

BACKEND = "django.contrib.auth.backends.ModelBackend"
PENDING = "pending_sign_in"
PENDING_FOR = timedelta(minutes=10)
PASSKEY = "passkey_question"


@login_not_required
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; then the second step, where the account has one."""
    after = _safe(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.user.is_authenticated and request.method == "GET":
        return redirect(after or settings.LOGIN_REDIRECT_URL)
    form = SignInForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name, now = form.cleaned_data["username"], timezone.now()
        outcome = services.check_password(
            **form.cleaned_data, address=address_of(request), device=device_of(request, name), at=now
        )
        if outcome.user is None:
            form.add_error(None, outcome.reason)
        elif outcome.user.factors.exists():
            request.session[PENDING] = {"user": outcome.user.pk, "at": now.isoformat(), "next": after}
            return redirect("accounts:second_step")
        else:
            return _enter(request, outcome.user, Way.PASSWORD, after, now)
    page = {"form": form, "next": after, "cards": selectors.demo_cards(), "kept": request.session.get(KEPT)}
    return render(request, "accounts/sign_in.html", page)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def second_step(request: HttpRequest) -> HttpResponse:
    """A code of the app, a recovery code or a passkey, within ten minutes after the password."""
    now = timezone.now()
    user, after = _pending(request, now)
    if user is None:
        messages.warning(request, _("Bước xác thực đã quá 10 phút. Hãy đăng nhập lại."))
        return redirect("accounts:sign_in")
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        outcome = _judge(request, user, form.cleaned_data, now)
        if outcome.user is not None:
            return _enter(request, user, outcome.way, after, now)
        form.add_error("code", outcome.reason)
    question, page = None, {"form": form, "who": str(user)}
    if user.factors.filter(kind=FactorKind.PASSKEY).exists():
        question, request.session[PASSKEY] = services.begin_passkey_check(user=user, origin=origin_of(request))
    return render(request, "accounts/second_step.html", {**page, "question": question})


@require_POST
def sign_out(request: ActorRequest) -> HttpResponse:
    services.sign_out(user=request.user, session_key=request.session.session_key or "", at=timezone.now())
    auth.logout(request)
    messages.success(request, _("Đã đăng xuất."))
    return redirect("accounts:sign_in")


sign_out.is_own_account = True  # type: ignore[attr-defined]  # read by the door


@never_cache
def resume(request: ActorRequest) -> HttpResponse:
    """What was typed before signing in again, and a button that sends it to where it was going."""
    kept = kept_for(request, request.user.get_username())
    if request.method == "POST":
        request.session.pop(KEPT, None)
        return redirect(_safe(request, request.POST.get("next", "")) or settings.LOGIN_REDIRECT_URL)
    if kept is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/resume.html", _typed(kept))


@login_not_required
@requires_csrf_token
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 -- the shape Django asks for
    """A form of ours whose token is old gets its words back; one from elsewhere is refused without a button."""
    if not _is_ours(request):
        words = {
            "title": _("Biểu mẫu này không được gửi từ hệ thống"),
            "text": _("Để an toàn, việc vừa gửi không được ghi. Hãy mở trang cần làm ngay trong hệ thống rồi gửi lại."),
            "status": 403,
        }
        return render(request, "ui/error.html", words, status=403)
    keep_typed(request, timezone.now())
    kept = request.session.get(KEPT)
    if kept is None or not request.user.is_authenticated:
        return redirect("accounts:sign_in")
    return render(request, "accounts/resume.html", _typed(kept), status=403)


def address_of(request: HttpRequest) -> str:
    return str(request.META.get("REMOTE_ADDR", ""))


def origin_of(request: HttpRequest) -> str:
    return f"{request.scheme}://{request.get_host()}"


def _is_ours(request: HttpRequest) -> bool:
    parts = urlsplit(request.headers.get("Origin") or request.headers.get("Referer", ""))
    return f"{parts.scheme}://{parts.netloc}" == origin_of(request)


def _safe(request: HttpRequest, path: str) -> str:
    is_safe = url_has_allowed_host_and_scheme(path, {request.get_host()}, require_https=request.is_secure())
    return path if is_safe else ""


def _pending(request: HttpRequest, now: datetime) -> tuple[User | None, str]:
    pending = request.session.get(PENDING)
    if not pending or now - datetime.fromisoformat(pending["at"]) > PENDING_FOR:
        return None, ""
    return selectors.active(pending["user"]), pending["next"]


def _judge(request: HttpRequest, user: User, given: dict[str, Any], now: datetime) -> services.Outcome:
    if given["credential"]:
        state, origin = request.session.pop(PASSKEY, {}), origin_of(request)
        return services.check_passkey(user=user, state=state, answer=given["credential"], origin=origin, at=now)
    return services.check_code(user=user, code=given["code"], address=address_of(request), at=now)


def _enter(request: HttpRequest, user: User, way: Way, after: str, now: datetime) -> HttpResponse:
    """Begin the session under a new key, remember the device, go where the person was going."""
    number = device_of(request, user.username) or secrets.token_hex(8)
    request.session.pop(PENDING, None)
    auth.login(request, user, backend=BACKEND)
    if request.session.session_key is None:
        request.session.save()
    if way != Way.PASSWORD:
        request.session[SECOND] = True
    key = request.session.session_key or ""
    agent = request.headers.get("User-Agent", "")
    services.sign_in(user=user, session_key=key, way=way, agent=agent, address=address_of(request), at=now)
    where = reverse("accounts:resume") if kept_for(request, user.username) else after or settings.LOGIN_REDIRECT_URL
    response = redirect(where)
    response.set_cookie(
        DEVICE,
        device_value(user.username, number),
        max_age=DEVICE_AGE,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    response.set_cookie(settings.LANGUAGE_COOKIE_NAME, user.language, max_age=DEVICE_AGE, samesite="Lax")
    return response


def _typed(kept: dict[str, Any]) -> dict[str, Any]:
    """Part what was typed: words to be seen and mended, and the rest that only travels with them."""
    labels = _labels(kept["path"], {name for name, _value in kept["fields"]})
    prose = [(name, labels.get(name, ""), value) for name, value in kept["fields"] if rules.is_prose(value)]
    rest = [(name, value) for name, value in kept["fields"] if not rules.is_prose(value)]
    return {"kept": kept, "prose": prose, "rest": rest, "page": urlsplit(kept["path"]).path}


def _labels(path: str, names: set[str]) -> dict[str, str]:
    """Return what the form at an address calls its fields: the form of that page's module which fits these names best.

    Found by name at run time: accounts stand below whoever the words were for.
    """
    try:
        page = resolve(urlsplit(path).path)
        forms = import_module(f"{apps.get_app_config(page.app_name).name}.forms")
    except (Resolver404, LookupError, ModuleNotFoundError):
        return {}
    classes = [each for each in vars(forms).values() if isinstance(each, type) and issubclass(each, BaseForm)]
    known: list[dict[str, Field]] = [getattr(each, "base_fields", {}) for each in classes]
    best: dict[str, Field] = max(
        known, key=lambda fields: (len(names & set(fields)), -len(set(fields) - names)), default={}
    )
    return {name: str(field.label or "") for name, field in best.items()}
