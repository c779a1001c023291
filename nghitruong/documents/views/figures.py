"""A figure that a document states, with its words."""

from __future__ import annotations

from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, render

from nghitruong.base.http import ActorRequest
from nghitruong.base.subjects import resolve
from nghitruong.documents.models import StatedFigure


def stated_figure(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one figure: what is counted, for which period, and the document's own words."""
    seen = StatedFigure.objects.visible_to(request.actor).select_related("council", "organ", "document")
    stated = get_object_or_404(seen, pk=pk)
    origin = resolve([stated.origin], request.actor).get(stated.origin) if stated.origin else None
    return render(request, "documents/stated_figure.html", {"stated": stated, "origin": origin})
