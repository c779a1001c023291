"""The ledger's copy of a due date, kept in step with its clock through the journal."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from nghitruong.audit import services as audit
from nghitruong.audit.models import Entry
from nghitruong.audit.rules import deed_words
from nghitruong.base.actor import Actor
from nghitruong.obligations.models import Obligation
from nghitruong.obligations.policies import SUBJECT


def follow_clock(entry: Entry, actor: Actor) -> None:
    """After a clock was re-dated (a holiday added, a pause ended), copy its due date and say so in the journal.

    Who keeps a copy of the date in turn follows "obligation." (redate, extend, set_deadline). An extension is told
    by `obligation.extend`: the clock of a debt is extended through the ledger alone.
    """
    if entry.changes.get("kind") != SUBJECT or entry.deed in {"clock.start", "clock.close"}:
        return
    due_on = date.fromisoformat(str(entry.changes["due_on"])[:10])
    moved = Obligation.objects.running().filter(pk=entry.changes["object_id"]).exclude(due_on=due_on).first()
    if moved is None:
        return
    before, moved.due_on = moved.due_on, due_on
    moved.dated_on = timezone.localtime(entry.at).date()
    moved.version += 1
    moved.save(update_fields=["due_on", "dated_on", "version"])
    if entry.deed == "clock.extend":
        return
    audit.record(
        deed="obligation.redate",
        subject=moved,
        actor=actor,
        at=entry.at,
        council_id=moved.council_id,
        changes={"hạn cũ": before, "hạn mới": due_on, "do": deed_words(entry.deed)},
    )
