"""A unit is founded."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.language import normalise, sort_key
from nghitruong.territory import policies, rules
from nghitruong.territory.enums import Level, UnitType
from nghitruong.territory.models import Unit
from nghitruong.territory.services.succeed import succeed


@transaction.atomic
def add(
    *,
    code: str,
    name: str,
    type: UnitType,  # noqa: A002 -- the field's own name
    parent: Unit | None,
    valid_from: date,
    basis: str,
    actor: Actor,
    at: datetime,
    replaces: Unit | None = None,
) -> Unit:
    """Record a new unit from its first day; `replaces` names the unit that it takes over whole.

    A change of name or type is a new unit that replaces the old one, under the same code if the text says so.
    Raises Invalid on a code already borne on that day, a wrong parent, or a missing legal basis.
    """
    policies.can_add(actor).require()
    level = next(level for level, types in rules.TYPES_OF_LEVEL.items() if type in types)
    bare = rules.bare(normalise(name), type)
    if not bare or not basis.strip():
        raise Invalid(_("Cần ghi tên đơn vị và nghị quyết làm căn cứ."))
    if rules.level_of_code(code) != level:
        raise Invalid(
            _("Mã đơn vị cấp này gồm %(count)d chữ số, không phải «%(code)s».")
            % {"count": rules.CODE_DIGITS[level], "code": code}
        )
    _check_parent(level, parent, valid_from)
    others = Unit.objects.filter(level=level, code=code).filter(Q(valid_to__isnull=True) | Q(valid_to__gte=valid_from))
    borne = next((unit for unit in others if unit != replaces), None)
    if borne:
        raise Invalid(_("Mã %(code)s đang thuộc %(unit)s.") % {"code": code, "unit": borne.in_text})
    word = rules.TYPE_WORDS[type]
    unit = Unit.objects.create(
        level=level,
        code=code,
        name=f"{word[0].upper()}{word[1:]} {bare}",
        type=type,
        parent=parent,
        valid_from=valid_from,
        basis=basis.strip(),
        folded=rules.folded(bare),
        sort_key=sort_key(bare),
        by_hand=True,
    )
    audit.record(
        deed="unit.add",
        subject=unit,
        actor=actor,
        at=at,
        changes={
            "code": code,
            "name": unit.name,
            "parent": parent.name if parent else "",
            "valid_from": valid_from,
            "basis": unit.basis,
        },
    )
    if replaces is not None:
        succeed(predecessor=replaces, successor=unit, on=valid_from, basis=unit.basis, actor=actor, at=at)
    return unit


def _check_parent(level: str, parent: Unit | None, valid_from: date) -> None:
    if level == Level.PROVINCE:
        if parent is not None:
            raise Invalid(_("Đơn vị cấp tỉnh không trực thuộc đơn vị nào."))
        return
    above = {Level.PROVINCE} if level == Level.DISTRICT else {Level.PROVINCE, Level.DISTRICT}
    if parent is None or parent.level not in above:
        raise Invalid(_("Cần chọn đơn vị cấp trên mà đơn vị này trực thuộc."))
    if not parent.stands_on(valid_from):
        raise Invalid(
            _("%(unit)s không tồn tại vào ngày %(day)s.") % {"unit": parent.name, "day": f"{valid_from:%d/%m/%Y}"}
        )
