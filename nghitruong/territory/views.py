"""Pages of the register of units: look up, read, keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse, HttpResponseBase  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from nghitruong.base.errors import BusinessError, Conflict
from nghitruong.base.http import ActorRequest
from nghitruong.territory import policies, selectors, services
from nghitruong.territory.enums import Level
from nghitruong.territory.forms import AddForm, CorrectForm, EndForm, SearchForm, SucceedForm
from nghitruong.territory.models import Unit
from nghitruong.ui.rules import Pair, beside

get_or_post = require_http_methods(["GET", "HEAD", "POST"])


@require_safe
def index(request: ActorRequest) -> HttpResponse:
    """Look a unit up by code or name on a day; without words, the provinces of that day."""
    form = SearchForm(request.GET)
    values = form.cleaned_data if form.is_valid() else {}
    on, query = values.get("ngay") or timezone.localdate(), values.get("q", "").strip()
    may_add = policies.can_add(request.actor)
    context: dict[str, Any] = {"form": SearchForm(initial={"q": query, "ngay": on}), "on": on, "query": query}
    context["may_add"] = may_add or None
    if query:
        found = selectors.lookup(query)
        context["found"] = [unit for unit in found if unit.stands_on(on)]
        context["elsewhen"] = [unit for unit in found if not unit.stands_on(on)]
        context["hints"] = [] if found else selectors.hints(query)
    else:
        context |= selectors.overview(on)
    return render(request, "territory/index.html", context)


@require_safe
def suggest(request: ActorRequest) -> HttpResponseBase:
    """Offer units while a person types in the field named by `o`; without scripts, the look-up page."""
    text = request.GET.get(request.GET.get("o", "q"), "").strip()
    if not request.htmx:
        return redirect(f"{reverse('territory:index')}?{urlencode({'q': text})}")
    offers = [selectors.label(unit) for unit in selectors.starting(text)]
    return render(request, "territory/suggest.html", {"offers": offers, "text": text})


@require_safe
def detail(request: ActorRequest, pk: int) -> HttpResponse:
    """Show a unit: its period and basis, what it came from, what took it over, what lies in it."""
    unit = get_object_or_404(Unit.objects.visible_to(request.actor).with_ancestors(), pk=pk)
    today = timezone.localdate()
    after = selectors.successors(unit)
    now = selectors.successors(unit, today) if any(not kin.unit.stands_on(today) for kin in after) else []
    context = {
        "unit": unit,
        "ancestors": selectors.ancestors(unit),
        "before": selectors.predecessors(unit),
        "after": after,
        "now": now,
        "is_district": unit.level == Level.DISTRICT,
        "children": [] if unit.level == Level.COMMUNE else selectors.children(unit),
        "placements": unit.placements.select_related("parent").order_by("valid_to"),
        "same_code": Unit.objects.visible_to(request.actor).filter(level=unit.level, code=unit.code).exclude(pk=pk),
        "deeds": _deeds(request, unit),
    }
    return render(request, "territory/detail.html", context)


def _deeds(request: ActorRequest, unit: Unit) -> list[tuple[Any, str, str, str]]:
    if not policies.can_keep(request.actor):
        return []
    return [
        (policies.can_succeed(request.actor, unit), reverse("territory:succeed", args=[unit.pk]),
         _("Ghi đơn vị kế thừa"), "arrow-right"),
        (policies.can_correct(request.actor, unit), reverse("territory:correct", args=[unit.pk]),
         _("Sửa sai sót"), "pencil"),
        (policies.can_end(request.actor, unit), reverse("territory:end", args=[unit.pk]),
         _("Ghi ngày kết thúc"), "x-lg"),
    ]  # fmt: skip


@get_or_post
def add(request: ActorRequest) -> HttpResponseBase:
    form = AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unit = services.add(actor=request.actor, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Đã thêm %(unit)s.") % {"unit": selectors.full_name(unit)})
            return redirect(unit)
        except BusinessError as error:
            form.add_error(None, str(error))
    return _form(request, "territory/add.html", form, None, _("Thêm đơn vị hành chính"), _("Thêm đơn vị"))


@get_or_post
def correct(request: ActorRequest, pk: int) -> HttpResponseBase:
    unit = get_object_or_404(Unit.objects.visible_to(request.actor), pk=pk)
    initial = {"name": unit.name, "valid_from": unit.valid_from, "basis": unit.basis, "version": unit.version}
    form = CorrectForm(request.POST or None, initial=initial)
    both: list[Pair] = []
    if request.method == "POST" and form.is_valid():
        try:
            services.correct(unit=unit, actor=request.actor, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Đã sửa %(unit)s.") % {"unit": unit.in_text})
            return redirect(unit)
        except Conflict as error:
            form.add_error(None, str(error))
            both = beside(form, error.current)
        except BusinessError as error:
            form.add_error(None, str(error))
    return _form(request, "territory/correct.html", form, unit, _("Sửa sai sót"), _("Lưu bản sửa"), both)


@get_or_post
def end(request: ActorRequest, pk: int) -> HttpResponseBase:
    unit = get_object_or_404(Unit.objects.visible_to(request.actor), pk=pk)
    form = EndForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            unit = services.end(unit=unit, actor=request.actor, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Đã ghi ngày kết thúc của %(unit)s.") % {"unit": unit.in_text})
            return redirect(unit)
        except BusinessError as error:
            form.add_error(None, str(error))
    return _form(request, "territory/end.html", form, unit, _("Ghi ngày kết thúc"), _("Ghi ngày kết thúc"))


@get_or_post
def succeed(request: ActorRequest, pk: int) -> HttpResponseBase:
    unit = get_object_or_404(Unit.objects.visible_to(request.actor), pk=pk)
    form = SucceedForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            done = services.succeed(predecessor=unit, actor=request.actor, at=timezone.now(), **form.cleaned_data)
            told = {"new": done.successor.in_text, "old": unit.in_text}
            messages.success(request, _("Đã ghi %(new)s kế thừa %(old)s.") % told)
            return redirect(unit)
        except BusinessError as error:
            form.add_error(None, str(error))
    return _form(request, "territory/succeed.html", form, unit, _("Ghi đơn vị kế thừa"), _("Ghi kế thừa"))


def _form(
    request: ActorRequest,
    template: str,
    form: Form,
    unit: Unit | None,
    title: str,
    verb: str,
    both: Sequence[Pair] = (),
) -> HttpResponseBase:
    verdict = policies.can_keep(request.actor)
    if not verdict:
        messages.error(request, verdict.reason)
        return redirect(unit or "territory:index")
    cancel = unit.get_absolute_url() if unit else reverse("territory:index")
    context = {"form": form, "unit": unit, "title": title, "verb": verb, "cancel_url": cancel, "both": both}
    return render(request, template, context, status=422 if form.errors else 200)
