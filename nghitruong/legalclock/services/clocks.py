"""Start, pause, resume, extend and close a clock. The deed of a record calls these; a page never does."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, WrongState
from nghitruong.base.locking import locked
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import policies, rules, selectors
from nghitruong.legalclock.enums import ClockState, Confidence, Direction
from nghitruong.legalclock.models import Clock, Extension, Pause


@transaction.atomic
def start(
    *,
    key: str,
    subject: Subject,
    council_id: int | None,
    from_on: date,
    from_event: str,
    actor: Actor,
    at: datetime,
    calendar: rules.Calendar | None = None,
) -> Clock:
    """Start the period that the rule `key` gives, as it stood on the day of the event.

    The council's own rule goes before the national one. `calendar` may be given where many clocks start at once.
    Raises Invalid where no rule is in force on that day or it names no number of days.
    """
    policies.can_start(actor).require()
    rule = selectors.rule_or_refuse(key, council_id=council_id, on=from_on)
    clock = Clock(
        rule=rule,
        council_id=council_id,
        label=rule.label,
        number=selectors.number_of(rule),
        day_type=rule.day_type,
        direction=rule.direction,
        rolls=rule.rolls,
        citation=rule.citation,
        confidence=rule.confidence,
        kind=subject.kind,
        object_id=subject.id,
        from_on=from_on,
        from_event=from_event[:200],
    )
    return _begin(clock, actor=actor, at=at, calendar=calendar)


@transaction.atomic
def start_plain(
    *,
    number: int,
    day_type: str,
    label: str,
    citation: str,
    subject: Subject,
    council_id: int | None,
    from_on: date,
    from_event: str,
    actor: Actor,
    at: datetime,
    direction: str = Direction.AFTER,
    confidence: str = Confidence.VERIFIED,
    calendar: rules.Calendar | None = None,
) -> Clock:
    """Start a period that a document itself gives ("trong 10 ngày làm việc"), cited as that document.

    `confidence` is verified: the words stand in the cited document. Raises Invalid for a number out of 0..3650.
    """
    policies.can_start(actor).require()
    clock = Clock(
        council_id=council_id,
        label=label[:200],
        number=number,
        day_type=day_type,
        direction=direction,
        citation=citation[:300],
        confidence=confidence,
        kind=subject.kind,
        object_id=subject.id,
        from_on=from_on,
        from_event=from_event[:200],
    )
    return _begin(clock, actor=actor, at=at, calendar=calendar)


@transaction.atomic
def pause(*, clock: Clock, reason: str, on: date, actor: Actor, at: datetime) -> Clock:
    """Stop a running clock from the day `on` (which no longer counts) until it is resumed; the reason is kept."""
    policies.can_move(actor, clock).require()
    clock = locked(clock)
    _expect(clock, ClockState.RUNNING)
    if not reason.strip():
        raise Invalid(_("Tạm dừng thời hạn phải ghi lý do."))
    if clock.direction == Direction.BEFORE:
        raise Invalid(_("Thời hạn đếm ngược từ một ngày ấn định thì không tạm dừng được."))
    if not clock.from_on < on <= clock.due_on:
        raise Invalid(
            _("Ngày tạm dừng phải sau ngày %(first)s và không muộn hơn hạn %(last)s.")
            % {"first": f"{clock.from_on:%d/%m/%Y}", "last": f"{clock.due_on:%d/%m/%Y}"}
        )
    last = clock.pauses.order_by("to_on").last()
    if last is not None and last.to_on is not None and on <= last.to_on:
        raise Invalid(_("Ngày tạm dừng nằm trong khoảng đã tạm dừng trước đó."))
    Pause.objects.create(clock=clock, from_on=on, reason=reason.strip()[:300])
    clock.state, clock.paused_on = ClockState.PAUSED, on
    clock.save(update_fields=["state", "paused_on"])
    _journal("clock.pause", clock, actor, at, {"reason": reason.strip(), "on": on})
    return clock


@transaction.atomic
def resume(*, clock: Clock, on: date, actor: Actor, at: datetime) -> Clock:
    """Let a paused clock run again: the day `on` counts again, the due date moves by what was stood still."""
    policies.can_move(actor, clock).require()
    clock = locked(clock)
    _expect(clock, ClockState.PAUSED)
    stop = clock.pauses.get(to_on__isnull=True)
    if on < stop.from_on:
        raise Invalid(_("Ngày chạy tiếp không thể trước ngày tạm dừng %(on)s.") % {"on": f"{stop.from_on:%d/%m/%Y}"})
    stop.to_on = on - timedelta(days=1)
    stop.save(update_fields=["to_on"])
    clock.state, clock.paused_on = ClockState.RUNNING, None
    was = _derive(clock)
    clock.save(update_fields=["state", "paused_on", "due_on", "way"])
    _journal("clock.resume", clock, actor, at, {"on": on, "was": was})
    return clock


@transaction.atomic
def extend(
    *,
    clock: Clock,
    number: int,
    day_type: str,
    reason: str,
    citation: str,
    on: date,
    actor: Actor,
    at: datetime,
) -> Clock:
    """Add calendar or working days, counted on from the due date reached so far; reason and basis are kept."""
    policies.can_move(actor, clock).require()
    clock = locked(clock)
    if clock.is_closed:
        raise WrongState(_("Thời hạn đã đóng thì không gia hạn được."))
    if not reason.strip():
        raise Invalid(_("Gia hạn phải ghi lý do."))
    if not 1 <= number <= rules.LONGEST:
        raise Invalid(_("Số ngày gia hạn phải từ 1 đến %(most)s.") % {"most": rules.LONGEST})
    Extension.objects.create(
        clock=clock,
        number=number,
        day_type=day_type,
        on=on,
        reason=reason.strip()[:300],
        citation=citation[:300],
    )
    was = _derive(clock)
    if clock.direction == Direction.BEFORE and clock.due_on > clock.from_on:
        raise Invalid(_("Gia hạn như vậy thì hạn sẽ qua ngày %(on)s.") % {"on": f"{clock.from_on:%d/%m/%Y}"})
    clock.save(update_fields=["due_on", "way"])
    extra = {"number": number, "day_type": day_type, "reason": reason.strip(), "citation": citation, "was": was}
    _journal("clock.extend", clock, actor, at, extra)
    return clock


@transaction.atomic
def close(*, clock: Clock, on: date, actor: Actor, at: datetime) -> Clock:
    """Close a clock for good: its due date and derivation never change again. Closing twice changes nothing."""
    policies.can_move(actor, clock).require()
    clock = locked(clock)
    if clock.is_closed:
        return clock
    for stop in clock.pauses.filter(to_on__isnull=True):
        stop.to_on = max(on, stop.from_on)
        stop.save(update_fields=["to_on"])
    clock.state, clock.closed_on, clock.paused_on = ClockState.CLOSED, on, None
    clock.save(update_fields=["state", "closed_on", "paused_on"])
    _journal("clock.close", clock, actor, at, {"on": on})
    return clock


def _begin(clock: Clock, *, actor: Actor, at: datetime, calendar: rules.Calendar | None) -> Clock:
    derived = rules.count(
        number=clock.number,
        day_type=clock.day_type,
        from_on=clock.from_on,
        direction=clock.direction,
        calendar=(calendar or selectors.calendar()).lenient(),
        rolls=clock.rolls,
    )
    clock.due_on, clock.way = derived.due_on, derived.as_json()
    clock.save(force_insert=True)
    _journal("clock.start", clock, actor, at, {"from_on": clock.from_on, "citation": clock.citation})
    return clock


def _derive(clock: Clock) -> date:
    """Work the clock out anew; return the due date it had."""
    was = clock.due_on
    derived = selectors.derive(clock, selectors.calendar())
    clock.due_on, clock.way = derived.due_on, derived.as_json()
    return was


def _expect(clock: Clock, state: ClockState) -> None:
    if clock.state != state:
        raise WrongState(_("Thời hạn này đang ở trạng thái «%(state)s».") % {"state": clock.get_state_display()})


def _journal(deed: str, clock: Clock, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    audit.record(
        deed=deed,
        subject=clock,
        actor=actor,
        at=at,
        council_id=clock.council_id,
        changes={"due_on": clock.due_on, "kind": clock.kind, "object_id": clock.object_id, **changes},
    )
