"""Reported, accepted, or not accepted."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.legalclock import services as clocks
from nghitruong.legalclock.enums import ClockState
from nghitruong.obligations import policies
from nghitruong.obligations.flow import OBLIGATION
from nghitruong.obligations.models import PARTIES, Obligation
from nghitruong.obligations.services.telling import check_day, record


@transaction.atomic
def fulfil(*, obligation: Obligation, evidence: str, on: date, actor: Actor, at: datetime) -> Obligation:
    """Báo cáo đã thực hiện, with evidence; the debt still runs until the creditor accepts."""
    policies.can_fulfil(actor, obligation).require()
    obligation = locked(obligation, keep=PARTIES)
    policies.can_fulfil(actor, obligation).require()
    if not evidence.strip():
        raise Invalid(_("Báo cáo thực hiện phải nêu kết quả hoặc bằng chứng."))
    check_day(on=on, at=at)
    obligation.state = OBLIGATION.after("fulfil", obligation.state)
    obligation.evidence, obligation.fulfilled_on = evidence.strip()[:1000], on
    obligation.version += 1
    obligation.save(update_fields=["state", "evidence", "fulfilled_on", "version"])
    record("fulfil", obligation, actor, at, {"kết quả": evidence, "ngày": on})
    return obligation


@transaction.atomic
def accept(*, obligation: Obligation, evidence: str, on: date, actor: Actor, at: datetime) -> Obligation:
    """Chấp nhận: the creditor says that what was owed has been done; its clock closes."""
    policies.can_accept(actor, obligation).require()
    obligation = locked(obligation, keep=PARTIES)
    policies.can_accept(actor, obligation).require()
    check_day(on=on, at=at)
    obligation.state = OBLIGATION.after("accept", obligation.state)
    obligation.evidence = (evidence.strip() or obligation.evidence)[:1000]
    obligation.closed_on = on
    obligation.version += 1
    obligation.save(update_fields=["state", "evidence", "closed_on", "version"])
    if obligation.clock is not None and obligation.clock.state != ClockState.CLOSED:
        clocks.close(clock=obligation.clock, on=obligation.fulfilled_on or on, actor=actor, at=at)
    record("accept", obligation, actor, at, {"căn cứ": obligation.evidence, "ngày": on})
    return obligation


@transaction.atomic
def refuse(*, obligation: Obligation, reason: str, on: date, actor: Actor, at: datetime) -> Obligation:
    """Chưa chấp nhận: back to the debtor, with the reason; what was reported stays in the journal."""
    policies.can_refuse(actor, obligation).require()
    obligation = locked(obligation, keep=PARTIES)
    policies.can_refuse(actor, obligation).require()
    if not reason.strip():
        raise Invalid(_("Chưa chấp nhận phải nêu lý do."))
    check_day(on=on, at=at)
    obligation.state = OBLIGATION.after("refuse", obligation.state)
    obligation.fulfilled_on = None
    obligation.version += 1
    obligation.save(update_fields=["state", "fulfilled_on", "version"])
    record("refuse", obligation, actor, at, {"lý do": reason, "ngày": on})
    return obligation
