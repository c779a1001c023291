"""Reads about accounts."""

from __future__ import annotations

import json
from pathlib import Path

from django.conf import settings
from django.db.models import Exists

from nghitruong.accounts.models import Factor, RequiredFactor, User
from nghitruong.base.actor import Actor


def holder(user: User) -> Actor:
    """Return the account itself as the one who acts: signing in comes before any office."""
    return Actor(user_id=user.pk, name=str(user))


def active(user_id: int) -> User | None:
    """Return an account that may sign in, or None."""
    found: User | None = User.objects.filter(pk=user_id, is_active=True).first()
    return found


def required_roles() -> set[str]:
    """Return the roles that work only with a second factor."""
    return set(RequiredFactor.objects.values_list("role", flat=True))


def lacks_factor(actor: Actor) -> bool:
    """Say whether the office acted in asks for a second factor that the account does not have. One query."""
    if not actor.role:
        return False
    has_one = Exists(Factor.objects.filter(user_id=actor.user_id or 0))
    return RequiredFactor.objects.filter(~has_one, role=actor.role).exists()


def demo_cards() -> list[dict[str, str]]:
    """Return the sign-in cards of a demonstration, one per role: username, password, name, office, what."""
    file = Path(settings.HOME) / "demo_cards.json"
    if not settings.DEMO or not file.exists():
        return []
    cards: list[dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))
    return cards
