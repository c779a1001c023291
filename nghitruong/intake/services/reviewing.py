"""A person judges what was read: accepted items become records, linked to their words; nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.base.subjects import Subject
from nghitruong.intake import policies
from nghitruong.intake.enums import ProposalKind, ProposalState
from nghitruong.intake.flow import PROPOSAL, READING
from nghitruong.intake.models import DocumentReading, Proposal
from nghitruong.intake.rules.certain import CERTAIN
from nghitruong.intake.services import making

_MAKERS: dict[str, Callable[..., list[Subject]]] = {
    ProposalKind.ENTRY: making.make_entry,
    ProposalKind.MEETING: making.make_meeting,
    ProposalKind.TASK: making.make_tasks,
    ProposalKind.UPWARD: making.make_request,
    ProposalKind.FIGURE: making.make_figure,
}


@transaction.atomic
def accept(*, proposal: Proposal, data: Mapping[str, Any], actor: Actor, at: datetime) -> Proposal:
    """Nhận một mục, as read or as corrected in `data`; it becomes a record that keeps its words.

    `data`: the item's values, JSON; a task names its `organs` (numbers) and may give `due_on` (ISO). Raises Invalid
    where a value that the record needs is missing.
    """
    policies.can_accept(actor, proposal).require()
    proposal = locked(proposal)
    _accept(proposal, data, actor, at)
    return proposal


def _accept(proposal: Proposal, data: Mapping[str, Any], actor: Actor, at: datetime) -> None:
    maker = _MAKERS.get(proposal.kind)
    made = maker(proposal=proposal, data=data, actor=actor, at=at) if maker is not None else []
    proposal.state = PROPOSAL.after("accept", proposal.state)
    proposal.data, proposal.decided_at = dict(data), at
    proposal.made = [[subject.kind, subject.id] for subject in made]
    proposal.save(update_fields=["state", "data", "decided_at", "made"])
    audit.record(
        deed="proposal.accept",
        subject=proposal.reading,
        actor=actor,
        at=at,
        changes={
            "kind": proposal.kind,
            "words": proposal.quote[:200],
            "corrected": proposal.is_corrected,
            "made": [str(subject) for subject in made],
        },
    )


@transaction.atomic
def accept_certain(*, reading: DocumentReading, actor: Actor, at: datetime) -> int:
    """Nhận mọi mục không có điều ngờ, of the kinds that need nobody named; return how many."""
    policies.can_accept_certain(actor, reading).require()
    reading = locked(reading)
    READING.after("accept_certain", reading.state)
    clear = reading.proposals.filter(state=ProposalState.PROPOSED, kind__in=CERTAIN, doubt="")
    count = 0
    for proposal in clear.select_related("reading__council").select_for_update():
        _accept(proposal, proposal.data, actor, at)
        count += 1
    return count


@transaction.atomic
def reject(*, proposal: Proposal, reason: str = "", actor: Actor, at: datetime) -> Proposal:
    """Không nhận một mục: it stays, struck out, with the reason if one is given."""
    policies.can_reject(actor, proposal).require()
    proposal = locked(proposal)
    proposal.state = PROPOSAL.after("reject", proposal.state)
    proposal.reason, proposal.decided_at = reason.strip()[:300], at
    proposal.save(update_fields=["state", "reason", "decided_at"])
    audit.record(
        deed="proposal.reject",
        subject=proposal.reading,
        actor=actor,
        at=at,
        changes={"kind": proposal.kind, "words": proposal.quote[:200], "reason": proposal.reason},
    )
    return proposal


@transaction.atomic
def restore(*, proposal: Proposal, actor: Actor, at: datetime) -> Proposal:
    """Xét lại một mục đã không nhận."""
    policies.can_restore(actor, proposal).require()
    proposal = locked(proposal)
    proposal.state = PROPOSAL.after("restore", proposal.state)
    proposal.reason, proposal.decided_at = "", None
    proposal.save(update_fields=["state", "reason", "decided_at"])
    audit.record(
        deed="proposal.restore", subject=proposal.reading, actor=actor, at=at, changes={"words": proposal.quote[:200]}
    )
    return proposal


@transaction.atomic
def close(*, reading: DocumentReading, actor: Actor, at: datetime) -> DocumentReading:
    """Kết thúc duyệt. Raises Invalid while tasks wait: what somebody owes is not passed over in silence."""
    policies.can_close(actor, reading).require()
    reading = locked(reading)
    waiting = reading.proposals.filter(state=ProposalState.PROPOSED, kind=ProposalKind.TASK).count()
    if waiting:
        raise Invalid(_("Còn %(n)s việc được giao chưa duyệt. Hãy nhận hoặc không nhận từng việc.") % {"n": waiting})
    reading.state = READING.after("close", reading.state)
    reading.version += 1
    reading.save(update_fields=["state", "version"])
    left = reading.proposals.filter(state=ProposalState.PROPOSED).count()
    audit.record(deed="reading.close", subject=reading, actor=actor, at=at, changes={"left": left})
    return reading
