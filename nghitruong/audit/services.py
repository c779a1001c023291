"""The one event of the house: `record`. Search, notices and due dates follow it; nothing else signals."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.db import models, transaction

from nghitruong.audit.models import Entry, Head
from nghitruong.audit.rules import digest
from nghitruong.base.actor import Actor
from nghitruong.base.requests import request_id
from nghitruong.base.subjects import Subject

Follower = Callable[[Entry, Actor], None]
_FOLLOWERS: list[tuple[str, Follower]] = []


def follow(*, prefix: str, follower: Follower) -> None:
    """Call `follower(entry, actor)` after each entry whose deed begins with `prefix`, in the same transaction."""
    _FOLLOWERS.append((prefix, follower))


def values_of(*, entry: Entry) -> dict[str, Any]:
    """Return what an entry's hash covers, in a form equal on both databases."""
    return {
        "seq": entry.seq,
        "at": entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "deed": entry.deed,
        "kind": entry.kind,
        "object_id": entry.object_id,
        "label": entry.label,
        "council_id": entry.council_id,
        "user_id": entry.user_id,
        "membership_id": entry.membership_id,
        "actor": entry.actor,
        "office": entry.office,
        "request_id": entry.request_id,
        "changes": entry.changes,
    }


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(item) for item in value]
    if value is None or isinstance(value, (bool, int, str)):
        return value
    return str(value)


@transaction.atomic
def record(
    *,
    deed: str,
    subject: models.Model | Subject,
    actor: Actor,
    at: datetime,
    label: str = "",
    council_id: int | None = None,
    changes: dict[str, Any] | None = None,
) -> Entry:
    """Append one line; there is no function to change or delete one.

    `deed` is "<noun>.<verb>" (petition.forward); `changes` holds what the deed set, by name, as the reader
    should see it (dates and numbers become text). `council_id` defaults to the actor's council.
    """
    head = Head.objects.select_for_update().get_or_create(id=1)[0]
    pointed = subject if isinstance(subject, Subject) else Subject.of(subject)
    entry = Entry(
        seq=head.seq + 1,
        at=at,
        deed=deed,
        kind=pointed.kind,
        object_id=pointed.id,
        label=(label or (str(subject) if isinstance(subject, models.Model) else str(pointed)))[:300],
        council_id=actor.council_id if council_id is None else council_id,
        user_id=actor.user_id,
        membership_id=actor.membership_id,
        actor=actor.name[:200],
        office=actor.office[:300],
        request_id=request_id.get(),
        changes=_plain(changes or {}),
        previous=head.digest,
    )
    entry.digest = digest(settings.JOURNAL_KEY, head.digest, values_of(entry=entry))
    entry.save(force_insert=True)
    head.seq, head.digest = entry.seq, entry.digest
    head.save(update_fields=["seq", "digest"])
    for prefix, follower in _FOLLOWERS:
        if deed.startswith(prefix):
            follower(entry, actor)
    return entry
