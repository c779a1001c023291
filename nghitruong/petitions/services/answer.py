"""The agency's answer, what it claims became of the matter, and what it promises."""

from __future__ import annotations

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
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.enums import State as Owed
from nghitruong.obligations.models import Obligation
from nghitruong.petitions import policies, selectors
from nghitruong.petitions.enums import Outcome, State
from nghitruong.petitions.flow import PETITION
from nghitruong.petitions.models import ORGANS, Answer, OwnClass, Petition
from nghitruong.petitions.selectors.classes import borne


@transaction.atomic
def answer(
    *,
    petition: Petition,
    number: str,
    on: date,
    text: str,
    outcome: str,
    own_class: OwnClass | None = None,
    outcome_on: date | None = None,
    reason: str = "",
    signer: str = "",
    file: StoredFile | None = None,
    actor: Actor,
    at: datetime,
) -> Answer:
    """Trả lời: document number, date, words and outcome class with what it requires (law.md 8.4).

    "Sẽ giải quyết" needs a date, "chưa giải quyết" a reason. `own_class`: the council's own class, if it has one
    under that national class. The obligation to answer counts as reported; it ends
    only when the result is accepted. An earlier answer stays beside the new one.
    """
    policies.can_answer(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_answer(actor, petition).require()
    if not number.strip() or not text.strip():
        raise Invalid(_("Trả lời phải có số văn bản và nội dung."))
    if (
        petition.lead is None
        or petition.forwarded_on is None
        or not petition.forwarded_on <= on <= timezone.localtime(at).date()
    ):
        raise Invalid(_("Ngày trả lời phải từ ngày chuyển đến hôm nay."))
    if outcome == Outcome.PLANNED and outcome_on is None:
        raise Invalid(_("«Sẽ giải quyết theo lộ trình» phải có thời hạn cụ thể."))
    if outcome == Outcome.UNSETTLED and not reason:
        raise Invalid(_("«Chưa giải quyết» phải nêu lý do."))
    own_class = borne(council=petition.keeper, own_class=own_class, outcome=outcome)
    document = documents.attach(
        subject=Subject.of(petition),
        council=petition.keeper,
        kind=DocumentKind.LETTER,
        abstract=official("Trả lời kiến nghị cử tri %(code)s", code=petition.code),
        number=number,
        signed_on=on,
        organ=petition.lead,
        signer=signer,
        file=file,
        deed="petition.answer",
        actor=actor,
        at=at,
    )
    given = Answer.objects.create(
        petition=petition,
        organ=petition.lead,
        document=document,
        on=on,
        text=text.strip(),
        outcome=outcome,
        outcome_on=outcome_on if outcome == Outcome.PLANNED else None,
        reason=reason if outcome == Outcome.UNSETTLED else "",
        own_class=own_class,
        recorded_at=at,
    )
    owed = selectors.owed_answer(petition)
    if owed is not None and owed.state == Owed.OPEN:
        ledger.fulfil(obligation=owed, evidence=str(document), on=on, actor=actor, at=at)
    for helped in selectors.owed_coordinations(petition):
        if helped.state == Owed.FULFILLED:
            ledger.accept(obligation=helped, evidence=str(document), on=on, actor=actor, at=at)
        else:
            ledger.cancel(obligation=helped, reason=official("Cơ quan chủ trì đã trả lời."), on=on, actor=actor, at=at)
    first = petition.answered_on if petition.state != State.REOPENED else None
    petition.state = PETITION.after("answer", petition.state)
    petition.answered_on = first or on
    petition.outcome, petition.own_class = outcome, own_class
    petition.version += 1
    petition.save(update_fields=["state", "answered_on", "outcome", "own_class", "version"])
    audit.record(
        deed="petition.answer",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={
            "văn bản": number,
            "ngày": on,
            "kết quả": Outcome(outcome).label,
            "phân loại riêng": own_class.name if own_class else "",
            "cơ quan": petition.lead.name,
        },
    )
    return given


@transaction.atomic
def commit(
    *,
    petition: Petition,
    quote: str,
    what: str,
    due_on: date | None,
    debtor_person: str = "",
    actor: Actor,
    at: datetime,
) -> Obligation:
    """Ghi lời hứa trong câu trả lời: an obligation of its own, with the words it rests on.

    Without `due_on` the ledger says "no deadline given" and asks for one; none is invented.
    """
    policies.can_commit(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_commit(actor, petition).require()
    latest = petition.answers.order_by("on", "pk").last()
    if latest is None or petition.lead is None or quote.strip() not in latest.text:
        raise Invalid(_("Lời hứa phải trích đúng nguyên văn trong câu trả lời gần nhất."))
    owed = ledger.open(
        council=petition.keeper,
        debtor=petition.lead,
        creditor=selectors.creditor_of(petition.keeper, on=latest.on),
        nature=Nature.COMMITMENT,
        what=what,
        subject=Subject.of(petition),
        subject_label=str(petition),
        deed="petition.commit",
        due_on=due_on,
        quote=quote.strip(),
        debtor_person=debtor_person,
        actor=actor,
        at=at,
    )
    audit.record(
        deed="petition.commit",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"lời hứa": what, "nguyên văn": quote.strip(), "hạn": due_on},
    )
    return owed
