"""What is brought to the next meeting: what voters asked here before and what became of it, on screen and on paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse  # noqa: TID251 -- view
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from nghitruong.base.http import ActorRequest, handed
from nghitruong.contacts import exports, selectors
from nghitruong.contacts.models import Point, Round
from nghitruong.contacts.views.answers import load_point, load_round
from nghitruong.documents.rules import DOCX
from nghitruong.meetings.enums import MeetingState


def bring_round(request: ActorRequest, pk: int) -> HttpResponse:
    """Show for every point of a round what was asked there before and what became of it."""
    shown = load_round(request, pk)
    return _page(request, shown, _points(request, shown), reverse("contacts:bring_round_docx", args=[pk]))


def bring_round_docx(request: ActorRequest, pk: int) -> HttpResponse:
    """Give the same as a Word file, a part for each point."""
    shown = load_round(request, pk)
    return _paper(request, shown, _points(request, shown), f"mang-theo-dot-{pk}.docx")


def bring_point(request: ActorRequest, pk: int) -> HttpResponse:
    """Show what was asked at this place before and what became of it."""
    shown = load_point(request, pk)
    return _page(request, shown, [shown], reverse("contacts:bring_point_docx", args=[pk]))


def bring_point_docx(request: ActorRequest, pk: int) -> HttpResponse:
    """Give the same as a Word file."""
    shown = load_point(request, pk)
    return _paper(request, shown.round, [shown], f"mang-theo-buoi-{pk}.docx")


def _points(request: ActorRequest, shown: Round) -> list[Point]:
    found = selectors.with_meeting(Point.objects.visible_to(request.actor).filter(round=shown))
    return list(found.exclude(meeting__state=MeetingState.CANCELLED))


def _page(request: ActorRequest, shown: Any, points: list[Point], docx: str) -> HttpResponse:
    told = [(place, exports.brought_summary(place)) for place in selectors.brought(request.actor, points)]
    words = {"shown": shown, "places": told, "docx": docx}
    return render(request, "contacts/brought.html", words)


def _paper(request: ActorRequest, round_: Round, points: list[Point], name: str) -> HttpResponse:
    places = selectors.brought(request.actor, points)
    return handed(exports.brought_docx(round_, places, on=timezone.localdate()), name, DOCX)
