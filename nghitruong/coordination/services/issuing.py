"""Sign and issue: each named organ gets its own debt in the ledger, and what is replaced ends with the reason."""

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
from nghitruong.coordination import policies, selectors
from nghitruong.coordination.enums import Part, TaskKind
from nghitruong.coordination.flow import NOTICE
from nghitruong.coordination.models import Assignment, ConclusionNotice
from nghitruong.coordination.services.drafting import save_next, send_to
from nghitruong.coordination.services.telling import record
from nghitruong.documents import services as documents
from nghitruong.documents.enums import DocumentKind
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import OPEN_STATES
from nghitruong.organisation.models import Organ


@transaction.atomic
def issue_conclusion(
    *, notice: ConclusionNotice, version: int, number: str, on: date, actor: Actor, at: datetime
) -> ConclusionNotice:
    """Ký, ban hành thông báo kết luận: n organs named are n debts, each with its own life.

    A stated deadline is taken as stated; none is said openly, and asked for. Raises Conflict when the draft moved
    since `version`, Invalid without a number or signer, for a day before the meeting or still to come, or while a
    task names nobody.
    """
    policies.can_issue_conclusion(actor, notice).require()
    notice = locked(notice, version=version, keep=("council", "organ"))
    policies.can_issue_conclusion(actor, notice).require()
    shares = selectors.shares_of(notice)
    _check(notice, shares, number, on, at)
    notice.state = NOTICE.after("issue_conclusion", notice.state)
    notice.number, notice.issued_on = number.strip()[:60], on
    save_next(notice=notice)
    send_to(notice=notice, organs=[share.organ for share in shares])
    documents.attach(
        subject=Subject.of(notice),
        council=notice.council,
        kind=DocumentKind.NOTICE,
        abstract=notice.title,
        number=notice.number,
        signed_on=on,
        organ=notice.organ,
        signer=notice.signer,
        deed="conclusion.issue",
        actor=actor,
        at=at,
    )
    _replace(notice, on, actor, at)
    first_lead: dict[int, Organ] = {}
    for share in shares:
        if share.part == Part.LEAD:
            first_lead.setdefault(share.task_id, share.organ)
    for share in shares:
        _owe(notice, share, first_lead, on, actor, at)
    record(
        "conclusion.issue",
        notice,
        actor,
        at,
        {"số": notice.number, "ngày": on, "người ký": notice.signer, "nghĩa vụ": len(shares)},
    )
    return notice


def _check(notice: ConclusionNotice, shares: list[Assignment], number: str, on: date, at: datetime) -> None:
    if not number.strip():
        raise Invalid(_("Thông báo phải có số, ký hiệu."))
    if not notice.signer:
        raise Invalid(_("Hãy ghi người ký vào dự thảo trước khi ban hành."))
    if not notice.held_on <= on <= timezone.localtime(at).date():
        raise Invalid(_("Ngày ban hành phải từ ngày họp đến hôm nay."))
    led = {share.task_id for share in shares if share.part == Part.LEAD}
    for task in notice.tasks.exclude(kind=TaskKind.PROPOSAL):
        if task.pk not in led:
            raise Invalid(
                _("Nhiệm vụ «%(what)s» chưa rõ cơ quan nào thực hiện («%(who)s»).")
                % {"what": task.what[:80], "who": task.addressee}
            )


def _owe(
    notice: ConclusionNotice, share: Assignment, first_lead: dict[int, Organ], on: date, actor: Actor, at: datetime
) -> None:
    """One organ's debt: of a lead to whoever concluded, of a helper to its lead; to the council what it asks of itself."""
    task = share.task
    creditor = notice.organ if share.part == Part.LEAD else first_lead[share.task_id]
    if creditor.pk == share.organ_id:
        creditor = notice.council
    share.obligation = ledger.open(
        council=notice.council,
        debtor=share.organ,
        creditor=creditor,
        nature=Nature.TASK if share.part == Part.LEAD else Nature.COORDINATION,
        what=task.what,
        subject=Subject.of(share),
        subject_label=official("Thông báo số %(number)s: %(title)s", number=notice.number, title=notice.title),
        deed="conclusion.issue",
        from_on=on,
        due_on=task.due_on,
        due_basis=_basis(notice, task.due_words) if task.due_on else "",
        quote=task.quote,
        actor=actor,
        at=at,
    )
    share.save(update_fields=["obligation"])


def _basis(notice: ConclusionNotice, words: str) -> str:
    told = official("Thông báo số %(number)s ngày %(on)s", number=notice.number, on=f"{notice.issued_on:%d/%m/%Y}")
    return f"{told}: «{words}»" if words else told


def _replace(notice: ConclusionNotice, on: date, actor: Actor, at: datetime) -> None:
    """End what the tasks of an amending notice take the place of, with the reason; what is closed stays closed."""
    if notice.amends_id is None:
        return
    reason = official(
        "Được thay bằng Thông báo số %(number)s: %(why)s", number=notice.number, why=notice.amended_because
    )
    replaced = Assignment.objects.filter(task__replaced_by__notice=notice, obligation__state__in=OPEN_STATES)
    for share in replaced.select_related("obligation__council", "obligation__debtor", "obligation__creditor"):
        if share.obligation is not None:
            ledger.cancel(obligation=share.obligation, reason=reason, on=on, actor=actor, at=at)
