"""One effect for a form that was sent twice. Called by the middleware, inside one transaction with the deed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.contrib.sessions.models import Session
from django.db import IntegrityError, transaction

from nghitruong.accounts import rules
from nghitruong.accounts.models import Slowdown, UsedToken, Visit

KEEP = timedelta(days=7)


def name_roles(*, choices: Iterable[tuple[str, object]]) -> None:
    """Tell which roles there are and how a reader says them; from a higher module's `apps.ready`."""
    rules.name_roles(choices)


def take(*, token: UUID, user_id: int, path: str, body: str, at: datetime) -> tuple[UsedToken, bool]:
    """Claim a form's token; return its row and whether the claim is new.

    A second sender waits here until the first has ended: then it finds the row, or nothing and may go on.
    """
    try:
        with transaction.atomic():
            row = UsedToken(token=token, user_id=user_id, path=path[:500], body=body, at=at)
            row.save(force_insert=True)
    except IntegrityError:
        return UsedToken.objects.get(token=token), False
    return row, True


def finish(*, row: UsedToken, status: int, location: str) -> None:
    """Keep the answer, or let the token go where there was no effect (`status` 0)."""
    if not status:
        row.delete()
        return
    row.status, row.location = status, location
    row.save(update_fields=["status", "location"])


@transaction.atomic
def forget(*, at: datetime) -> None:
    """Clear away what has had its time: old tokens, quiet counts, ended sessions and their lines."""
    UsedToken.objects.filter(at__lt=at - KEEP).delete()
    Slowdown.objects.filter(last_at__lt=at - rules.QUIET).delete()
    Session.objects.filter(expire_date__lt=at).delete()
    Visit.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
