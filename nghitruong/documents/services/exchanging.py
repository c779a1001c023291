"""Documents out and in as edXML packets: an issued text packed, a packet registered as an incoming text."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePosixPath

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.documents import policies
from nghitruong.documents.enums import PaperKind, Secrecy
from nghitruong.documents.models import Incoming, Paper
from nghitruong.documents.rules.edxml import Attachment, Packet, Party, packed, unpacked
from nghitruong.documents.rules.numbering import padded
from nghitruong.documents.services.attaching import attach
from nghitruong.documents.services.drafting import document_kind
from nghitruong.documents.services.incoming import register_incoming
from nghitruong.documents.services.storing import path_of, store
from nghitruong.organisation.models import Organ


def edxml_of(*, paper: Paper, actor: Actor, at: datetime) -> bytes:
    """Return an issued text and its file as a packet to its recipients. Raises Invalid for a draft or a secret text."""
    policies.can_distribute(actor, paper).require()
    if paper.secrecy != Secrecy.NONE:
        raise Invalid(_("Văn bản mật không đóng gói để gửi qua mạng."))
    file = paper.document.file if paper.document else None
    attachments = (
        [Attachment(file.name, path_of(sha256=file.sha256).read_bytes(), file.mime)] if file is not None else []
    )
    packet = Packet(
        sender=Party(paper.body.code, paper.organ.name, paper.body.name),
        to=[
            Party(each.organ.code if each.organ else "", each.name) for each in paper.deliveries.select_related("organ")
        ],
        number=padded(paper.number or 0),
        symbol=paper.symbol,
        place=paper.body.unit.name if paper.body.unit else "",
        on=paper.signed_on,
        type_name=official(PaperKind(paper.kind).label),
        subject=paper.abstract,
        signer=paper.signer_name,
        signer_title=paper.signer_title,
        copies=paper.copies,
        attachments=attachments,
    )
    return packed(packet, at=timezone.localtime(at))


@transaction.atomic
def take_edxml(*, organ: Organ, content: bytes, actor: Actor, at: datetime) -> tuple[Incoming, Sequence[str]]:
    """Đăng ký văn bản đến từ gói edXML; return the entry and what was odd about the packet.

    Its files are checked as uploads are; one that is not taken refuses the whole packet. The first .pdf (else the
    first file) is the text itself, the others hang beside it. Raises Invalid.
    """
    policies.can_register_incoming(actor, organ).require()
    packet = unpacked(content, most_bytes=settings.UPLOAD_LIMIT * 4)
    files = sorted(packet.attachments, key=lambda each: PurePosixPath(each.name).suffix.lower() != ".pdf")
    kinds = {official(label).lower(): value for value, label in PaperKind.choices}
    entry = register_incoming(
        organ=organ,
        author=packet.sender.name or packet.sender.code,
        abstract=packet.subject or packet.content,
        code=packet.code,
        signed_on=packet.on,
        kind=kinds.get(packet.type_name.lower(), ""),
        due_on=packet.due_on,
        channel="edXML",
        content=(files[0].name, files[0].content) if files else None,
        note=packet.document_id,
        actor=actor,
        at=at,
    )
    for each in files[1:]:
        attach(
            subject=Subject.of(entry),
            council=entry.council or entry.body,
            kind=document_kind(kind=""),
            abstract=each.description or each.name,
            file=store(name=each.name, content=each.content, actor=actor, at=at),
            deed="incoming.register",
            actor=actor,
            at=at,
        )
    return entry, packet.warnings
