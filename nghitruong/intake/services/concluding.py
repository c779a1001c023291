"""A notice of conclusion that was read becomes one of coordination: what it asks is followed there, organ by organ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from nghitruong.base.actor import Actor
from nghitruong.base.locking import locked
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.coordination import services as coordination
from nghitruong.coordination.enums import TaskKind
from nghitruong.coordination.models import ConclusionNotice
from nghitruong.coordination.services import Asked, Signing
from nghitruong.documents import services as documents
from nghitruong.documents.enums import Capacity
from nghitruong.documents.models import StoredFile
from nghitruong.intake import policies, selectors
from nghitruong.intake.enums import ProposalKind, ProposalState
from nghitruong.intake.models import DocumentReading, Proposal
from nghitruong.language import fold, parse_date
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.organisation.selectors import standing_of

_CONCLUDE = (OrganKind.STANDING, OrganKind.COUNCIL, OrganKind.COMMITTEE)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the document says of itself: its entry and its meeting, as a person left them."""

    entry: Mapping[str, Any]
    meeting: Mapping[str, Any]
    held: Meeting | None


def is_conclusion(*, reading: DocumentReading) -> bool:
    """Say whether the document is a notice of conclusion, as read or as the entry was corrected."""
    told = _told(reading).entry.get("paper_kind") or reading.record.get("document_kind") or ""
    return fold(str(told)).startswith("thong bao ket luan")


def ask(
    *,
    proposal: Proposal,
    data: Mapping[str, Any],
    organs: Sequence[Organ],
    due_on: date | None,
    actor: Actor,
    at: datetime,
) -> list[Subject]:
    """Put what the words ask into the notice they stand in; each organ owes its own share at once.

    A request that goes upward is a proposal: nobody owes it. Returns the notice, then each organ's share.
    """
    policies.can_accept(actor, proposal).require()
    notice = _notice_of(proposal, actor, at)
    day = selectors.day_of_organs(proposal.reading)
    what = " ".join(str(data.get("what") or proposal.quote).split())
    helpers = [
        organ for words in data.get("cooperating") or [] for organ in selectors.fitting(str(words), notice.council, day)
    ]
    asked = Asked(
        addressee=str(data.get("assignee") or "; ".join(organ.name for organ in organs)),
        what=what,
        organs=organs,
        cooperating=helpers,
        kind=_kind(proposal, what),
        section=str(data.get("section") or ""),
        due_on=due_on,
        due_words=str(data.get("deadline") or ""),
        quote=proposal.quote,
        start=proposal.start,
        end=proposal.end,
    )
    task = coordination.add_task(notice=notice, asked=asked, actor=actor, at=at)
    return [Subject.of(notice), *(Subject.of(share) for share in task.assignments.all())]


def _kind(proposal: Proposal, what: str) -> str:
    if proposal.kind == ProposalKind.UPWARD:
        return TaskKind.PROPOSAL
    words = fold(what)
    return TaskKind.ANSWER if "tra loi" in words and "bang van ban" in words else TaskKind.TASK


def _notice_of(proposal: Proposal, actor: Actor, at: datetime) -> ConclusionNotice:
    """Return the notice of the proposal's document, entered with the first thing that is accepted of it."""
    reading = locked(proposal.reading, keep=("council", "file"))
    if reading.notice is not None:
        return reading.notice
    told, council = _told(reading), reading.council
    signed_on = parse_date(str(told.entry.get("signed_on") or "")[:10])
    held_on = parse_date(str(told.meeting.get("on") or "")[:10]) or selectors.day_of(reading)
    organs = selectors.fitting(str(told.entry.get("organ") or ""), council, selectors.day_of_organs(reading))
    concluded = [organ for organ in organs if organ.kind in _CONCLUDE]
    drafted = coordination.draft_conclusion(
        council=council,
        organ=concluded[0] if len(concluded) == 1 else standing_of(council),
        title=str(told.entry.get("abstract") or reading.name),
        held_on=min(held_on, signed_on or held_on),
        meeting=told.held,
        place=str(told.meeting.get("place") or ""),
        chairs=str(told.meeting.get("chair") or ""),
        recipients_text="\n".join(_names(reading.record.get("recipients"))),
        signing=_signing(reading.record.get("signatory")),
        actor=actor,
        at=at,
    )
    entered = coordination.enter_conclusion(
        notice=drafted,
        version=drafted.version,
        number=str(told.entry.get("code") or ""),
        on=signed_on,
        file=_file(reading, actor, at),
        actor=actor,
        at=at,
    )
    reading.notice = entered
    reading.save(update_fields=["notice"])
    proposal.reading = reading
    return entered


def _file(reading: DocumentReading, actor: Actor, at: datetime) -> StoredFile:
    """Return the document itself; text that was pasted is kept as a file of its words."""
    if reading.file is not None:
        return reading.file
    name = official("%(name)s.txt", name=" ".join(reading.name.replace("/", "-").split())[:120])
    return documents.store(name=name, content=reading.text.encode(), actor=actor, at=at)


def _told(reading: DocumentReading) -> _Told:
    items = {
        item.kind: item
        for item in reading.proposals.filter(kind__in=[ProposalKind.ENTRY, ProposalKind.MEETING])
        if item.state != ProposalState.REJECTED
    }
    entry, meeting = items.get(ProposalKind.ENTRY), items.get(ProposalKind.MEETING)
    made = [pk for kind, pk in (meeting.made if meeting else []) if kind == "meetings.meeting"]
    return _Told(
        entry.data if entry else {},
        meeting.data if meeting else {},
        Meeting.objects.filter(pk__in=made, council=reading.council_id).first() if made else None,
    )


def _signing(told: object) -> Signing:
    """Return who signed, in the capacity the text names: "TL. …; KT. …"."""
    if not isinstance(told, Mapping):
        return Signing()
    authority = str(told.get("authority") or "")
    capacity = next((each for each in ("TL", "TUQ", "TM", "Q") if f"{each}." in authority), "")
    if "KT." in authority:
        capacity = {"TL": Capacity.TL_KT, "TM": Capacity.TM_KT}.get(capacity, Capacity.KT)
    return Signing(capacity=capacity, title=str(told.get("title") or ""), name=str(told.get("name") or ""))


def _names(told: object) -> list[str]:
    listed = told if isinstance(told, list) else []
    return [name for each in listed if (name := str(each.get("name") if isinstance(each, Mapping) else each).strip())]
