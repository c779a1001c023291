"""The list and the matter."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from nghitruong.base.http import ActorRequest, handed
from nghitruong.documents.rules import XLSX
from nghitruong.legalclock import selectors as clocks
from nghitruong.petitions import exports, policies, selectors
from nghitruong.petitions.models import Petition
from nghitruong.petitions.selectors.lists import page_of, tabs, with_rows
from nghitruong.petitions.selectors.story import list_row
from nghitruong.search import selectors as saved

PAGE = 25
MOST_ROWS = 20_000


def index(request: ActorRequest) -> HttpResponse:
    today = timezone.localdate()
    filters = selectors.Filters.of(request.GET, today)
    seen = Petition.objects.visible_to(request.actor)
    rows = selectors.filtered(seen, filters)
    total, facets = selectors.facets(rows, filters)
    paginator = Paginator(rows, PAGE)
    paginator.__dict__["count"] = total
    page = paginator.get_page(request.GET.get("trang"))
    calendar = clocks.shown_calendar()
    kept = saved.kept(request.actor, "petitions:index", request.GET.urlencode())
    context = {
        "page": page,
        "rows": [list_row(petition, today, calendar) for petition in page_of(page.object_list)],
        "facets": facets,
        "kept": kept,
        "tabs": tabs(seen, kept, today),
        "total": total,
        "may_receive": request.actor.has("petitions.keep"),
    }
    return render(request, "petitions/index.html", context)


def detail(request: ActorRequest, pk: int) -> HttpResponse:
    rows = Petition.objects.visible_to(request.actor).select_related(
        "keeper",
        "council",
        "lead",
        "unit",
        "joined_to",
        "field__parent",
        "session",
        "opinion",
        "point__meeting",
        "point__round",
    )
    petition = get_object_or_404(rows, pk=pk)
    matter = selectors.matter(petition, request.actor, timezone.localdate())
    context = {
        "petition": petition,
        "matter": matter,
        "deeds": selectors.next_deeds(request.actor, petition, matter.open_promises),
        "may_edit": policies.can_edit(request.actor, petition),
        "may_check": policies.can_check_fact(request.actor, petition),
        "may_keep": request.actor.has("petitions.keep"),
        "may_merge": policies.can_merge(request.actor, petition),
        "may_split": policies.can_split(request.actor, petition),
        "clock": matter.running.clock if matter.running else None,
    }
    return render(request, "petitions/detail.html", context)


def export(request: ActorRequest) -> HttpResponse:
    """The list exactly as filtered, as .xlsx (at most 20,000 rows); its edits may come back (views.edits)."""
    filters = selectors.Filters.of(request.GET, timezone.localdate())
    rows = with_rows(selectors.filtered(Petition.objects.visible_to(request.actor), filters))[:MOST_ROWS]
    with_voter = request.actor.has("petitions.keep")
    content = exports.petitions_xlsx(rows, with_voter=with_voter, today=timezone.localdate())
    return handed(content, "kien-nghi-cu-tri.xlsx", XLSX)
