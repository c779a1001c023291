"""What is still open goes on: to the next session, or to the council that took over."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.meetings.models import Meeting
from nghitruong.obligations import services as ledger
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies, selectors
from nghitruong.petitions.models import ORGANS, CarryOver, Petition


@transaction.atomic
def carry_over(
    *, petition: Petition, to_session: Meeting, reason: str, on: date, actor: Actor, at: datetime
) -> CarryOver:
    """Chuyển sang kỳ họp sau: counted, so that a matter pending over several sessions cannot hide."""
    policies.can_carry_over(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_carry_over(actor, petition).require()
    if (
        to_session.pk == petition.session_id
        or CarryOver.objects.filter(petition=petition, to_session=to_session).exists()
    ):
        raise Invalid(_("Kiến nghị đã thuộc kỳ họp này."))
    carried = CarryOver.objects.create(
        petition=petition, from_session=petition.session, to_session=to_session, on=on, reason=reason
    )
    petition.carried += 1
    petition.session = to_session
    petition.version += 1
    petition.save(update_fields=["carried", "session", "version"])
    audit.record(
        deed="petition.carry_over",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"sang": str(to_session), "lý do": reason},
    )
    return carried


@transaction.atomic
def inherit(
    *, petition: Petition, council: Organ, lead: Organ | None, on: date, actor: Actor, at: datetime
) -> Petition:
    """Tiếp nhận từ cơ quan đã kết thúc hoạt động (L72/2025 Đ.54.8): the successor keeps it from now on.

    The council that took it in and the agency first addressed stay on record; `lead` is the successor agency.
    """
    policies.can_inherit(actor, petition, council).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_inherit(actor, petition, council).require()
    before, addressed = petition.keeper, petition.lead
    petition.keeper = council
    owed = selectors.owed_answer(petition)
    if lead is not None and owed is not None:
        ledger.reassign(
            obligation=owed,
            debtor=lead,
            reason=official("%(old)s kết thúc hoạt động, %(new)s kế thừa.", old=addressed, new=lead.name),
            on=on,
            actor=actor,
            at=at,
        )
    petition.lead = lead or petition.lead
    petition.version += 1
    petition.save(update_fields=["keeper", "lead", "version"])
    audit.record(
        deed="petition.inherit",
        subject=petition,
        actor=actor,
        at=at,
        council_id=council.pk,
        changes={
            "từ": before.name,
            "sang": council.name,
            "cơ quan ban đầu": addressed.name if addressed else "",
            "cơ quan kế thừa": lead.name if lead else "",
        },
    )
    return petition
