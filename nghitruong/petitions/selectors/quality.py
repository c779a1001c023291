"""Reads about quality: what an answer says and lacks, facts checked, and the ledger of wrong doors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import Count, Max, QuerySet, Subquery
from django.urls import reverse

from nghitruong.base.actor import SYSTEM, Actor
from nghitruong.base.official import official
from nghitruong.base.subjects import Subject
from nghitruong.language import fold
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.enums import OrganKind
from nghitruong.organisation.models import Organ
from nghitruong.organisation.selectors import successor_of
from nghitruong.petitions.enums import FactVerdict, Outcome, UnsettledReason
from nghitruong.petitions.models import Answer, Assessment, FactCheck, Misroute, Petition
from nghitruong.petitions.rules.answers import Appraisal, appraise
from nghitruong.petitions.rules.promises import Promise
from nghitruong.petitions.selectors.likeness import Near, nearest_answered, read
from nghitruong.petitions.selectors.lists import Filters, filtered


@dataclass(frozen=True, slots=True)
class Found:
    """One promise found; `key` names it in a form; `is_recorded` when the ledger has it already."""

    key: str
    promise: Promise
    is_recorded: bool


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """The latest answer with everything read out of it. `has` is (what, words found) in the order asked for."""

    answer: Answer
    read: Appraisal
    found: tuple[Found, ...]
    has: tuple[tuple[str, tuple[str, ...]], ...]
    claimed: str
    proposed: str
    agrees: bool
    marks: tuple[tuple[int, int], ...]
    vague: tuple[str, ...]
    assessments: tuple[Assessment, ...]


def read_answer(petition: Petition, labels: tuple[str, str, str, str]) -> ReadAnswer | None:
    """Read the petition's latest answer; None where there is none. `labels` name measure, body, date and money."""
    latest = petition.answers.select_related("organ", "document", "own_class").order_by("on", "pk").last()
    if latest is None:
        return None
    read = appraise(petition.text, latest.text, latest.on)
    subject = Subject.of(petition)
    kept = set(
        Obligation.objects.filter(
            subject_kind=subject.kind, subject_id=subject.id, nature=Nature.COMMITMENT
        ).values_list("quote", flat=True)
    )
    found = tuple(Found(f"{p.start}-{p.end}", p, p.quote in kept) for p in read.promises)
    groups = (read.measures, read.bodies, read.dates, read.money)
    proposed = str(Outcome(read.proposed.outcome).label)
    if read.proposed.reason:
        proposed = f"{proposed} ({UnsettledReason(read.proposed.reason).label})"
    return ReadAnswer(
        latest,
        read,
        found,
        tuple(
            (label, tuple(dict.fromkeys(span.words for span in spans))[:6])
            for label, spans in zip(labels, groups, strict=True)
        ),
        latest.result,
        proposed,
        latest.outcome == read.proposed.outcome,
        tuple((p.start, p.end) for p in read.promises),
        tuple(dict.fromkeys(span.words for span in read.vague)),
        tuple(petition.assessments.select_related("organ")),
    )


def lower_councils(council: Organ, on: date) -> QuerySet[Organ]:
    """Return the standing councils of the units right below this council's unit."""
    return (
        Organ.objects.on(on)
        .filter(kind=OrganKind.COUNCIL, unit__parent_id=council.unit_id)
        .exclude(unit__isnull=True)
        .select_related("unit")
        .order_by("sort_key")
    )


@dataclass(frozen=True, slots=True)
class AnsweredBelow:
    """A lower council's answered petition near to one that came up: what was answered, by whom, in which document."""

    near: Near
    answer: Answer

    @property
    def council(self) -> Organ:
        return self.near.petition.keeper


def answered_below(petition: Petition, lower: Sequence[Organ]) -> AnsweredBelow | None:
    """Return the nearest petition that a lower council has answered, with the last answer; None if nothing is near.

    Looked for in all these councils, whoever asks: an answer to voters is public (law.md PET-14). Only its
    document, day and body are shown, never the voter or the words of a record that the reader may not open.
    """
    if not lower:
        return None
    found = nearest_answered(read(petition), SYSTEM, limit=10, but=[petition.pk], councils=[one.pk for one in lower])
    return next((AnsweredBelow(near, answer) for near, answer in found if near.likeness.is_worth_a_look), None)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """How many petitions of the same field still wait for an answer in other places, with their list."""

    value: int
    url: str


def waiting_elsewhere(petition: Petition, actor: Actor, on: date) -> Elsewhere | None:
    """Return what an answer given for one place leaves unanswered elsewhere (law.md 15.16); None without a field."""
    if petition.field_id is None or petition.unit_id is None:
        return None
    asked = {
        "hdnd": str(petition.keeper_id),
        "linh-vuc": str(petition.field_id),
        "tru-dia-ban": str(petition.unit_id),
        "tinh-trang": "chua-co-tra-loi",
    }
    filters = Filters({name: [value] for name, value in asked.items()}, on)
    rows = filtered(Petition.objects.visible_to(actor), filters)
    return Elsewhere(rows.count(), f"{reverse('petitions:index')}?{urlencode(asked)}")


def assessing_organs(council: Organ, on: date) -> QuerySet[Organ]:
    """Return the bodies of a council that may assess an answer: its Standing Committee and its committees."""
    kinds = [OrganKind.STANDING, OrganKind.COMMITTEE]
    return Organ.objects.on(on).filter(council=council, kind__in=kinds).order_by("sort_key")


def facts_of(petition: Petition) -> list[FactCheck]:
    return list(petition.facts.all())


def fact_counts(rows: QuerySet[Petition]) -> dict[str, Max]:
    """Return, for an aggregate over these petitions, how many facts were checked, corrected or not verifiable."""
    checks = FactCheck.objects.filter(petition__in=rows.order_by().values("pk")).order_by()
    return {
        value: Max(Subquery(checks.filter(verdict=value).values("verdict").annotate(n=Count("pk")).values("n")))
        for value in FactVerdict.values
    }


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sent how many petitions to a wrong door, and how many days that cost."""

    pk: int
    name: str
    times: int
    days: int


def misroutes(actor: Actor) -> QuerySet[Misroute]:
    """Return the ledger as far as the actor may see it, the newest first."""
    return Misroute.objects.visible_to(actor).select_related("petition", "sent_by", "sent_to", "competent")


def senders(rows: QuerySet[Misroute]) -> list[Sender]:
    """Return the senders by days lost, the most first."""
    times: Counter[tuple[int, str]] = Counter()
    days: Counter[tuple[int, str]] = Counter()
    for pk, name, sent_on, returned_on in rows.values_list("sent_by", "sent_by__name", "sent_on", "returned_on"):
        times[pk, name] += 1
        days[pk, name] += (returned_on - sent_on).days
    return [Sender(*one, times[one], days[one]) for one, _days in days.most_common()]


def competent_body(organ: Organ | None, name: str, on: date) -> tuple[Organ | None, str]:
    """Return the organ that is competent on the day and its name; one that ended is followed by its successor.

    A typed name that several organs bear points at none of them: to be its lead is to see the petition.
    ORG-10 (L72/2025 Đ.54.8): both names are told. Where the work was shared out a person must choose, and the old
    name stands alone.
    """
    known = organ
    if known is None and name.strip():
        named = Organ.objects.filter(folded__startswith=fold(name)).order_by("pk")
        same = [one for one in named if fold(one.name) == fold(name)]
        known = same[0] if len(same) == 1 else None
    if known is None:
        return None, name.strip()
    if known.stands_on(on):
        return known, known.name
    heir = successor_of(known, on)
    if heir is None:
        return None, known.name
    return heir, official("%(old)s (nay là %(new)s)", old=known.name, new=heir.name)
