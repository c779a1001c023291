"""Say what the columns of an office's files hold, once for every file with the same headings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.official import official
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.models import ColumnReading
from nghitruong.petitions.rules import HEADINGS


@transaction.atomic
def read_columns(
    *, council: Organ, shape: str, columns: Mapping[int, str], actor: Actor, at: datetime
) -> ColumnReading:
    """Chọn nội dung của từng cột: remember {column: name of HEADINGS} for headings of this shape.

    Raises Invalid where no column holds the petitions, where two hold the same thing, or for an unknown name.
    """
    policies.can_read_columns(actor, council).require()
    held = [name for name in columns.values() if name]
    if "text" not in held:
        raise Invalid(_("Hãy chọn một cột là nội dung kiến nghị."))
    if len(set(held)) < len(held):
        raise Invalid(_("Mỗi nội dung chỉ chọn cho một cột."))
    if not set(held) <= set(HEADINGS):
        raise Invalid(_("Không có nội dung cột này."))
    said = {str(place): name for place, name in sorted(columns.items()) if name}
    kept, _made = ColumnReading.objects.update_or_create(
        council=council, shape=shape, defaults={"columns": said, "at": at, "by": actor.name[:200]}
    )
    audit.record(
        deed="petition.read_columns",
        subject=kept,
        actor=actor,
        at=at,
        council_id=council.pk,
        label=official("Cách đọc cột của tệp kiến nghị"),
        changes={"các cột": said},
    )
    return kept
