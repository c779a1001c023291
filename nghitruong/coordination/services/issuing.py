"""Issue: the register gives number and date, each named organ gets its own debt, and what is replaced ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.coordination import policies, selectors
from nghitruong.coordination.enums import NoticeState, Part, TaskKind
from nghitruong.coordination.flow import NOTICE
from nghitruong.coordination.models import Assignment, ConclusionNotice, Task
from nghitruong.coordination.services.drafting import Asked, save_next, send_to, write_task
from nghitruong.coordination.services.telling import record
from nghitruong.documents import services as documents
from nghitruong.documents.enums import DocumentKind, PaperKind, RelationKind
from nghitruong.documents.models import Paper, StoredFile
from nghitruong.documents.models.registers import register_body
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.enums import State as Owed
from nghitruong.organisation.models import Membership, Organ

Writer = Callable[[ConclusionNotice], tuple[str, bytes]]
"""Makes the text of a notice once it has its number, day and signer: returns (file name, bytes)."""


@transaction.atomic
def issue_conclusion(
    *,
    notice: ConclusionNotice,
    version: int,
    signer: Membership,
    actor: Actor,
    at: datetime,
    capacity: str = "",
    authorised_by: str = "",
    write: Writer | None = None,
) -> ConclusionNotice:
    """Ký, ban hành thông báo kết luận: n organs named are n debts, each with its own life.

    The register of outgoing texts gives the number and the day (documents.issue) and judges who signs in which
    `capacity`; `write` makes the text that is kept there. A stated deadline is taken as stated; none is said openly,
    and asked for. Raises NotPermitted where nobody is to receive it, Conflict when the draft moved since `version`,
    Invalid for a meeting still to come, or while a task names nobody.
    """
    policies.can_issue_conclusion(actor, notice).require()
    notice = locked(notice, version=version, keep=("council", "organ", "meeting"))
    policies.can_issue_conclusion(actor, notice).require()
    shares = selectors.shares_of(notice)
    if notice.held_on > timezone.localdate(at):
        raise Invalid(_("Ngày ban hành phải từ ngày họp đến hôm nay."))
    _check_named(notice.tasks.all(), shares)
    send_to(notice=notice, organs=[share.organ for share in shares])
    notice.state = NOTICE.after("issue_conclusion", notice.state)
    _register(notice, signer, capacity, authorised_by, write, actor, at)
    save_next(notice=notice)
    _replace(notice, actor, at)
    _owe_all(notice, shares, "conclusion.issue", actor, at)
    record(
        "conclusion.issue",
        notice,
        actor,
        at,
        {"số": notice.number, "ngày": notice.issued_on, "người ký": notice.signer, "nghĩa vụ": len(shares)},
    )
    return notice


@transaction.atomic
def enter_conclusion(
    *,
    notice: ConclusionNotice,
    version: int,
    actor: Actor,
    at: datetime,
    number: str = "",
    on: date | None = None,
    file: StoredFile | None = None,
) -> ConclusionNotice:
    """Ghi thông báo đã ban hành ngoài hệ thống: the number and day that its text bears, the text beside them.

    For what was issued before the system stood, or by another house; the register here gives it no number. Its text
    is the `file`, or the source the draft was read from. Raises Conflict as every form, Invalid without a text, for a
    day still to come, for a notice that stands already, or for a number this house's register has given.
    """
    policies.can_enter_conclusion(actor, notice).require()
    notice = locked(notice, version=version, keep=("council", "organ", "meeting"))
    policies.can_enter_conclusion(actor, notice).require()
    shares = selectors.shares_of(notice)
    _check_named(notice.tasks.all(), shares)
    notice.number, notice.issued_on = number.strip()[:80], on
    _check_entered(notice, has_text=file is not None, at=at)
    if file is not None:
        notice.source = documents.attach(
            subject=Subject.of(notice),
            council=notice.council,
            kind=DocumentKind.NOTICE,
            abstract=notice.title,
            number=notice.number,
            signed_on=on,
            organ=notice.organ,
            signer=notice.signer,
            file=file,
            deed="conclusion.enter",
            actor=actor,
            at=at,
        )
    notice.state = NOTICE.after("enter_conclusion", notice.state)
    save_next(notice=notice)
    send_to(notice=notice, organs=[share.organ for share in shares])
    _replace(notice, actor, at)
    _owe_all(notice, shares, "conclusion.enter", actor, at)
    record("conclusion.enter", notice, actor, at, {"số": notice.number, "ngày": on, "nghĩa vụ": len(shares)})
    return notice


@transaction.atomic
def add_task(*, notice: ConclusionNotice, asked: Asked, actor: Actor, at: datetime) -> Task:
    """Thêm nhiệm vụ hoặc đề xuất, at the end: to a draft, or to a notice that was issued outside of the system.

    Of the latter each organ named owes it at once. Raises Invalid where such a task names nobody.
    """
    policies.can_add_task(actor, notice).require()
    notice = locked(notice, keep=("council", "organ"))
    policies.can_add_task(actor, notice).require()
    last = notice.tasks.aggregate(last=Max("position"))["last"] or 0
    task = write_task(notice=notice, asked=asked, position=last + 1, source=notice.source if asked.quote else None)
    if notice.state == NoticeState.ISSUED:
        shares = [share for share in selectors.shares_of(notice) if share.task_id == task.pk]
        _check_named([task], shares)
        send_to(notice=notice, organs=[share.organ for share in shares])
        _owe_all(notice, shares, "task.add", actor, at)
    save_next(notice=notice)
    record("task.add", notice, actor, at, {"việc": task.what, "giao cho": task.addressee, "hạn": task.due_on})
    return task


def _register(
    notice: ConclusionNotice,
    signer: Membership,
    capacity: str,
    authorised_by: str,
    write: Writer | None,
    actor: Actor,
    at: datetime,
) -> None:
    """Enter the notice in the register of outgoing texts and take over what the register gives it."""
    told = [documents.Recipient(organ=each.organ) for each in notice.recipients.select_related("organ")]
    told += [documents.Recipient(name=line) for line in notice.other_recipients]
    about = Subject.of(notice)
    earlier = notice.amends.paper if notice.amends is not None else None
    if earlier is not None and earlier.organ_id == notice.organ_id:
        paper = documents.correct(
            paper=earlier, way=RelationKind.AMEND, abstract=notice.title, subject=about, recipients=told, actor=actor,
            at=at,
        )  # fmt: skip
    else:
        paper = documents.draft(
            organ=notice.organ, kind=PaperKind.NOTICE, abstract=notice.title, subject=about, recipients=told,
            actor=actor, at=at,
        )  # fmt: skip
    notice.paper = paper

    def text(numbered: Paper) -> tuple[str, bytes]:
        _take_over(notice, numbered)
        return write(notice) if write is not None else ("", b"")

    documents.issue(
        paper=paper, signer=signer, capacity=capacity, authorised_by=authorised_by,
        write=text if write is not None else None, actor=actor, at=at,
    )  # fmt: skip
    paper.refresh_from_db()
    _take_over(notice, paper)


def _take_over(notice: ConclusionNotice, paper: Paper) -> None:
    notice.number, notice.issued_on = paper.code, paper.signed_on
    notice.signatory, notice.capacity = paper.signer, paper.capacity
    notice.signer, notice.signer_title = paper.signer_name, paper.signer_title


def _check_named(tasks: Iterable[Task], shares: Iterable[Assignment]) -> None:
    led = {share.task_id for share in shares if share.part == Part.LEAD}
    for task in tasks:
        if task.kind != TaskKind.PROPOSAL and task.pk not in led:
            raise Invalid(
                _("Nhiệm vụ «%(what)s» chưa rõ cơ quan nào thực hiện («%(who)s»).")
                % {"what": task.what[:80], "who": task.addressee}
            )


def _check_entered(notice: ConclusionNotice, *, has_text: bool, at: datetime) -> None:
    if not has_text and notice.source_id is None:
        raise Invalid(_("Hãy đính kèm văn bản đã ban hành."))
    if notice.issued_on is not None and not notice.held_on <= notice.issued_on <= timezone.localdate(at):
        raise Invalid(_("Ngày ban hành phải từ ngày họp đến hôm nay."))
    if not notice.number:
        return
    same = ConclusionNotice.objects.filter(
        council=notice.council, organ=notice.organ, number=notice.number, issued_on=notice.issued_on,
        state=NoticeState.ISSUED,
    )  # fmt: skip
    if same.exists():
        raise Invalid(_("%(notice)s đã có trong sổ.") % {"notice": notice.called})
    given = Paper.objects.filter(body=register_body(notice.organ), code=notice.number)
    if notice.issued_on is not None and given.filter(year=notice.issued_on.year).exists():
        raise Invalid(_("Số %(number)s đã được sổ văn bản đi cấp cho văn bản khác.") % {"number": notice.number})


def _owe_all(notice: ConclusionNotice, shares: list[Assignment], deed: str, actor: Actor, at: datetime) -> None:
    first_lead: dict[int, Organ] = {}
    for share in shares:
        if share.part == Part.LEAD:
            first_lead.setdefault(share.task_id, share.organ)
    for share in shares:
        _owe(notice, share, first_lead, deed, actor, at)


def _owe(
    notice: ConclusionNotice, share: Assignment, first_lead: dict[int, Organ], deed: str, actor: Actor, at: datetime
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
        subject_label=f"{notice.called}: {notice.title}",
        deed=deed,
        from_on=notice.issued_on or notice.held_on,
        due_on=task.due_on,
        due_basis=_basis(notice, task.due_words) if task.due_on else "",
        quote=task.quote,
        actor=actor,
        at=at,
    )
    share.save(update_fields=["obligation"])


def _basis(notice: ConclusionNotice, words: str) -> str:
    return f"{notice.called}: «{words}»" if words else notice.called


def _replace(notice: ConclusionNotice, actor: Actor, at: datetime) -> None:
    """End what the tasks of an amending notice take the place of, with the reason.

    What is closed stays closed, and what is reported and waits for acceptance goes on: only open debts were taken over.
    """
    if notice.amends_id is None:
        return
    reason = official("Được thay bằng %(notice)s: %(why)s", notice=notice.called, why=notice.amended_because)
    replaced = Assignment.objects.filter(task__replaced_by__notice=notice, obligation__state=Owed.OPEN)
    for share in replaced.select_related("obligation__council", "obligation__debtor", "obligation__creditor"):
        if share.obligation is not None:
            ledger.cancel(
                obligation=share.obligation, reason=reason[:300], on=timezone.localdate(at), actor=actor, at=at
            )
