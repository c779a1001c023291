"""A long file: how far it has come, its preview, the word to write it, and a way out at any moment."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.petitions import services
from nghitruong.petitions.enums import COLUMNS, Intake
from nghitruong.petitions.models import LongFile
from nghitruong.petitions.selectors.long_files import preview_of, progress_of
from nghitruong.petitions.views.imports import shown_note


def long_file(request: ActorRequest, pk: int) -> HttpResponse:
    """Where the file stands: progress that renews itself, the preview, or what came of it."""
    found = _found(request, pk)
    if found.batch_id is not None:
        return _go_on(request, reverse("petitions:batch", args=[found.batch_id]))
    if request.headers.get("HX-Request") and not found.is_at_work:
        return _go_on(request, found.get_absolute_url())
    if found.state == Intake.READY:
        return render(request, "petitions/take_in.html", _preview(request, found))
    context = {"long_file": found, "progress": progress_of(found)}
    return render(request, "petitions/long_file.html", context)


def _found(request: ActorRequest, pk: int) -> LongFile:
    seen = LongFile.objects.visible_to(request.actor).select_related("council", "point__meeting", "point__round")
    return get_object_or_404(seen, pk=pk)


def _go_on(request: ActorRequest, url: str) -> HttpResponse:
    """Lead a whole page on; a page that renews a part of itself is told to open another."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": url})
    return redirect(url)


def _preview(request: ActorRequest, found: LongFile) -> dict[str, Any]:
    kept = preview_of(found)
    return {
        **kept, "name": found.name, "point": found.point, "whole": found.is_whole,
        "notes": [shown_note(note) for note in kept["notes"]], "kinds": COLUMNS.items(),
        "opened": "cot" in request.GET, "correct_url": reverse("petitions:reread", args=[found.pk]),
        "write_url": reverse("petitions:write_file", args=[found.pk]),
        "cancel_url": reverse("petitions:cancel_file", args=[found.pk]),
    }  # fmt: skip


@require_POST
def write_file(request: ActorRequest, pk: int) -> HttpResponse:
    found = _found(request, pk)
    try:
        services.ask_to_write(long_file=found, actor=request.actor)
        services.start_worker(actor=request.actor)
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(found)


@require_POST
def cancel_file(request: ActorRequest, pk: int) -> HttpResponse:
    """Nothing is written here but a sign: on SQLite the register that is being written lets nobody else write."""
    found = _found(request, pk)
    try:
        services.cancel_file(long_file=found, actor=request.actor)
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(found)


@require_POST
def reread(request: ActorRequest, pk: int) -> HttpResponse:
    """Remember what the columns hold, then let the worker judge the file anew."""
    found = _found(request, pk)
    try:
        for layout in preview_of(found).get("layouts", []):
            said = {place["number"]: request.POST.get(place["key"], "") for place in layout["places"]}
            if said != {place["number"]: place["holds"] for place in layout["places"]}:
                services.read_columns(
                    council=found.council, shape=layout["shape"], columns=said, actor=request.actor, at=timezone.now()
                )
        services.read_again(long_file=found, is_whole=bool(request.POST.get("whole")), actor=request.actor)
        services.start_worker(actor=request.actor)
        messages.success(request, _("Tệp được đọc lại theo các cột vừa chọn; cách đọc được nhớ cho lần sau."))
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(found)
