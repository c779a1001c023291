"""A request behind the door: signed in and acting in an office; the type tells mypy so."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest  # noqa: TID251 -- the one place that types requests for all views

from nghitruong.base.actor import Actor


class ActorRequest(HttpRequest):
    """`actor` is set by `organisation.middleware` for every signed-in request."""

    actor: Actor
    offices: list[Any]  # organisation.Membership: the offices held today
    user: Any  # accounts.User: always one behind the door, and this floor does not know it
    htmx: Any
