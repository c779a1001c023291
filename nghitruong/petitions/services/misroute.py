"""The wrong door: what a lower level can settle goes back down, and every wrong turn is kept in a ledger."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies, selectors
from nghitruong.petitions.flow import PETITION
from nghitruong.petitions.models import Misroute, Petition


def note_misroute(
    *,
    petition: Petition,
    sent_by: Organ,
    sent_to: Organ,
    sent_on: date,
    returned_on: date,
    competent: tuple[Organ | None, str],
    reason: str,
    basis: str,
    is_down: bool = False,
) -> Misroute:
    """Write one wrong turn into the ledger; called by the deeds that find it."""
    return Misroute.objects.create(
        petition=petition,
        sent_by=sent_by,
        sent_to=sent_to,
        sent_on=sent_on,
        returned_on=max(sent_on, returned_on),
        competent=competent[0],
        competent_name=competent[1][:300],
        reason=reason[:500],
        basis=basis[:300],
        is_down=is_down,
    )


@transaction.atomic
def send_down(
    *, petition: Petition, to: Organ, competent: Organ, reason: str, basis: str, on: date, actor: Actor, at: datetime
) -> Petition:
    """Chuyển xuống Hội đồng nhân dân cấp dưới what it has answered or can settle (law.md 8.2).

    Reason, competent body and basis are required. The lower council keeps the petition from now on and sorts it
    afresh; the wrong turn goes into the ledger with the days it lay here.
    """
    policies.can_send_down(actor, petition).require()
    petition = locked(petition)
    policies.can_send_down(actor, petition).require()
    if not reason.strip() or not basis.strip():
        raise Invalid(_("Chuyển xuống phải nêu lý do, cơ quan có thẩm quyền và căn cứ."))
    if petition.voiced.exists():
        raise Invalid(_("Kiến nghị này đang mang tiếng nói của nơi khác: hãy tách ra trước khi chuyển xuống."))
    if to not in selectors.lower_councils(petition.keeper, on):
        raise Invalid(_("Chỉ chuyển được xuống Hội đồng nhân dân cấp dưới của nơi đang theo dõi."))
    if not petition.received_on <= on <= timezone.localtime(at).date():
        raise Invalid(_("Ngày chuyển xuống phải từ ngày tiếp nhận đến hôm nay."))
    above = petition.keeper
    body = selectors.competent_body(competent, "", on)
    sent_by = petition.council if petition.council_id != above.pk else to
    note_misroute(
        petition=petition, sent_by=sent_by, sent_to=above, sent_on=petition.received_on, returned_on=on,
        competent=body, reason=reason.strip(), basis=basis.strip(), is_down=True,
    )  # fmt: skip
    petition.state = PETITION.after("send_down", petition.state)
    petition.keeper, petition.lead, petition.forwarded_on = to, body[0], None
    petition.level = selectors.level_of(to)
    petition.version += 1
    petition.save(update_fields=["state", "keeper", "lead", "forwarded_on", "level", "version"])
    petition.coordinations.all().delete()
    petition.earlier_links.update(keeper=to)
    audit.record(
        deed="petition.send_down",
        subject=petition,
        actor=actor,
        at=at,
        council_id=above.pk,
        changes={
            "từ": above.name,
            "xuống": to.name,
            "cơ quan có thẩm quyền": body[1],
            "lý do": reason.strip(),
            "căn cứ": basis.strip(),
        },
    )
    return petition
