"""What a document's text proposes: its reading, and the items a person will judge one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from nghitruong.base.official import official
from nghitruong.intake.enums import ProposalKind
from nghitruong.intake.rules.gathering import gathering
from nghitruong.intake.rules.plain import one_line
from nghitruong.intake.rules.reading import Reading, read
from nghitruong.intake.rules.record import record
from nghitruong.intake.rules.source import Found

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Item:
    """One proposal: its kind, its values (JSON), the words it was read from with their place, and what is doubtful."""

    kind: str
    data: dict[str, Any]
    quote: str
    start: int
    end: int
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """All that a text tells: the record of the whole, and its items in the order a reader meets them."""

    record: dict[str, Any]
    items: list[Item]


def tell(text: str) -> Told:
    """Read a text (NFC) and return what it proposes. Pure."""
    reading = read(text)
    first = [*_entry(reading), *_meeting(reading)]
    rest = [*_tasks(reading), *_figures(reading), *_limitations(reading), *_cited(reading)]
    return Told(record(reading), first + sorted(rest, key=lambda item: (item.start, item.end)))


def _item(kind: str, quote: Found, data: dict[str, Any], doubt: str = "") -> Item:
    return Item(kind, data, quote.text, quote.start, quote.end, doubt)


def _entry(reading: Reading) -> Iterator[Item]:
    """Propose a line of the incoming register for an official text; news has none."""
    kind = reading.kind
    if kind is None or kind.is_news:
        return
    number, issue, organ = reading.number, reading.issue, reading.organ
    code = "/".join(filter(None, [number.number or "", number.symbol or ""])) if number else ""
    day = issue.day if issue and issue.day else None
    yield _item(
        ProposalKind.ENTRY,
        kind.quote,
        {
            "paper_kind": kind.name,
            "code": code if number and number.number else "",
            "symbol": number.symbol if number else None,
            "signed_on": day.iso[:10] if day and day.iso else "",
            "organ": organ.name if organ else "",
            "abstract": _abstract(reading.source.text, kind.quote),
        },
        kind.doubt or (organ.doubt if organ else "") or (day.doubt if day else ""),
    )


def _abstract(text: str, kind: Found) -> str:
    """Return the paragraph under the name of the type, or the name's own line where that says what it is about."""
    _type, _, title = text[kind.start : kind.end].partition("\n")
    if title.strip(" *#:\n"):
        return one_line(title).strip(" *#:")[:300]
    after = text[kind.end : kind.end + 1500]
    rest, _, below = after.partition("\n")
    told = rest if rest.strip(" *#:") else below.lstrip(" *#\n").split("\n\n")[0]
    return one_line(told).strip(" *#:")[:300]


def _meeting(reading: Reading) -> Iterator[Item]:
    """Propose the meeting that the document tells of: its first event of a known day, where somebody chaired it.

    Without words on where it was held the place of the head is proposed, with its doubt.
    """
    events = [day for day in reading.events if day.iso]
    chairs = reading.people.chairs
    if not events or not chairs:
        return
    event = next((day for day in events if _DAY.match(day.iso or "")), events[0])
    on = (event.iso or "")[:10] if _DAY.match(event.iso or "") else ""
    held = gathering(reading.source, event)
    venue = held.venue or reading.place
    yield _item(
        ProposalKind.MEETING,
        held.told,
        {
            "title": held.title or event.what or "",
            "on": on,
            "part_of_day": event.part_of_day or "",
            "place": one_line(venue.text) if venue else "",
            "chair": "; ".join(person.name for person in chairs),
        },
        event.doubt
        or ("" if on else official(_("Văn bản không nêu rõ ngày họp.")))
        or (
            ""
            if held.venue or not venue
            else official(_("Văn bản không nêu nơi họp: đây là nơi văn bản được ban hành."))
        ),
    )


def _tasks(reading: Reading) -> Iterator[Item]:
    for task in reading.tasks:
        kind = ProposalKind.UPWARD if task.direction == "up" else ProposalKind.TASK
        doubt = "" if task.assignee else official(_("Văn bản không nói rõ giao cho ai."))
        yield _item(
            kind,
            task.quote,
            {
                "assignee": task.assignee or "",
                "cooperating": list(task.cooperating),
                "what": task.task,
                "deadline": task.deadline or "",
                "due_on": task.deadline_iso or "",
                "section": task.section,
            },
            doubt,
        )


def _figures(reading: Reading) -> Iterator[Item]:
    for each in reading.quantities:
        yield _item(
            ProposalKind.FIGURE,
            each.quote,
            {
                "figure": each.figure.text,
                "value": each.value,
                "min": each.low,
                "max": each.high,
                "what": each.unit_what,
                "period": one_line(each.period.text) if each.period else "",
            },
        )


def _limitations(reading: Reading) -> Iterator[Item]:
    for each in reading.limitations:
        yield _item(ProposalKind.LIMITATION, each.quote, {"text": one_line(each.quote.text)})


def _cited(reading: Reading) -> Iterator[Item]:
    for each in reading.cited:
        told = {"kind": each.kind, "number": each.number, "date": each.date, "organ": each.organ}
        yield _item(ProposalKind.CITED, each.quote, told, each.warning)
