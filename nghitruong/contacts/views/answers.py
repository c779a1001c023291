"""How every page of this module answers: a refusal in words, a plain form."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render

from nghitruong.base.http import ActorRequest
from nghitruong.base.policy import Verdict
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.organisation.models import Organ


def refused(request: ActorRequest, verdict: Verdict, to: Any) -> HttpResponse:
    """Say why not and who could, where the deed would have led back to."""
    messages.error(request, " ".join(filter(None, [verdict.reason, verdict.who and f"({verdict.who})"])))
    return redirect(to)


def form_page(request: ActorRequest, **context: Any) -> HttpResponse:
    """Show a form that needs nothing but the frame."""
    return render(request, "ui/form.html", context)


def word_file(content: bytes, name: str) -> HttpResponse:
    """Hand over a Word file under a plain name."""
    answer = HttpResponse(
        content, content_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def spreadsheet(content: bytes, name: str) -> HttpResponse:
    """Hand over a spreadsheet under a plain name."""
    answer = HttpResponse(content, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


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
