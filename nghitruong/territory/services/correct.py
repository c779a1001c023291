"""A mistake in the register is mended."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.language import normalise, sort_key
from nghitruong.territory import policies, rules
from nghitruong.territory.models import Unit


@transaction.atomic
def correct(
    *, unit: Unit, version: int, name: str, valid_from: date | None, basis: str, actor: Actor, at: datetime
) -> Unit:
    """Mend the spelling, the first day or the basis of a unit. A real change is a new unit: see `add`.

    Raises Conflict when somebody else was faster, Invalid on an empty name or a period out of order.
    """
    policies.can_correct(actor, unit).require()
    unit = locked(unit, version=version)
    bare = rules.bare(normalise(name), unit.type)
    if not bare:
        raise Invalid(_("Cần ghi tên đơn vị."))
    if valid_from and unit.valid_to and valid_from > unit.valid_to:
        raise Invalid(_("Ngày bắt đầu phải trước ngày kết thúc %(day)s.") % {"day": f"{unit.valid_to:%d/%m/%Y}"})
    word = rules.TYPE_WORDS[unit.type]
    wanted = {"name": f"{word[0].upper()}{word[1:]} {bare}", "valid_from": valid_from, "basis": basis.strip()}
    changes = {field: value for field, value in wanted.items() if getattr(unit, field) != value}
    if not changes:
        return unit
    for field, value in changes.items():
        setattr(unit, field, value)
    unit.folded, unit.sort_key = rules.folded(bare), sort_key(bare)
    unit.by_hand, unit.version = True, unit.version + 1
    unit.save(update_fields=[*changes, "folded", "sort_key", "by_hand", "version"])
    audit.record(deed="unit.correct", subject=unit, actor=actor, at=at, changes=changes)
    return unit
