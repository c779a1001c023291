"""A reading as one JSON object: the fields of a hand-made answer, each item with its words and their place."""

from __future__ import annotations

from typing import Any

from nghitruong.intake.rules.cited import Cited
from nghitruong.intake.rules.dates import Day
from nghitruong.intake.rules.people import Person
from nghitruong.intake.rules.plain import one_line
from nghitruong.intake.rules.quantities import Quantity
from nghitruong.intake.rules.reading import Reading
from nghitruong.intake.rules.source import Found
from nghitruong.intake.rules.tasks import Task


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
        "signatory": {"name": signed.name, "title": signed.title or None, "authority": signed.authority, **at(signed.quote)} if signed else None,
        "other_named_people": [_person(person) for person in reading.people.others],
        "participants": [one_line(found.text) for found in reading.people.participants],
        "quantities": [_quantity(quantity) for quantity in reading.quantities],
        "limitations": [{**at(one.quote), "section": one.section or None} for one in reading.limitations],
        "tasks": [_task(task) for task in reading.tasks],
        "recipients": [one_line(found.text) for found in reading.recipients],
        "addressees": [one_line(found.text) for found in reading.addressees],
        "cited_documents": [_cited(cited) for cited in reading.cited],
        "decisions": [
            {"by": one.by, "verb": one.verb, **at(one.quote), "section": one.section or None} for one in reading.decisions
        ],
        "petitions": [
            {
                **at(one.quote), "place": one.place or None, "field": one.field or None,
                "answered_by": one.answered_by or None, "answer": at(one.answer) if one.answer else None,
            }
            for one in reading.petitions
        ],
        "disagreements": [
            {
                "kind": one.kind, "stated": _plain_number(one.stated), "computed": _plain_number(one.computed),
                "quotes": [at(quote) for quote in one.quotes],
            }
            for one in reading.disagreements
        ],
        "warnings": [{**at(one.quote), **_doubtful(one.why)} for one in reading.warned],
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
            evidence[key] = {**at(quote), **_doubtful(doubt)}
    for key, quotes in (
        ("participants", reading.people.participants),
        ("recipients", reading.recipients),
        ("addressees", reading.addressees),
    ):
        evidence[key] = [at(found) for found in quotes]
    told["evidence"] = evidence
    return told


def at(found: Found) -> dict[str, Any]:
    """Return words with their place."""
    return {"quote": found.text, "start": found.start, "end": found.end}


def _doubtful(doubt: str) -> dict[str, Any]:
    return {"doubtful": True, "why": doubt} if doubt else {}


def _day_record(day: Day) -> dict[str, Any]:
    return {
        "text": day.text, "iso": day.iso, "what": day.what, "part_of_day": day.part_of_day, "year": day.year,
        **at(day.quote), **_doubtful(day.doubt),
    }  # fmt: skip


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name, "title": person.title or None, "role": person.role or None,
        **at(person.quote), **_doubtful(person.doubt),
    }  # fmt: skip


def _cited(cited: Cited) -> dict[str, Any]:
    told: dict[str, Any] = {"kind": cited.kind, "number": cited.number, "date": cited.date, "organ": cited.organ}
    if cited.name:
        told["name"] = cited.name
    return {**told, **at(cited.quote), **_doubtful(cited.warning)}


def _quantity(quantity: Quantity) -> dict[str, Any]:
    told: dict[str, Any] = {
        "figure": one_line(quantity.figure.text),
        "value": _plain_number(quantity.value),
        "unit_what": quantity.unit_what,
        "period": one_line(quantity.period.text) if quantity.period else None,
    }
    for key, value in (("min", quantity.low), ("max", quantity.high), ("denominator", quantity.denominator)):
        if value is not None:
            told[key] = _plain_number(value)
    if quantity.approx:
        told["approx"] = quantity.approx
    return {**told, **at(quantity.quote)}


def _task(task: Task) -> dict[str, Any]:
    told: dict[str, Any] = {
        "assignee": task.assignee, "cooperating": list(task.cooperating), "verb": task.verb, "task": task.task,
        "deadline": task.deadline, "deadline_iso": task.deadline_iso, **at(task.quote),
        "section": task.section or None, "direction": task.direction,
    }  # fmt: skip
    if task.assigned:
        told["assigned_at"] = at(task.assigned)
    return {**told, **_doubtful("" if task.assignee else "nobody named")}


def _plain_number(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
