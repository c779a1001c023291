"""Seeing the whole, and the annexes that reports carry."""

from __future__ import annotations

from django.http import Http404, HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import render
from django.views.decorators.http import require_safe

from nghitruong.base.http import ActorRequest, handed
from nghitruong.base.official import official_language
from nghitruong.documents.rules import DOCX, XLSX
from nghitruong.petitions import exports, policies
from nghitruong.petitions.selectors import annexes as kinds
from nghitruong.petitions.selectors import whole as seeing
from nghitruong.petitions.views.report import scope_of

SHOWN = 200
MOST_ROWS = 5_000


@require_safe
def whole(request: ActorRequest) -> HttpResponse:
    """Show per field, place, agency and period what is new, repeated, pending, promised, overdue and settled."""
    form, scope = scope_of(request)
    verdict = policies.can_report(request.actor, scope.council) if scope else None
    found = seeing.whole(scope, request.actor) if scope and verdict else None
    context = {"form": form, "scope": scope, "verdict": verdict, "whole": found, "query": request.GET.urlencode()}
    return render(request, "petitions/whole.html", context, status=200 if scope else 422)


@require_safe
def annexes(request: ActorRequest) -> HttpResponse:
    """Show the annexes there are, each with its three forms."""
    form, scope = scope_of(request)
    verdict = policies.can_report(request.actor, scope.council) if scope else None
    context = {"form": form, "scope": scope, "verdict": verdict, "kinds": kinds.KINDS, "query": request.GET.urlencode()}
    return render(request, "petitions/annexes.html", context, status=200 if scope else 422)


@require_safe
def annex(request: ActorRequest, name: str) -> HttpResponse:
    """Show one annex on screen."""
    kind = _kind(name)
    form, scope = scope_of(request)
    verdict = policies.can_report(request.actor, scope.council) if scope else None
    found = kinds.annex(kind, scope, request.actor, most=SHOWN) if scope and verdict else None
    query = request.GET.urlencode()
    context = {"form": form, "scope": scope, "verdict": verdict, "kind": kind, "annex": found, "query": query}
    return render(request, "petitions/annex.html", context, status=200 if scope else 422)


@require_safe
def annex_docx(request: ActorRequest, name: str) -> HttpResponse:
    scope = scope_of(request)[1]
    if scope is None or not policies.can_report(request.actor, scope.council):
        return annex(request, name)
    with official_language():
        content = exports.annex_docx(kinds.annex(_kind(name), scope, request.actor, most=MOST_ROWS), scope)
    return handed(content, f"phu-luc-{name}.docx", DOCX)


@require_safe
def annex_xlsx(request: ActorRequest, name: str) -> HttpResponse:
    scope = scope_of(request)[1]
    if scope is None or not policies.can_report(request.actor, scope.council):
        return annex(request, name)
    with official_language():
        content = exports.annex_xlsx(kinds.annex(_kind(name), scope, request.actor, most=MOST_ROWS))
    return handed(content, f"phu-luc-{name}.xlsx", XLSX)


def _kind(name: str) -> kinds.Kind:
    kind = kinds.kind_of(name)
    if kind is None:
        raise Http404
    return kind
