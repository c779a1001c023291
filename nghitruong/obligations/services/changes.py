"""What may change while a debt runs: its date, its debtor, how often it was urged; or its end without result."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import services as clocks
from nghitruong.legalclock.enums import ClockState
from nghitruong.legalclock.models import Clock
from nghitruong.obligations import policies
from nghitruong.obligations.flow import OBLIGATION
from nghitruong.obligations.models import Handover, Obligation
from nghitruong.organisation.models import Organ


@transaction.atomic
def extend(
    *,
    obligation: Obligation,
    number: int,
    day_type: str,
    reason: str,
    citation: str,
    on: date,
    actor: Actor,
    at: datetime,
) -> Obligation:
    """Gia hạn: days added by the creditor's side, with reason and basis, on the clock's own derivation."""
    policies.can_extend(actor, obligation).require()
    obligation = locked(obligation)
    policies.can_extend(actor, obligation).require()
    before = obligation.due_on
    clock = obligation.clock
    if clock is None:
        clock = _clock_for_stated_date(obligation, actor, at)
    clock = clocks.extend(
        clock=clock, number=number, day_type=day_type, reason=reason, citation=citation, on=on, actor=actor, at=at
    )
    obligation.clock, obligation.due_on = clock, clock.due_on
    obligation.version += 1
    obligation.save(update_fields=["clock", "due_on", "version"])
    _tell("extend", obligation, actor, at, {"hạn cũ": before, "hạn mới": obligation.due_on, "lý do": reason})
    return obligation


def _clock_for_stated_date(obligation: Obligation, actor: Actor, at: datetime) -> Clock:
    """A date that a text stated gets a clock when it is first extended, so that the new date has its derivation."""
    assert obligation.due_on is not None  # noqa: S101 -- can_extend asks for it
    days = max((obligation.due_on - obligation.opened_on).days, 1)
    return clocks.start_plain(
        number=days,
        day_type="calendar",
        label=obligation.what[:200],
        citation=_("thời hạn nêu trong văn bản"),
        subject=Subject.of(obligation),
        council_id=obligation.council_id,
        from_on=obligation.opened_on,
        from_event=_("ngày phát sinh"),
        actor=actor,
        at=at,
    )


@transaction.atomic
def set_deadline(*, obligation: Obligation, due_on: date, citation: str, actor: Actor, at: datetime) -> Obligation:
    """Ấn định thời hạn for a debt that had none, or correct a stated one; the earlier date stays in the journal."""
    policies.can_set_deadline(actor, obligation).require()
    obligation = locked(obligation)
    policies.can_set_deadline(actor, obligation).require()
    if obligation.clock is not None:
        raise Invalid(_("Thời hạn này tính theo quy tắc: hãy gia hạn thay vì ấn định lại."))
    if due_on < obligation.opened_on:
        raise Invalid(_("Thời hạn không được trước ngày phát sinh nghĩa vụ."))
    before = obligation.due_on
    obligation.due_on = due_on
    obligation.version += 1
    obligation.save(update_fields=["due_on", "version"])
    _tell("set_deadline", obligation, actor, at, {"hạn cũ": before, "hạn mới": due_on, "căn cứ": citation})
    return obligation


@transaction.atomic
def reassign(*, obligation: Obligation, debtor: Organ, reason: str, on: date, actor: Actor, at: datetime) -> Obligation:
    """Chuyển cơ quan thực hiện: the debt goes on with another debtor; from whom, to whom and why stays on record."""
    policies.can_reassign(actor, obligation).require()
    obligation = locked(obligation)
    policies.can_reassign(actor, obligation).require()
    if debtor.pk == obligation.debtor_id:
        raise Invalid(_("Cơ quan này đang là bên có nghĩa vụ."))
    if not reason.strip():
        raise Invalid(_("Chuyển cơ quan thực hiện phải nêu lý do."))
    before = obligation.debtor
    Handover.objects.create(
        obligation=obligation, from_organ=before, to_organ=debtor, on=on, reason=reason.strip()[:300]
    )
    obligation.debtor = debtor
    obligation.version += 1
    obligation.save(update_fields=["debtor", "version"])
    _tell("reassign", obligation, actor, at, {"từ": before.name, "sang": debtor.name, "lý do": reason})
    return obligation


@transaction.atomic
def urge(*, obligation: Obligation, text: str, on: date, actor: Actor, at: datetime) -> Obligation:
    """Đôn đốc: one step up the ladder (law.md 6.3), with date and words."""
    policies.can_urge(actor, obligation).require()
    obligation = locked(obligation)
    policies.can_urge(actor, obligation).require()
    obligation.escalation += 1
    obligation.version += 1
    obligation.save(update_fields=["escalation", "version"])
    _tell("urge", obligation, actor, at, {"lần": obligation.escalation, "nội dung": text, "ngày": on})
    return obligation


@transaction.atomic
def cancel(*, obligation: Obligation, reason: str, on: date, actor: Actor, at: datetime) -> Obligation:
    """Hủy: the debt ends without a result, and why stands beside it."""
    policies.can_cancel(actor, obligation).require()
    obligation = locked(obligation)
    policies.can_cancel(actor, obligation).require()
    if not reason.strip():
        raise Invalid(_("Hủy nghĩa vụ phải nêu lý do."))
    obligation.state = OBLIGATION.after("cancel", obligation.state)
    obligation.closed_on, obligation.closed_because = on, reason.strip()[:500]
    obligation.version += 1
    obligation.save(update_fields=["state", "closed_on", "closed_because", "version"])
    if obligation.clock is not None and obligation.clock.state != ClockState.CLOSED:
        clocks.close(clock=obligation.clock, on=on, actor=actor, at=at)
    _tell("cancel", obligation, actor, at, {"lý do": reason, "ngày": on})
    return obligation


def _tell(verb: str, obligation: Obligation, actor: Actor, at: datetime, changes: dict[str, object]) -> None:
    audit.record(
        deed=f"obligation.{verb}",
        subject=obligation,
        actor=actor,
        at=at,
        council_id=obligation.council_id,
        changes=changes,
    )
