"""A document read: everything the rules find in one text, and its one JSON record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from nghitruong.intake.rules.cited import Cited, Ended, cited_documents
from nghitruong.intake.rules.dates import Day, Issued, event_dates, issued, published
from nghitruong.intake.rules.kinds import Kind, document_kind
from nghitruong.intake.rules.numbers import Numbered, numbered
from nghitruong.intake.rules.organs import Organ, issuing_organ, place
from nghitruong.intake.rules.people import People, Person, people
from nghitruong.intake.rules.plain import Plain, one_line
from nghitruong.intake.rules.recipients import addressees, recipients
from nghitruong.intake.rules.source import Found, Source


@dataclass(frozen=True, slots=True)
class Reading:
    """What one document says of itself. Every part keeps the words it was read from."""

    source: Source
    kind: Kind | None
    number: Numbered | None
    issue: Issued | None
    posted: Day | None
    events: list[Day]
    organ: Organ | None
    place: Found | None
    people: People
    recipients: list[Found]
    addressees: list[Found]
    cited: list[Cited]


def read(text: str, *, ended: tuple[Ended, ...] = ()) -> Reading:
    """Return the reading of a text (NFC). Pure; `ended` names legal bases that no longer stand."""
    source = Source(text)
    plain = Plain(source)
    number = numbered(plain)
    kind = document_kind(plain, number)
    is_news = kind is None or kind.is_news
    issue = issued(plain) if not is_news else None
    posted = published(plain) if is_news or number is None else None
    events = event_dates(plain, posted, issue)
    named = people(plain, is_news=is_news)
    organ = issuing_organ(plain, kind, named.signatory, number)
    cited = cited_documents(plain, own=number, ended=ended, on=_day(issue, posted, events))
    return Reading(
        source, kind, number, issue, posted, events, organ, place(plain, issue), named,
        recipients(plain), addressees(plain), cited,
    )  # fmt: skip


def _day(issue: Issued | None, posted: Day | None, events: list[Day]) -> date | None:
    """Return the day the document stands on: of issue, of posting, or of the first event."""
    for day in (issue.day if issue else None, posted, *events):
        if day is not None and day.iso:
            try:
                return date.fromisoformat(day.iso[:10])
            except ValueError:
                continue
    return None


def record(reading: Reading) -> dict[str, Any]:
    """Return the reading as one JSON object: the fields of a hand-made answer; plain words have their places in `evidence`."""
    kind, number = reading.kind, reading.number
    signed = reading.people.signatory
    told: dict[str, Any] = {
        "document_kind": kind.name if kind else None,
        "number": number.number if number else None,
        "symbol": number.symbol if number else None,
        "issue_date": _day_record(reading.issue.day) if reading.issue and reading.issue.day else None,
        "published_at": _day_record(reading.posted) if reading.posted else None,
        "event_dates": [_day_record(day) for day in reading.events],
        "issuing_organ": reading.organ.name if reading.organ else None,
        "place": one_line(reading.place.text) if reading.place else None,
        "chairs": [_person(person) for person in reading.people.chairs],
        "signatory": {"name": signed.name, "title": signed.title or None, "authority": signed.authority, **_at(signed.quote)} if signed else None,
        "other_named_people": [_person(person) for person in reading.people.others],
        "participants": [one_line(found.text) for found in reading.people.participants],
        "recipients": [one_line(found.text) for found in reading.recipients],
        "addressees": [one_line(found.text) for found in reading.addressees],
        "cited_documents": [_cited(cited) for cited in reading.cited],
    }  # fmt: skip
    evidence: dict[str, Any] = {}
    for key, quote, doubt in (
        ("document_kind", kind.quote if kind else None, kind.doubt if kind else ""),
        ("number", number.quote if number and number.number else None, ""),
        ("symbol", number.quote if number and number.symbol else None, number.doubt if number else ""),
        ("issuing_organ", reading.organ.quote if reading.organ else None, reading.organ.doubt if reading.organ else ""),
        ("place", reading.place, ""),
    ):
        if quote is not None:
            evidence[key] = {**_at(quote), **_doubtful(doubt)}
    for key, quotes in (
        ("participants", reading.people.participants),
        ("recipients", reading.recipients),
        ("addressees", reading.addressees),
    ):
        evidence[key] = [_at(found) for found in quotes]
    told["evidence"] = evidence
    return told


def _at(found: Found) -> dict[str, Any]:
    return {"quote": found.text, "start": found.start, "end": found.end}


def _doubtful(doubt: str) -> dict[str, Any]:
    return {"doubtful": True, "why": doubt} if doubt else {}


def _day_record(day: Day) -> dict[str, Any]:
    return {
        "text": day.text, "iso": day.iso, "what": day.what, "part_of_day": day.part_of_day, "year": day.year,
        **_at(day.quote), **_doubtful(day.doubt),
    }  # fmt: skip


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name, "title": person.title or None, "role": person.role or None,
        **_at(person.quote), **_doubtful(person.doubt),
    }  # fmt: skip


def _cited(cited: Cited) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": cited.kind, "number": cited.number, "date": cited.date, "organ": cited.organ}
    if cited.name:
        told["name"] = cited.name
    return {**told, **_at(cited.quote), **_doubtful(cited.warning)}
