"""Many petitions in one go: what waits to be forwarded, grouped by agency."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.http import ActorRequest
from nghitruong.petitions import forms, policies, services
from nghitruong.petitions.enums import DEED_LABELS
from nghitruong.petitions.rules.competence import levels_for
from nghitruong.petitions.selectors import waiting
from nghitruong.petitions.views.deeds import given

ROWS = 25
LONGEST_NUMBER = 60


def forward_many(request: ActorRequest) -> HttpResponse:
    """Show what waits by agency, proposals filled in; send what is ticked, and say of each that did not go why."""
    verdict = policies.can_forward_many(request.actor)
    batch = request.GET.get("lo", "")
    form = forms.ForwardManyForm(request.POST or None, **given(request))
    gone: list[services.Gone] = []
    if request.method == "POST" and verdict and form.is_valid():
        choices = _choices(request, form)
        if not choices:
            form.add_error(None, _("Hãy chọn ít nhất một kiến nghị có đủ lĩnh vực, thẩm quyền và cơ quan giải quyết."))
        else:
            gone = services.forward_many(
                choices=choices, numbers=_numbers(request), actor=request.actor, at=timezone.now(), **form.cleaned_data
            )
            went = sum(1 for one in gone if not one.why)
            if went:
                messages.success(request, _("Đã chuyển %(n)s kiến nghị tới cơ quan giải quyết.") % {"n": went})
            if went == len(gone):
                return redirect(f"{reverse('petitions:forward_many')}{f'?lo={batch}' if batch.isdigit() else ''}")
    rows = waiting.to_forward(request.actor, batch)
    page = Paginator(rows if verdict else rows.none(), ROWS).get_page(request.GET.get("trang"))
    context = {
        "verdict": verdict,
        "form": form,
        "page": page,
        "refused": [one for one in gone if one.why],
        **_shown(form, page),
    }
    status = 422 if request.method == "POST" and not gone else 200
    return render(
        request, "petitions/forward_many.html", {**context, "label": DEED_LABELS["forward_many"]}, status=status
    )


def _shown(form: forms.ForwardManyForm, page: Any) -> dict[str, Any]:
    listed = list(page.object_list)
    if not listed:
        return {"groups": []}
    form.known = next((one.keeper for one in listed if one.keeper_id == form.actor.council_id), None)
    fields, organs = form.fields_offered, form.organs_offered
    groups = waiting.grouped(listed, timezone.localdate(), fields=fields, organs=organs)
    return {"groups": groups, "fields": fields, "organs": organs}


def _choices(request: ActorRequest, form: forms.ForwardManyForm) -> list[services.Choice]:
    """Return what was ticked and is whole; petitions out of reach are passed over."""
    fields = {str(one.pk): one for one in form.fields_offered}
    organs = {str(one.pk): one for one in form.organs_offered}
    ticked = [pk for pk in request.POST.getlist("chon") if pk.isdigit()]
    chosen = []
    for petition in waiting.to_forward(request.actor).filter(pk__in=ticked):
        field = fields.get(request.POST.get(f"linh-vuc-{petition.pk}", ""))
        level = request.POST.get(f"cap-{petition.pk}", "")
        lead = organs.get(request.POST.get(f"co-quan-{petition.pk}", ""))
        if field and lead and level in dict(levels_for(petition.received_on, petition.level)):
            chosen.append(services.Choice(petition, field, level, lead))
    return chosen


def _numbers(request: ActorRequest) -> dict[int, str]:
    """Return the number of the covering letter typed for each agency."""
    typed = ((name.removeprefix("so-"), value) for name, value in request.POST.items() if name.startswith("so-"))
    return {int(pk): str(value).strip()[:LONGEST_NUMBER] for pk, value in typed if pk.isdigit()}
