"""What an office has in its box."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, QuerySet

from nghitruong.base.actor import Actor
from nghitruong.notices.models import Notice, Reading


def box(actor: Actor) -> QuerySet[Notice]:
    """Notices to the organs in whose name this office acts, newest first."""
    return Notice.objects.filter(organ_id__in=actor.organ_ids).select_related("organ")


def unread(actor: Actor) -> int:
    """How many came since the office last marked its notices as read; one statement."""
    read = Reading.objects.filter(membership_id=actor.membership_id or 0, read_at__gte=OuterRef("at"))
    return Notice.objects.filter(~Exists(read), organ_id__in=actor.organ_ids).count()


def read_at(actor: Actor) -> Reading | None:
    return Reading.objects.filter(membership_id=actor.membership_id or 0).first()
