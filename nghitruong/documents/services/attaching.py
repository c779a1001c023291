"""Hang a document on a matter."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Subject
from nghitruong.documents import policies
from nghitruong.documents.models import Document, StoredFile
from nghitruong.organisation.models import Organ


@transaction.atomic
def attach(
    *,
    subject: Subject,
    council: Organ,
    kind: str,
    abstract: str,
    number: str = "",
    signed_on: date | None = None,
    organ: Organ | None = None,
    signer: str = "",
    file: StoredFile | None = None,
    deed: str = "",
    actor: Actor,
    at: datetime,
) -> Document:
    """Đưa một văn bản vào hồ sơ. The deed that brings it writes the journal line."""
    policies.can_attach(actor).require()
    return Document.objects.create(
        subject_kind=subject.kind,
        subject_id=subject.id,
        council=council,
        deed=deed,
        kind=kind,
        number=number.strip()[:60],
        signed_on=signed_on,
        abstract=abstract[:500],
        organ=organ,
        signer=signer.strip()[:200],
        file=file,
        added_at=at,
    )
