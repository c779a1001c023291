"""The page of review: the document's text with the words marked, beside what they propose."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, OuterRef, QuerySet, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.text import capfirst

from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Resolved, Subject, resolve
from nghitruong.intake.enums import ProposalKind, ProposalState
from nghitruong.intake.models import DocumentReading, Proposal
from nghitruong.intake.rules.certain import CERTAIN
from nghitruong.intake.selectors.organs import fitting, near
from nghitruong.language import format_number, parse_date
from nghitruong.organisation.models import Organ

_TITLED = frozenset({ProposalKind.ENTRY, ProposalKind.MEETING})
"""Items whose words name the whole document."""
DAYS = frozenset({"signed_on", "on", "due_on", "date"})
"""Values that are days, kept as ISO."""


_MARKS = re.compile(r"\*{1,3}|^#{1,6}\s+|(?<=\n)#{1,6}\s+", re.MULTILINE)
_EMPTY = re.compile(r"\n[ \t]*\n(?:[ \t]*\n)+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of the text; `items` are the places of the proposals whose words it belongs to, `tone` how it is marked.

    `doubts` are the numbers of the disagreements whose words begin here.
    """

    text: str
    items: tuple[int, ...] = ()
    first: tuple[int, ...] = ()
    tone: str = ""
    doubts: tuple[str, ...] = ()

    @property
    def shown(self) -> str:
        """The words without the marks a converter left among them ("##", "**") and without runs of empty lines."""
        return _EMPTY.sub("\n\n", _MARKS.sub("", self.text))


@dataclass(frozen=True, slots=True)
class Doubted:
    """Figures of the document that do not agree: what is stated, what the others make it, all words with their places."""

    kind: str
    stated: str
    computed: str
    quotes: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Item:
    """A proposal with what a reader sees of it, and the records it became."""

    proposal: Proposal
    title: str
    details: list[tuple[str, str]]
    organs: list[Organ]
    made: list[Resolved]
    is_last: bool = False
    """Whether it is the one that was decided last."""

    @property
    def said(self) -> str:
        """The quote in one line, without the marks a converter left in it."""
        return " ".join(_MARKS.sub("", self.proposal.quote).split())

    @property
    def is_literal(self) -> bool:
        """Say whether the title is the quote itself, so that it need not be read twice."""
        return self.title.strip(" .;").casefold() == self.said.strip(" .;").casefold()


@dataclass(frozen=True, slots=True)
class ReviewPage:
    title: str
    pieces: list[Marked]
    items: list[Item]
    open: int
    certain: int
    day: date
    doubts: list[Doubted]


def day_of(reading: DocumentReading) -> date:
    """Return the day the document stands on: its own, else the day it was taken in."""
    return day_said(reading) or timezone.localdate(reading.asked_at)


def day_of_organs(reading: DocumentReading) -> date:
    """Return the day on which the organs of its council are meant: the document's own, while the council stood.

    Of an older text it is the day it was taken in: what a council that ended left undone is the successor's to give.
    """
    day = day_of(reading)
    return day if reading.council.stands_on(day) else timezone.localdate(reading.asked_at)


def day_said(reading: DocumentReading) -> date | None:
    """Return the day the document itself gives: of issue, of posting, or of the first event."""
    record = reading.record
    for told in (record.get("issue_date"), record.get("published_at"), *(record.get("event_dates") or [])):
        if isinstance(told, dict) and told.get("iso"):
            found = parse_date(str(told["iso"])[:10])
            if found is not None:
                return found
    return None


def review(reading: DocumentReading, actor: Actor) -> ReviewPage:
    """Return the text in pieces and the items in order; a handful of statements however many items."""
    proposals = list(reading.proposals.all())
    day = day_of_organs(reading)
    around = list(near(reading.council, day))
    by_pk = {organ.pk: organ for organ in around}
    made = resolve([Subject(kind, pk) for proposal in proposals for kind, pk in proposal.made], actor)
    decided = [each for each in proposals if each.decided_at is not None]
    last = max(decided, key=lambda each: (each.decided_at, each.place), default=None)
    items = []
    for proposal in proposals:
        proposal.reading = reading
        organs = _organs(proposal, reading.council, day, around, by_pk)
        records = [made[each] for kind, pk in proposal.made if (each := Subject(kind, pk)) in made]
        items.append(Item(proposal, _title(proposal), _details(proposal), organs, records, proposal is last))
    waiting = [item.proposal for item in items if item.proposal.is_open]
    doubts = list(reading.record.get("disagreements") or [])
    return ReviewPage(
        _called(
            reading.record.get("document_kind"),
            next((item.title for item in items if item.proposal.kind in _TITLED and item.title), ""),
        )
        or reading.name,
        pieces(reading.text, proposals, doubts),
        items,
        len(waiting),
        sum(proposal.kind in CERTAIN and not proposal.doubt for proposal in waiting),
        day,
        doubted(doubts),
    )


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list: what it is called where it was read, else "", and how many items wait."""

    reading: DocumentReading
    called: str
    open: int


def to_list(actor: Actor) -> QuerySet[DocumentReading]:
    """Return the documents this actor may see, newest first, for `listed`: with what the list says of them, no text."""
    waiting = Proposal.objects.filter(reading=OuterRef("pk"), state=ProposalState.PROPOSED).order_by()
    seen = DocumentReading.objects.visible_to(actor).defer("text", "record").order_by("-asked_at", "-pk")
    return seen.annotate(
        document_kind=KeyTextTransform("document_kind", "record"),
        open_items=Coalesce(Subquery(waiting.values("reading").annotate(n=Count("pk")).values("n")), 0),
    )


def listed(readings: Sequence[Any]) -> list[Listed]:
    """Return documents of `to_list` with their names and what waits in each. One statement, however many."""
    titled = Proposal.objects.filter(reading__in=[reading.pk for reading in readings], kind__in=_TITLED)
    titles: dict[int, str] = {}
    for proposal in titled.order_by("reading", "place"):
        title = _title(proposal)
        if title:
            titles.setdefault(proposal.reading_id, title)
    return [
        Listed(reading, _called(reading.document_kind, titles.get(reading.pk, "")), reading.open_items)
        for reading in readings
    ]


def _called(kind: str | None, title: str) -> str:
    """Return "Báo cáo: Kết quả giám sát": what sort of document it is and what it is about, as far as it was read."""
    sort = kind or ""
    if not sort or title.casefold().startswith(sort.casefold()):
        return capfirst(title)
    return f"{capfirst(sort)}: {capfirst(title)}" if title else capfirst(sort)


def next_address(item: Proposal) -> str:
    """Return where the next item that waits stands on the page of review; this item's own place after the last."""
    waiting = item.reading.proposals.filter(state=ProposalState.PROPOSED).order_by("place")
    after = waiting.filter(place__gt=item.place).first() or waiting.first() or item
    after.reading = item.reading
    return after.get_absolute_url()


def set_aside(proposal: Proposal) -> tuple[list[Organ], date]:
    """Return the organs a task's words mean and the document's day, for one item's form."""
    day = day_of_organs(proposal.reading)
    around = list(near(proposal.reading.council, day))
    by_pk = {organ.pk: organ for organ in around}
    return _organs(proposal, proposal.reading.council, day, around, by_pk), day


def _organs(
    proposal: Proposal, council: Organ, day: date, around: Sequence[Organ], by_pk: dict[int, Organ]
) -> list[Organ]:
    if proposal.kind != ProposalKind.TASK:
        return []
    chosen = proposal.data.get("organs")
    if chosen:
        return [by_pk[pk] for pk in chosen if pk in by_pk]
    return fitting(str(proposal.data.get("assignee") or ""), council, day, around)


def _title(proposal: Proposal) -> str:
    data: dict[str, Any] = proposal.data
    if proposal.kind == ProposalKind.FIGURE:
        figure, what = str(data.get("figure") or ""), str(data.get("what") or "")
        told = f"{what.removeprefix('% ')} {figure}" if figure.endswith("%") else f"{figure} {what}"
        return told.strip()
    if proposal.kind in {ProposalKind.TASK, ProposalKind.UPWARD}:
        return str(data.get("what") or proposal.quote)
    if proposal.kind == ProposalKind.CITED:
        return " ".join(str(data[key]) for key in ("kind", "number", "name") if data.get(key)) or proposal.quote
    return str(data.get("title") or data.get("abstract") or data.get("text") or proposal.quote)


def _details(proposal: Proposal) -> list[tuple[str, str]]:
    """Return the values worth reading beside the title, with their names (keys of the template)."""
    shown = {
        ProposalKind.ENTRY: ("paper_kind", "code", "signed_on", "organ"),
        ProposalKind.MEETING: ("on", "place", "chair"),
        ProposalKind.TASK: ("assignee", "deadline", "due_on", "section"),
        ProposalKind.UPWARD: ("assignee",),
        ProposalKind.FIGURE: ("period",),
        ProposalKind.LIMITATION: (),
        ProposalKind.CITED: ("date", "organ"),
    }[ProposalKind(proposal.kind)]
    return [(name, _shown(name, proposal.data[name])) for name in shown if proposal.data.get(name)]


def _shown(name: str, value: object) -> str:
    """Return a value as a reader writes it: days dd/mm/yyyy."""
    found = parse_date(str(value)[:10]) if name in DAYS else None
    return f"{found:%d/%m/%Y}" if found is not None else str(value)


def doubted(doubts: Sequence[Mapping[str, Any]]) -> list[Doubted]:
    """Return the disagreements of a record, each quote with the name of its place in the text."""
    return [
        Doubted(
            str(each["kind"]),
            _number(each["stated"], each["kind"]),
            _number(each["computed"], each["kind"]),
            [(str(quote["quote"]), f"{number}-{place}") for place, quote in enumerate(each["quotes"])],
        )
        for number, each in enumerate(doubts)
    ]


def _number(value: float, kind: str) -> str:
    """Return 1234.5 as "1.234,5", a share in per cent."""
    places = 0 if value == int(value) else len(f"{value}".partition(".")[2])
    return format_number(value, places) + ("%" if kind == "share" else "")


def pieces(text: str, proposals: Sequence[Proposal], doubts: Sequence[Mapping[str, Any]] = ()) -> list[Marked]:
    """Cut the text at every beginning and end of a proposal's words; overlapping ones share their pieces."""
    live = [each for each in proposals if each.state != ProposalState.REJECTED]
    begun: dict[int, list[str]] = defaultdict(list)
    for number, doubt in enumerate(doubts):
        for place, quote in enumerate(doubt["quotes"]):
            begun[int(quote["start"])].append(f"{number}-{place}")
    cuts = sorted({0, len(text), *begun, *(each.start for each in live), *(each.end for each in live)})
    found = []
    for start, end in itertools.pairwise(cuts):
        over = [each for each in live if each.start <= start and end <= each.end]
        inner = min(over, key=lambda each: each.end - each.start, default=None)
        found.append(
            Marked(
                text[start:end],
                tuple(each.place for each in over),
                tuple(each.place for each in over if each.start == start),
                inner.kind if inner is not None else "",
                tuple(begun.get(start, ())),
            )
        )
    return found
