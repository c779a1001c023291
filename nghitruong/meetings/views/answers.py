"""How every page of this module loads and answers: a refusal in words, a plain form."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, render

from nghitruong.base.http import ActorRequest
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.models import Organ


def load_meeting(request: ActorRequest, pk: int) -> Meeting:
    loaded = Meeting.objects.visible_to(request.actor).select_related("council__unit", "unit", "host", "term")
    return get_object_or_404(loaded, pk=pk)


def own_council(request: ActorRequest) -> Organ:
    return get_object_or_404(Organ.objects.visible_to(request.actor), pk=request.actor.council_id or 0)


def form_page(request: ActorRequest, **context: Any) -> HttpResponse:
    return render(request, "ui/form.html", context)
