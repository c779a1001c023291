"""The report for a session or a period: on screen and as an official text."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse  # noqa: TID251 -- a view
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from nghitruong.base.http import ActorRequest
from nghitruong.base.official import official_language
from nghitruong.organisation.models import Organ
from nghitruong.petitions import exports, forms, policies
from nghitruong.petitions.selectors import figures
from nghitruong.petitions.views.deeds import load

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def scope_of(request: ActorRequest) -> tuple[forms.ReportForm, figures.Scope | None]:
    """Read the scope from the address; a first visit shows the year up to today for the actor's own council."""
    today = timezone.localdate()
    first = date(today.year, 1, 1)
    initial = {"council": request.actor.council_id, "since": first, "until": today, "as_of": today}
    form = forms.ReportForm(request.GET or None, initial=initial, actor=request.actor, today=today)
    if request.GET and not form.is_valid():
        return form, None
    given: dict[str, Any] = form.cleaned_data if request.GET else {}
    return form, figures.Scope(
        council=given.get("council") or _own(request),
        since=given.get("since") or first,
        until=given.get("until") or today,
        as_of=given.get("as_of") or today,
        session=given.get("session"),
    )


def _own(request: ActorRequest) -> Organ:
    councils = Organ.objects.visible_to(request.actor).select_related("unit")
    return get_object_or_404(councils, pk=request.actor.council_id)


def report(request: ActorRequest) -> HttpResponse:
    form, scope = scope_of(request)
    verdict = policies.can_report(request.actor, scope.council) if scope else None
    found = figures.report(scope, request.actor) if scope and verdict else None
    context = {"form": form, "scope": scope, "verdict": verdict, "report": found, "query": request.GET.urlencode()}
    return render(request, "petitions/report.html", context, status=200 if scope else 422)


def report_docx(request: ActorRequest) -> HttpResponse:
    _form, scope = scope_of(request)
    if scope is None or not policies.can_report(request.actor, scope.council):
        return report(request)
    with official_language():
        content = exports.report_docx(figures.report(scope, request.actor))
    return exports.as_attachment(content, "bao-cao-kien-nghi-cu-tri.docx", DOCX)


def letter(request: ActorRequest, pk: int, name: str) -> HttpResponse:
    """The covering or urging letter of a petition, written from its records."""
    petition = load(request, pk)
    content = exports.letter_docx(petition, name, on=timezone.localdate())
    return exports.as_attachment(
        content, f"{'cong-van-chuyen' if name == 'forward' else 'cong-van-don-doc'}.docx", DOCX
    )
