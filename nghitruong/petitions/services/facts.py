"""Facts a voter stated, looked into before the petition goes up."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.petitions import policies
from nghitruong.petitions.enums import FactVerdict
from nghitruong.petitions.models import FactCheck, Petition


@transaction.atomic
def check_fact(
    *,
    petition: Petition,
    quote: str,
    verdict: str,
    source: str,
    by: str,
    correction: str = "",
    on: date,
    actor: Actor,
    at: datetime,
) -> FactCheck:
    """Ghi kết quả kiểm tra thông tin: the voter's words stay as they are; what is right stands beside them."""
    policies.can_check_fact(actor, petition).require()
    petition = locked(petition)
    policies.can_check_fact(actor, petition).require()
    if quote.strip() not in petition.text or not quote.strip():
        raise Invalid(_("Thông tin được kiểm tra phải trích đúng nguyên văn trong kiến nghị."))
    if verdict not in FactVerdict.values or not source.strip() or not by.strip():
        raise Invalid(_("Phải ghi kết quả, nguồn đối chiếu và người kiểm tra."))
    if verdict == FactVerdict.CORRECTED and not correction.strip():
        raise Invalid(_("Đính chính phải ghi thông tin đúng."))
    if not petition.received_on <= on <= timezone.localtime(at).date():
        raise Invalid(_("Ngày kiểm tra phải từ ngày tiếp nhận đến hôm nay."))
    checked = FactCheck.objects.create(
        petition=petition,
        quote=quote.strip(),
        verdict=verdict,
        correction=correction.strip() if verdict == FactVerdict.CORRECTED else "",
        source=source.strip(),
        by=by.strip(),
        on=on,
        recorded_at=at,
    )
    audit.record(
        deed="petition.check_fact",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={
            "nguyên văn": checked.quote,
            "kết quả": FactVerdict(verdict).label,
            "thông tin đúng": checked.correction,
            "nguồn": checked.source,
            "người kiểm tra": checked.by,
        },
    )
    return checked
