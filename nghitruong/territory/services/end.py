"""A unit ends."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.territory import policies
from nghitruong.territory.models import Unit


@transaction.atomic
def end(*, unit: Unit, on: date, basis: str, actor: Actor, at: datetime) -> Unit:
    """Record the last day of a unit that nobody takes over whole (else: `succeed`).

    Raises Invalid when units still lie in it or the day is before its first.
    """
    policies.can_end(actor, unit).require()
    unit = locked(unit)
    policies.can_end(actor, unit).require()
    if not basis.strip():
        raise Invalid(_("Cần ghi nghị quyết làm căn cứ."))
    if unit.valid_from and on < unit.valid_from:
        raise Invalid(_("Ngày kết thúc phải sau ngày bắt đầu %(day)s.") % {"day": f"{unit.valid_from:%d/%m/%Y}"})
    below = unit.children.filter(valid_to__isnull=True).count()
    if below:
        raise Invalid(
            _("Còn %(count)d đơn vị trực thuộc %(unit)s; hãy ghi đơn vị kế thừa trước.")
            % {"count": below, "unit": unit.in_text}
        )
    unit.valid_to, unit.by_hand, unit.version = on, True, unit.version + 1
    unit.save(update_fields=["valid_to", "by_hand", "version"])
    audit.record(deed="unit.end", subject=unit, actor=actor, at=at, changes={"valid_to": on, "basis": basis.strip()})
    return unit
