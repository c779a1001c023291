"""The end of a matter: accepted, reopened, closed. An answer alone never ends it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.petitions import policies, selectors
from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.flow import PETITION
from nghitruong.petitions.models import ORGANS, Petition


@transaction.atomic
def accept(
    *, petition: Petition, on: date, evidence: str, decided_by: str = "", actor: Actor, at: datetime
) -> Petition:
    """Chấp nhận kết quả: the creditor says that what was owed has been done, on named evidence."""
    policies.can_accept(actor, petition, decided_by).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_accept(actor, petition, decided_by).require()
    if not evidence.strip():
        raise Invalid(_("Chấp nhận kết quả phải nêu căn cứ: biên bản, văn bản hoặc điều đã xác minh."))
    owed = selectors.owed_answer(petition)
    if owed is not None:
        ledger.accept(obligation=owed, evidence=evidence, on=on, actor=actor, at=at)
    petition.state = PETITION.after("accept", petition.state)
    petition.settled_on = on if petition.outcome == Outcome.SETTLED else None
    petition.version += 1
    petition.save(update_fields=["state", "settled_on", "version"])
    audit.record(
        deed="petition.accept",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={
            "căn cứ": evidence,
            "người quyết định": decided_by or actor.name,
            "kết quả": Outcome(petition.outcome).label if petition.outcome else "",
        },
    )
    return petition


@transaction.atomic
def reopen(*, petition: Petition, on: date, reason: str, decided_by: str = "", actor: Actor, at: datetime) -> Petition:
    """Mở lại with a reason: the agency owes a new answer (rule `petition.reanswer`)."""
    policies.can_reopen(actor, petition, decided_by).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_reopen(actor, petition, decided_by).require()
    if not reason.strip():
        raise Invalid(_("Mở lại phải nêu lý do."))
    if petition.lead is None:
        raise Invalid(_("Kiến nghị chưa có cơ quan giải quyết để mở lại."))
    for owed in [selectors.owed_answer(petition), *selectors.owed_coordinations(petition)]:
        if owed is not None:
            ledger.cancel(
                obligation=owed, reason=official("Mở lại: %(reason)s", reason=reason), on=on, actor=actor, at=at
            )
    fresh = ledger.open(
        council=petition.keeper,
        debtor=petition.lead,
        creditor=selectors.creditor_of(petition.keeper, on=on),
        nature=Nature.ANSWER,
        what=official("Khắc phục và trả lời lại kiến nghị %(code)s", code=petition.code),
        subject=Subject.of(petition),
        subject_label=str(petition),
        deed="petition.reopen",
        rule_key="petition.reanswer",
        from_on=on,
        from_event=official("ngày mở lại"),
        actor=actor,
        at=at,
    )
    petition.state = PETITION.after("reopen", petition.state)
    petition.reopened += 1
    petition.settled_on, petition.due_on = None, fresh.due_on
    petition.version += 1
    petition.save(update_fields=["state", "reopened", "settled_on", "due_on", "version"])
    audit.record(
        deed="petition.reopen",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"lý do": reason, "người quyết định": decided_by or actor.name, "hạn": fresh.due_on},
    )
    return petition


@transaction.atomic
def close(*, petition: Petition, on: date, actor: Actor, at: datetime) -> Petition:
    """Kết thúc theo dõi after acceptance; it can still be reopened."""
    policies.can_close(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_close(actor, petition).require()
    petition.state = PETITION.after("close", petition.state)
    petition.version += 1
    petition.save(update_fields=["state", "version"])
    audit.record(
        deed="petition.close", subject=petition, actor=actor, at=at, council_id=petition.keeper_id, changes={"ngày": on}
    )
    return petition
