"""Reads of the ledger: what I owe, what is owed to me, what is late, what has no date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Case, Count, F, Min, Q, When
from django.urls import reverse
from django.utils.translation import gettext as _

from nghitruong.audit.models import Entry
from nghitruong.audit.rules import deed_words
from nghitruong.base.actor import Actor
from nghitruong.legalclock.enums import ClockState, DayType
from nghitruong.legalclock.rules import Calendar, remaining
from nghitruong.obligations import policies
from nghitruong.obligations.enums import Nature, Rung, State
from nghitruong.obligations.flow import OBLIGATION
from nghitruong.obligations.models import OPEN_STATES, Obligation, ObligationQuerySet
from nghitruong.organisation.enums import OrganKind
from nghitruong.ui.rules import Chip, Due, Event, Facet, Option

SOON_DAYS = 7
LISTS = ("", "toi-no", "no-toi", "qua-han", "sap-den-han", "chua-co-han", "cho-chap-nhan", "tat-ca")
"""Names of the lists in addresses; "" holds all that runs."""


def _mine(actor: Actor) -> Q:
    """Debts of the organs this office acts for; a council's office acts for the council and its Standing Committee."""
    mine = Q(debtor_id__in=actor.organ_ids)
    if actor.has("petitions.keep"):
        mine |= Q(debtor_id__in=actor.council_ids)
        mine |= Q(debtor__council_id__in=actor.council_ids, debtor__kind=OrganKind.STANDING)
    return mine


def _to_me(actor: Actor) -> Q:
    """Debts to my organ or, for a council's office, all that others owe in the council's ledger."""
    if actor.has("petitions.keep"):
        return ~_mine(actor)
    return Q(creditor_id__in=actor.organ_ids) & ~_mine(actor)


def conditions(actor: Actor, on: date) -> dict[str, Q]:
    """Return what puts an obligation into each of LISTS, for one reader on one day; to be used on what he may see.

    `toi-no` is what my side owes, `no-toi` what is owed to my side, both not yet reported; what was reported waits for
    acceptance, in a list of its own.
    """
    waits = Q(state=State.OPEN)
    return {
        "": Q(state__in=OPEN_STATES),
        "toi-no": waits & _mine(actor),
        "no-toi": waits & _to_me(actor),
        "qua-han": waits & Q(due_on__lt=on),
        "sap-den-han": waits & Q(due_on__range=(on, on + timedelta(days=SOON_DAYS))),
        "chua-co-han": waits & Q(due_on__isnull=True),
        "cho-chap-nhan": Q(state=State.FULFILLED),
        "tat-ca": Q(pk__isnull=False),
    }


def named(name: str, actor: Actor, on: date) -> ObligationQuerySet:
    """Return one of LISTS; an unknown name gives all that runs."""
    known = conditions(actor, on)
    return Obligation.objects.visible_to(actor).filter(known.get(name, known[""]))


def counts(actor: Actor, on: date) -> dict[str, int]:
    """Return how many stand in each of LISTS, in one statement."""
    return standing(actor, on, ())[0]


@dataclass(frozen=True, slots=True)
class DueDay:
    """How much is due on a day and not reported; `what` and `pk` name the first."""

    on: date
    number: int
    what: str
    pk: int


def standing(actor: Actor, on: date, days: Sequence[date]) -> tuple[dict[str, int], list[DueDay]]:
    """Return how many stand in each of LISTS, and what is due on each of these days; one statement for both."""
    asked: dict[str, Any] = {
        f"list_{place}": Count("pk", filter=conditions(actor, on)[name]) for place, name in enumerate(LISTS)
    }
    for place, day in enumerate(days):
        falls = Q(state=State.OPEN, due_on=day)
        asked |= {
            f"day_{place}": Count("pk", filter=falls),
            f"what_{place}": Min("what", filter=falls),
            f"pk_{place}": Min("pk", filter=falls),
        }
    found = Obligation.objects.visible_to(actor).aggregate(**asked)
    return (
        {name: found[f"list_{place}"] for place, name in enumerate(LISTS)},
        [
            DueDay(day, found[f"day_{place}"], found[f"what_{place}"], found[f"pk_{place}"])
            for place, day in enumerate(days)
            if found[f"day_{place}"]
        ],
    )


def heads(actor: Actor, on: date, names: Iterable[str], most: int) -> dict[str, list[Obligation]]:
    """Return the first of several of LISTS, due first and undated last, in one statement."""
    seen, known = Obligation.objects.visible_to(actor), conditions(actor, on)
    order = (F("due_on").asc(nulls_last=True), "pk")
    wanted = {f"in_{place}": name for place, name in enumerate(names)}
    firsts = [
        Obligation.objects.filter(pk__in=seen.filter(known[name]).order_by(*order).values("pk")[:most]).values("pk")
        for name in wanted.values()
    ]
    if not firsts:
        return {}
    any_of = firsts[0].union(*firsts[1:])  # "in one or in the other" would have PostgreSQL read the whole ledger
    marks = {mark: Case(When(known[name], then=1), default=0) for mark, name in wanted.items()}
    rows = list(
        Obligation.objects.filter(pk__in=any_of)
        .annotate(**marks)
        .select_related("clock", "debtor", "creditor")
        .order_by(*order)
    )
    return {name: [row for row in rows if getattr(row, mark)][:most] for mark, name in wanted.items()}


FACETS = {"trang-thai": "state", "loai": "nature", "ben-no": "debtor_id"}
MOST_DEBTORS = 12


def chosen_in(given: Mapping[str, Sequence[str]]) -> dict[str, set[str]]:
    """Return what a reader ticked in each facet; what is no value of it is left out."""
    allowed = {"trang-thai": set(State.values), "loai": set(Nature.values)}
    return {
        name: {v for v in given.get(name, ()) if (v in allowed[name] if name in allowed else v.isdecimal())}
        for name in FACETS
    }


def narrowed(rows: ObligationQuerySet, chosen: Mapping[str, set[str]]) -> ObligationQuerySet:
    """Return the rows that fit the facets: any of the values of each, all of the facets. Due first, undated last."""
    for name, column in FACETS.items():
        if chosen[name]:
            rows = rows.filter(**{f"{column}__in": chosen[name]})
    closed = Case(When(state__in=OPEN_STATES, then=0), default=1)
    return rows.order_by(closed, F("due_on").asc(nulls_last=True), "pk")


def facets(rows: ObligationQuerySet, chosen: Mapping[str, set[str]]) -> tuple[int, list[Facet]]:
    """Return how many fit, and the facets, each counted under the others; one statement."""
    grid = [
        ({"trang-thai": state, "loai": nature, "ben-no": str(debtor)}, name, n)
        for state, nature, debtor, name, n in rows.order_by()
        .values_list("state", "nature", "debtor_id", "debtor__name")
        .annotate(n=Count("pk"))
    ]

    def counted(facet: str) -> dict[str, int]:
        sums: dict[str, int] = {}
        for cell, _name, n in grid:
            if all(cell[other] in picked for other, picked in chosen.items() if picked and other != facet):
                sums[cell[facet]] = sums.get(cell[facet], 0) + n
        return sums

    total = sum(n for cell, _name, n in grid if all(cell[f] in picked for f, picked in chosen.items() if picked))
    names = {cell["ben-no"]: name for cell, name, _n in grid}
    debtors = counted("ben-no")
    leading = sorted(debtors, key=lambda pk: (pk not in chosen["ben-no"], -debtors[pk], names[pk]))[:MOST_DEBTORS]
    labels: list[tuple[str, str, list[tuple[str, str]]]] = [
        ("trang-thai", _("Trạng thái"), [(value, str(label)) for value, label in State.choices]),
        ("loai", _("Loại"), [(value, str(label)) for value, label in Nature.choices]),
        ("ben-no", _("Bên có nghĩa vụ"), [(pk, names[pk]) for pk in leading]),
    ]
    found = []
    for facet, label, choices in labels:
        sums = counted(facet)
        options = [
            Option(value, text, sums.get(value, 0), value in chosen[facet])
            for value, text in choices
            if sums.get(value) or value in chosen[facet]
        ]
        found.append(Facet(facet, label, options))
    return total, found


def due_of(owed: Obligation, on: date, calendar: Calendar) -> Due:
    """Return a due date in row form; it opens the obligation's own page with the derivation.

    Once the debtor has reported, it says whether he was in time instead of what is left.
    """
    day_type = owed.clock.day_type if owed.clock else DayType.CALENDAR
    seen_on = on if owed.state == State.OPEN else owed.fulfilled_on
    days = None
    if owed.due_on and seen_on:
        days = remaining(due_on=owed.due_on, on=seen_on, day_type=day_type, calendar=calendar).days
    is_over = owed.state == State.CANCELLED or (owed.state != State.OPEN and days is not None and days >= 0)
    return Due(
        on=owed.due_on,
        days=days,
        day_type=day_type,
        closed=is_over,
        paused=bool(owed.clock and owed.clock.state == ClockState.PAUSED),
        url=f"{reverse('obligations:detail', args=[owed.pk])}#thoi-han",
        say=_outcome(owed, days),
    )


def _outcome(owed: Obligation, days: int | None) -> str:
    """Say of a debt no longer waiting for its debtor whether he was in time; the state stands beside it."""
    if owed.state == State.OPEN:
        return ""
    if owed.state == State.CANCELLED:
        return _("không còn tính")
    if days is None:
        return _("không có thời hạn")
    return _("đúng hạn") if days >= 0 else _("báo cáo sau hạn")


CHIPS = {
    State.OPEN: ("calm", "hourglass-split"),
    State.FULFILLED: ("info", "reply"),
    State.ACCEPTED: ("done", "check-circle-fill"),
    State.CANCELLED: ("none", "slash-circle"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """An obligation as a list shows it."""

    owed: Obligation
    due: Due
    state: Chip
    rung: str


def rows_of(page: Iterable[Obligation], on: date, calendar: Calendar) -> list[Row]:
    """Return rows ready to draw; the obligations come with clock, debtor and creditor loaded."""
    return [
        Row(
            owed,
            due_of(owed, on, calendar),
            _chip(owed),
            rung(owed),
        )
        for owed in page
    ]


def _chip(owed: Obligation) -> Chip:
    tone, icon = CHIPS[State(owed.state)]
    word = _("chờ chấp nhận") if owed.state == State.FULFILLED else str(owed.get_state_display())
    return Chip(tone, word, icon)


def rung(owed: Obligation) -> str:
    """Return how far the ladder of escalation was climbed, in words; "" where nobody was urged."""
    return str(Rung(owed.escalation).label) if owed.escalation else ""


ICONS = {
    "open": ("journal-plus", ""),
    "fulfil": ("reply", "info"),
    "accept": ("check-circle", "done"),
    "refuse": ("x-circle", "late"),
    "extend": ("calendar-plus", ""),
    "reassign": ("arrow-left-right", ""),
    "set_deadline": ("calendar-check", ""),
    "urge": ("megaphone", "soon"),
    "cancel": ("slash-circle", ""),
    "redate": ("calendar2-week", ""),
    "remind": ("bell", "soon"),
}


def story(owed: Obligation) -> list[Event]:
    """Return the thread of an obligation from its journal, newest first; one statement."""
    events = []
    for entry in Entry.objects.filter(kind=policies.SUBJECT, object_id=owed.pk).order_by("-seq"):
        icon, tone = ICONS.get(entry.deed.partition(".")[2], ("circle", ""))
        facts = [
            (f"{name[:1].upper()}{name[1:]}", _plain(value))
            for name, value in entry.changes.items()
            if value not in (None, "", [])
        ]
        who = f"{entry.actor}, {entry.office}" if entry.office else entry.actor
        events.append(Event(at=entry.at, title=deed_words(entry.deed), icon=icon, tone=tone, who=who, facts=facts))
    return events


def _plain(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    text = str(value)
    try:
        return f"{date.fromisoformat(text):%d/%m/%Y}"
    except ValueError:
        return text


@dataclass(frozen=True, slots=True)
class NextDeed:
    """A deed of the ledger open from this state, with its verdict."""

    name: str
    label: str
    url: str
    icon: str
    verdict: object
    primary: bool


def next_deeds(actor: Actor, owed: Obligation, labels: Mapping[str, object]) -> list[NextDeed]:
    """Return the deeds open from this state that may be done here; the first allowed one leads."""
    found = []
    for name, step in OBLIGATION.steps.items():
        if owed.state not in step.sources:
            continue
        verdict = policies.can_do_here(name, actor, owed)
        leads = name == ("fulfil" if owed.state == State.OPEN else "accept")
        if verdict or leads:
            url = reverse(f"obligations:{name}", args=[owed.pk])
            found.append(NextDeed(name, str(labels[name]), url, ICONS[name][0], verdict, leads and bool(verdict)))
    return found
