"""A unit goes, wholly or in part, into another one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.territory import policies
from nghitruong.territory.enums import Extent
from nghitruong.territory.models import Placement, Succession, Unit


@transaction.atomic
def succeed(
    *,
    predecessor: Unit,
    successor: Unit,
    on: date,
    basis: str,
    actor: Actor,
    at: datetime,
    extent: Extent = Extent.WHOLE,
) -> Succession:
    """Record that `predecessor` went into `successor` on that day. A merger or a split is one call for each pair.

    A unit that goes whole ends the day before; what lay in it lies in the successor from then on, and what it lay
    in before is kept. Raises Invalid when the days do not fit.
    """
    policies.can_succeed(actor, predecessor).require()
    predecessor = locked(predecessor)
    last = on - timedelta(days=1)
    if not basis.strip():
        raise Invalid(_("Cần ghi nghị quyết làm căn cứ."))
    if (
        predecessor.pk == successor.pk
        or Succession.objects.filter(predecessor=predecessor, successor=successor).exists()
    ):
        raise Invalid(_("Đã ghi %(new)s kế thừa %(old)s.") % {"new": successor.in_text, "old": predecessor.in_text})
    if not successor.stands_on(on):
        raise Invalid(_("%(unit)s không tồn tại vào ngày %(day)s.") % {"unit": successor.name, "day": f"{on:%d/%m/%Y}"})
    if (predecessor.valid_from and last < predecessor.valid_from) or (
        predecessor.valid_to and predecessor.valid_to > last
    ):
        raise Invalid(_("Ngày kế thừa không khớp với thời gian tồn tại của %(unit)s.") % {"unit": predecessor.in_text})
    succession = Succession.objects.create(
        predecessor=predecessor, successor=successor, extent=extent, on=on, basis=basis.strip()
    )
    moved = _hand_over(predecessor, successor, last) if extent == Extent.WHOLE else 0
    audit.record(
        deed="unit.succeed",
        subject=predecessor,
        actor=actor,
        at=at,
        changes={
            "successor": successor.name,
            "extent": Extent(extent).label,
            "on": on,
            "basis": succession.basis,
            "children": moved,
        },
    )
    return succession


def _hand_over(predecessor: Unit, successor: Unit, last: date) -> int:
    if predecessor.valid_to is None:
        predecessor.valid_to, predecessor.by_hand = last, True
        predecessor.version += 1
        predecessor.save(update_fields=["valid_to", "by_hand", "version"])
    below = list(predecessor.children.filter(valid_to__isnull=True))
    Placement.objects.bulk_create(Placement(unit=unit, parent=predecessor, valid_to=last) for unit in below)
    for unit in below:
        unit.parent, unit.by_hand = successor, True
    Unit.objects.bulk_update(below, ["parent", "by_hand"])
    return len(below)
