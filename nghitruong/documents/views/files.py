"""Files leave the house as attachments, to whoever may see the matter they belong to."""

from __future__ import annotations

from django.http import FileResponse, Http404, HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404

from nghitruong.base.http import ActorRequest
from nghitruong.documents import policies, rules
from nghitruong.documents.models import Document
from nghitruong.documents.services.storing import path_of


def download(request: ActorRequest, pk: int) -> HttpResponse | FileResponse:
    document = get_object_or_404(Document.objects.select_related("file"), pk=pk)
    if document.file is None or not policies.can_download(request.actor, document):
        raise Http404
    file = document.file
    inline = file.mime in rules.IMAGES
    response = FileResponse(
        path_of(sha256=file.sha256).open("rb"), as_attachment=not inline, filename=file.name, content_type=file.mime
    )
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
