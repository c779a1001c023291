"""The desk: four lists and the week for whoever has matters, the journal or the system for whoever keeps those."""

from __future__ import annotations

from django.http import HttpResponse, HttpResponseBase  # noqa: TID251 -- a view
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from nghitruong.base.http import ActorRequest
from nghitruong.desk import selectors
from nghitruong.desk.rules import LAYOUTS
from nghitruong.legalclock import selectors as clocks
from nghitruong.ui.rules.lists import weekday_name
from nghitruong.ui.selectors import keep_count


@require_safe
def desk(request: ActorRequest) -> HttpResponseBase:
    """Bàn làm việc: where a person lands after signing in."""
    actor, today = request.actor, timezone.localdate()
    if actor.has("journal.read"):
        return redirect("audit:journal")
    calendar = clocks.shown_calendar()
    warned = actor.has("calendar.keep") or actor.has("system.keep")
    warning = clocks.shown_warning(on=today) if warned else ""
    if actor.role not in LAYOUTS:
        return _system(request, warning)
    found = selectors.desk(actor, today, calendar)
    keep_count("bell", actor, found.unread)
    context = {"desk": found, "warning": warning, "weekday": weekday_name(today), "now": timezone.localtime()}
    return render(request, "desk/desk.html", context)


def _system(request: ActorRequest, warning: str) -> HttpResponse:
    """What runs the house, without its matters: for the administrator."""
    return render(request, "desk/system.html", {"warning": warning})
