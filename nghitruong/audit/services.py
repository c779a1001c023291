"""The one event of the house: `record`. Search, notices and due dates follow it; nothing else signals."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connection, models, transaction

from nghitruong.audit import rules, selectors
from nghitruong.audit.models import Entry, Head
from nghitruong.audit.rules import Anchor
from nghitruong.base.actor import Actor
from nghitruong.base.bulk import insert_many
from nghitruong.base.official import official_language
from nghitruong.base.requests import request_id
from nghitruong.base.subjects import Subject

try:
    import fcntl
except ImportError:  # Windows: one process only
    fcntl = None  # type: ignore[assignment]  # the module is absent there

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
@official_language()
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
    line = Line(subject, changes or {}, label)
    (entry,) = record_many(deed=deed, lines=[line], actor=actor, at=at, council_id=council_id)
    return entry


@dataclass(frozen=True, slots=True)
class Line:
    """What one line of many says: the record, what the deed set on it, and its label where not its own words."""

    subject: models.Model | Subject
    changes: dict[str, Any]
    label: str = ""


@transaction.atomic(savepoint=False)
@official_language()
def record_many(
    *, deed: str, lines: Iterable[Line], actor: Actor, at: datetime, council_id: int | None = None
) -> list[Entry]:
    """Append a line for each record that one deed touched, as `record` does, chained in one pass.

    Three statements however many lines; followers hear of each.
    """
    seq, last = _head()
    before = Anchor(seq, last)
    entries: list[Entry] = []
    for line in lines:
        seq += 1
        entry = _line(seq, last, deed, line, actor, at, council_id)
        last = entry.digest = rules.digest(settings.JOURNAL_KEY, last, entry.values())
        entries.append(entry)
    if not entries:
        return []
    _append(entries)
    transaction.on_commit(partial(_advance, before=before, to=Anchor(seq, last)))
    for prefix, follower in _FOLLOWERS:
        if deed.startswith(prefix):
            for entry in entries:
                follower(entry, actor)
    return entries


def _line(seq: int, last: str, deed: str, line: Line, actor: Actor, at: datetime, council_id: int | None) -> Entry:
    subject = line.subject
    pointed = subject if isinstance(subject, Subject) else Subject.of(subject)
    return Entry(
        seq=seq,
        at=at,
        deed=deed,
        kind=pointed.kind,
        object_id=pointed.id,
        label=(line.label or (str(subject) if isinstance(subject, models.Model) else str(pointed)))[:300],
        council_id=actor.council_id if council_id is None else council_id,
        user_id=actor.user_id,
        membership_id=actor.membership_id,
        actor=actor.name[:200],
        office=actor.office[:300],
        request_id=request_id.get(),
        changes=rules.plain(line.changes),
        previous=last,
    )


def _head() -> tuple[int, str]:
    """Lock the chain's end and return it. Plain SQL here and below: every deed passes, and the ORM costs 1 ms."""
    lock = " FOR UPDATE" if connection.features.has_select_for_update else ""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT seq, digest FROM audit_head WHERE id = 1{lock}")  # noqa: S608 -- no value inside
        found = cursor.fetchone()
        if found is None:
            Head.objects.bulk_create([Head(id=1)], ignore_conflicts=True)
            return _head()
    return int(found[0]), str(found[1])


def _append(entries: list[Entry]) -> None:
    insert_many(entries)
    end = entries[-1]
    with connection.cursor() as cursor:
        cursor.execute("UPDATE audit_head SET seq = %s, digest = %s WHERE id = 1", [end.seq, end.digest])


def _advance(*, before: Anchor, to: Anchor) -> None:
    """Remember the chain's new end outside the database; a deed never fails for it.

    The anchor moves only along the chain it knows: were the tail cut and written anew, it would stay where it
    is and go on telling so.
    """
    try:
        with _alone(selectors.anchor_file()) as handle:
            known = Anchor.newest(os.pread(handle, 4096, 0), settings.JOURNAL_KEY)
            if known is not None and known.seq >= to.seq:
                return
            if known is not None and not _continues(known, before):
                _log.error("The journal no longer holds entry %s as it was anchored; run audit verify", known.seq)
                return
            slot = to.slot(settings.JOURNAL_KEY)
            os.pwrite(handle, slot, (to.seq % 2) * len(slot))
    except (OSError, ValueError, DatabaseError):
        _log.exception("The journal's anchor could not be moved to entry %s", to.seq)


def _continues(known: Anchor, before: Anchor) -> bool:
    if known.seq == before.seq:
        return known.digest == before.digest
    return Entry.objects.filter(seq=known.seq, digest=known.digest).exists()


@contextmanager
def _alone(file: Path) -> Iterator[int]:
    """Open the anchor and hold it against other threads and, where the system can, other processes."""
    with _ANCHORING:
        handle = os.open(file, os.O_CREAT | os.O_RDWR, 0o600)
        try:
            if fcntl is not None:
                fcntl.flock(handle, fcntl.LOCK_EX)
            yield handle
        finally:
            os.close(handle)
