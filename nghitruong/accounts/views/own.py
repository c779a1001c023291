"""One's own account: password, second factors, sessions, language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import segno
from django.conf import settings
from django.contrib import auth, messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from nghitruong.accounts import rules, selectors, services
from nghitruong.accounts.enums import FactorKind, Way
from nghitruong.accounts.forms import PasskeyForm, PasswordForm, ProofForm, TotpForm
from nghitruong.accounts.middleware import SECOND
from nghitruong.accounts.models import Factor, User, Visit
from nghitruong.accounts.views.sign_in import BACKEND, PASSKEY, address_of, origin_of
from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest

TOTP_SECRET = "new_totp_secret"  # noqa: S105 -- the name under which one is kept, not a secret
View = TypeVar("View", bound=Callable[..., HttpResponse])


def own_account(view: View) -> View:
    """Mark a page that stays open to everybody who has signed in, whatever else is missing."""
    view.is_own_account = True  # type: ignore[attr-defined]  # read by the door
    return view


@own_account
@never_cache
def mine(request: ActorRequest) -> HttpResponse:
    """Everything about one's own account on one page."""
    user = request.user
    page = {
        "factors": list(user.factors.all()),
        "codes_left": user.recovery_codes.filter(used_at__isnull=True).count(),
        "visits": [(visit, visit.session_key == request.session.session_key) for visit in user.visits.all()[:20]],
        "is_required": selectors.lacks_factor(request.actor),
    }
    return render(request, "accounts/mine.html", page)


@own_account
@never_cache
@sensitive_post_parameters()
def change_password(request: ActorRequest) -> HttpResponse:
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given, now = form.cleaned_data, timezone.now()
        try:
            user = services.change_password(
                user=request.user, old=given["old"], new=given["new"], actor=request.actor, at=now
            )
            _renew(request, user)
            messages.success(request, _("Đã đổi mật khẩu. Các phiên ở thiết bị khác đã kết thúc."))
            return redirect("accounts:mine")
        except BusinessError as error:
            form.add_error(None, str(error))
    page = {"form": form, "title": _("Đổi mật khẩu"), "verb": _("Đổi mật khẩu"), "icon": "key"}
    return render(request, "accounts/change_password.html", {**page, "cancel_url": reverse("accounts:mine")})


@own_account
@never_cache
def add_totp(request: ActorRequest) -> HttpResponse:
    """Show the secret as a picture and in words; the first code proves that the app has it."""
    secret = request.session.setdefault(TOTP_SECRET, rules.new_secret())
    form = TotpForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            code, now = form.cleaned_data["code"], timezone.now()
            services.add_totp(user=request.user, secret=secret, code=code, actor=request.actor, at=now)
            del request.session[TOTP_SECRET]
            request.session[SECOND] = True
            messages.success(request, _("Đã đăng ký ứng dụng tạo mã. Hãy tạo mã dự phòng để phòng khi mất điện thoại."))
            return redirect("accounts:mine")
        except BusinessError as error:
            form.add_error("code", str(error))
    address = f"otpauth://totp/Nghị Trường:{request.user.username}?secret={secret}&issuer=Nghị Trường"
    picture = segno.make(address.replace(" ", "%20"), error="m").svg_data_uri(scale=5, border=3, light="white")
    spaced = " ".join(secret[place : place + 4] for place in range(0, len(secret), 4))
    return render(request, "accounts/add_totp.html", {"form": form, "picture": picture, "secret": spaced})


@own_account
@never_cache
def add_passkey(request: ActorRequest) -> HttpResponse:
    """Let the browser make a passkey and keep its public part."""
    form, user = PasskeyForm(request.POST or None), request.user
    if request.method == "POST" and form.is_valid():
        try:
            services.add_passkey(
                user=user,
                name=form.cleaned_data["name"],
                state=request.session.pop(PASSKEY, {}),
                answer=form.cleaned_data["credential"],
                origin=origin_of(request),
                actor=request.actor,
                at=timezone.now(),
            )
            request.session[SECOND] = True
            messages.success(request, _("Đã đăng ký khóa truy cập. Hãy tạo mã dự phòng để phòng khi mất thiết bị."))
            return redirect("accounts:mine")
        except BusinessError as error:
            form.add_error(None, str(error))
    question, request.session[PASSKEY] = services.begin_passkey(user=user, origin=origin_of(request))
    return render(request, "accounts/add_passkey.html", {"form": form, "question": question})


@own_account
@never_cache
def remove_factor(request: ActorRequest, pk: int) -> HttpResponse:
    factor = get_object_or_404(Factor, pk=pk, user=request.user)
    form = ProofForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.remove_factor(
                factor=factor,
                password=form.cleaned_data["password"],
                is_required=request.actor.role in selectors.required_roles(),
                actor=request.actor,
                at=timezone.now(),
            )
            if not request.user.factors.exists():
                request.session.pop(SECOND, None)
            messages.success(request, _("Đã bỏ «%(name)s».") % {"name": factor.name})
            return redirect("accounts:mine")
        except BusinessError as error:
            form.add_error(None, str(error))
    title = _("Bỏ «%(name)s»") % {"name": factor.name}
    page = {"form": form, "title": title, "verb": _("Bỏ cách xác thực này"), "cancel_url": reverse("accounts:mine")}
    return render(request, "ui/form.html", page)


@own_account
@never_cache
def make_recovery_codes(request: ActorRequest) -> HttpResponse:
    """Show ten fresh codes this once, in the answer itself: they are kept nowhere in readable form."""
    form = ProofForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            password, now = form.cleaned_data["password"], timezone.now()
            codes = services.make_recovery_codes(user=request.user, password=password, actor=request.actor, at=now)
            return render(request, "accounts/recovery_codes.html", {"codes": codes})
        except BusinessError as error:
            form.add_error(None, str(error))
    lead = _("Mười mã dùng một lần, thay cho điện thoại khi mất hoặc hỏng. Mã cũ hết giá trị khi tạo mã mới.")
    page = {"form": form, "title": _("Tạo mã dự phòng"), "verb": _("Tạo mã dự phòng"), "lead": lead}
    return render(request, "ui/form.html", {**page, "cancel_url": reverse("accounts:mine")})


@own_account
@require_POST
def end_visit(request: ActorRequest, pk: int) -> HttpResponse:
    visit = get_object_or_404(Visit, pk=pk, user=request.user)
    services.end_visit(visit=visit, actor=request.actor, at=timezone.now())
    messages.success(request, _("Đã kết thúc phiên trên %(device)s.") % {"device": visit.device})
    return redirect("accounts:mine")


@own_account
@require_POST
def end_visits(request: ActorRequest) -> HttpResponse:
    user = services.end_visits(user=request.user, actor=request.actor, at=timezone.now())
    _renew(request, user)
    messages.success(request, _("Đã đăng xuất khỏi mọi thiết bị khác."))
    return redirect("accounts:mine")


@login_not_required
@require_POST
def set_language(request: HttpRequest) -> HttpResponse:
    """Switch the language of the pages, for good where somebody has signed in, and go back."""
    back, code = request.POST.get("next", ""), request.POST.get("language", "")
    if not url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure()):
        back = "/"
    response = redirect(back)
    if code in dict(settings.LANGUAGES):
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, code, max_age=365 * 24 * 3600, samesite="Lax")
        if request.user.is_authenticated:
            services.set_language(
                user=request.user, language=code, actor=selectors.holder(request.user), at=timezone.now()
            )
    return response


def _renew(request: ActorRequest, user: User) -> None:
    """Give this session a new key after all others have ended, and note it anew."""
    second: Any = request.session.get(SECOND)
    auth.login(request, user, backend=BACKEND)
    request.session.save()
    if second:
        request.session[SECOND] = True
    services.sign_in(
        user=user,
        session_key=request.session.session_key or "",
        way=Way.TOTP if second and user.factors.filter(kind=FactorKind.TOTP).exists() else Way.PASSWORD,
        agent=request.headers.get("User-Agent", ""),
        address=address_of(request),
        at=timezone.now(),
    )
