"""The search page and the saving of filters."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase  # noqa: TID251 -- view
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from nghitruong.base.errors import BusinessError
from nghitruong.base.http import ActorRequest
from nghitruong.search import selectors, services
from nghitruong.search.models import SavedFilter

SHOWN = 50


@require_safe
def find(request: ActorRequest) -> HttpResponse:
    """Show what the acting person finds, by kind of record; `loai` keeps one kind."""
    kind = request.GET.get("loai", "")
    found = selectors.find(request.GET.get("q", ""), request.actor, limit=SHOWN, kinds=[kind] if kind else None)
    context = {"found": found, "query": found.asked.text, "kind": kind}
    return render(request, "search/find.html", context)


@require_POST
def save_filter(request: ActorRequest) -> HttpResponseBase:
    """Keep the filter of the list page it was sent from, and go back there."""
    page, query = request.POST.get("page", ""), request.POST.get("query", "")
    try:
        saved = services.save_filter(
            page=page, name=request.POST.get("name", ""), query=query, actor=request.actor, at=timezone.now()
        )
    except BusinessError as error:
        messages.error(request, str(error))
        return redirect(_list_page(page, query))
    messages.success(request, _("Đã lưu bộ lọc “%(name)s”.") % {"name": saved.name})
    return redirect(_list_page(page, saved.query))


@require_POST
def remove_filter(request: ActorRequest, pk: int) -> HttpResponseBase:
    """Forget one of the acting person's filters, and go back to its list."""
    saved = get_object_or_404(SavedFilter.objects.visible_to(request.actor), pk=pk)
    try:
        services.remove_filter(saved=saved, actor=request.actor, at=timezone.now())
        messages.success(request, _("Đã bỏ bộ lọc “%(name)s”.") % {"name": saved.name})
    except BusinessError as error:
        messages.error(request, str(error))
    return redirect(_list_page(saved.page, ""))


def _list_page(page: str, query: str) -> str:
    try:
        address = reverse(page)
    except NoReverseMatch:
        address = "/"
    return f"{address}?{query.lstrip('?')}" if query else address
