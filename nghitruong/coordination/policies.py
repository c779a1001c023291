"""Who may draft, issue, receive, report; acceptance and all that moves a debt is judged by the ledger."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW, Verdict, allow_if
from nghitruong.coordination.enums import NoticeState
from nghitruong.coordination.flow import NOTICE
from nghitruong.coordination.models import Assignment, ConclusionNotice, Recipient, Task
from nghitruong.meetings.policies import keeps
from nghitruong.obligations import policies as ledger
from nghitruong.organisation.models import Organ

NOTICES = "coordination.conclusionnotice"
ASSIGNMENTS = "coordination.assignment"


def reads(actor: Actor) -> bool:
    """Say whether this office has to do with coordination at all."""
    return actor.membership_id is not None and actor.role not in {"auditor", "administrator"}


def can_draft_conclusion(actor: Actor, council: Organ) -> Verdict:
    return keeps(actor, council.pk)


def can_edit_conclusion(actor: Actor, notice: ConclusionNotice) -> Verdict:
    """An issued notice is changed only by another that amends it."""
    verdict = keeps(actor, notice.council_id)
    if verdict and notice.state == NoticeState.ISSUED:
        return allow_if(
            False, _("Thông báo đã ban hành chỉ được sửa bằng một thông báo sửa đổi."), who=notice.council.name
        )
    return verdict & NOTICE.check("edit_conclusion", notice.state)


def can_add_task(actor: Actor, notice: ConclusionNotice) -> Verdict:
    """To a draft; and to a notice issued outside of the system, of which not every task was written down yet."""
    if notice.is_foreign:
        return keeps(actor, notice.council_id) & NOTICE.check("add_task", notice.state)
    return can_edit_conclusion(actor, notice) & NOTICE.check("add_task", notice.state)


def can_edit_task(actor: Actor, task: Task) -> Verdict:
    return can_edit_conclusion(actor, task.notice) & NOTICE.check("edit_task", task.notice.state)


def can_remove_task(actor: Actor, task: Task) -> Verdict:
    return can_edit_conclusion(actor, task.notice) & NOTICE.check("remove_task", task.notice.state)


def can_issue_conclusion(actor: Actor, notice: ConclusionNotice) -> Verdict:
    """What asks nothing of anybody and goes to nobody stays a draft."""
    verdict = keeps(actor, notice.council_id) & NOTICE.check("issue_conclusion", notice.state)
    if not verdict or notice.is_for_somebody:
        return verdict
    return allow_if(
        False, _("Dự thảo chưa giao nhiệm vụ cho ai và chưa ghi nơi nhận: hãy ghi nơi nhận hoặc thêm nhiệm vụ trước.")
    )


def can_enter_conclusion(actor: Actor, notice: ConclusionNotice) -> Verdict:
    """The office writes down what was issued before the system stood, or elsewhere, with the text as its source."""
    return keeps(actor, notice.council_id) & NOTICE.check("enter_conclusion", notice.state)


def can_discard_conclusion(actor: Actor, notice: ConclusionNotice) -> Verdict:
    return keeps(actor, notice.council_id) & NOTICE.check("discard_conclusion", notice.state)


def can_amend_conclusion(actor: Actor, notice: ConclusionNotice) -> Verdict:
    return keeps(actor, notice.council_id) & NOTICE.check("amend_conclusion", notice.state)


def can_receive_conclusion(actor: Actor, recipient: Recipient) -> Verdict:
    """The organ itself; the issuing office may write down a receipt that came on paper."""
    speaks = recipient.organ_id in actor.organ_ids and actor.role not in ledger.SILENT
    own = ALLOW if speaks else keeps(actor, recipient.notice.council_id)
    who = allow_if(own, _("Chỉ nơi nhận hoặc văn phòng nơi ban hành xác nhận việc nhận."), who=recipient.organ.name)
    return (
        who
        & NOTICE.check("receive_conclusion", recipient.notice.state)
        & allow_if(recipient.received_at is None, _("Nơi này đã xác nhận nhận thông báo."))
    )


def can_report_task(actor: Actor, assignment: Assignment) -> Verdict:
    """Whoever may report the debt as done in the ledger may report how far it is."""
    notice = assignment.task.notice
    if assignment.obligation is None:
        return NOTICE.check("report_task", notice.state) & allow_if(
            False, _("Phân công này chưa có trong sổ nghĩa vụ.")
        )
    return NOTICE.check("report_task", notice.state) & ledger.can_fulfil(actor, assignment.obligation)
