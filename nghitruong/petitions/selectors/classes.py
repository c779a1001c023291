"""A council's own classes of results beside the national ones (law.md 8.4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.models import OwnClass, Petition
from nghitruong.petitions.policies import can_remove_class


@dataclass(frozen=True, slots=True)
class Kept:
    """An own class with how many answers bear it, and whether it may still be removed."""

    own_class: OwnClass
    answers: int
    is_removable: bool


@dataclass(frozen=True, slots=True)
class National:
    """A national class with the council's own ones, those in use first."""

    label: str
    own: list[Kept]


def mapped(council: Organ, actor: Actor) -> list[National]:
    """Return every national class with the own classes that count as it. One statement."""
    own: QuerySet[Any] = OwnClass.objects.visible_to(actor).filter(council=council)
    counted = own.select_related("council").annotate(n=Count("answers")).order_by("name", "pk")
    rows = [Kept(one, one.n, bool(can_remove_class(actor, one, one.n))) for one in counted]
    rows.sort(key=lambda row: row.own_class.ended_on is not None)
    return [
        National(capfirst(str(label)), [row for row in rows if row.own_class.outcome == value])
        for value, label in Outcome.choices
    ]


def result_of(petition: Petition) -> str:
    """Return what the petition's latest answer claims: the own class with its national one, "" before an answer."""
    if petition.own_class is not None:
        return str(petition.own_class)
    return str(Outcome(petition.outcome).label) if petition.outcome else ""


def offered(council: Organ) -> dict[str, OwnClass]:
    """Return the own classes that an answer may bear, by the value that stands for each in a form."""
    return {str(one.pk): one for one in OwnClass.objects.running().filter(council=council).order_by("name", "pk")}


def borne(council: Organ, own_class: OwnClass | None, outcome: str) -> OwnClass | None:
    """Return `own_class` as it stands now; Invalid unless an answer of `outcome` to this council may bear it."""
    if own_class is None:
        return None
    now = OwnClass.objects.running().filter(council=council, pk=own_class.pk).first()
    if now is None:
        raise Invalid(_("Phân loại riêng này không thuộc Hội đồng nhân dân nơi theo dõi hoặc đã thôi dùng."))
    if now.outcome != outcome:
        raise Invalid(_("Phân loại riêng này không thuộc kết quả mà câu trả lời ghi."))
    return now


def results(own: dict[str, OwnClass]) -> list[tuple[str, Any]]:
    """Return the choices of a result: the national classes, the own ones grouped under theirs."""
    choices: list[tuple[str, Any]] = []
    for outcome, label in Outcome.choices:
        mine = [(value, one.name) for value, one in own.items() if one.outcome == outcome]
        plain = _("%(class)s (không phân loại riêng)") % {"class": label}
        choices.append((capfirst(str(label)), [*mine, (outcome, plain)]) if mine else (outcome, label))
    return choices
