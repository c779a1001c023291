"""Reminders at 15, 7 and 3 days before and after: each exactly once, none after closing; undated debts are asked for.

A point is over when its day has come. After days of standstill only the latest point reached is sent, the ones
before it are noted as passed, so that nobody gets three messages at once. A point whose day had gone when the date
was set (a debt opened five days before it is due, a date moved) is passed in silence too.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

from django.db import transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.notices import selectors as boxes
from nghitruong.notices import services as notices
from nghitruong.obligations import policies
from nghitruong.obligations.enums import Reminder, State
from nghitruong.obligations.models import Obligation, Reminding

POINTS = sorted(Reminder)
PATIENCE_DAYS = 7
"""So long a debt may stand without a date before its creditor is asked for one."""


def remind(*, actor: Actor, at: datetime) -> int:
    """Send what is due for reminding on the day of `at`; return how many obligations were reminded.

    Safe to run at any time and twice at once: each row is locked and the database keeps each point unique.
    """
    policies.can_remind(actor).require()
    today = timezone.localtime(at).date()
    return sum(_remind_one(pk, today, actor, at) for pk in _waiting(today))


def _waiting(today: date) -> list[int]:
    """Debts whose latest point reached is not over yet; one statement, however many are long overdue."""
    reached = Q(pk__in=[])
    for point, after in [*pairwise(POINTS), (POINTS[-1], None)]:
        is_over = Reminding.objects.filter(obligation=OuterRef("pk"), due_on=OuterRef("due_on"), point=point)
        stretch = Q(due_on__lte=today - timedelta(days=point))
        if after is not None:
            stretch &= Q(due_on__gt=today - timedelta(days=after))
        reached |= stretch & Q(~Exists(is_over))
    return list(Obligation.objects.filter(reached, state=State.OPEN).order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _remind_one(pk: int, today: date, actor: Actor, at: datetime) -> bool:
    owed = Obligation.objects.select_for_update(of=("self",)).select_related("debtor", "creditor").get(pk=pk)
    if owed.state != State.OPEN or owed.due_on is None:
        return False
    over = set(owed.remindings.filter(due_on=owed.due_on).values_list("point", flat=True))
    fresh = [p for p in POINTS if p not in over and owed.due_on + timedelta(days=p) <= today]
    if not fresh:
        return False
    latest = fresh[-1]
    sends = owed.due_on + timedelta(days=latest) > owed.dated_on
    Reminding.objects.bulk_create(
        [Reminding(obligation=owed, point=p, due_on=owed.due_on, at=at, sent=sends and p == latest) for p in fresh]
    )
    if sends:
        _send(owed, latest, today, actor, at)
    return sends


def _send(owed: Obligation, point: Reminder, today: date, actor: Actor, at: datetime) -> None:
    """The debtor alone before the date, the creditor too once it has passed."""
    if owed.due_on is None:
        return
    days = (owed.due_on - today).days
    organs = [owed.debtor] if point < 0 else [owed.debtor, owed.creditor]
    if days > 0:
        words = _("Còn %(days)s ngày đến hạn %(on)s: %(what)s")
    else:
        words = _("Quá hạn %(days)s ngày (hạn %(on)s): %(what)s") if days else _("Đến hạn hôm nay, %(on)s: %(what)s")
    notices.send(
        key=f"remind:{owed.pk}:{owed.due_on}:{int(point)}",
        organs=organs,
        text=words % {"days": abs(days), "on": f"{owed.due_on:%d/%m/%Y}", "what": owed.what},
        subject_kind=policies.SUBJECT,
        subject_id=owed.pk,
        at=at,
    )
    audit.record(
        deed="obligation.remind",
        subject=owed,
        actor=actor,
        at=at,
        council_id=owed.council_id,
        changes={"mốc": point.label, "hạn": owed.due_on, "nơi nhận": [organ.name for organ in organs]},
    )


def ask(*, actor: Actor, at: datetime) -> int:
    """Ask the creditors of debts that have stood without a date for PATIENCE_DAYS to set one, once; return how many."""
    policies.can_ask(actor).require()
    before = timezone.localtime(at).date() - timedelta(days=PATIENCE_DAYS)
    rows = Obligation.objects.filter(state=State.OPEN, due_on__isnull=True, opened_on__lte=before)
    return sum(
        notices.send(
            key=f"undated:{owed.pk}",
            organs=[owed.creditor],
            text=_("Chưa có thời hạn, hãy ấn định: %(what)s (%(debtor)s)")
            % {"what": owed.what, "debtor": owed.debtor.name},
            subject_kind=policies.SUBJECT,
            subject_id=owed.pk,
            at=at,
        )
        for owed in rows.exclude(pk__in=boxes.told("undated:", policies.SUBJECT)).select_related("debtor", "creditor")
    )
