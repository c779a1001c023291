"""The petition's own copy of its due date, kept in step with the ledger through the journal."""

from __future__ import annotations

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from nghitruong.petitions.models import Petition
from nghitruong.petitions.policies import SUBJECT

_KEEP_THE_DATE = frozenset(
    {f"obligation.{verb}" for verb in ("open", "remind", "urge", "fulfil", "accept", "refuse", "cancel", "reassign")}
)


"""Deeds of the ledger that move no date; who opens the debt writes its date down in the same deed."""


def follow_due(entry: Entry, _actor: Actor) -> None:
    """After a ledger entry that may move a date, copy a running answer's due date to its petition."""
    if entry.deed in _KEEP_THE_DATE:
        return
    owed = Obligation.objects.running().filter(pk=entry.object_id, subject_kind=SUBJECT, nature=Nature.ANSWER).first()
    if owed is not None:
        Petition.objects.filter(pk=owed.subject_id).exclude(due_on=owed.due_on).update(due_on=owed.due_on)
