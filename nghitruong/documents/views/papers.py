"""Outgoing texts: the register, one text with its story, one page for each deed."""

from __future__ import annotations

from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, render

from nghitruong.base.http import ActorRequest
from nghitruong.documents.models import Paper


def paper(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one outgoing text."""
    seen = Paper.objects.visible_to(request.actor).select_related("organ", "body", "document__file")
    shown = get_object_or_404(seen, pk=pk)
    return render(request, "documents/paper.html", {"paper": shown, "deliveries": shown.deliveries.all()})
