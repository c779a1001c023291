"""A council's own names for the national outcome classes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.language import normalise
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.models import OwnClass


@transaction.atomic
def map_classes(*, council: Organ, names: Mapping[str, str], actor: Actor, at: datetime) -> dict[str, str]:
    """Đặt cách phân loại riêng: say for each national class what this council calls it, "" where it has no own name.

    Classes of one name are added up in the report. Nothing recorded changes: answers keep their national class.
    """
    policies.can_map_classes(actor, council).require()
    if not set(names) <= set(Outcome.values):
        raise Invalid(_("Chỉ đặt tên riêng cho các kết quả trong cách phân loại chung."))
    wanted = {outcome: normalise(name) for outcome, name in names.items()}
    OwnClass.objects.filter(council=council, outcome__in=[one for one, name in wanted.items() if not name]).delete()
    for outcome, name in wanted.items():
        if name:
            OwnClass.objects.update_or_create(council=council, outcome=outcome, defaults={"name": name})
    audit.record(
        deed="petition.map_classes",
        subject=council,
        actor=actor,
        at=at,
        council_id=council.pk,
        changes={str(Outcome(outcome).label): name for outcome, name in wanted.items()},
    )
    return wanted
