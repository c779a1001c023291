"""The journal lines of this module, and who is told of what through them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.coordination.models import Assignment, ConclusionNotice, Progress, Recipient
from nghitruong.documents.models import Delivery
from nghitruong.notices import services as notices
from nghitruong.organisation.models import Organ

_ISSUED = _("Thông báo kết luận mới, hãy xác nhận đã nhận: %(label)s")
_REPORTED = _("Báo cáo tiến độ %(percent)s%%: %(what)s")


def record(deed: str, notice: ConclusionNotice, actor: Actor, at: datetime, changes: dict[str, Any]) -> None:
    """Write a journal line about a notice; values left blank are left out."""
    told = {name: value for name, value in changes.items() if value not in ("", None, [])}
    audit.record(deed=deed, subject=notice, actor=actor, at=at, council_id=notice.council_id, changes=told)


def _take_receipt(entry: Entry, actor: Actor) -> None:
    """Whoever receives the notice in the register of texts has received it here too."""
    opened = Delivery.objects.filter(paper=entry.object_id, opened_at__isnull=False)
    waiting = Recipient.objects.filter(
        notice__paper=entry.object_id, organ__in=opened.values("organ"), received_at=None
    )
    for recipient in waiting.select_related("notice", "organ"):
        recipient.received_at, recipient.received_by = entry.at, f"{actor.name}, {actor.office}".strip(", ")[:300]
        recipient.save(update_fields=["received_at", "received_by"])
        told = {"nơi nhận": recipient.organ.name, "người nhận": recipient.received_by}
        record("conclusion.receive", recipient.notice, actor, entry.at, told)


def _hand_over(entry: Entry, _actor: Actor) -> None:
    """A share of a task goes with its debt to whom the ledger gave it, who is sent the notice too."""
    shares = Assignment.objects.select_related("task__notice", "obligation__debtor")
    share = shares.filter(obligation=entry.object_id).first()
    if share is None or share.obligation is None:
        return
    debtor = share.obligation.debtor
    if Assignment.objects.filter(task=share.task_id, organ=debtor).exists():
        raise Invalid(gettext("%(organ)s đã được giao việc này trong cùng thông báo.") % {"organ": debtor.name})
    share.organ = debtor
    share.save(update_fields=["organ"])
    Recipient.objects.get_or_create(notice=share.task.notice, organ=debtor)


def follow_deeds() -> None:
    """Register the notices of this module with the journal; from `apps.ready`.

    Whoever gets a task is told by the ledger when its debt is opened; here only who is merely informed.
    """
    audit.follow(prefix="paper.receive", follower=_take_receipt)
    audit.follow(prefix="obligation.reassign", follower=_hand_over)
    for deed in ("conclusion.issue", "conclusion.enter"):
        notices.follow(deed=deed, organs=_informed, text=lambda entry: str(_ISSUED) % {"label": entry.label})
    notices.follow(deed="task.report", organs=_issuer, text=_reported)


def _informed(entry: Entry) -> Iterable[Organ]:
    assigned = Assignment.objects.filter(task__notice=entry.object_id).values("organ_id")
    return Organ.objects.filter(
        pk__in=ConclusionNotice.objects.get(pk=entry.object_id)
        .recipients.exclude(organ_id__in=assigned)
        .values("organ")
    )


def _issuer(entry: Entry) -> Iterable[Organ]:
    return Organ.objects.filter(
        pk=Assignment.objects.values_list("task__notice__organ", flat=True).get(pk=entry.object_id)
    )


def _reported(entry: Entry) -> str:
    last = Progress.objects.filter(assignment=entry.object_id).first()
    return str(_REPORTED) % {"percent": last.percent if last else 0, "what": entry.label}
