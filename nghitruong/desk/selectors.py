"""The four lists and the week of one office. Every figure is counted by the condition of the list it opens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Case, Count, F, Q, When
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.desk.enums import Pile
from nghitruong.desk.rules import EMPTY, LAYOUTS, MOST_EVENTS, ROWS, Deed, Holds, Layout, Line
from nghitruong.legalclock.rules import Calendar
from nghitruong.meetings import selectors as meetings
from nghitruong.meetings.enums import MeetingKind
from nghitruong.notices import selectors as notices
from nghitruong.notices.models import Notice
from nghitruong.obligations import selectors as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from nghitruong.obligations.policies import SUBJECT as OBLIGATION
from nghitruong.petitions.models import Petition
from nghitruong.petitions.policies import SUBJECT
from nghitruong.petitions.selectors.lists import Filters, condition, with_day_type
from nghitruong.petitions.selectors.story import list_row
from nghitruong.ui.rules import Due, WeekDay, WeekEvent, seven_days

WEEK = 7
SATURDAY = 5
"""From here on the strip begins with today: a week that is over tells nobody what to do."""
SHORT = 48
"""Letters of a due matter that fit a day of the strip."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: what it is about, who, and its date or the moment it came."""

    what: str
    url: str
    who: str = ""
    due: Due | None = None
    on: date | None = None
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, its words, and the list of exactly what it counts."""

    value: int
    says: str
    url: str


@dataclass(frozen=True, slots=True)
class Stack:
    """One of the four lists with its first rows."""

    key: str
    title: str
    total: Figure
    rows: Sequence[Row]
    empty: str
    lines: Sequence[Figure] = ()

    @property
    def is_late(self) -> bool:
        return self.key == Pile.LATE and self.total.value > 0


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the desk of one office shows."""

    days: Sequence[WeekDay]
    stacks: Sequence[Stack]
    deed: Deed | None
    deed_url: str
    unread: int


def desk(actor: Actor, on: date, calendar: Calendar) -> Desk:
    """Gather the desk of an office in at most seven statements, whatever the number of rows."""
    layout = LAYOUTS[actor.role]
    first = on if on.weekday() >= SATURDAY else on - timedelta(days=on.weekday())
    week = [first + timedelta(days=step) for step in range(WEEK)]
    gathered = meetings.week(actor, first)
    counted, due_days = ledger.standing(actor, on, week)
    wanted = list(dict.fromkeys(holds.ledger for _pile, holds in layout.piles if holds.ledger))
    heads = ledger.heads(actor, on, wanted, ROWS)
    matters = _Matters(actor, on, layout, calendar)
    unread, fresh = notices.newest(actor, ROWS)

    def figure(of: Line) -> Figure:
        if not of.ledger:
            return matters.figure(of)
        return Figure(counted[of.ledger], str(of.says), f"{reverse('obligations:index')}?ds={of.ledger}")

    stacks = []
    for pile, holds in layout.piles:
        if pile == Pile.FRESH:
            total = Figure(unread, str(holds.says), f"{reverse('notices:index')}?moi=1")
            rows = [_news(notice) for notice in fresh]
        else:
            total = figure(holds)
            rows = [_debt(owed, on, calendar) for owed in heads.get(holds.ledger, ())] or matters.rows(holds)
        lines = [figure(line) for line in holds.lines]
        stacks.append(Stack(pile.value, str(pile.label), total, rows, str(EMPTY[pile]), lines))
    return Desk(
        days=_week(gathered, due_days, first, on, calendar),
        stacks=stacks,
        deed=_deed(layout.deed, gathered, on),
        deed_url=_deed_url(layout.deed, gathered, on),
        unread=unread,
    )


class _Matters:
    """The lists and lines of a layout that hold petitions: one statement counts, one loads the first rows."""

    def __init__(self, actor: Actor, on: date, layout: Layout, calendar: Calendar) -> None:
        self.actor, self.on, self.calendar = actor, on, calendar
        self.seen = Petition.objects.visible_to(actor)
        self.piles = [holds for _pile, holds in layout.piles if holds.petitions]
        asked = [*self.piles, *(line for _pile, holds in layout.piles for line in holds.lines if line.petitions)]
        keyed = {f"n_{place}": Count("pk", filter=self._condition(of)) for place, of in enumerate(asked)}
        found = self.seen.aggregate(**keyed) if keyed else {}
        self.counted = {id(of): found[f"n_{place}"] for place, of in enumerate(asked)}
        self.first = self._first() if self.piles else {}

    def _asked(self, of: Line) -> list[tuple[str, str]]:
        mine = [("dai-bieu", str(self.actor.person_id or 0))] if of.mine else []
        return [*of.petitions, *mine]

    def _condition(self, of: Line) -> Q:
        values: dict[str, list[str]] = {}
        for name, value in self._asked(of):
            values.setdefault(name, []).append(value)
        return condition(Filters(values, self.on))

    def figure(self, of: Line) -> Figure:
        url = f"{reverse('petitions:index')}?{urlencode(self._asked(of))}"
        return Figure(self.counted[id(of)], str(of.says), url)

    def _first(self) -> dict[int, list[Petition]]:
        order = (F("due_on").asc(nulls_last=True), "received_on", "pk")
        any_of, marks = Q(pk__in=[]), {}
        for place, holds in enumerate(self.piles):
            wanted = self._condition(holds)
            any_of |= Q(pk__in=self.seen.filter(wanted).order_by(*order).values("pk")[:ROWS])
            marks[f"in_{place}"] = Case(When(wanted, then=1), default=0)
        rows = with_day_type(Petition.objects.filter(any_of))
        found = list(rows.annotate(**marks).select_related("lead").order_by(*order))
        return {
            id(holds): [row for row in found if getattr(row, f"in_{place}")][:ROWS]
            for place, holds in enumerate(self.piles)
        }

    def rows(self, holds: Holds) -> list[Row]:
        return [self._row(petition) for petition in self.first.get(id(holds), ())]

    def _row(self, petition: Petition) -> Row:
        shown = list_row(petition, self.on, self.calendar)
        who = f"{petition.code} · {petition.lead.display}" if petition.lead else petition.code
        if shown.due is None:
            who = f"{who} · {petition.get_state_display()}"
        on = None if shown.due else petition.received_on
        return Row(petition.text, petition.get_absolute_url(), who, shown.due, on)


def _debt(owed: Obligation, on: date, calendar: Calendar) -> Row:
    """An obligation as a row: the matter's own words first, then who owes what."""
    code, _space, words = owed.subject_label.partition(" ") if owed.subject_kind == SUBJECT else ("", "", "")
    says_matter = owed.nature in {Nature.ANSWER, Nature.COORDINATION} and bool(words)
    who = _("%(debtor)s nợ %(nature)s") % {"debtor": owed.debtor.display, "nature": owed.get_nature_display()}
    return Row(
        what=words if says_matter else owed.what,
        url=reverse("obligations:detail", args=[owed.pk]),
        who=f"{code} · {who}" if code else who,
        due=ledger.due_of(owed, on, calendar),
    )


PAGES = {SUBJECT: "petitions:detail", OBLIGATION: "obligations:detail"}


def _news(notice: Notice) -> Row:
    page = PAGES.get(notice.subject_kind)
    url = reverse(page, args=[notice.subject_id]) if page else f"{reverse('notices:index')}?moi=1"
    return Row(notice.text, url, notice.organ.display, at=notice.at)


def _deed(deed: Deed | None, days: Iterable[meetings.Day], on: date) -> Deed | None:
    """Return the leading deed; where a contact meeting is held today, that is taking notes there."""
    if deed is not None and deed.at_point and _contact_today(days, on) is not None:
        return replace(deed, label=_("Ghi ý kiến cử tri"), icon="pencil")
    return deed


def _deed_url(deed: Deed | None, days: Iterable[meetings.Day], on: date) -> str:
    if deed is None:
        return ""
    point = _contact_today(days, on) if deed.at_point else None
    if point is not None:
        return reverse("contacts:point_of_meeting", args=[point])
    return reverse(deed.url_name) + (f"?{deed.query}" if deed.query else "")


def _contact_today(days: Iterable[meetings.Day], on: date) -> int | None:
    return next(
        (meeting.pk for day in days if day.on == on for meeting in day.meetings if meeting.kind == MeetingKind.CONTACT),
        None,
    )


def _week(
    gathered: Sequence[meetings.Day], due_days: Iterable[ledger.DueDay], first: date, on: date, calendar: Calendar
) -> list[WeekDay]:
    """Return the strip: gatherings first, then what is due; days off by the working calendar."""
    falling = {due.on: due for due in due_days}
    events: dict[date, list[WeekEvent]] = {}
    for day in gathered:
        listed = [
            WeekEvent(meeting.title, meeting.get_absolute_url(), time=f"{timezone.localtime(meeting.starts_at):%H:%M}")
            for meeting in day.meetings
        ]
        if len(listed) > MOST_EVENTS:
            more = _("và %(n)s cuộc họp khác") % {"n": len(listed) - MOST_EVENTS + 1}
            url = f"{reverse('meetings:meetings')}?ngay={day.on:%Y-%m-%d}"
            listed = [*listed[: MOST_EVENTS - 1], WeekEvent(more, url)]
        if day.on in falling:
            listed.append(_falls(falling[day.on], on))
        events[day.on] = listed
    return seven_days(first, events, _days_off(first, calendar))


def _falls(due: ledger.DueDay, on: date) -> WeekEvent:
    tone = "late" if due.on < on else "due"
    if due.number == 1:
        what = Truncator(due.what).chars(SHORT)
        return WeekEvent(_("Hạn: %(what)s") % {"what": what}, reverse("obligations:detail", args=[due.pk]), tone)
    url = f"{reverse('obligations:index')}?{urlencode({'trang-thai': 'open', 'han': due.on.isoformat()})}"
    return WeekEvent(_("Hạn: %(n)s việc") % {"n": due.number}, url, tone)


def _days_off(first: date, calendar: Calendar) -> dict[date, str]:
    """Return what departs from Monday to Friday: a day off with its name, a worked Saturday with none."""
    departing: dict[date, Any] = {}
    for step in range(WEEK):
        on = first + timedelta(days=step)
        special = calendar.days.get(on)
        if special is not None:
            departing[on] = special.name or _("Ngày nghỉ") if special.is_off else ""
    return departing
