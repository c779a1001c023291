"""A document read: everything the rules find in one text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from nghitruong.intake.rules.agreement import told_twice
from nghitruong.intake.rules.cited import Cited, cited_documents
from nghitruong.intake.rules.dates import Day, Issued, event_dates, issued, published
from nghitruong.intake.rules.decisions import Decision, decisions
from nghitruong.intake.rules.ended import Warned, ceased_organs
from nghitruong.intake.rules.kinds import Kind, document_kind, is_official
from nghitruong.intake.rules.limitations import Limitation, limitations
from nghitruong.intake.rules.numbers import Numbered, numbered
from nghitruong.intake.rules.organs import Organ, issuing_organ, place
from nghitruong.intake.rules.people import People, people
from nghitruong.intake.rules.petitions import Asked, petitions
from nghitruong.intake.rules.plain import Plain
from nghitruong.intake.rules.quantities import Quantity, quantities
from nghitruong.intake.rules.recipients import addressees, recipients
from nghitruong.intake.rules.source import Found, Source
from nghitruong.intake.rules.sums import Disagreement, disagreements
from nghitruong.intake.rules.tasks import Task, tasks
from nghitruong.intake.rules.units import Named, named_units


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
    quantities: list[Quantity]
    limitations: list[Limitation]
    tasks: list[Task]
    decisions: list[Decision]
    petitions: list[Asked]
    disagreements: list[Disagreement]
    cited: list[Cited]
    warned: list[Warned]
    units: list[Named]
    on: date | None
    """The day the document stands on, as far as it tells."""


def read(text: str) -> Reading:
    """Return the reading of a text (NFC). Pure."""
    source = Source(text)
    plain = Plain(source)
    number = numbered(plain)
    kind = document_kind(plain, number)
    is_news = kind.is_news if kind else not is_official(plain)
    issue = issued(plain) if not is_news else None
    posted = published(plain) if is_news or number is None else None
    events = event_dates(plain, posted, issue)
    named = people(plain, is_news=is_news)
    organ = issuing_organ(plain, kind, named.signatory, number)
    on = _day(issue, posted, events)
    cited = cited_documents(plain, own=number, on=on)
    warned = ceased_organs(plain, on) if on and not is_news else []
    return Reading(
        source, kind, number, issue, posted, events, organ, place(plain, issue), named,
        recipients(plain), addressees(plain), quantities(source), limitations(source), tasks(source, on, organ.name if organ else ""),
        decisions(source), petitions(source), _disagreeing(source), cited, warned, named_units(plain, issue), on,
    )  # fmt: skip


def _disagreeing(source: Source) -> list[Disagreement]:
    """Return the sums and shares that do not come out, and what is told twice, in the text's order."""
    return sorted([*disagreements(source), *told_twice(source)], key=lambda one: one.quotes[0].start)


def _day(issue: Issued | None, posted: Day | None, events: list[Day]) -> date | None:
    """Return the day the document stands on: of issue, of posting, or of the first event."""
    for day in (issue.day if issue else None, posted, *events):
        if day is not None and day.iso:
            try:
                return date.fromisoformat(day.iso[:10])
            except ValueError:
                continue
    return None
