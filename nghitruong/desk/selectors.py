"""The desk: what I owe, what is owed to me, what is late, what is new; the same four piles for every role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, QuerySet, Window
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.legalclock import selectors as clocks
from nghitruong.legalclock.rules import Calendar
from nghitruong.meetings import selectors as meetings
from nghitruong.notices import selectors as notices
from nghitruong.obligations import selectors as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.enums import State as Owed
from nghitruong.obligations.models import Obligation
from nghitruong.petitions.enums import Outcome, State
from nghitruong.petitions.models import Petition
from nghitruong.ui.rules import Due, WeekDay, WeekEvent, day_and_time, seven_days

SHOWN = 5
FOR_A_MATTER = frozenset({Nature.ANSWER, Nature.COORDINATION})
"""What is owed is an answer: the matter says more than the words of the debt."""
PAGES = {
    "petitions.petition": "petitions:detail",
    "obligations.obligation": "obligations:detail",
    "contacts.point": "contacts:point",
    "meetings.meeting": "meetings:meeting",
}
"""Where a notice leads; the page itself judges who may open it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a pile: what, with whom, and its dated date or the moment it came."""

    what: str
    url: str
    who: str
    due: Due | None = None
    when: str = ""


@dataclass(frozen=True, slots=True)
class Pile:
    """One of the four lists. `total` opens the whole list at `url`."""

    key: str
    title: str
    of: str
    total: int
    url: str
    rows: Sequence[Row] = field(default_factory=list)
    empty: str = ""
    is_late: bool = False


def _counted(rows: QuerySet[Any]) -> tuple[int, list[Any]]:
    """Return how many there are and the first few, in one statement."""
    found = list(rows.annotate(whole=Window(Count("pk")))[:SHOWN])
    return (found[0].whole if found else 0), found


def week(actor: Actor, today: date) -> list[WeekDay]:
    """Return this week's meetings and due dates, rest days named by the working-day calendar. Two statements."""
    monday = today - timedelta(days=today.weekday())
    events: dict[date, list[WeekEvent]] = {}
    for day in meetings.week(actor, monday):
        for meeting in day.meetings:
            at = timezone.localtime(meeting.starts_at)
            events.setdefault(day.on, []).append(
                WeekEvent(meeting.title, meeting.get_absolute_url(), time=f"{at:%H:%M}")
            )
    span = (monday, monday + timedelta(days=6))
    due = Obligation.objects.visible_to(actor).filter(state=Owed.OPEN, due_on__range=span)
    for on, number in due.values_list("due_on").annotate(n=Count("pk")).order_by("due_on"):
        words = _("Đến hạn: %(n)s việc") % {"n": number}
        url = (
            f"{reverse('obligations:index')}?ds=sap-den-han"
            if on >= today
            else f"{reverse('obligations:index')}?ds=qua-han"
        )
        events.setdefault(on, []).append(WeekEvent(words, url, tone="due" if on >= today else "late"))
    return seven_days(monday, events, rest_days(monday, clocks.shown_calendar()))


def rest_days(monday: date, calendar: Calendar) -> dict[date, str]:
    """Return why each day of a week is off; "" for a weekend day that is worked."""
    found = {}
    for step in range(7):
        on = monday + timedelta(days=step)
        special = calendar.lenient().special(on)
        if special is not None:
            found[on] = special.name if special.is_off else ""
    return found


def piles(actor: Actor, today: date) -> list[Pile]:
    """Return the four piles in the order this role needs them."""
    calendar = clocks.shown_calendar()
    index = reverse("obligations:index")
    mine = _todo(actor) if not actor.has("agency.answer") else _debts(
        "toi-no", _("Tôi nợ"), _("việc cơ quan tôi phải làm"), ledger.i_owe(actor), f"{index}?ds=toi-no", today, calendar,
        _("Cơ quan bạn không còn nợ việc nào."),
    )  # fmt: skip
    owed = _debts(
        "no-toi", _("Nợ tôi"), _("nơi khác nợ, tôi theo dõi"), ledger.owed_to_me(actor), f"{index}?ds=no-toi", today, calendar,
        _("Khi kiến nghị được chuyển đi, việc cơ quan khác nợ sẽ hiện ở đây."),
    )  # fmt: skip
    late = _debts(
        "qua-han", _("Quá hạn"), _("đã qua hạn, chưa báo cáo thực hiện"), ledger.overdue(actor, today), f"{index}?ds=qua-han",
        today, calendar, _("Không có việc nào quá hạn."), is_late=True,
    )  # fmt: skip
    return [mine, owed, late, _new(actor)]


def _debts(
    key: str, title: str, of: str, rows: QuerySet[Obligation], url: str, today: date, calendar: Calendar, empty: str,
    *, is_late: bool = False,
) -> Pile:  # fmt: skip
    ordered = rows.select_related("clock", "debtor", "creditor").order_by(F("due_on").asc(nulls_last=True), "pk")
    total, found = _counted(ordered)
    shown = [
        Row(
            (owed.subject_label if owed.nature in FOR_A_MATTER else owed.what)[:200],
            reverse("obligations:detail", args=[owed.pk]),
            f"{owed.get_nature_display().capitalize()} · {owed.creditor.name if key == 'toi-no' else owed.debtor.name}",
            ledger.due_of(owed, today, calendar),
        )
        for owed in found
    ]
    return Pile(key, title, of, total, url, shown, empty, is_late and total > 0)


def _todo(actor: Actor) -> Pile:
    """Return what waits for this role's next deed on petitions."""
    rows = Petition.objects.visible_to(actor).real()
    index = reverse("petitions:index")
    if actor.has("results.accept"):
        waiting, of, query = (
            rows.filter(state=State.ANSWERED),
            _("đã trả lời, chờ kết luận kết quả"),
            "trang-thai=answered",
        )
    elif actor.has("petitions.keep"):
        states = [State.RECEIVED, State.SORTED, State.RETURNED]
        waiting, of = rows.filter(state__in=states), _("chờ phân loại hoặc chuyển đi")
        query = "&".join(f"trang-thai={state}" for state in states)
    else:
        waiting = rows.filter(state=State.ANSWERED, outcome=Outcome.SETTLED)
        of, query = _("báo đã giải quyết xong, chờ xác minh tại chỗ"), "tinh-trang=cho-xac-minh"
    total, found = _counted(waiting.select_related("lead", "unit").order_by("received_on", "pk"))
    shown = [
        Row(p.text[:200], p.get_absolute_url(), f"{p.code} · {p.get_state_display()}", when=f"{p.received_on:%d/%m/%Y}")
        for p in found
    ]
    return Pile("toi-no", _("Tôi nợ"), of, total, f"{index}?{query}", shown, _("Không còn việc nào chờ bạn. Tốt lắm."))


def _new(actor: Actor) -> Pile:
    total, found = _counted(notices.fresh(actor).order_by("-at", "-pk"))
    return Pile(
        "moi",
        _("Mới"),
        _("thông báo gần đây"),
        total,
        reverse("notices:index"),
        list(_news(found)),
        _("Không có thông báo nào chưa đọc."),
    )


def _news(found: Iterable[Any]) -> Iterable[Row]:
    for notice in found:
        page = PAGES.get(notice.subject_kind)
        url = reverse(page, args=[notice.subject_id]) if page else reverse("notices:index")
        yield Row(notice.text, url, notice.organ.name, when=day_and_time(notice.at)[0])
