"""Forward to the agencies, and what follows while they work: urge, extend, send back."""

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
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies, selectors
from nghitruong.petitions.flow import PETITION
from nghitruong.petitions.models import ORGANS, Coordination, Petition
from nghitruong.petitions.services.misroute import note_misroute


@transaction.atomic
def forward(
    *,
    petition: Petition,
    lead: Organ,
    coordinating: Sequence[Organ] = (),
    on: date,
    number: str = "",
    signer: str = "",
    actor: Actor,
    at: datetime,
) -> Petition:
    """Chuyển kiến nghị tới cơ quan chủ trì và cơ quan phối hợp, with a covering letter.

    Opens one obligation to answer (rule `petition.answer`) and one to co-operate for each co-operating agency
    (rule `petition.coordinate`), both counted from `on`, the day of the letter. L72/2025 Đ.31.6.
    """
    policies.can_forward(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_forward(actor, petition).require()
    if not petition.received_on <= on <= timezone.localtime(at).date():
        raise Invalid(_("Ngày chuyển phải từ ngày tiếp nhận đến hôm nay."))
    others = [organ for organ in dict.fromkeys(coordinating) if organ.pk != lead.pk]
    petition.state = PETITION.after("forward", petition.state)
    petition.lead, petition.forwarded_on = lead, on
    petition.version += 1
    standing = selectors.creditor_of(petition.keeper, on=on)
    letter = documents.attach(
        subject=Subject.of(petition),
        council=petition.keeper,
        kind=DocumentKind.LETTER,
        abstract=official("Chuyển kiến nghị cử tri %(code)s", code=petition.code),
        number=number,
        signed_on=on,
        organ=standing,
        signer=signer,
        deed="petition.forward",
        actor=actor,
        at=at,
    )
    owed = _owe(petition, lead, standing, Nature.ANSWER, "petition.answer", "petition.forward", on, actor, at)
    Coordination.objects.filter(petition=petition).delete()
    for organ in others:
        Coordination.objects.create(petition=petition, organ=organ)
        _owe(petition, organ, lead, Nature.COORDINATION, "petition.coordinate", "petition.forward", on, actor, at)
    petition.due_on = owed.due_on
    petition.save(update_fields=["state", "lead", "forwarded_on", "due_on", "version"])
    audit.record(
        deed="petition.forward",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={
            "cơ quan": lead.name,
            "phối hợp": [organ.name for organ in others],
            "công văn": str(letter),
            "hạn": owed.due_on,
        },
    )
    return petition


def _owe(
    petition: Petition,
    debtor: Organ,
    creditor: Organ,
    nature: Nature,
    rule: str,
    deed: str,
    on: date,
    actor: Actor,
    at: datetime,
) -> Obligation:
    what = {
        Nature.ANSWER: official("Trả lời kiến nghị %(code)s", code=petition.code),
        Nature.COORDINATION: official("Phối hợp trả lời kiến nghị %(code)s", code=petition.code),
    }[nature]
    return ledger.open(
        council=petition.keeper,
        debtor=debtor,
        creditor=creditor,
        nature=nature,
        what=what,
        subject=Subject.of(petition),
        subject_label=str(petition),
        deed=deed,
        rule_key=rule,
        from_on=on,
        from_event=official("ngày chuyển văn bản"),
        actor=actor,
        at=at,
    )


@transaction.atomic
def urge(
    *, petition: Petition, on: date, text: str, number: str = "", signer: str = "", actor: Actor, at: datetime
) -> Petition:
    """Đôn đốc by a document; the ledger counts how often."""
    policies.can_urge(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_urge(actor, petition).require()
    letter = documents.attach(
        subject=Subject.of(petition),
        council=petition.keeper,
        kind=DocumentKind.LETTER,
        abstract=official("Đôn đốc giải quyết kiến nghị cử tri %(code)s", code=petition.code),
        number=number,
        signed_on=on,
        organ=selectors.creditor_of(petition.keeper, on=on),
        signer=signer,
        deed="petition.urge",
        actor=actor,
        at=at,
    )
    owed = selectors.owed_answer(petition)
    if owed is not None:
        ledger.urge(obligation=owed, text=text, on=on, actor=actor, at=at)
    audit.record(
        deed="petition.urge",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"nội dung": text, "công văn": str(letter), "cơ quan": str(petition.lead)},
    )
    return petition


@transaction.atomic
def extend(
    *, petition: Petition, number: int, day_type: str, reason: str, citation: str, on: date, actor: Actor, at: datetime
) -> Petition:
    """Gia hạn trả lời by `number` days, recorded with reason and basis (law.md PET-07)."""
    policies.can_extend(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_extend(actor, petition).require()
    owed = selectors.owed_answer(petition)
    if owed is None:
        raise Invalid(_("Không còn nghĩa vụ trả lời nào đang chạy để gia hạn."))
    before = petition.due_on
    owed = ledger.extend(
        obligation=owed, number=number, day_type=day_type, reason=reason, citation=citation, on=on, actor=actor, at=at
    )
    petition.due_on = owed.due_on
    petition.version += 1
    petition.save(update_fields=["due_on", "version"])
    audit.record(
        deed="petition.extend",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"hạn cũ": before, "hạn mới": owed.due_on, "lý do": reason},
    )
    return petition


@transaction.atomic
def send_back(
    *,
    petition: Petition,
    reason: str,
    competent: Organ | None,
    competent_name: str = "",
    basis: str,
    on: date,
    actor: Actor,
    at: datetime,
) -> Petition:
    """Trả lại vì không đúng thẩm quyền: reason, competent organ and basis are all required (law.md 8.2)."""
    policies.can_send_back(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_send_back(actor, petition).require()
    body = selectors.competent_body(competent, competent_name, on)
    competent, named = body
    if not (reason.strip() and named and basis.strip()):
        raise Invalid(_("Trả lại phải nêu lý do, cơ quan có thẩm quyền và căn cứ."))
    returned_by = petition.lead
    because = official("Trả lại: %(reason)s", reason=reason)
    for owed in [selectors.owed_answer(petition), *selectors.owed_coordinations(petition)]:
        if owed is not None:
            ledger.cancel(obligation=owed, reason=because, on=on, actor=actor, at=at)
    if returned_by is not None and petition.forwarded_on is not None:
        note_misroute(
            petition=petition, sent_by=petition.keeper, sent_to=returned_by, sent_on=petition.forwarded_on,
            returned_on=on, competent=body, reason=reason.strip(), basis=basis.strip(),
        )  # fmt: skip
    petition.state = PETITION.after("send_back", petition.state)
    petition.lead, petition.due_on, petition.forwarded_on = competent, None, None
    petition.coordinations.all().delete()
    petition.version += 1
    petition.save(update_fields=["state", "lead", "due_on", "forwarded_on", "version"])
    audit.record(
        deed="petition.send_back",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"cơ quan trả lại": str(returned_by), "lý do": reason, "cơ quan có thẩm quyền": named, "căn cứ": basis},
    )
    return petition
