"""A whole council is set up from the template of its level and era."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.language import fold, sort_key
from nghitruong.organisation import policies
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.organisation.rules import Planned, council_plan
from nghitruong.organisation.rules.words import moved
from nghitruong.territory.enums import UnitType
from nghitruong.territory.models import Unit

LEAST_PEOPLE_OF_A_DAC_KHU = 1_000


@transaction.atomic
def establish(
    *,
    unit: Unit,
    on: date,
    actor: Actor,
    at: datetime,
    predecessors: Iterable[Organ] = (),
    groups: int = 0,
    has_ethnic_committee: bool = False,
    population: int | None = None,
    is_mountain_or_island: bool = False,
    basis: str = "",
) -> Organ:
    """Set up a council with the organs that law.md 2.2 (before 1/7/2025) and 2.3 give its level; return it.

    `predecessors` are councils it takes over from: each new organ then takes over from theirs of the same kind
    and field, so that open matters find their way (ORG-10). Raises Invalid where one already stands, where the
    unit does not exist on the day, and for a đặc khu of fewer than 1,000 people (ORG-08).
    """
    policies.can_establish(actor, unit).require()
    _check(unit, on, population)
    before = list(predecessors)
    if any(each.kind != OrganKind.COUNCIL for each in before):
        raise Invalid(_("Hội đồng nhân dân chỉ kế thừa Hội đồng nhân dân."))
    plan = council_plan(
        unit_name=unit.name, level=unit.level, unit_type=unit.type, on=on, ethnic=has_ethnic_committee, groups=groups
    )
    made: dict[str, Organ] = {}
    for planned in plan:
        organ = _make(planned, unit, on, basis, made)
        if organ.kind == OrganKind.COUNCIL:
            organ.population, organ.is_mountain_or_island = population, is_mountain_or_island
        organ.save()
        made.setdefault(organ.kind, organ)
        _take_over(organ, before)
        is_council = organ.kind == OrganKind.COUNCIL
        audit.record(
            deed="council.establish" if is_council else "organ.add",
            subject=organ,
            actor=actor,
            at=at,
            council_id=made[OrganKind.COUNCIL].pk,
            changes={"tên": organ.name, "có từ ngày": moved(None, on)}
            | ({"kế thừa": "; ".join(each.name for each in before), "căn cứ": basis} if is_council else {}),
        )
    return made[OrganKind.COUNCIL]


def _check(unit: Unit, on: date, population: int | None) -> None:
    if (unit.valid_from and on < unit.valid_from) or (unit.valid_to and unit.valid_to < on):
        raise Invalid(_("Ngày %(day)s không có %(unit)s.") % {"day": f"{on:%d/%m/%Y}", "unit": unit.name})
    standing = Organ.objects.on(on).filter(kind=OrganKind.COUNCIL, unit=unit).first()
    if standing is not None:
        raise Invalid(_("%(council)s đã có.") % {"council": standing.name})
    if unit.type == UnitType.DAC_KHU and population is not None and population < LEAST_PEOPLE_OF_A_DAC_KHU:
        raise Invalid(
            _("Đặc khu dưới 1.000 dân không tổ chức Hội đồng nhân dân (Điều 28 Luật 72/2025/QH15)."),
        )


def _make(planned: Planned, unit: Unit, on: date, basis: str, made: dict[str, Organ]) -> Organ:
    return Organ(
        kind=planned.kind,
        name=planned.name,
        short_name=planned.short_name,
        field=planned.field,
        unit=unit,
        council=made.get(OrganKind.COUNCIL),
        parent=made.get(planned.under),
        valid_from=on,
        basis=basis,
        folded=fold(f"{planned.name} {planned.short_name}")[:260],
        sort_key=sort_key(planned.short_name or planned.name),
    )


def _take_over(organ: Organ, before: list[Organ]) -> None:
    if organ.kind == OrganKind.COUNCIL:
        organ.predecessors.add(*before)
        return
    if organ.kind in {OrganKind.DEPARTMENT, OrganKind.GROUP, OrganKind.OTHER}:
        return
    theirs = Organ.objects.filter(council__in=before, kind=organ.kind, field=organ.field)
    organ.predecessors.add(*theirs)
