"""A request behind the door: signed in and acting in an office; and the two answers that every module gives alike."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse  # noqa: TID251 -- the one place that types requests for all views
from django.shortcuts import redirect

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict


class ActorRequest(HttpRequest):
    """`actor` is set by `organisation.middleware` for every signed-in request."""

    actor: Actor
    offices: list[Any]  # organisation.Membership: the offices held today
    user: Any  # accounts.User: always one behind the door, and this floor does not know it
    htmx: Any


def refused(request: ActorRequest, verdict: Verdict, to: Any) -> HttpResponse:
    """Say why not and who could, where the deed would have led back to."""
    messages.error(request, " ".join(filter(None, [verdict.reason, verdict.who and f"({verdict.who})"])))
    return redirect(to)


def handed(content: bytes, name: str, mime: str) -> HttpResponse:
    """Hand over a file under a plain name."""
    answer = HttpResponse(content, content_type=mime)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
