"""Reads of the ledger: what I owe, what is owed to me, what is late, what has no date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from nghitruong.audit.models import Entry
from nghitruong.audit.rules import deed_words
from nghitruong.base.actor import Actor
from nghitruong.legalclock.enums import ClockState
from nghitruong.legalclock.rules import Calendar, remaining
from nghitruong.obligations import policies
from nghitruong.obligations.enums import Nature, State
from nghitruong.obligations.flow import OBLIGATION
from nghitruong.obligations.models import OPEN_STATES, Obligation, ObligationQuerySet
from nghitruong.ui.rules import Due, Event, Facet, Option

LADDER = (
    "",
    _lazy("đôn đốc lần 1"),
    _lazy("đôn đốc tiếp"),
    _lazy("đề nghị cấp có thẩm quyền xử lý"),
    _lazy("đề nghị giải trình"),
    _lazy("chất vấn"),
    _lazy("giám sát lại"),
    _lazy("báo cáo Hội đồng nhân dân"),
)
"""Rungs of escalation seen in practice (law.md 6.3, V2)."""

SOON_DAYS = 7
LISTS = ("toi-no", "no-toi", "qua-han", "sap-den-han", "chua-co-han", "cho-chap-nhan")


def i_owe(actor: Actor) -> ObligationQuerySet:
    """What my own organ owes and has not yet reported as done."""
    return Obligation.objects.visible_to(actor).filter(debtor_id__in=actor.organ_ids, state=State.OPEN)


def owed_to_me(actor: Actor) -> ObligationQuerySet:
    """What is owed to my organ, or, for a council's office, to anybody in the council's ledger."""
    rows = Obligation.objects.visible_to(actor).running().exclude(debtor_id__in=actor.organ_ids)
    if actor.has("petitions.keep"):
        return rows
    return rows.filter(creditor_id__in=actor.organ_ids)


def overdue(actor: Actor, on: date) -> ObligationQuerySet:
    """What is late and not reported."""
    return Obligation.objects.visible_to(actor).filter(state=State.OPEN, due_on__lt=on)


def undated(actor: Actor) -> ObligationQuerySet:
    """What runs without a date and asks for one."""
    return Obligation.objects.visible_to(actor).filter(state=State.OPEN, due_on__isnull=True)


def named(name: str, actor: Actor, on: date) -> ObligationQuerySet:
    """Return one of LISTS, or everything visible."""
    if name == "toi-no":
        return i_owe(actor)
    if name == "no-toi":
        return owed_to_me(actor)
    if name == "qua-han":
        return overdue(actor, on)
    if name == "chua-co-han":
        return undated(actor)
    rows = Obligation.objects.visible_to(actor)
    if name == "sap-den-han":
        return rows.filter(state=State.OPEN, due_on__range=(on, on + timedelta(days=SOON_DAYS)))
    return rows.filter(state=State.FULFILLED) if name == "cho-chap-nhan" else rows


def counts(actor: Actor, on: date) -> dict[str, int]:
    """Return how many stand in each list, in one statement."""
    mine = Q(debtor_id__in=actor.organ_ids)
    owed = Q(state__in=OPEN_STATES) & ~mine
    if not actor.has("petitions.keep"):
        owed &= Q(creditor_id__in=actor.organ_ids)
    running = Q(state=State.OPEN)
    found = Obligation.objects.visible_to(actor).aggregate(
        **{
            "toi-no": Count("pk", filter=mine & running),
            "no-toi": Count("pk", filter=owed),
            "qua-han": Count("pk", filter=running & Q(due_on__lt=on)),
            "sap-den-han": Count("pk", filter=running & Q(due_on__range=(on, on + timedelta(days=SOON_DAYS)))),
            "chua-co-han": Count("pk", filter=running & Q(due_on__isnull=True)),
            "cho-chap-nhan": Count("pk", filter=Q(state=State.FULFILLED)),
        }
    )
    return dict(found)


def facets(rows: ObligationQuerySet, chosen: dict[str, list[str]]) -> tuple[int, list[Facet]]:
    """Return how many and the facets of the ledger, in two statements."""
    grid = list(rows.values_list("state", "nature").annotate(n=Count("pk")).order_by())
    total = sum(n for _state, _nature, n in grid)
    found = []
    for place, (name, label, choices) in enumerate(
        [("trang-thai", _("Trạng thái"), State), ("loai", _("Loại"), Nature)]
    ):
        counted = {value: sum(row[2] for row in grid if row[place] == value) for value in choices.values}
        options = [
            Option(value, str(text), counted[value], value in chosen.get(name, []))
            for value, text in choices.choices
            if counted[value] or value in chosen.get(name, [])
        ]
        found.append(Facet(name, label, options))
    debtors = rows.values_list("debtor_id", "debtor__name").annotate(n=Count("pk")).order_by("-n", "debtor__name")[:12]
    picked = chosen.get("ben-no", [])
    found.append(
        Facet("ben-no", _("Bên có nghĩa vụ"), [Option(str(pk), name, n, str(pk) in picked) for pk, name, n in debtors])
    )
    return total, found


def due_of(owed: Obligation, on: date, calendar: Calendar) -> Due:
    """Return a due date in row form; it opens the obligation's own page with the derivation."""
    day_type = owed.clock.day_type if owed.clock else "calendar"
    is_open = owed.state == State.OPEN
    days = remaining(due_on=owed.due_on, on=on, day_type=day_type, calendar=calendar).days if owed.due_on else None
    return Due(
        on=owed.due_on,
        days=days if is_open else None,
        day_type=day_type,
        closed=owed.state in {State.ACCEPTED, State.CANCELLED},
        paused=bool(owed.clock and owed.clock.state == ClockState.PAUSED),
        url=f"{reverse('obligations:detail', args=[owed.pk])}#thoi-han",
        say="" if is_open else str(owed.get_state_display()),
    )


def rung(owed: Obligation) -> str:
    """Return how far the ladder of escalation was climbed, in words."""
    return str(LADDER[min(owed.escalation, len(LADDER) - 1)])


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
        said = "; ".join(
            f"{name}: {_plain(value)}" for name, value in entry.changes.items() if value not in (None, "", [])
        )
        who = f"{entry.actor}, {entry.office}" if entry.office else entry.actor
        body = f"{said[:1].upper()}{said[1:]}." if said else ""
        events.append(Event(at=entry.at, title=deed_words(entry.deed), icon=icon, tone=tone, who=who, body=body))
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
    verdict: object
    primary: bool


def next_deeds(actor: Actor, owed: Obligation, labels: Mapping[str, object]) -> list[NextDeed]:
    """Return the deeds open from this state; the first allowed one leads."""
    found = []
    for name, step in OBLIGATION.steps.items():
        if owed.state not in step.sources:
            continue
        verdict = getattr(policies, f"can_{name}")(actor, owed)
        leads = name == ("fulfil" if owed.state == State.OPEN else "accept")
        if verdict or leads:
            url = reverse(f"obligations:{name}", args=[owed.pk])
            found.append(NextDeed(name, str(labels[name]), url, verdict, leads and bool(verdict)))
    return found
