"""How every page of this module answers: a refusal in words, a plain form."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, render

from nghitruong.base.http import ActorRequest
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.organisation.models import Organ


def form_page(request: ActorRequest, **context: Any) -> HttpResponse:
    """Show a form that needs nothing but the frame."""
    return render(request, "ui/form.html", context)


def own_council(request: ActorRequest) -> Organ:
    """Return the council of the acting office, or answer that there is no such page."""
    loaded = Organ.objects.visible_to(request.actor).select_related("unit")
    return get_object_or_404(loaded, pk=request.actor.council_id or 0)


def load_round(request: ActorRequest, pk: int) -> Round:
    loaded = Round.objects.visible_to(request.actor).select_related("council__unit", "session")
    return get_object_or_404(loaded, pk=pk)


def load_point(request: ActorRequest, pk: int) -> Point:
    loaded = Point.objects.visible_to(request.actor).select_related(
        "round__council__unit", "meeting__unit", "meeting__host"
    )
    return get_object_or_404(loaded, pk=pk)


def load_opinion(request: ActorRequest, pk: int) -> Opinion:
    loaded = Opinion.objects.visible_to(request.actor).select_related(
        "point__round__council__unit", "point__meeting", "unit"
    )
    return get_object_or_404(loaded, pk=pk)
