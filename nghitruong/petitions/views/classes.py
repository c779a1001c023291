"""A council's own classes of results, and which answer bears one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.petitions import forms, policies, services
from nghitruong.petitions.enums import DEED_LABELS
from nghitruong.petitions.models import OwnClass
from nghitruong.petitions.selectors import classes
from nghitruong.petitions.views.deeds import given, load, own_council, perform


@require_safe
def own_classes(request: ActorRequest) -> HttpResponse:
    """Show the national classes, each with the council's own ones that count as it."""
    council = own_council(request)
    context = {
        "nationals": classes.mapped(council, request.actor),
        "may_set": policies.can_set_class(request.actor, council),
        "label": DEED_LABELS["set_class"],
    }
    return render(request, "petitions/own_classes.html", context)


def set_class(request: ActorRequest) -> HttpResponse:
    council = own_council(request)
    form = forms.ClassForm(request.POST or None, initial={"outcome": request.GET.get("ket-qua")}, **given(request))
    if request.method == "POST" and form.is_valid():
        try:
            made = services.set_class(council=council, actor=request.actor, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Đã đặt phân loại riêng «%(name)s».") % {"name": made.name})
            return redirect("petitions:own_classes")
        except BusinessError as error:
            form.add_error(None, str(error))
    context = {
        "form": form,
        "verdict": policies.can_set_class(request.actor, council),
        "label": DEED_LABELS["set_class"],
    }
    return render(request, "petitions/set_class.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def end_class(request: ActorRequest, pk: int) -> HttpResponse:
    def call(own_class: OwnClass) -> None:
        services.end_class(own_class=own_class, on=timezone.localdate(), actor=request.actor, at=timezone.now())

    return _do(request, pk, call, _("Đã thôi dùng phân loại riêng «%(name)s»; câu trả lời đã mang nó vẫn giữ."))


@require_POST
def remove_class(request: ActorRequest, pk: int) -> HttpResponse:
    def call(own_class: OwnClass) -> None:
        services.remove_class(own_class=own_class, actor=request.actor, at=timezone.now())

    return _do(request, pk, call, _("Đã xóa phân loại riêng «%(name)s»."))


def _do(request: ActorRequest, pk: int, call: Callable[[OwnClass], None], said: str) -> HttpResponse:
    rows = OwnClass.objects.visible_to(request.actor).select_related("council")
    own_class = get_object_or_404(rows, pk=pk)
    try:
        call(own_class)
        messages.success(request, said % {"name": own_class.name})
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect("petitions:own_classes")


def classify_answer(request: ActorRequest, pk: int) -> HttpResponse:
    petition = load(request, pk)
    initial = {"own_class": str(petition.own_class_id or "")}
    form = forms.ResultForm(request.POST or None, initial=initial, **given(request, petition))

    def said(done: Any) -> str:
        own = done.own_class.name if done.own_class else _("không phân loại riêng")
        return _("Câu trả lời nay được phân loại: %(own)s.") % {"own": own}

    return perform(
        request,
        petition,
        form,
        deed="classify_answer",
        verdict=policies.can_classify_answer(request.actor, petition),
        call=lambda: services.classify_answer(
            petition=petition, actor=request.actor, at=timezone.now(), **form.cleaned_data
        ),
        said=said,
        more={"latest": petition.answers.select_related("document").order_by("on", "pk").last()},
    )
