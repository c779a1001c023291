"""How every page of this module loads and answers."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, render

from nghitruong.base.http import ActorRequest
from nghitruong.coordination.models import Assignment, ConclusionNotice, Recipient, Task
from nghitruong.coordination.selectors import LOADED
from nghitruong.documents.models import Paper
from nghitruong.organisation.models import Organ


def form_page(request: ActorRequest, **context: Any) -> HttpResponse:
    return render(request, "ui/form.html", context)


def own_council(request: ActorRequest) -> Organ:
    loaded = Organ.objects.visible_to(request.actor).select_related("unit")
    return get_object_or_404(loaded, pk=request.actor.council_id or 0)


def load_notice(request: ActorRequest, pk: int) -> ConclusionNotice:
    seen = Paper.objects.visible_to(request.actor).filter(pk=OuterRef("paper"))
    loaded = (
        ConclusionNotice.objects.visible_to(request.actor)
        .annotate(is_paper_seen=Exists(seen))
        .select_related(
            "council__unit", "organ__council", "meeting", "amends__paper", "source__file", "paper", "signatory__person"
        )
    )
    return get_object_or_404(loaded, pk=pk)


def load_task(request: ActorRequest, pk: int) -> Task:
    seen = ConclusionNotice.objects.visible_to(request.actor)
    return get_object_or_404(Task.objects.filter(notice__in=seen).select_related("notice__council__unit"), pk=pk)


def load_share(request: ActorRequest, pk: int) -> Assignment:
    loaded = Assignment.objects.visible_to(request.actor).select_related(*LOADED, "task__notice__council")
    return get_object_or_404(loaded, pk=pk)


def load_recipient(request: ActorRequest, pk: int) -> Recipient:
    seen = ConclusionNotice.objects.visible_to(request.actor)
    return get_object_or_404(Recipient.objects.filter(notice__in=seen).select_related("notice", "organ"), pk=pk)
