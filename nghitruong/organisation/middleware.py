"""Finds in which office the signed-in person acts, for every request."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse  # noqa: TID251 -- middleware
from django.utils import timezone

from nghitruong.base.actor import Actor
from nghitruong.organisation import selectors

ACTING_IN = "acting_in"


def acting_person(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set `request.actor` and `request.offices` from the session's office, else the first one held today.

    Two statements a request: the offices held today, and what the chosen one reaches. Nothing is cached, so an
    office that ended is gone with the next click.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            offices = selectors.offices_of(request.user.pk, on=timezone.localdate())
            chosen = next(
                (m for m in offices if m.pk == request.session.get(ACTING_IN)), offices[0] if offices else None
            )
            request.offices = offices  # type: ignore[attr-defined] # ActorRequest declares both for the views
            request.actor = (  # type: ignore[attr-defined] # as above
                selectors.actor_for(chosen) if chosen else Actor(user_id=request.user.pk, name=str(request.user))
            )
        return get_response(request)

    return middleware
