"""Sort: field, competence, agency, by a person; and tell opinions and thanks apart from petitions."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.enums import Kind, Level
from nghitruong.petitions.flow import PETITION
from nghitruong.petitions.models import ORGANS, Field, Petition


@transaction.atomic
def sort(
    *,
    petition: Petition,
    field: Field,
    level: str,
    lead: Organ | None,
    version: int | None = None,
    actor: Actor,
    at: datetime,
) -> Petition:
    """Phân loại: field, level of competence and, where known, the agency that should settle it.

    Raises Conflict when somebody saved since `version`, where one is named.
    """
    policies.can_sort(actor, petition).require()
    petition = locked(petition, version=version, keep=ORGANS)
    policies.can_sort(actor, petition).require()
    petition.state = PETITION.after("sort", petition.state)
    petition.field, petition.level, petition.lead = field, level, lead
    petition.version += 1
    petition.save(update_fields=["state", "field", "level", "lead", "version"])
    audit.record(
        deed="petition.sort",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"lĩnh vực": field.name, "thẩm quyền": Level(level).label, "cơ quan": lead.name if lead else ""},
    )
    return petition


@transaction.atomic
def reclassify(*, petition: Petition, kind: str, reason: str, actor: Actor, at: datetime) -> Petition:
    """Xác định là ý kiến hoặc lời cảm ơn, not a petition; both are counted, apart."""
    policies.can_reclassify(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_reclassify(actor, petition).require()
    if kind not in {Kind.OPINION, Kind.THANKS}:
        raise Invalid(_("Hãy chọn «ý kiến» hoặc «cảm ơn, ghi nhận»."))
    petition.state = PETITION.after("reclassify", petition.state)
    petition.kind = kind
    petition.version += 1
    petition.save(update_fields=["state", "kind", "version"])
    audit.record(
        deed="petition.reclassify",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"phân loại": Kind(kind).label, "lý do": reason},
    )
    return petition


@transaction.atomic
def restore(*, petition: Petition, reason: str, actor: Actor, at: datetime) -> Petition:
    """Đưa trở lại là kiến nghị what had been noted as an opinion or thanks."""
    policies.can_restore(actor, petition).require()
    petition = locked(petition, keep=ORGANS)
    policies.can_restore(actor, petition).require()
    petition.state = PETITION.after("restore", petition.state)
    petition.kind = Kind.PETITION
    petition.version += 1
    petition.save(update_fields=["state", "kind", "version"])
    audit.record(
        deed="petition.restore",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"lý do": reason},
    )
    return petition
