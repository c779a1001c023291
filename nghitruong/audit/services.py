"""The one event of the house: `record`. Search, notices and due dates follow it; nothing else signals."""

from __future__ import annotations

import json
import logging
import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from typing import Any

from django.conf import settings
from django.db import DatabaseError, models, transaction

from nghitruong.audit import rules, selectors
from nghitruong.audit.models import Entry, Head
from nghitruong.audit.rules import Anchor
from nghitruong.base.actor import Actor
from nghitruong.base.requests import request_id
from nghitruong.base.subjects import Subject

Follower = Callable[[Entry, Actor], None]
_FOLLOWERS: list[tuple[str, Follower]] = []
_ANCHORING = threading.Lock()
_log = logging.getLogger(__name__)


def follow(*, prefix: str, follower: Follower) -> None:
    """Call `follower(entry, actor)` after each entry whose deed begins with `prefix`, in the same transaction."""
    _FOLLOWERS.append((prefix, follower))


def name_deeds(labels: Mapping[str, object]) -> None:
    """Tell how a reader says each deed: {"petition.forward": _("chuyển giải quyết")}. From `apps.ready`."""
    rules.name_deeds(labels)


@transaction.atomic(savepoint=False)
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
    Costs three statements: lock the head, add the line, move the head.
    """
    head = Head.objects.select_for_update().filter(id=1).first() or _first_head()
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
        changes=rules.plain(changes or {}),
        previous=head.digest,
    )
    entry.digest = rules.digest(settings.JOURNAL_KEY, head.digest, entry.values())
    entry.save(force_insert=True)
    Head.objects.filter(id=1).update(seq=entry.seq, digest=entry.digest)
    transaction.on_commit(partial(_advance, before=Anchor(head.seq, head.digest), to=Anchor(entry.seq, entry.digest)))
    for prefix, follower in _FOLLOWERS:
        if deed.startswith(prefix):
            follower(entry, actor)
    return entry


def _first_head() -> Head:
    Head.objects.bulk_create([Head(id=1)], ignore_conflicts=True)
    return Head.objects.select_for_update().get(id=1)


def _advance(*, before: Anchor, to: Anchor) -> None:
    """Remember the chain's new end outside the database; a deed never fails for it.

    The anchor moves only along the chain it knows: were the tail cut and written anew, it would stay where it
    is and go on telling so.
    """
    try:
        with _alone():
            known = selectors.anchor()
            if known is not None and known.seq >= to.seq:
                return
            if known is not None and not _continues(known, before):
                _log.error("The journal no longer holds entry %s as it was anchored; run audit verify", known.seq)
                return
            _write(to.sealed(settings.JOURNAL_KEY))
    except (OSError, ValueError, DatabaseError):
        _log.exception("The journal's anchor could not be moved to entry %s", to.seq)


def _continues(known: Anchor, before: Anchor) -> bool:
    if known.seq == before.seq:
        return known.digest == before.digest
    return Entry.objects.filter(seq=known.seq, digest=known.digest).exists()


@contextmanager
def _alone() -> Iterator[None]:
    """Hold the anchor against other threads and, where the system can, other processes."""
    with _ANCHORING:
        try:
            import fcntl
        except ImportError:
            yield
            return
        handle = os.open(selectors.anchor_file().with_suffix(".lock"), os.O_CREAT | os.O_RDWR, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            os.close(handle)


def _write(anchor: Anchor) -> None:
    file = selectors.anchor_file()
    fresh = file.with_suffix(".new")
    handle = os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as out:
        json.dump({"seq": anchor.seq, "digest": anchor.digest, "seal": anchor.seal}, out)
    fresh.replace(file)
