"""Figures that do not agree, side by side: in one document, between documents of a file, with what is counted here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from urllib.parse import urlencode

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.documents.models import Folder, FolderItem
from nghitruong.intake.enums import ProposalKind, ProposalState
from nghitruong.intake.models import DocumentReading, Proposal
from nghitruong.intake.rules import agreement
from nghitruong.intake.rules.agreement import Told
from nghitruong.intake.rules.source import Source
from nghitruong.intake.selectors.pages import Doubted, day_said, doubted
from nghitruong.language import fold
from nghitruong.organisation.models import Organ
from nghitruong.reports import rules as counted
from nghitruong.reports.selectors import LEVELS, Scope, counts

_READING = "intake.documentreading"
_COUNCIL_WORDS = ("hoi dong nhan dan", "hdnd")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two figures: whose it is, the figure as written, the words, and where they stand."""

    source: str
    figure: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A document that was compared, and where its own figures do not agree."""

    name: str
    url: str
    figures: int
    doubts: list[Doubted]


@dataclass(frozen=True, slots=True)
class Check:
    """`between` documents and against what is `counted` here, each pair side by side; `unread` were not compared."""

    compared: list[Compared]
    between: list[tuple[Side, Side]]
    counted: list[tuple[Side, Side]]
    unread: list[tuple[str, str]]

    @property
    def found(self) -> int:
        return len(self.between) + len(self.counted) + sum(len(each.doubts) for each in self.compared)


@dataclass(frozen=True, slots=True)
class _Read:
    """A document with its figures, those of rejected items left out, corrected ones as corrected."""

    reading: DocumentReading
    document: agreement.Document
    items: Mapping[int, Proposal]

    def side(self, one: Told) -> Side:
        item = self.items.get(one.place)
        url = self.reading.get_absolute_url() + (f"#loi-{item.place}" if item else "")
        written = str(item.data.get("figure") or one.figure.text) if item else one.figure.text
        return Side(self.reading.name, written, one.quote.text, url)


def check_reading(reading: DocumentReading, actor: Actor, today: date) -> Check:
    """Compare a document with those that lie in the same files by matter, and with what is counted here."""
    own = FolderItem.objects.filter(incoming__subject_kind=_READING, incoming__subject_id=reading.pk)
    items = _items(Q(folder__in=own.values("folder")), actor)
    readings, unread = _readings(items, actor, also=reading)
    reads = _read(readings)
    checked = _check(reads, unread, today)
    mine = reading.get_absolute_url()
    return replace(
        checked,
        compared=[each for each in checked.compared if each.url == mine] + [
            replace(each, doubts=[]) for each in checked.compared if each.url != mine
        ],
        between=[pair for pair in checked.between if any(side.url.startswith(mine) for side in pair)],
        counted=[pair for pair in checked.counted if pair[0].url.startswith(mine)],
    )  # fmt: skip


def check_folder(folder: Folder, actor: Actor, today: date) -> Check:
    """Compare all documents of a file by matter with one another and with what is counted here."""
    readings, unread = _readings(_items(Q(folder=folder), actor), actor)
    return _check(_read(readings), unread, today)


def _items(which: Q, actor: Actor) -> list[FolderItem]:
    held = FolderItem.objects.visible_to(actor).filter(which).select_related("paper__document", "incoming__document")
    return list(held.order_by("folder", "seq"))


def _readings(
    items: Iterable[FolderItem], actor: Actor, also: DocumentReading | None = None
) -> tuple[list[DocumentReading], list[tuple[str, str]]]:
    """Return the readings of a file's documents, each once, and the documents that nobody had read."""
    texts = [text for item in items if (text := item.paper or item.incoming) is not None]
    ids = {text.subject_id for text in texts if text.subject_kind == _READING}
    files = {text.document.file_id for text in texts if text.document is not None and text.document.file_id}
    seen = DocumentReading.objects.visible_to(actor).filter(Q(pk__in=ids) | Q(file__in=files)).exclude(text="")
    every = seen.select_related("council__unit").order_by("pk") if ids or files else ()
    found = [each for each in every if not each.is_unread]
    by_pk = {each.pk: each for each in found}
    by_file = {each.file_id: each for each in found if each.file_id}
    kept = {also.pk: also} if also is not None and not also.is_unread else {}
    unread: dict[str, str] = {}
    for text in texts:
        own = by_pk.get(text.subject_id or 0) if text.subject_kind == _READING else None
        reading = own or by_file.get((text.document.file_id if text.document is not None else None) or 0)
        if reading is None:
            unread[text.get_absolute_url()] = str(text)
        else:
            kept.setdefault(reading.pk, reading)
    return list(kept.values()), [(name, url) for url, name in unread.items()]


def _read(readings: Sequence[DocumentReading]) -> list[_Read]:
    items: dict[tuple[int, int, int, str], Proposal] = {}
    told = Proposal.objects.filter(reading__in=[each.pk for each in readings], kind=ProposalKind.FIGURE)
    for item in told.order_by("place"):
        items[item.reading_id, item.start, item.end, str(item.read.get("figure"))] = item
    return [_figures(reading, items) for reading in readings]


def _figures(reading: DocumentReading, items: Mapping[tuple[int, int, int, str], Proposal]) -> _Read:
    found: list[Told] = []
    by_place: dict[int, Proposal] = {}
    for one in agreement.told(Source(reading.text), day_said(reading), is_one_matter=True):
        item = items.get((reading.pk, one.quote.start, one.quote.end, one.figure.text))
        if item is None:
            found.append(one)
            continue
        if item.state == ProposalState.REJECTED:
            continue
        by_place[one.place] = item
        given = item.data
        found.append(replace(one, value=given.get("value"), low=given.get("min"), high=given.get("max")))
    issuer = str(reading.record.get("issuing_organ") or "")
    return _Read(reading, agreement.Document(found, agreement.units(issuer)), by_place)


def _check(reads: Sequence[_Read], unread: list[tuple[str, str]], today: date) -> Check:
    by_pk = {each.reading.pk: each for each in reads}
    pairs = agreement.by_document({pk: each.document for pk, each in by_pk.items()})
    return Check(
        [
            Compared(
                each.reading.name,
                each.reading.get_absolute_url(),
                len(each.document.told),
                doubted(each.reading.record.get("disagreements") or []),
            )
            for each in reads
        ],
        [(by_pk[left].side(one), by_pk[right].side(other)) for left, right, (one, other) in pairs],
        _against_counts(reads, today),
        unread,
    )


def _against_counts(reads: Sequence[_Read], today: date) -> list[tuple[Side, Side]]:
    """Return what documents of the council itself state otherwise than is counted here, for the period most told of.

    A period that had not ended is counted up to the document's own day.
    Only one period: a page asks for no more than it can in its time. The other periods have their own reports.
    """
    asked: list[tuple[_Read, Told, str, tuple[date, date]]] = []
    for each in reads:
        if not _is_of_council(str(each.reading.record.get("issuing_organ") or ""), each.reading.council):
            continue
        for one in each.document.told:
            key = counted.counted_as(one.what, one.quote.text, one.figure.text)
            since, until = one.days
            said_on = day_said(each.reading) or today
            if key and since is not None and until is not None and since <= min(said_on, today):
                asked.append((each, one, key, (since, min(until, said_on, today))))
    if not asked:
        return []
    (since, until), _times = Counter(days for _each, _one, _key, days in asked).most_common(1)[0]
    asked = [row for row in asked if row[3] == (since, until)]
    council = asked[0][0].reading.council
    found = counts(Scope(council, since, until, today), {key for _each, _one, key, _days in asked})
    return [
        (each.side(one), _counted_side(key, found[key], council, since, until))
        for each, one, key, _days in asked
        if not counted.agrees(_amount(one), one.figure.text, found[key])
    ]


def _amount(one: Told) -> counted.Amount:
    return counted.Amount(*(None if end is None else Decimal(str(end)) for end in one.amount))


def _counted_side(key: str, amount: counted.Amount, council: Organ, since: date, until: date) -> Side:
    words = _("%(label)s, từ ngày %(since)s đến ngày %(until)s") % {
        "label": counted.described(key).label,
        "since": f"{since:%d/%m/%Y}",
        "until": f"{until:%d/%m/%Y}",
    }
    url = ""
    if key == "received" or key in LEVELS:
        asked = {"tu": since.isoformat(), "den": until.isoformat(), "hdnd": council.pk}
        url = f"{reverse('petitions:index')}?{urlencode(asked | ({'cap': LEVELS[key]} if key in LEVELS else {}))}"
    return Side(council.name, counted.written_amount(amount), words, url)


def _is_of_council(issuer: str, council: Organ) -> bool:
    """Say whether the words name an organ of this very council: its name without a place, or with its own."""
    said = fold(issuer)
    if council.unit is None or not any(word in said for word in _COUNCIL_WORDS):
        return False
    named, own = agreement.units(issuer), fold(council.unit.in_text)
    level = own.removesuffix(f" {fold(council.unit.bare_name)}")
    return own in named if named else level in said
