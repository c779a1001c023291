"""What an office has in its box."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, QuerySet, Window

from nghitruong.base.actor import Actor
from nghitruong.notices.models import Notice, Reading


def box(actor: Actor) -> QuerySet[Notice]:
    """Notices that this office opens, newest first."""
    return Notice.objects.visible_to(actor).select_related("organ")


def fresh(actor: Actor) -> QuerySet[Notice]:
    """Notices that came since the office last marked its notices as read, newest first."""
    read = Reading.objects.filter(membership_id=actor.membership_id or 0, read_at__gte=OuterRef("at"))
    return box(actor).filter(~Exists(read))


def unread(actor: Actor) -> int:
    """How many are fresh; one statement."""
    return fresh(actor).order_by().count()


def newest(actor: Actor, most: int) -> tuple[int, list[Notice]]:
    """Return how many are fresh and the newest of them; one statement for both."""
    rows = list(fresh(actor).annotate(among=Window(Count("pk")))[:most])
    return (rows[0].among if rows else 0), [*rows]


def read_at(actor: Actor) -> Reading | None:
    return Reading.objects.filter(membership_id=actor.membership_id or 0).first()


def told(prefix: str, kind: str) -> QuerySet[Notice, int]:
    """Return the ids of the subjects of this kind about which a notice with such a key went out."""
    return (
        Notice.objects.filter(subject_kind=kind, key__startswith=prefix).order_by().values_list("subject_id", flat=True)
    )
