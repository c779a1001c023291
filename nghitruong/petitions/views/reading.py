"""A council's own words for fields, levels and agencies."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.petitions import forms, policies, services
from nghitruong.petitions.enums import DEED_LABELS, Dimension
from nghitruong.petitions.models import ReadingRule
from nghitruong.petitions.selectors import proposals
from nghitruong.petitions.views.deeds import given, own_council
from nghitruong.ui.rules.lists import Tab


@require_safe
def rules(request: ActorRequest) -> HttpResponse:
    """Show the council's own rules, what it has learnt, and the shipped ones that hold today, one dimension at once."""
    council = own_council(request)
    asked = request.GET.get("ve", "")
    dimension = Dimension(asked) if asked in Dimension.values else Dimension.FIELD
    context = {
        "tabs": [
            Tab(capfirst(str(one.label)), f"?{urlencode({'ve': one.value})}", current=one == dimension)
            for one in Dimension
        ],
        "own": ReadingRule.objects.visible_to(request.actor).filter(council=council),
        "shipped": proposals.shown_rules(council, timezone.localdate(), dimension),
        "learnt": proposals.learnt_by(council),
        "may_set": policies.can_keep_reading(request.actor, council),
    }
    return render(request, "petitions/reading_rules.html", context)


def set_rule(request: ActorRequest) -> HttpResponse:
    council = own_council(request)
    form = forms.RuleForm(request.POST or None, **given(request))
    if request.method == "POST" and form.is_valid():
        try:
            services.set_rule(council=council, actor=request.actor, at=timezone.now(), **form.cleaned_data)
            messages.success(request, _("Đã đặt quy tắc; các đề xuất từ nay đọc theo quy tắc này."))
            return redirect("petitions:reading_rules")
        except BusinessError as error:
            form.add_error(None, str(error))
    context = {
        "form": form,
        "verdict": policies.can_keep_reading(request.actor, council),
        "label": DEED_LABELS["set_rule"],
        "values": proposals.known_values(council),
    }
    return render(request, "petitions/set_rule.html", context, status=422 if request.method == "POST" else 200)


@require_POST
def end_rule(request: ActorRequest, pk: int) -> HttpResponse:
    rule = get_object_or_404(ReadingRule.objects.visible_to(request.actor).select_related("council"), pk=pk)
    try:
        services.end_rule(rule=rule, on=timezone.localdate(), actor=request.actor, at=timezone.now())
        messages.success(request, _("Đã bỏ quy tắc đọc riêng."))
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect("petitions:reading_rules")
