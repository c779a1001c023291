"""What the pages and files of a report show, from what was stored when it was computed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Q, Sum
from django.utils import timezone

from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Subject, resolve
from nghitruong.contacts.models import Opinion, Point, Round
from nghitruong.documents.models import StatedFigure
from nghitruong.language import covered
from nghitruong.meetings.models import Meeting
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.petitions import selectors as petitions
from nghitruong.petitions.models import Petition
from nghitruong.reports.enums import Section
from nghitruong.reports.models import Figure, Passage, Report
from nghitruong.reports.rules import STATED, Amount, agrees, counted_as, missing_numbers, spans, written_amount

ROWS = 25
COUNTED_BY: dict[str, tuple[Any, str]] = {
    "meetings.meeting": (Meeting, "starts_at"),
    "contacts.round": (Round, "starts_on"),
    "contacts.point": (Point, "meeting__starts_at"),
    "contacts.opinion": (Opinion, "point__meeting__starts_at"),
    "petitions.petition": (Petition, "received_on"),
    "obligations.obligation": (Obligation, "opened_on"),
    "documents.statedfigure": (StatedFigure, "said_on"),
}
"""Each kind of record behind figures, and the day by which it falls into a period."""
SUMMED = {"voters": "meeting__people_present", "speakers": "meeting__speakers"}
"""Figures that are no count of records but a sum over them, and what is summed."""
COUNCILS_OWN = (OrganKind.STANDING, OrganKind.COMMITTEE, OrganKind.GROUP, OrganKind.OFFICE)
"""Organs that speak for their council; a department's figures are its own."""


def lower_of(council: Organ, on: date) -> list[Organ]:
    """Return the councils right below, on a day: the communes of a province, or of a former district or town."""
    return list(petitions.lower_councils(council, on))


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a sentence; a number leads to its figure."""

    text: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with its numbers opening, and the figures it no longer says after a person's edit."""

    passage: Passage
    pieces: list[Piece]
    missing: list[Figure]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure; `counted` is the report's own count of what a document states otherwise."""

    figure: Figure
    counted: Figure | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One section: its sentences and its figures."""

    section: Section
    lines: list[Line]
    rows: list[Row]

    @property
    def disagreeing(self) -> list[Row]:
        """Return what documents state otherwise than the system counts."""
        return [row for row in self.rows if row.counted is not None]


def parts_of(report: Report) -> list[Part]:
    """Return the sections with sentences and figures. Two statements, three where documents state figures."""
    figures = list(report.figures.filter(council__isnull=True).defer("records"))
    for figure in figures:
        figure.report = report
    by_key = {figure.key: figure for figure in figures}
    passages = list(report.passages.all())
    own = _told_by_council(report, figures)
    return [
        Part(
            section,
            [_line(passage, by_key) for passage in passages if passage.section == section],
            [
                Row(figure, _counted(report, figure, by_key) if figure.key in own else None)
                for figure in figures
                if figure.described.section == section
            ],
        )
        for section in Section
        if any(figure.described.section == section for figure in figures)
        or any(passage.section == section for passage in passages)
    ]


def _told_by_council(report: Report, figures: Iterable[Figure]) -> set[str]:
    """Return the keys of the figures that the council's own organs state: another body counts what is its own."""
    stated = {int(figure.key.removeprefix(STATED)): figure.key for figure in figures if figure.is_stated}
    if not stated:
        return set()
    own = Q(organ=report.council_id) | Q(organ__council=report.council_id, organ__kind__in=COUNCILS_OWN)
    return {stated[pk] for pk in StatedFigure.objects.filter(own, pk__in=stated).values_list("pk", flat=True)}


def _counted(report: Report, stated: Figure, by_key: Mapping[str, Figure]) -> Figure | None:
    """Return the report's own count where a document states the same of the same period otherwise; None if they agree.

    A figure of several councils below, or of another period, is not what is counted here.
    """
    if not stated.is_stated or not stated.words or covered(stated.period, report.until) != (report.since, report.until):
        return None
    own = by_key.get(counted_as(stated.label, stated.words, stated.said))
    return None if own is None or agrees(stated.amount, stated.said, own.amount) else own


def _line(passage: Passage, by_key: Mapping[str, Figure]) -> Line:
    numbers = {key: by_key[key].written for key in passage.keys if key in by_key and by_key[key].amount.is_known}
    pieces, after = [], 0
    for start, end, key in spans(passage.text, numbers):
        pieces += [Piece(passage.text[after:start]), Piece(passage.text[start:end], by_key[key].get_absolute_url())]
        after = end
    pieces.append(Piece(passage.text[after:]))
    missing = [by_key[key] for key in missing_numbers(passage.text, numbers)] if passage.is_edited else []
    return Line(passage, [piece for piece in pieces if piece.text], missing)


@dataclass(frozen=True, slots=True)
class Record:
    """A record that was counted; without address where the reader may not open it, or where it is gone.

    `on` is the day it was counted by; `adds` what it adds, as written, where the figure is a sum over its records.
    """

    label: str
    noun: str
    url: str
    on: date | None = None
    adds: str = ""


@dataclass(frozen=True, slots=True)
class FigurePage:
    """`total`: what the records add up to today, as written, where the figure is a sum over them; else ""."""

    figure: Figure
    page: Page[Any]
    records: list[Record]
    hidden: int
    of_councils: list[Figure]
    spread: str
    total: str = ""


def figure_page(figure: Figure, actor: Actor, number: str | None) -> FigurePage:
    """Return a page of the records behind a figure, and each lower council's own figure. As many statements for any."""
    page = Paginator(figure.records, ROWS).get_page(number)
    subjects = [Subject(figure.described.kind, pk) for pk in page.object_list]
    resolved = resolve(subjects, actor)
    shown = [resolved[subject] for subject in subjects if subject in resolved]
    told = _told_of(figure, list(page.object_list))
    records = [
        Record(each.label, str(each.noun), each.url, *told.get(each.subject.id, ())) for each in shown if each.url
    ]
    others: list[Figure] = []
    if figure.council_id is None:
        others = list(
            figure.report.figures.filter(key=figure.key, council__isnull=False)
            .defer("records")
            .select_related("council")
            .order_by("council__sort_key", "pk")
        )
    return FigurePage(
        figure, page, records, len(subjects) - len(records), others, _spread(figure, others), _total(figure)
    )


def _told_of(figure: Figure, ids: Sequence[int]) -> dict[int, tuple[date | None, str]]:
    """Return for each record the day it was counted by, and what it adds where the figure is a sum. One statement."""
    model, day = COUNTED_BY[figure.described.kind]
    summed = SUMMED.get(figure.key, "pk")
    rows = model.objects.filter(pk__in=ids).values_list("pk", day, summed)
    return {pk: (_day(on), _plain(adds) if figure.key in SUMMED else "") for pk, on, adds in rows}


def _total(figure: Figure) -> str:
    if figure.key not in SUMMED:
        return ""
    model, _by = COUNTED_BY[figure.described.kind]
    return _plain(model.objects.filter(pk__in=figure.records).aggregate(all=Sum(SUMMED[figure.key]))["all"])


def _day(on: date | datetime | None) -> date | None:
    return timezone.localdate(on) if isinstance(on, datetime) else on


def _plain(number: int | None) -> str:
    return written_amount(Amount(Decimal(number or 0)))


def _spread(figure: Figure, others: Sequence[Figure]) -> str:
    """Return "từ 02 đến 04" over the lower councils, where there are some; "" for a rate and what is stated so."""
    own = figure.report.council_id
    values = [other.value for other in others if other.value is not None and other.council_id != own]
    if not values or figure.described.is_rate or figure.is_stated:
        return ""
    return written_amount(Amount(low=min(values), high=max(values)) if min(values) < max(values) else Amount(values[0]))


def later_of(report: Report, actor: Actor) -> list[Record]:
    """Return the stated figures that a comparison found and the signed report does not have."""
    subjects = [Subject("documents.statedfigure", pk) for pk in report.later]
    resolved = resolve(subjects, actor)
    shown = [resolved[subject] for subject in subjects if subject in resolved]
    return [Record(each.label, str(each.noun), each.url) for each in shown if each.url]


def as_json(report: Report, figures: Iterable[Figure], passages: Iterable[Passage]) -> dict[str, Any]:
    """Return a report as one JSON document: numbers as numbers, records by kind and number."""
    told: dict[str, dict[str, Any]] = {}
    for figure in figures:
        each = _figure_json(figure)
        if figure.council_id is None:
            told[figure.key] = {
                "key": figure.key,
                "label": str(figure.described.label),
                "unit": str(figure.described.unit),
                "section": figure.described.section.value,
                **each,
                **_words_json(figure),
                "councils": [],
            }
        elif figure.key in told:
            told[figure.key]["councils"].append(
                {"council": figure.council.name if figure.council else "", **each, **_words_json(figure)}
            )
    return {
        "kind": report.period,
        "council": report.council.name,
        "from": report.since.isoformat(),
        "to": report.until.isoformat(),
        "as_of": report.as_of.isoformat(),
        "signed": report.is_signed,
        "figures": list(told.values()),
        "sentences": [
            {"section": passage.section, "text": passage.text, "figures": passage.keys} for passage in passages
        ],
    }


def _words_json(figure: Figure) -> dict[str, Any]:
    """Return what a document says where the figure is one that documents state."""
    if not figure.is_stated:
        return {}
    words = {"figure": figure.said, "period": figure.period, "document": figure.source, "quote": figure.words}
    return {name: value or None for name, value in words.items()}


def _figure_json(figure: Figure) -> dict[str, Any]:
    def number(value: Any) -> int | float | None:
        if value is None:
            return None
        return int(value) if value == int(value) else float(value)

    return {
        "value": number(figure.value),
        "low": number(figure.low),
        "high": number(figure.high),
        "records": {"kind": figure.described.kind, "ids": figure.records},
        **({"url": figure.get_absolute_url()} if figure.pk else {}),
    }
