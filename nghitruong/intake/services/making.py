"""What an accepted item becomes, by the services of the modules that own such records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.official import official, official_language
from nghitruong.base.subjects import Subject
from nghitruong.documents import services as documents
from nghitruong.documents.enums import PaperKind
from nghitruong.intake import policies
from nghitruong.intake.models import DocumentReading, Proposal
from nghitruong.intake.selectors import day_of, day_said, fitting
from nghitruong.intake.services.concluding import ask, is_conclusion
from nghitruong.language import covered
from nghitruong.meetings import services as meetings
from nghitruong.meetings.enums import MeetingKind
from nghitruong.obligations import services as obligations
from nghitruong.obligations.enums import Nature
from nghitruong.organisation.models import Organ
from nghitruong.organisation.selectors import standing_of


def make_entry(*, proposal: Proposal, data: Mapping[str, Any], actor: Actor, at: datetime) -> list[Subject]:
    """Enter the document in the incoming register of the council."""
    policies.can_accept(actor, proposal).require()
    reading = proposal.reading
    given = documents.register_incoming(
        organ=reading.council,
        author=_words(data, "organ") or _words(data, "author") or official(_("Không rõ cơ quan ban hành")),
        abstract=_words(data, "abstract") or reading.name,
        code=_words(data, "code"),
        signed_on=_day(data, "signed_on"),
        kind=_paper_kind(_words(data, "paper_kind")),
        file=reading.file,
        subject=Subject.of(reading),
        actor=actor,
        at=at,
    )
    return [Subject.of(given)]


def make_meeting(*, proposal: Proposal, data: Mapping[str, Any], actor: Actor, at: datetime) -> list[Subject]:
    """Put the meeting that the document tells of into the calendar, as held where its day is past."""
    policies.can_accept(actor, proposal).require()
    on = _day(data, "on")
    if on is None:
        raise Invalid(_("Hãy ghi ngày họp."))
    title = _words(data, "title")
    if not title:
        raise Invalid(_("Hãy ghi tên cuộc họp."))
    starts = timezone.make_aware(datetime.combine(on, time(14 if data.get("part_of_day") == "chiều" else 8)))
    held = meetings.plan(
        council=proposal.reading.council,
        kind=_words(data, "meeting_kind") or MeetingKind.OTHER,
        title=title[:300],
        starts_at=starts,
        place=(_words(data, "place") or official(_("không nêu trong văn bản")))[:300],
        chair=_words(data, "chair")[:200],
        actor=actor,
        at=at,
    )
    return [Subject.of(held)]


def make_tasks(*, proposal: Proposal, data: Mapping[str, Any], actor: Actor, at: datetime) -> list[Subject]:
    """Open one obligation for each organ named: n organs are n independent states.

    What a notice of conclusion asks is followed in coordination, with its progress and receipt.
    """
    policies.can_accept(actor, proposal).require()
    council = proposal.reading.council
    organs = list(Organ.objects.filter(pk__in=[int(each) for each in data.get("organs") or []]).order_by("sort_key"))
    if not organs:
        raise Invalid(_("Hãy chọn cơ quan được giao việc này."))
    due_on = _day(data, "due_on")
    if is_conclusion(reading=proposal.reading):
        return ask(proposal=proposal, data=data, organs=organs, due_on=due_on, actor=actor, at=at)
    what = _words(data, "what") or proposal.quote
    creditor = standing_of(council)
    opened = [
        obligations.open(
            council=council,
            debtor=organ,
            creditor=creditor,
            nature=Nature.TASK,
            what=what[:500],
            subject=Subject.of(proposal.reading),
            subject_label=str(proposal.reading)[:300],
            deed="proposal.accept",
            due_on=due_on,
            quote=proposal.quote[:1000],
            actor=actor,
            at=at,
        )
        for organ in organs
    ]
    return [Subject.of(each) for each in opened]


def make_request(*, proposal: Proposal, data: Mapping[str, Any], actor: Actor, at: datetime) -> list[Subject]:
    """Keep what a notice of conclusion asks of a level above: a proposal, never a debt. Of other texts it is a note."""
    policies.can_accept(actor, proposal).require()
    if not is_conclusion(reading=proposal.reading):
        return []
    return ask(proposal=proposal, data=data, organs=[], due_on=None, actor=actor, at=at)


def make_figure(*, proposal: Proposal, data: Mapping[str, Any], actor: Actor, at: datetime) -> list[Subject]:
    """Keep a figure with its words, and the days of the period that the document tells of."""
    policies.can_accept(actor, proposal).require()
    said_on = day_said(proposal.reading)
    since, until = _day(data, "since"), _day(data, "until")
    if since is None and until is None:
        since, until = covered(_words(data, "period"), said_on)
    stated = documents.state_figure(
        council=proposal.reading.council,
        source=str(proposal.reading),
        figure=_words(data, "figure"),
        value=_number(data, "value"),
        low=_number(data, "min"),
        high=_number(data, "max"),
        what=_words(data, "what") or proposal.quote[:300],
        words=proposal.quote,
        period=_words(data, "period"),
        since=since,
        until=until,
        key=_words(data, "key"),
        said_on=said_on,
        organ=_issuer(proposal.reading),
        origin=Subject.of(proposal),
        actor=actor,
        at=at,
    )
    return [Subject.of(stated)]


def _issuer(reading: DocumentReading) -> Organ | None:
    """Return whose figures the document tells: the organ that issued it, where its name means one organ near by."""
    named = fitting(str(reading.record.get("issuing_organ") or ""), reading.council, day_of(reading))
    return named[0] if len(named) == 1 else None


def _paper_kind(name: str) -> str:
    """Return the type of the register (the 29 types) that a name begins with; "" where it is none of them."""
    known = sorted(PaperKind.choices, key=lambda choice: -len(str(choice[1])))
    with official_language():
        return next((value for value, label in known if name.lower().startswith(str(label).lower())), "")


def _words(data: Mapping[str, Any], name: str) -> str:
    return " ".join(str(data.get(name) or "").split())


def _day(data: Mapping[str, Any], name: str) -> date | None:
    value = str(data.get(name) or "")[:10]
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise Invalid(_("«%(text)s» không phải là một ngày.") % {"text": value}) from error


def _number(data: Mapping[str, Any], name: str) -> Decimal | None:
    value = data.get(name)
    if value in (None, ""):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation as error:
        raise Invalid(_("«%(text)s» không phải là một số.") % {"text": value}) from error
