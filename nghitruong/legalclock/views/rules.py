"""The rules: list, one rule, the council's own period, confirmation."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.legalclock import forms, policies, selectors, services
from nghitruong.legalclock import rules as law
from nghitruong.legalclock.enums import Confidence
from nghitruong.legalclock.models import Rule
from nghitruong.ui import rules as ui


@require_safe
def rules(request: ActorRequest) -> HttpResponse:
    """List the periods that hold for the acting person's council today."""
    words, sure, own = (request.GET.get(name, "") for name in ("q", "do-tin-cay", "rieng"))
    today = timezone.localdate()
    found = selectors.find_rules(request.actor, on=today, words=words, confidence=sure, own=own)
    facets = [
        ui.Facet(
            "do-tin-cay",
            _("Độ tin cậy"),
            [
                ui.Option(value, str(label), checked=sure == value)
                for value, label in [("", _("Tất cả")), *Confidence.choices]
            ],
            single=True,
        ),
        ui.Facet(
            "rieng",
            _("Thời hạn riêng của Hội đồng nhân dân"),
            [
                ui.Option("", _("Tất cả"), checked=not own),
                ui.Option("co", _("Đã đặt riêng"), checked=own == "co"),
                ui.Option("khong", _("Theo mặc định"), checked=own == "khong"),
            ],
            single=True,
        ),
    ]
    context = {
        "rows": [(row, "" if row.number is None else law.amount(row.number, row.day_type)) for row in found],
        "facets": facets,
        "words": words,
        "sure": sure,
        "own": own,
        "warning": selectors.calendar_warning(on=today),
    }
    return render(request, "legalclock/rules.html", context)


@require_safe
def rule(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one rule: what it dates, under which text, since when, and who confirmed it."""
    found = get_object_or_404(Rule.objects.visible_to(request.actor), pk=pk)
    actor = request.actor
    context = {
        "rule": found,
        "amount": "" if found.number is None else law.amount(found.number, found.day_type),
        "periods": [
            (period, "" if period.number is None else law.amount(period.number, period.day_type))
            for period in selectors.periods_of(found, actor)
        ],
        "can_override": policies.can_override(actor, actor.council_id),
        "can_confirm": policies.can_confirm(actor, found),
        "can_withdraw": policies.can_withdraw(actor, found),
    }
    return render(request, "legalclock/rule.html", context)


def override(request: ActorRequest, pk: int) -> HttpResponseBase:
    """Set the own council's number of days."""
    found = get_object_or_404(Rule.objects.visible_to(request.actor), pk=pk)
    initial = {"number": found.number, "day_type": found.day_type, "valid_from": timezone.localdate()}
    form = forms.OverrideForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            own = services.override(rule=found, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            told = {"label": own.label, "amount": law.amount(own.number or 0, own.day_type)}
            messages.success(request, _("Đã đặt thời hạn riêng cho «%(label)s»: %(amount)s.") % told)
            return redirect("legalclock:rule", own.pk)
    verdict = policies.can_override(request.actor, request.actor.council_id)
    return _form(request, "legalclock/override.html", form, verdict, found)


def withdraw(request: ActorRequest, pk: int) -> HttpResponseBase:
    """End the own council's number of days."""
    found = get_object_or_404(Rule.objects.visible_to(request.actor), pk=pk)
    form = forms.WithdrawForm(request.POST or None, initial={"on": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            services.withdraw(rule=found, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Thời hạn riêng «%(label)s» sẽ thôi áp dụng.") % {"label": found.label})
            return redirect("legalclock:rule", found.pk)
    return _form(request, "legalclock/withdraw.html", form, policies.can_withdraw(request.actor, found), found)


def confirm(request: ActorRequest, pk: int) -> HttpResponseBase:
    """Say that a period was checked against its text."""
    found = get_object_or_404(Rule.objects.visible_to(request.actor), pk=pk)
    form = forms.ConfirmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            own = services.confirm(rule=found, actor=request.actor, at=timezone.now(), **form.cleaned_data)
        except BusinessError as error:
            form.add_error(None, str(error))
        else:
            messages.success(
                request,
                _("Đã xác nhận «%(label)s» theo %(citation)s.") % {"label": own.label, "citation": own.citation},
            )
            return redirect("legalclock:rule", own.pk)
    return _form(request, "legalclock/confirm.html", form, policies.can_confirm(request.actor, found), found)


def _form(request: ActorRequest, template: str, form: object, verdict: object, found: Rule) -> HttpResponse:
    url = reverse("legalclock:rule", args=[found.pk])
    return render(request, template, {"form": form, "verdict": verdict, "rule": found, "cancel_url": url})
