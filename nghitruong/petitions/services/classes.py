"""A council's own classes of results, each counting as one national class (law.md 8.4), and which answer bears one."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.language import normalise
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.models import ORGANS, OwnClass, Petition
from nghitruong.petitions.selectors.classes import borne


@transaction.atomic
def set_class(*, council: Organ, outcome: str, name: str, actor: Actor, at: datetime) -> OwnClass:
    """Đặt phân loại riêng: a class of results under the council's own name, counted as the national class `outcome`.

    A national class may have any number. What is recorded keeps its class; from now on answers may bear this one.
    """
    policies.can_set_class(actor, council).require()
    name = normalise(name)
    if outcome not in Outcome.values:
        raise Invalid(_("Phân loại riêng phải thuộc một kết quả trong cách phân loại chung."))
    if not name:
        raise Invalid(_("Phân loại riêng phải có tên."))
    if OwnClass.objects.running().filter(council=locked(council), outcome=outcome, name=name).exists():
        raise Invalid(_("Đã có phân loại riêng mang tên này."))
    made = OwnClass.objects.create(council=council, outcome=outcome, name=name)
    _record("set_class", made, actor, at)
    return made


@transaction.atomic
def end_class(*, own_class: OwnClass, on: date, actor: Actor, at: datetime) -> OwnClass:
    """Thôi dùng phân loại riêng: no answer is given it any more; what bears it keeps it and is counted by it."""
    policies.can_end_class(actor, own_class).require()
    own_class = locked(own_class)
    policies.can_end_class(actor, own_class).require()
    own_class.ended_on = on
    own_class.save(update_fields=["ended_on"])
    _record("end_class", own_class, actor, at, **{"thôi dùng từ ngày": on})
    return own_class


@transaction.atomic
def remove_class(*, own_class: OwnClass, actor: Actor, at: datetime) -> None:
    """Xóa phân loại riêng that no answer bears; one in use is ended instead."""
    policies.can_remove_class(actor, own_class).require()
    own_class = locked(own_class)
    policies.can_remove_class(actor, own_class).require()
    _record("remove_class", own_class, actor, at)
    own_class.delete()


@transaction.atomic
def classify_answer(*, petition: Petition, own_class: OwnClass | None, actor: Actor, at: datetime) -> Petition:
    """Phân loại riêng câu trả lời: give the latest answer an own class of its national class, None for none.

    The national class that the answer claims never changes here.
    """
    policies.can_classify_answer(actor, petition).require()
    petition = locked(petition, keep=(*ORGANS, "own_class"))
    policies.can_classify_answer(actor, petition).require()
    latest = petition.answers.order_by("on", "pk").last()
    assert latest is not None  # noqa: S101 -- an outcome comes with an answer
    own_class = borne(council=petition.keeper, own_class=own_class, outcome=latest.outcome)
    before = petition.own_class
    latest.own_class = petition.own_class = own_class
    petition.version += 1
    latest.save(update_fields=["own_class"])
    petition.save(update_fields=["own_class", "version"])
    audit.record(
        deed="petition.classify_answer",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"phân loại riêng": str(own_class or ""), "trước": str(before or "")},
    )
    return petition


def _record(verb: str, own_class: OwnClass, actor: Actor, at: datetime, **more: object) -> None:
    audit.record(
        deed=f"petition.{verb}",
        subject=own_class.council,
        actor=actor,
        at=at,
        council_id=own_class.council_id,
        changes={"tên": own_class.name, "thuộc kết quả": Outcome(own_class.outcome).label, **more},
    )
