"""Files by matter: the list, one file with its contents, one page for each deed."""

from __future__ import annotations

from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, render

from nghitruong.base.http import ActorRequest
from nghitruong.documents.models import Folder


def folder(request: ActorRequest, pk: int) -> HttpResponse:
    """Show one file by matter and its list of contents."""
    shown = get_object_or_404(Folder.objects.visible_to(request.actor).select_related("body"), pk=pk)
    items = shown.items.select_related("paper", "incoming")
    return render(request, "documents/folder.html", {"folder": shown, "items": items})
