"""Somebody goes and looks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.documents import services as documents
from nghitruong.documents.enums import DocumentKind
from nghitruong.documents.models import StoredFile
from nghitruong.petitions import policies
from nghitruong.petitions.enums import Finding
from nghitruong.petitions.models import ORGANS, Petition, Verification


@transaction.atomic
def verify(
    *,
    petition: Petition,
    on: date,
    by: str,
    place: str,
    finding: str,
    text: str,
    photos: Sequence[StoredFile] = (),
    actor: Actor,
    at: datetime,
) -> Verification:
    """Xác minh tại chỗ: who looked, where, what was found, with photos as evidence. Moves no state by itself."""
    policies.can_verify(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_verify(actor, petition).require()
    if not text.strip() or not by.strip():
        raise Invalid(_("Xác minh phải nêu người đi xác minh và điều đã thấy."))
    if petition.answered_on is None or not petition.answered_on <= on <= timezone.localtime(at).date():
        raise Invalid(_("Ngày xác minh phải từ ngày trả lời đến hôm nay."))
    seen = Verification.objects.create(
        petition=petition,
        answer=petition.answers.order_by("on", "pk").last(),
        on=on,
        by=by.strip(),
        place=place,
        finding=finding,
        text=text.strip(),
        recorded_at=at,
    )
    for photo in photos:
        documents.attach(
            subject=Subject.of(petition),
            council=petition.keeper,
            kind=DocumentKind.PHOTO,
            abstract=official("Ảnh xác minh kiến nghị %(code)s", code=petition.code),
            signed_on=on,
            file=photo,
            deed="petition.verify",
            actor=actor,
            at=at,
        )
    petition.version += 1
    petition.save(update_fields=["version"])
    audit.record(
        deed="petition.verify",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={
            "kết luận": Finding(finding).label,
            "người xác minh": seen.by,
            "điều đã thấy": seen.text,
            "số ảnh": len(photos),
        },
    )
    return seen
