"""Seeing the whole, and the annexes that reports carry."""

from __future__ import annotations

from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nghitruong.base.http import ActorRequest
from nghitruong.petitions import policies
from nghitruong.petitions.selectors import whole as seeing
from nghitruong.petitions.views.report import scope_of


@require_safe
def whole(request: ActorRequest) -> HttpResponse:
    """Show per field, place, agency and period what is new, repeated, pending, promised, overdue and settled."""
    form, scope = scope_of(request)
    verdict = policies.can_report(request.actor, scope.council) if scope else None
    found = seeing.whole(scope, request.actor) if scope and verdict else None
    context = {"form": form, "scope": scope, "verdict": verdict, "whole": found, "query": request.GET.urlencode()}
    return render(request, "petitions/whole.html", context, status=200 if scope else 422)
