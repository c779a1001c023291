"""Reminders at 15, 7 and 3 days before and after: each exactly once, none after closing."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.notices import services as notices
from nghitruong.obligations import policies
from nghitruong.obligations.enums import Reminder, State
from nghitruong.obligations.models import Obligation, Reminding

FURTHEST = 15


def remind(*, actor: Actor, at: datetime) -> int:
    """Send what is due for reminding on the day of `at`; return how many obligations were reminded.

    After days of standstill only the latest point that has been reached is sent; the points passed meanwhile are
    noted as passed, so that nobody gets three messages at once. Two runs at the same time send once.
    """
    policies.can_remind(actor).require()
    today = timezone.localtime(at).date()
    rows = Obligation.objects.filter(state=State.OPEN, due_on__lte=today + timedelta(days=FURTHEST)).values_list(
        "pk", flat=True
    )
    return sum(_remind_one(pk, actor, at) for pk in rows)


@transaction.atomic
def _remind_one(pk: int, actor: Actor, at: datetime) -> bool:
    owed = Obligation.objects.select_for_update(of=("self",)).select_related("debtor", "creditor").get(pk=pk)
    today = timezone.localtime(at).date()
    if owed.state != State.OPEN or owed.due_on is None:
        return False
    offset = (today - owed.due_on).days
    reached = [point for point in Reminder if point <= offset]
    sent = set(owed.remindings.filter(due_on=owed.due_on).values_list("point", flat=True))
    fresh = [point for point in reached if point not in sent]
    if not fresh or max(fresh) < max(sent, default=-FURTHEST - 1):
        return False
    Reminding.objects.bulk_create(
        [Reminding(obligation=owed, point=point, due_on=owed.due_on, at=at) for point in fresh]
    )
    point = max(fresh)
    organs = [owed.debtor] if point < 0 else [owed.debtor, owed.creditor]
    words = (_("Sắp đến hạn %(on)s: %(what)s") if point < 0 else _("Đã quá hạn %(on)s: %(what)s")) % {
        "on": f"{owed.due_on:%d/%m/%Y}",
        "what": owed.what,
    }
    notices.send(
        key=f"remind:{owed.pk}:{owed.due_on}:{point}",
        organs=organs,
        text=words,
        subject_kind="obligations.obligation",
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
    return True
