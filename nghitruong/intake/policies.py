"""Who may have a document read and turn what it says into records."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict, allow_if
from nghitruong.intake.flow import PROPOSAL, READING
from nghitruong.intake.models import DocumentReading, Proposal
from nghitruong.organisation.models import Organ


def _keeps(actor: Actor, council_id: int) -> Verdict:
    """The office and the Standing Committee of the council whose document it is."""
    return allow_if(
        actor.is_system or (actor.has("petitions.keep") and council_id in actor.council_ids),
        _("Chỉ văn phòng hoặc Thường trực Hội đồng nhân dân mới đưa văn bản vào và duyệt những gì đọc được."),
        _("Chuyên viên văn phòng hoặc Thường trực Hội đồng nhân dân"),
    )


def can_take(actor: Actor, council: Organ) -> Verdict:
    return _keeps(actor, council.pk)


def can_run(actor: Actor, reading: DocumentReading) -> Verdict:
    """The worker reads, or at once whoever brought the document."""
    return _keeps(actor, reading.council_id)


def can_cancel(actor: Actor, reading: DocumentReading) -> Verdict:
    return _keeps(actor, reading.council_id) & READING.check("cancel", reading.state)


def can_retry(actor: Actor, reading: DocumentReading) -> Verdict:
    return _keeps(actor, reading.council_id) & READING.check("retry", reading.state)


def can_accept_certain(actor: Actor, reading: DocumentReading) -> Verdict:
    return _keeps(actor, reading.council_id) & READING.check("accept_certain", reading.state)


def can_close(actor: Actor, reading: DocumentReading) -> Verdict:
    return _keeps(actor, reading.council_id) & READING.check("close", reading.state)


def can_accept(actor: Actor, proposal: Proposal) -> Verdict:
    return can_accept_certain(actor, proposal.reading) & PROPOSAL.check("accept", proposal.state)


def can_reject(actor: Actor, proposal: Proposal) -> Verdict:
    return can_accept_certain(actor, proposal.reading) & PROPOSAL.check("reject", proposal.state)


def can_restore(actor: Actor, proposal: Proposal) -> Verdict:
    return can_accept_certain(actor, proposal.reading) & PROPOSAL.check("restore", proposal.state)
