"""Take a document in and read it: at once where that is quick, else by the worker with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import SYSTEM, Actor
from nghitruong.base.errors import BusinessError, Invalid
from nghitruong.base.locking import locked
from nghitruong.documents import services as documents
from nghitruong.documents.models import StoredFile
from nghitruong.documents.services.storing import path_of
from nghitruong.intake import policies
from nghitruong.intake.enums import ReadingState
from nghitruong.intake.flow import READING
from nghitruong.intake.models import DocumentReading, Proposal
from nghitruong.intake.rules.files import Taken, read_file, read_text
from nghitruong.intake.rules.telling import Told, tell
from nghitruong.organisation.models import Organ

SILENT = timedelta(minutes=2)
"""A worker that gave no sign for so long is taken for dead; its document is read again from the start."""


class _StoppedError(Exception):
    """Somebody stopped the reading while it ran."""


class _LaterError(Exception):
    """A page must be recognised: that takes the worker's time, not the reader's."""


@transaction.atomic
def take(
    *, council: Organ, name: str, actor: Actor, at: datetime, content: bytes | None = None, text: str = ""
) -> DocumentReading:
    """Đưa văn bản vào để đọc: a file's bytes, or pasted text.

    Raises Invalid where there is neither, or where the file is of a kind that is not kept (documents.store).
    """
    policies.can_take(actor, council).require()
    if content is None and not text.strip():
        raise Invalid(_("Hãy chọn tệp hoặc dán nội dung văn bản."))
    kept = documents.store(name=name, content=content, actor=actor, at=at) if content is not None else None
    reading = DocumentReading.objects.create(
        council=council,
        name=(name or " ".join(text.split())[:80]).strip()[:255],
        file=kept,
        text=text if kept is None else "",
        asked_at=at,
        asked_by=actor.name,
    )
    audit.record(deed="reading.take", subject=reading, actor=actor, at=at, changes={"name": reading.name})
    return reading


def read(*, reading: DocumentReading, actor: Actor, at: datetime, quick: bool = False) -> DocumentReading:
    """Đọc văn bản: its text, then what the text says. What fails says why and keeps the file.

    `quick` leaves a scan to the worker: the document waits again at the first page that must be recognised.

    Runs outside one transaction, so that progress is seen and a stop is heard: only its end is written at once.
    """
    policies.can_run(actor, reading).require()
    with transaction.atomic():
        reading = locked(reading)
        if not reading.is_unread:
            return reading
        reading.state, reading.beat_at, reading.pages_done = ReadingState.RUNNING, at, 0
        reading.save(update_fields=["state", "beat_at", "pages_done"])
    try:
        taken = _text_of(reading, _later if quick else _watch(reading))
        told = tell(taken.text)
    except _LaterError:
        DocumentReading.objects.filter(pk=reading.pk).update(state=ReadingState.WAITING, beat_at=None)
        reading.refresh_from_db()
        return reading
    except _StoppedError:
        reading.refresh_from_db()
        return reading
    except BusinessError as error:
        return _failed(reading, str(error), actor, at)
    return _keep(reading, taken, told, actor, at)


def read_next(*, at: datetime) -> DocumentReading | None:
    """Read the document that has waited longest, or whose worker fell silent; None where nothing waits."""
    reading = DocumentReading.objects.unread(at - SILENT).order_by("asked_at", "pk").first()
    return read(reading=reading, actor=SYSTEM, at=at) if reading is not None else None


def is_any_waiting(*, at: datetime) -> bool:
    """Return whether a document waits to be read, or its worker fell silent."""
    return DocumentReading.objects.unread(at - SILENT).exists()


@transaction.atomic
def cancel(*, reading: DocumentReading, actor: Actor, at: datetime) -> DocumentReading:
    """Dừng đọc. The worker hears it before its next page."""
    policies.can_cancel(actor, reading).require()
    reading = locked(reading)
    reading.state = READING.after("cancel", reading.state)
    reading.save(update_fields=["state"])
    audit.record(deed="reading.cancel", subject=reading, actor=actor, at=at, changes={"pages": reading.pages_done})
    return reading


@transaction.atomic
def retry(*, reading: DocumentReading, actor: Actor, at: datetime) -> DocumentReading:
    """Đọc lại văn bản đã dừng hoặc không đọc được."""
    policies.can_retry(actor, reading).require()
    reading = locked(reading)
    reading.state = READING.after("retry", reading.state)
    reading.failure, reading.beat_at, reading.pages_done = "", None, 0
    reading.save(update_fields=["state", "failure", "beat_at", "pages_done"])
    audit.record(deed="reading.retry", subject=reading, actor=actor, at=at, changes={})
    return reading


def _text_of(reading: DocumentReading, watch: Callable[[int, int], None]) -> Taken:
    file: StoredFile | None = reading.file
    if file is None:
        return read_text(reading.text)
    return read_file(reading.name, path_of(sha256=file.sha256).read_bytes(), watch=watch)


def _later(_done: int, _pages: int) -> None:
    raise _LaterError


def _watch(reading: DocumentReading) -> Callable[[int, int], None]:
    """Return what is told of each page: it shows the progress, and ends the reading where somebody stopped it."""

    def told(done: int, pages: int) -> None:
        running = DocumentReading.objects.filter(pk=reading.pk, state=ReadingState.RUNNING)
        if not running.update(pages_done=done, pages=pages):
            raise _StoppedError

    return told


@transaction.atomic
def _failed(reading: DocumentReading, why: str, actor: Actor, at: datetime) -> DocumentReading:
    reading = locked(reading)
    if reading.state != ReadingState.RUNNING:
        return reading
    reading.state, reading.failure = ReadingState.FAILED, why[:500]
    reading.save(update_fields=["state", "failure"])
    audit.record(deed="reading.fail", subject=reading, actor=actor, at=at, changes={"why": why})
    return reading


@transaction.atomic
def _keep(reading: DocumentReading, taken: Taken, told: Told, actor: Actor, at: datetime) -> DocumentReading:
    reading = locked(reading)
    if reading.state != ReadingState.RUNNING:
        return reading
    reading.text, reading.notes, reading.record = taken.text, list(taken.notes), told.record
    reading.state, reading.read_at, reading.pages_done = ReadingState.READ, at, reading.pages
    reading.version += 1
    reading.save(update_fields=["text", "notes", "record", "state", "read_at", "pages_done", "version"])
    Proposal.objects.bulk_create(
        Proposal(
            reading=reading,
            place=place,
            kind=item.kind,
            read=item.data,
            data=item.data,
            quote=item.quote,
            start=item.start,
            end=item.end,
            doubt=item.doubt[:300],
        )
        for place, item in enumerate(told.items)
    )
    audit.record(deed="reading.read", subject=reading, actor=actor, at=at, changes={"items": len(told.items)})
    return reading
