"""The first page after signing in."""

from __future__ import annotations

from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import redirect, render
from django.utils import timezone

from nghitruong.base.http import ActorRequest
from nghitruong.desk import rules, selectors
from nghitruong.legalclock import selectors as clocks
from nghitruong.organisation.enums import Role


def desk(request: ActorRequest) -> HttpResponse:
    actor = request.actor
    if actor.role == Role.AUDITOR:
        return redirect("audit:journal")
    if actor.role == Role.ADMINISTRATOR:
        return redirect("accounts:index")
    today = timezone.localdate()
    context = {
        "week": selectors.week(actor, today),
        "piles": selectors.piles(actor, today),
        "first": rules.first_deed(actor),
        "warning": clocks.calendar_warning(on=today) if actor.has("calendar.keep") else "",
        "now": timezone.localtime(),
    }
    return render(request, "desk/desk.html", context)
