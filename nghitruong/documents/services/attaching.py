"""Hang a document on a matter."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
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
    """Đưa một văn bản vào hồ sơ. The deed that brings it writes the journal line.

    Raises Invalid for an empty abstract or a signing day still to come.
    """
    policies.can_attach(actor).require()
    if not abstract.strip():
        raise Invalid(_("Văn bản phải có trích yếu."))
    if signed_on is not None and signed_on > timezone.localtime(at).date():
        raise Invalid(_("Ngày ký %(on)s còn ở phía trước.") % {"on": f"{signed_on:%d/%m/%Y}"})
    return Document.objects.create(
        subject_kind=subject.kind,
        subject_id=subject.id,
        council=council,
        deed=deed,
        kind=kind,
        number=number.strip()[:60],
        signed_on=signed_on,
        abstract=abstract.strip()[:500],
        organ=organ,
        signer=signer.strip()[:200],
        file=file,
        added_at=at,
    )
