"""What organs do with a notice: confirm that they have it, say how far they are, report that it is done."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.coordination import policies
from nghitruong.coordination.models import Assignment, Progress, Recipient
from nghitruong.coordination.services.telling import record
from nghitruong.documents import services as documents
from nghitruong.documents.enums import DocumentKind
from nghitruong.documents.models import StoredFile
from nghitruong.obligations import services as ledger


@transaction.atomic
def receive_conclusion(*, recipient: Recipient, actor: Actor, at: datetime, received_by: str = "") -> Recipient:
    """Xác nhận đã nhận: by the organ itself, or by the issuing office for it with the words `received_by`."""
    policies.can_receive_conclusion(actor, recipient).require()
    recipient = locked(recipient, keep=("notice", "organ"))
    policies.can_receive_conclusion(actor, recipient).require()
    _receipt(recipient, actor, at, received_by)
    return recipient


def _receipt(recipient: Recipient, actor: Actor, at: datetime, received_by: str) -> None:
    by = received_by.strip() or f"{actor.name}, {actor.office}".strip(", ")
    recipient.received_at, recipient.received_by = at, by[:300]
    recipient.save(update_fields=["received_at", "received_by"])
    record("conclusion.receive", recipient.notice, actor, at, {"nơi nhận": recipient.organ.name, "người nhận": by})


@transaction.atomic
def report_task(
    *,
    assignment: Assignment,
    percent: int,
    words: str,
    on: date,
    actor: Actor,
    at: datetime,
    is_done: bool = False,
    file: StoredFile | None = None,
) -> Progress:
    """Báo cáo tiến độ một việc: percent and words, with a paper; `is_done` also reports the debt as fulfilled.

    A report is a receipt of the notice too. Raises Invalid for a day to come or before the notice, an empty report,
    or more than 100 %.
    """
    policies.can_report_task(actor, assignment).require()
    assignment = locked(assignment, keep=("task", "organ", "obligation"))
    policies.can_report_task(actor, assignment).require()
    notice = assignment.task.notice
    if not words.strip():
        raise Invalid(_("Hãy ghi kết quả đã làm được hoặc khó khăn."))
    if not 0 <= percent <= 100:
        raise Invalid(_("Mức thực hiện phải từ 0 đến 100%."))
    if on > timezone.localtime(at).date() or (notice.issued_on is not None and on < notice.issued_on):
        raise Invalid(_("Ngày báo cáo phải từ ngày ban hành thông báo đến hôm nay."))
    done = 100 if is_done else percent
    paper = None
    if file is not None:
        paper = documents.attach(
            subject=Subject.of(assignment),
            council=notice.council,
            kind=DocumentKind.OTHER,
            abstract=official("Tài liệu kèm báo cáo ngày %(on)s: %(name)s", on=f"{on:%d/%m/%Y}", name=file.name),
            organ=assignment.organ,
            file=file,
            deed="task.report",
            actor=actor,
            at=at,
        )
    report = Progress.objects.create(
        assignment=assignment,
        percent=done,
        words=words.strip()[:1000],
        on=on,
        at=at,
        by=f"{actor.name}, {actor.office}".strip(", ")[:300],
        document=paper,
    )
    assignment.percent = done
    assignment.save(update_fields=["percent"])
    unseen = Recipient.objects.filter(notice=notice, organ=assignment.organ, received_at=None)
    for recipient in unseen.select_related("notice", "organ"):
        _receipt(recipient, actor, at, "")
    audit.record(
        deed="task.report",
        subject=assignment,
        actor=actor,
        at=at,
        council_id=notice.council_id,
        changes={"mức thực hiện": f"{done}%", "nội dung": words.strip(), "ngày": on},
    )
    if is_done and assignment.obligation is not None:
        ledger.fulfil(obligation=assignment.obligation, evidence=words, on=on, actor=actor, at=at)
    return report
