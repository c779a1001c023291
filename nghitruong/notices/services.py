"""Send a notice once; mark notices as read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime

from django.db import transaction

from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.notices import policies
from nghitruong.notices.models import Notice, Reading
from nghitruong.organisation.models import Membership, Organ


def send(*, key: str, organs: Iterable[Organ], text: str, subject_kind: str, subject_id: int, at: datetime) -> int:
    """Put one notice into each organ's box; the same `key` again changes nothing. Returns how many are new.

    No verdict: the deed or job that sends has been judged, and no page calls this.
    """
    rows = [
        Notice(
            key=f"{key}:{organ.pk}"[:160],
            organ=organ,
            text=text[:400],
            subject_kind=subject_kind,
            subject_id=subject_id,
            at=at,
        )
        for organ in {organ.pk: organ for organ in organs}.values()
    ]
    known = set(Notice.objects.filter(key__in=[row.key for row in rows]).values_list("key", flat=True))
    fresh = [row for row in rows if row.key not in known]
    Notice.objects.bulk_create(fresh, ignore_conflicts=True)
    return len(fresh)


_SINCE: ContextVar[datetime | None] = ContextVar("notices_since", default=None)


@contextmanager
def only_since(*, moment: datetime) -> Iterator[None]:
    """Tell nobody of deeds from before `moment`: records of past years taken in are no news."""
    token = _SINCE.set(moment)
    try:
        yield
    finally:
        _SINCE.reset(token)


def follow(*, deed: str, organs: Callable[[Entry], Iterable[Organ]], text: Callable[[Entry], str]) -> None:
    """Tell these organs whenever this deed is done, in the words `text` gives. From a module's `apps.ready`."""

    def follower(entry: Entry, actor: Actor) -> None:
        since = _SINCE.get()
        if entry.deed != deed or (since is not None and entry.at < since):
            return
        told = [organ for organ in organs(entry) if organ.pk != actor.organ_id]
        send(
            key=f"entry:{entry.seq}",
            organs=told,
            text=text(entry),
            subject_kind=entry.kind,
            subject_id=entry.object_id,
            at=entry.at,
        )

    audit.follow(prefix=deed, follower=follower)


@transaction.atomic
def mark_read(*, actor: Actor, at: datetime) -> None:
    """Đánh dấu đã đọc: up to this moment, for this office alone."""
    policies.can_mark_read(actor).require()
    membership = Membership.objects.get(pk=actor.membership_id or 0)
    Reading.objects.update_or_create(membership=membership, defaults={"read_at": at})
