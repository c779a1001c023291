"""Who may write, sign and compare periodic reports; each refusal says why and who could."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict, allow_if
from nghitruong.organisation.models import Organ
from nghitruong.reports.flow import REPORT
from nghitruong.reports.models import Report


def _keeps(actor: Actor, council_id: int) -> Verdict:
    """The office and the Standing Committee of the council whose report it is."""
    return allow_if(
        actor.is_system or (actor.has("petitions.keep") and council_id in actor.council_ids),
        _("Chỉ văn phòng hoặc Thường trực Hội đồng nhân dân nơi báo cáo mới làm được việc này."),
        _("Chuyên viên văn phòng hoặc Thường trực Hội đồng nhân dân"),
    )


def can_draft(actor: Actor, council: Organ) -> Verdict:
    return _keeps(actor, council.pk)


def can_edit(actor: Actor, report: Report) -> Verdict:
    return _keeps(actor, report.council_id) & REPORT.check("edit", report.state)


def can_recompute(actor: Actor, report: Report) -> Verdict:
    return _keeps(actor, report.council_id) & REPORT.check("recompute", report.state)


def can_discard(actor: Actor, report: Report) -> Verdict:
    return _keeps(actor, report.council_id) & REPORT.check("discard", report.state)


def can_compare(actor: Actor, report: Report) -> Verdict:
    return _keeps(actor, report.council_id) & REPORT.check("compare", report.state)


def can_sign(actor: Actor, report: Report) -> Verdict:
    """The Standing Committee signs; the office records a signature given on paper."""
    return _keeps(actor, report.council_id) & REPORT.check("sign", report.state)
