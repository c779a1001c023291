"""What may change while a debt runs: its date, its debtor, how often it was urged; or its end without result."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import services as clocks
from nghitruong.legalclock.enums import ClockState
from nghitruong.legalclock.models import Clock
from nghitruong.obligations import policies
from nghitruong.obligations.enums import Rung
from nghitruong.obligations.flow import OBLIGATION
from nghitruong.obligations.models import PARTIES, Handover, Obligation
from nghitruong.obligations.services.telling import check_day, record
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
    obligation = locked(obligation, keep=PARTIES)
    policies.can_extend(actor, obligation).require()
    check_day(on=on, at=at)
    before = obligation.due_on
    if obligation.clock is None:
        clock = _clock_from_stated_date(obligation, number, day_type, reason, citation, actor, at)
    else:
        clock = clocks.extend(
            clock=obligation.clock,
            number=number,
            day_type=day_type,
            reason=reason,
            citation=citation,
            on=on,
            actor=actor,
            at=at,
        )
    obligation.refresh_from_db(fields=["version"])
    obligation.clock, obligation.due_on = clock, clock.due_on
    obligation.dated_on = timezone.localtime(at).date()
    obligation.version += 1
    obligation.save(update_fields=["clock", "due_on", "dated_on", "version"])
    record(
        "extend",
        obligation,
        actor,
        at,
        {"hạn cũ": before, "hạn mới": obligation.due_on, "lý do": reason, "căn cứ": citation},
    )
    return obligation


def _clock_from_stated_date(
    obligation: Obligation, number: int, day_type: str, reason: str, citation: str, actor: Actor, at: datetime
) -> Clock:
    """A date that a text stated gets a clock when it is first extended, counted on from that very date."""
    if obligation.due_on is None or not reason.strip():
        raise Invalid(_("Gia hạn phải có thời hạn đang chạy và lý do."))
    return clocks.start_plain(
        number=number,
        day_type=day_type,
        label=official("Gia hạn: %(reason)s", reason=reason.strip()),
        citation=citation.strip() or official("quyết định gia hạn của bên có quyền"),
        subject=Subject.of(obligation),
        council_id=obligation.council_id,
        from_on=obligation.due_on,
        from_event=official("hạn nêu trong văn bản"),
        actor=actor,
        at=at,
    )


@transaction.atomic
def set_deadline(*, obligation: Obligation, due_on: date, citation: str, actor: Actor, at: datetime) -> Obligation:
    """Ấn định thời hạn for a debt that had none, or correct a stated one; the earlier date stays in the journal.

    `citation` is kept beside the date. Raises Invalid for a date before the debt arose or without a citation.
    """
    policies.can_set_deadline(actor, obligation).require()
    obligation = locked(obligation, keep=PARTIES)
    policies.can_set_deadline(actor, obligation).require()
    if due_on < obligation.opened_on:
        raise Invalid(_("Thời hạn không được trước ngày phát sinh nghĩa vụ."))
    if not citation.strip():
        raise Invalid(_("Ấn định thời hạn phải nêu căn cứ."))
    before = obligation.due_on
    obligation.due_on, obligation.due_basis = due_on, citation.strip()[:300]
    obligation.dated_on = timezone.localtime(at).date()
    obligation.version += 1
    obligation.save(update_fields=["due_on", "due_basis", "dated_on", "version"])
    record("set_deadline", obligation, actor, at, {"hạn cũ": before, "hạn mới": due_on, "căn cứ": citation})
    return obligation


@transaction.atomic
def reassign(*, obligation: Obligation, debtor: Organ, reason: str, on: date, actor: Actor, at: datetime) -> Obligation:
    """Chuyển cơ quan thực hiện: the debt goes on with another debtor; from whom, to whom and why stays on record."""
    policies.can_reassign(actor, obligation).require()
    obligation = locked(obligation, keep=PARTIES)
    policies.can_reassign(actor, obligation).require()
    check_day(on=on, at=at)
    if debtor.pk == obligation.creditor_id:
        raise Invalid(_("Bên có quyền không thể đồng thời là bên có nghĩa vụ."))
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
    record("reassign", obligation, actor, at, {"từ": before.name, "sang": debtor.name, "lý do": reason})
    return obligation


@transaction.atomic
def urge(
    *,
    obligation: Obligation,
    text: str,
    on: date,
    rung: int | None = None,
    number: str = "",
    actor: Actor,
    at: datetime,
) -> Obligation:
    """Đôn đốc, with date, words and the document's number.

    `rung` says how far up the ladder (law.md 6.3) this goes; without it the first urging is followed by further
    ones and nothing climbs by itself. Raises Invalid for a rung below the one reached.
    """
    policies.can_urge(actor, obligation).require()
    obligation = locked(obligation, keep=PARTIES)
    policies.can_urge(actor, obligation).require()
    check_day(on=on, at=at)
    if not text.strip():
        raise Invalid(_("Đôn đốc phải nêu nội dung."))
    usual = Rung.AGAIN if obligation.escalation else Rung.FIRST
    reached = max(usual, Rung(obligation.escalation)) if rung is None else Rung(rung)
    if reached < max(obligation.escalation, Rung.FIRST):
        raise Invalid(_("Đã «%(rung)s»: không ghi lùi mức đôn đốc.") % {"rung": Rung(obligation.escalation).label})
    obligation.escalation = reached
    obligation.version += 1
    obligation.save(update_fields=["escalation", "version"])
    changes = {"mức": reached.label, "nội dung": text.strip(), "văn bản": number.strip(), "ngày": on}
    record("urge", obligation, actor, at, changes)
    return obligation


@transaction.atomic
def cancel(*, obligation: Obligation, reason: str, on: date, actor: Actor, at: datetime) -> Obligation:
    """Hủy: the debt ends without a result, and why stands beside it."""
    policies.can_cancel(actor, obligation).require()
    obligation = locked(obligation, keep=PARTIES)
    policies.can_cancel(actor, obligation).require()
    if not reason.strip():
        raise Invalid(_("Hủy nghĩa vụ phải nêu lý do."))
    check_day(on=on, at=at)
    obligation.state = OBLIGATION.after("cancel", obligation.state)
    obligation.closed_on, obligation.closed_because = on, reason.strip()[:500]
    obligation.version += 1
    obligation.save(update_fields=["state", "closed_on", "closed_because", "version"])
    if obligation.clock is not None and obligation.clock.state != ClockState.CLOSED:
        clocks.close(clock=obligation.clock, on=on, actor=actor, at=at)
    record("cancel", obligation, actor, at, {"lý do": reason, "ngày": on})
    return obligation
