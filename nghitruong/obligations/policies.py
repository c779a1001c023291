"""Who may move an obligation: the creditor's side accepts and grants, the debtor's side reports."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import ALLOW, Verdict, allow_if
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.flow import OBLIGATION
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import Role
from nghitruong.organisation.models import Organ

SUBJECT = "obligations.obligation"
SILENT = frozenset({Role.DELEGATE, Role.COMMITTEE_MEMBER, Role.AUDITOR, Role.ADMINISTRATOR})
"""Roles that sit in an organ without speaking for it."""


def _keeps(actor: Actor, council_id: int) -> bool:
    """The office and Standing Committee of the council whose ledger it is (or of its successor)."""
    return actor.is_system or (actor.has("petitions.keep") and council_id in actor.council_ids)


def _speaks(actor: Actor, organ_id: int) -> bool:
    return organ_id in actor.organ_ids and actor.role not in SILENT


def _creditor(actor: Actor, obligation: Obligation) -> Verdict:
    if _speaks(actor, obligation.creditor_id) or _keeps(actor, obligation.council_id):
        return ALLOW
    return allow_if(
        False,
        _("Việc này do bên có quyền hoặc Văn phòng Hội đồng nhân dân thực hiện."),
        who=obligation.creditor.name,
    )


def _debtor(actor: Actor, obligation: Obligation) -> Verdict:
    if _speaks(actor, obligation.debtor_id) or _keeps(actor, obligation.council_id):
        return ALLOW
    return allow_if(
        False,
        _("Việc này do bên có nghĩa vụ thực hiện, hoặc Văn phòng Hội đồng nhân dân ghi thay."),
        who=obligation.debtor.name,
    )


def can_open(actor: Actor, council: Organ, debtor: Organ, creditor: Organ) -> Verdict:
    """A council's office opens debts in its ledger; a side may take one on for itself (a promise, a hand-over)."""
    return allow_if(
        _keeps(actor, council.pk) or _speaks(actor, debtor.pk) or _speaks(actor, creditor.pk),
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
    """The creditor's side; where no date was given, also the debtor, who may bind himself to one."""
    bound = _creditor(actor, obligation)
    if obligation.due_on is None:
        bound |= _debtor(actor, obligation)
    return (
        bound
        & OBLIGATION.check("set_deadline", obligation.state)
        & allow_if(obligation.clock_id is None, _("Thời hạn này tính theo quy tắc: hãy gia hạn thay vì ấn định lại."))
    )


def can_urge(actor: Actor, obligation: Obligation) -> Verdict:
    return _creditor(actor, obligation) & OBLIGATION.check("urge", obligation.state)


def can_cancel(actor: Actor, obligation: Obligation) -> Verdict:
    """The creditor's side. A debtor ends only a debt to answer, by sending the whole matter back."""
    ended = _creditor(actor, obligation)
    if obligation.nature == Nature.ANSWER:
        ended |= _debtor(actor, obligation)
    return ended & OBLIGATION.check("cancel", obligation.state)


def can_do_here(name: str, actor: Actor, obligation: Obligation) -> Verdict:
    """Whether a deed may be done on the ledger's own page.

    A debt to answer moves with its matter (answered, urged, accepted there), or the two would tell different stories.
    """
    verdict: Verdict = _DEEDS[name](actor, obligation)
    if obligation.nature == Nature.ANSWER and name != "set_deadline":
        verdict &= allow_if(
            False,
            _("Nghĩa vụ trả lời đi cùng hồ sơ của nó: hãy làm việc này trong hồ sơ «%(matter)s».")
            % {"matter": obligation.subject_label[:80]},
        )
    return verdict


def can_remind(actor: Actor) -> Verdict:
    return allow_if(actor.is_system, _("Nhắc hạn do hệ thống tự làm theo lịch."))


def can_ask(actor: Actor) -> Verdict:
    return allow_if(actor.is_system, _("Hỏi thời hạn do hệ thống tự làm theo lịch."))


_DEEDS = {
    "fulfil": can_fulfil,
    "accept": can_accept,
    "refuse": can_refuse,
    "extend": can_extend,
    "reassign": can_reassign,
    "set_deadline": can_set_deadline,
    "urge": can_urge,
    "cancel": can_cancel,
}
