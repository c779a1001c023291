"""Throw away what must not stay in the house: the documents of a matter and the bytes nobody else holds."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import ProtectedError

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Subject
from nghitruong.documents import policies
from nghitruong.documents.models import Document, StoredFile
from nghitruong.documents.services.storing import path_of


@transaction.atomic
def throw_away(*, subject: Subject, actor: Actor, at: datetime) -> int:
    """Hủy tài liệu kèm theo: delete a subject's documents and their files; return how many documents there were.

    The deed that orders it judges and tells why. A file that another record holds too stays with that one. Bytes
    leave the disk once the transaction stands.
    """
    policies.can_attach(actor).require()
    papers = list(Document.objects.filter(subject_kind=subject.kind, subject_id=subject.id).select_related("file"))
    Document.objects.filter(pk__in=[paper.pk for paper in papers]).delete()
    for file in {paper.file for paper in papers if paper.file is not None}:
        _forget(file, actor, at)
    return len(papers)


def _forget(file: StoredFile, actor: Actor, at: datetime) -> None:
    subject, digest = Subject.of(file), file.sha256
    try:
        with transaction.atomic():
            file.delete()
    except ProtectedError:
        return
    audit.record(
        deed="file.throw_away",
        subject=subject,
        actor=actor,
        at=at,
        label=digest,
        changes={"mã băm": digest},
    )
    transaction.on_commit(lambda: path_of(sha256=digest).unlink(missing_ok=True))
