"""An organ is added, corrected, ended, and takes over from others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.language import fold, normalise, sort_key
from nghitruong.organisation import policies
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Membership, Organ, Term
from nghitruong.organisation.rules.words import moved
from nghitruong.organisation.selectors import council_of

EDITABLE = {
    "name", "short_name", "code", "parent", "valid_from", "basis", "population", "is_mountain_or_island", "field",
}  # fmt: skip


def _index(organ: Organ) -> None:
    organ.name, organ.short_name = normalise(organ.name), normalise(organ.short_name)
    organ.folded = fold(f"{organ.name} {organ.short_name}")[:260]
    organ.sort_key = sort_key(organ.display)


def _check(organ: Organ) -> None:
    if not organ.name:
        raise Invalid(_("Chưa ghi tên cơ quan."))
    if organ.kind == OrganKind.COMMITTEE and not organ.field:
        raise Invalid(_("Chưa chọn lĩnh vực của Ban."))
    if organ.valid_from and organ.valid_to and organ.valid_from > organ.valid_to:
        raise Invalid(_("Ngày bắt đầu phải trước ngày kết thúc."))


def _council_id(organ: Organ) -> int | None:
    council = council_of(organ)
    return council.pk if council else None


@transaction.atomic
def add_organ(
    *,
    council: Organ,
    kind: str,
    name: str,
    actor: Actor,
    at: datetime,
    short_name: str = "",
    field: str = "",
    values: Mapping[str, Any] | None = None,
) -> Organ:
    """Add an organ to a council: a committee, a group, a department.

    `values` may hold code, parent, valid_from, basis. Raises Invalid where a standing organ of that council
    already bears the name.
    """
    policies.can_add_organ(actor, council).require()
    organ = Organ(
        council=council, unit=council.unit, kind=kind, name=name, short_name=short_name, field=field, **(values or {})
    )
    _index(organ)
    _check(organ)
    twin = Organ.objects.filter(council=council, name=organ.name, valid_to__isnull=True).first()
    if twin is not None:
        raise Invalid(_("Hội đồng này đã có «%(name)s» đang hoạt động.") % {"name": twin.name})
    organ.save()
    audit.record(
        deed="organ.add",
        subject=organ,
        actor=actor,
        at=at,
        council_id=council.pk,
        changes={"tên": organ.name, "loại": OrganKind(kind).label, "có từ ngày": moved(None, organ.valid_from)},
    )
    return organ


@transaction.atomic
def edit_organ(
    *, organ: Organ, values: Mapping[str, Any], actor: Actor, at: datetime, version: int | None = None
) -> Organ:
    """Correct what is recorded of an organ; the journal keeps both wordings.

    A rename by law is not a correction: end the organ and let a new one take over. Raises Conflict when
    somebody was faster than `version`.
    """
    policies.can_edit_organ(actor, organ).require()
    organ = locked(organ, version=version)
    changes = {}
    for name, value in values.items():
        if name not in EDITABLE:
            raise Invalid(_("Không sửa được mục «%(name)s».") % {"name": name})
        before = getattr(organ, name)
        if before != value:
            changes[str(Organ._meta.get_field(name).verbose_name)] = moved(before, value)  # type: ignore[union-attr] # only own fields are editable
            setattr(organ, name, value)
    _index(organ)
    _check(organ)
    if changes:
        organ.version += 1
        organ.save()
        audit.record(
            deed="organ.edit", subject=organ, actor=actor, at=at, council_id=_council_id(organ), changes=changes
        )
    return organ


@transaction.atomic
def end_organ(*, organ: Organ, on: date, basis: str, actor: Actor, at: datetime) -> Organ:
    """End an organ after this day; a council's organs, open terms and everybody's offices end with it."""
    policies.can_end_organ(actor, organ).require()
    organ = locked(organ)
    ending = [organ]
    if organ.kind == OrganKind.COUNCIL:
        ending += list(organ.organs.select_for_update(of=("self",)).filter(valid_to__isnull=True))
    for each in ending:
        if each.valid_from and on < each.valid_from:
            raise Invalid(_("«%(name)s» chưa có vào ngày ấy.") % {"name": each.name})
    started = Membership.objects.filter(organ__in=ending, valid_to__isnull=True, valid_from__gt=on)
    if started.exists():
        raise Invalid(_("Có chức vụ bắt đầu sau ngày ấy; sửa các chức vụ đó trước."))
    for each in ending:
        each.valid_to, each.version = on, each.version + 1
        each.save(update_fields=["valid_to", "version"])
        audit.record(
            deed="organ.end",
            subject=each,
            actor=actor,
            at=at,
            council_id=_council_id(each),
            changes={"đến hết ngày": moved(None, on), "căn cứ": basis},
        )
    _end_offices(ending, on, basis, actor, at)
    return organ


def _end_offices(ending: list[Organ], on: date, basis: str, actor: Actor, at: datetime) -> None:
    for term in Term.objects.filter(council__in=ending, starts_on__lte=on, ends_on__isnull=True):
        term.ends_on, term.version = on, term.version + 1
        term.save(update_fields=["ends_on", "version"])
        audit.record(
            deed="term.end", subject=term, actor=actor, at=at, council_id=term.council_id,
            changes={"đến ngày": moved(None, on)},
        )  # fmt: skip
    reason = official("cơ quan kết thúc hoạt động")
    open_offices = Membership.objects.filter(organ__in=ending, valid_to__isnull=True)
    for membership in open_offices.select_related("person", "organ"):
        membership.valid_to, membership.ended_because = on, f"{reason}: {basis}"[:200] if basis else reason
        membership.version += 1
        membership.save(update_fields=["valid_to", "ended_because", "version"])
        audit.record(
            deed="membership.end", subject=membership, actor=actor, at=at, council_id=_council_id(membership.organ),
            changes={"đến hết ngày": moved(None, on), "lý do": membership.ended_because},
        )  # fmt: skip


@transaction.atomic
def succeed_organ(*, organ: Organ, predecessors: Iterable[Organ], basis: str, actor: Actor, at: datetime) -> Organ:
    """Record that `organ` took over from these; their open matters go on here (ORG-10)."""
    policies.can_succeed_organ(actor, organ).require()
    organ = locked(organ)
    before = list(predecessors)
    if not before:
        raise Invalid(_("Chưa chọn cơ quan trước đây."))
    for each in before:
        if each.pk == organ.pk or organ.pk in _origins(each):
            raise Invalid(_("«%(name)s» đứng sau, không thể là cơ quan trước đây.") % {"name": each.name})
        if (each.kind == OrganKind.COUNCIL) != (organ.kind == OrganKind.COUNCIL):
            raise Invalid(_("Hội đồng nhân dân chỉ kế thừa Hội đồng nhân dân."))
        policies.can_take_over(actor, each).require()
    organ.predecessors.add(*before)
    audit.record(
        deed="organ.succeed",
        subject=organ,
        actor=actor,
        at=at,
        council_id=_council_id(organ),
        changes={"kế thừa": "; ".join(each.name for each in before), "căn cứ": basis},
    )
    return organ


def _origins(organ: Organ) -> set[int]:
    """Ids of everything this organ came from, at any remove."""
    found: set[int] = set()
    frontier = {organ.pk}
    while frontier:
        frontier = set(Organ.objects.filter(successors__in=frontier).values_list("pk", flat=True)) - found
        found |= frontier
    return found
