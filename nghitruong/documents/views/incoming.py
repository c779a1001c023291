"""Incoming texts: the register, one text with its story, one page for each deed."""

from __future__ import annotations

from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, render

from nghitruong.base.http import ActorRequest
from nghitruong.documents.models import Incoming


def incoming_paper(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one incoming text."""
    seen = Incoming.objects.visible_to(request.actor).select_related("body", "handler_organ", "document__file")
    return render(request, "documents/incoming_paper.html", {"entry": get_object_or_404(seen, pk=pk)})
