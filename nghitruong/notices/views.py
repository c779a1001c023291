"""The box of notices."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from nghitruong.base import subjects
from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.base.subjects import Subject
from nghitruong.notices import selectors, services
from nghitruong.ui.selectors import forget_counts

PAGE = 25


def index(request: ActorRequest) -> HttpResponse:
    rows = selectors.fresh(request.actor) if request.GET.get("moi") else selectors.box(request.actor)
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    pointed = [Subject(notice.subject_kind, notice.subject_id) for notice in page.object_list]
    found = subjects.resolve(pointed, request.actor)
    reading = selectors.read_at(request.actor)
    shown = [
        (notice, found.get(subject), reading is None or notice.at > reading.read_at)
        for notice, subject in zip(page.object_list, pointed, strict=True)
    ]
    return render(
        request, "notices/index.html", {"page": page, "rows": shown, "only_new": bool(request.GET.get("moi"))}
    )


@require_POST
def mark_read(request: ActorRequest) -> HttpResponse:
    try:
        services.mark_read(actor=request.actor, at=timezone.now())
        forget_counts(request.actor)
        messages.success(request, _("Đã đánh dấu mọi thông báo là đã đọc."))
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect("notices:index")
