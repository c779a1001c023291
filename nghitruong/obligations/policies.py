"""Who may move an obligation: the creditor's side accepts and grants, the debtor's side reports."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict, allow_if
from nghitruong.obligations.flow import OBLIGATION
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.models import Organ

SUBJECT = "obligations.obligation"


def _keeps(actor: Actor, council_id: int) -> bool:
    """The office and Standing Committee of the council whose ledger it is (or of its successor)."""
    return actor.is_system or (actor.has("petitions.keep") and council_id in actor.council_ids)


def _creditor(actor: Actor, obligation: Obligation) -> Verdict:
    return allow_if(
        obligation.creditor_id in actor.organ_ids or _keeps(actor, obligation.council_id),
        _("Việc này do bên có quyền hoặc Văn phòng Hội đồng nhân dân thực hiện."),
        who=obligation.creditor.name,
    )


def _debtor(actor: Actor, obligation: Obligation) -> Verdict:
    return allow_if(
        obligation.debtor_id in actor.organ_ids or _keeps(actor, obligation.council_id),
        _("Việc này do bên có nghĩa vụ thực hiện, hoặc Văn phòng Hội đồng nhân dân ghi thay."),
        who=obligation.debtor.name,
    )


def _either(actor: Actor, obligation: Obligation) -> Verdict:
    return _creditor(actor, obligation) | _debtor(actor, obligation)


def can_open(actor: Actor, council: Organ, debtor: Organ, creditor: Organ) -> Verdict:
    """A council's office opens debts in its ledger; a side may take one on for itself (a promise, a hand-over)."""
    return allow_if(
        _keeps(actor, council.pk) or {debtor.pk, creditor.pk} & actor.organ_ids,
        _("Chỉ Văn phòng, Thường trực Hội đồng nhân dân hoặc chính các bên được ghi nghĩa vụ này."),
        who=council.name,
    )


def can_fulfil(actor: Actor, obligation: Obligation) -> Verdict:
    return _debtor(actor, obligation) & OBLIGATION.check("fulfil", obligation.state)


def can_accept(actor: Actor, obligation: Obligation) -> Verdict:
    return _creditor(actor, obligation) & OBLIGATION.check("accept", obligation.state)


def can_refuse(actor: Actor, obligation: Obligation) -> Verdict:
    return _creditor(actor, obligation) & OBLIGATION.check("refuse", obligation.state)


def can_extend(actor: Actor, obligation: Obligation) -> Verdict:
    return (
        _creditor(actor, obligation)
        & OBLIGATION.check("extend", obligation.state)
        & allow_if(obligation.due_on, _("Nghĩa vụ này chưa có thời hạn: hãy ấn định thời hạn trước khi gia hạn."))
    )


def can_reassign(actor: Actor, obligation: Obligation) -> Verdict:
    return _creditor(actor, obligation) & OBLIGATION.check("reassign", obligation.state)


def can_set_deadline(actor: Actor, obligation: Obligation) -> Verdict:
    return _creditor(actor, obligation) & OBLIGATION.check("set_deadline", obligation.state)


def can_urge(actor: Actor, obligation: Obligation) -> Verdict:
    return _creditor(actor, obligation) & OBLIGATION.check("urge", obligation.state)


def can_cancel(actor: Actor, obligation: Obligation) -> Verdict:
    return _either(actor, obligation) & OBLIGATION.check("cancel", obligation.state)


def can_remind(actor: Actor) -> Verdict:
    return allow_if(actor.is_system, _("Nhắc hạn do hệ thống tự làm theo lịch."))
