"""The administrator's pages about accounts."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import HttpResponse, HttpResponseBase  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from nghitruong.accounts import policies, selectors, services
from nghitruong.accounts.forms import AccountForm, ReasonForm, RolesForm
from nghitruong.accounts.models import User
from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest

PAGE = 25


def index(request: ActorRequest) -> HttpResponse:
    """All accounts, found by name."""
    policies.can_keep(request.actor).require()
    words = request.GET.get("tim", "").strip()
    found = User.objects.visible_to(request.actor).annotate(n_factors=Count("factors")).order_by("username")
    if words:
        found = found.filter(Q(username__icontains=words) | Q(full_name__icontains=words))
    page = Paginator(found, PAGE).get_page(request.GET.get("trang"))
    return render(request, "accounts/index.html", {"page": page, "words": words})


def account(request: ActorRequest, pk: int) -> HttpResponseBase:
    """One account, with what may be done to it; one's own leads to the page where one keeps it oneself."""
    allowed = policies.can_keep(request.actor)
    if not allowed and pk == request.actor.user_id:
        return redirect("accounts:mine")
    allowed.require()
    user = get_object_or_404(User.objects.visible_to(request.actor), pk=pk)
    page = {
        "account": user,
        "factors": list(user.factors.all()),
        "visits": list(user.visits.all()[:10]),
        "can_keep": policies.can_keep_account(request.actor, user),
        "can_disable": policies.can_disable_account(request.actor, user),
        "can_enable": policies.can_enable_account(request.actor, user),
    }
    return render(request, "accounts/account.html", page)


@never_cache
def create_account(request: ActorRequest) -> HttpResponse:
    """Make an account; its password for one use is shown in the answer itself, once."""
    policies.can_keep(request.actor).require()
    form = AccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            user, password = services.create_account(**form.cleaned_data, actor=request.actor, at=timezone.now())
            return render(request, "accounts/one_time.html", {"account": user, "password": password})
        except BusinessError as error:
            form.add_error(None, str(error))
    page = {"form": form, "title": _("Tạo tài khoản"), "verb": _("Tạo tài khoản"), "icon": "person-plus"}
    return render(request, "ui/form.html", {**page, "cancel_url": reverse("accounts:index")})


@never_cache
@require_POST
def reset_password(request: ActorRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(User.objects.visible_to(request.actor), pk=pk)
    password = services.reset_password(user=user, actor=request.actor, at=timezone.now())
    return render(request, "accounts/one_time.html", {"account": user, "password": password})


def disable_account(request: ActorRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(User.objects.visible_to(request.actor), pk=pk)
    policies.can_disable_account(request.actor, user).require()
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.disable_account(user=user, **form.cleaned_data, actor=request.actor, at=timezone.now())
        messages.success(request, _("Đã khóa tài khoản của %(name)s; mọi phiên đã kết thúc.") % {"name": user})
        return redirect("accounts:account", user.pk)
    title = _("Khóa tài khoản của %(name)s") % {"name": user}
    page = {"form": form, "title": title, "verb": _("Khóa tài khoản"), "icon": "lock"}
    return render(request, "ui/form.html", {**page, "cancel_url": reverse("accounts:account", args=[user.pk])})


@require_POST
def enable_account(request: ActorRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(User.objects.visible_to(request.actor), pk=pk)
    services.enable_account(user=user, actor=request.actor, at=timezone.now())
    messages.success(request, _("Đã mở khóa tài khoản của %(name)s.") % {"name": user})
    return redirect("accounts:account", user.pk)


@require_POST
def reset_factors(request: ActorRequest, pk: int) -> HttpResponse:
    user = get_object_or_404(User.objects.visible_to(request.actor), pk=pk)
    services.reset_factors(user=user, actor=request.actor, at=timezone.now())
    messages.success(request, _("Đã gỡ lớp xác thực thứ hai của %(name)s.") % {"name": user})
    return redirect("accounts:account", user.pk)


def require_factor(request: ActorRequest) -> HttpResponse:
    """Which roles must sign in with a second factor."""
    policies.can_keep(request.actor).require()
    form = RolesForm(request.POST or None, initial={"roles": sorted(selectors.required_roles())})
    if request.method == "POST" and form.is_valid():
        services.require_factor(roles=set(form.cleaned_data["roles"]), actor=request.actor, at=timezone.now())
        messages.success(request, _("Đã ghi các vai trò phải xác thực hai lớp."))
        return redirect("accounts:require_factor")
    lead = _("Người giữ vai trò được chọn mà chưa đăng ký sẽ được dẫn tới trang đăng ký ở lần bấm tiếp theo.")
    page = {"form": form, "title": _("Vai trò phải xác thực hai lớp"), "verb": _("Ghi lại"), "lead": lead}
    return render(request, "ui/form.html", {**page, "cancel_url": reverse("accounts:index")})
