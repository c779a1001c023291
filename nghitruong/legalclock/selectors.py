"""Reads: the calendar as a value, the rule in force, what is left of clocks."""

from __future__ import annotations

from calendar import Calendar as Weeks
from collections.abc import Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from django.core.cache import cache
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.subjects import Subject, kind_of
from nghitruong.language.folding import fold
from nghitruong.legalclock import rules
from nghitruong.legalclock.enums import ClockState, Direction
from nghitruong.legalclock.models import Clock, Day, Rule, Year
from nghitruong.ui import rules as ui

SHOWN = "legalclock.calendar"


@dataclass
class _Kept:
    calendar: rules.Calendar | None = None
    rules: dict[str, list[Rule]] = field(default_factory=dict)


_KEPT: ContextVar[_Kept | None] = ContextVar("legalclock_kept", default=None)


@contextmanager
def kept() -> Iterator[None]:
    """Read the calendar and the rules once for all clocks started inside: thousands of deeds that change neither."""
    token = _KEPT.set(_Kept())
    try:
        yield
    finally:
        _KEPT.reset(token)


def calendar() -> rules.Calendar:
    """Return the working-day calendar of all years that have a table. One query."""
    known = _KEPT.get()
    if known is None:
        return _calendar()
    if known.calendar is None:
        known.calendar = _calendar()
    return known.calendar


def _calendar() -> rules.Calendar:
    rows = Day.objects.values_list(
        "on", "kind", "name", "swapped_with", "citation", "is_forecast", "year_id", "year__is_forecast"
    )
    days, years, forecast = [], set(), set()
    for on, kind, name, other, citation, is_forecast, year, year_is_forecast in rows:
        days.append(rules.SpecialDay(on, kind, name, other, citation, is_forecast))
        years.add(year)
        if year_is_forecast:
            forecast.add(year)
    return rules.Calendar(days, years=years, forecast=forecast)


def shown_calendar() -> rules.Calendar:
    """Return the calendar for words on a page ("còn 6 ngày làm việc"), kept a minute; nothing is dated by it."""
    found = cache.get(SHOWN)
    if found is None:
        found = calendar()
        cache.set(SHOWN, found, 60)
    return cast("rules.Calendar", found)


def rule_for(key: str, *, council_id: int | None, on: date) -> Rule | None:
    """Return the rule in force on the day: the council's own before the national one, the newest of each."""
    found = [rule for rule in _rules(key) if (rule.valid_from or on) <= on <= (rule.valid_to or on)]
    own = [rule for rule in found if rule.council_id == council_id and council_id is not None]
    national = [rule for rule in found if rule.council_id is None]
    return next(iter(own + national), None)


def _rules(key: str) -> list[Rule]:
    """Return all rules of a key, the newest first."""
    known = _KEPT.get()
    if known is not None and key in known.rules:
        return known.rules[key]
    found = list(Rule.objects.filter(key=key).order_by(F("valid_from").desc(nulls_last=True), "-pk"))
    if known is not None:
        known.rules[key] = found
    return found


def rule_or_refuse(key: str, *, council_id: int | None, on: date) -> Rule:
    """Return the rule in force on the day; raise Invalid with words where there is none."""
    rule = rule_for(key, council_id=council_id, on=on)
    if rule is not None:
        return rule
    if not Rule.objects.filter(key=key).exists():
        raise Invalid(_("Không có quy tắc thời hạn «%(key)s».") % {"key": key})
    raise Invalid(_("Quy tắc «%(key)s» không áp dụng vào ngày %(on)s.") % {"key": key, "on": f"{on:%d/%m/%Y}"})


def number_of(rule: Rule) -> int:
    """Return the rule's number of days; raise Invalid where the law names the duty but no number."""
    if rule.number is None:
        raise Invalid(_("«%(label)s»: văn bản nêu nghĩa vụ nhưng không ấn định số ngày.") % {"label": rule.label})
    return rule.number


def rules_in_force(actor: Actor, *, on: date) -> list[Rule]:
    """Return, for each key, the rule that holds for the actor's council on the day, by key."""
    chosen: dict[str, Rule] = {}
    rows = Rule.objects.visible_to(actor).on(on).order_by("key", F("valid_from").asc(nulls_first=True), "pk")
    for rule in rows:
        if rule.council_id is None:
            before = chosen.get(rule.key)
            if before is None or before.council_id is None:
                chosen[rule.key] = rule
        elif rule.council_id == actor.council_id:
            chosen[rule.key] = rule
    return list(chosen.values())


def derive(clock: Clock, calendar: rules.Calendar) -> rules.Derivation:
    """Work a clock out anew under this calendar; years without a table do not stop it but are named in the words."""
    return rules.count(
        number=clock.number,
        day_type=clock.day_type,
        from_on=clock.from_on,
        direction=clock.direction,
        calendar=calendar if calendar.is_lenient else calendar.lenient(),
        rolls=clock.rolls,
        pauses=stops(clock),
        extensions=[rules.Extra(e.number, e.day_type, e.reason) for e in clock.extensions.all()],
    )


def course(clock: Clock) -> Hashable:
    """Return all that decides a clock's due date under a given calendar: clocks alike in this end on the same day."""
    return (
        clock.number,
        clock.day_type,
        clock.from_on,
        clock.direction,
        clock.rolls,
        tuple(stops(clock)),
        tuple((extension.number, extension.day_type, extension.reason) for extension in clock.extensions.all()),
    )


def stops(clock: Clock) -> list[rules.Stop]:
    return [rules.Stop(pause.from_on, pause.to_on, pause.reason) for pause in clock.pauses.all()]


def running_clocks_over(first: date, last: date) -> QuerySet[Clock]:
    """Clocks not closed whose way passes some day in first..last: the ones a change of those days can move."""
    after = Clock.objects.filter(direction=Direction.AFTER, from_on__lt=last, due_on__gte=first)
    before = Clock.objects.filter(direction=Direction.BEFORE, from_on__gt=first, due_on__lte=last)
    return (after | before).exclude(state=ClockState.CLOSED).prefetch_related("pauses", "extensions")


def remaining(clock: Clock, *, on: date, calendar: rules.Calendar) -> rules.Remaining:
    """Return what is left of a clock on a day, in its own day type; a closed clock stands at its closing day."""
    return rules.remaining(due_on=clock.due_on, on=clock.closed_on or on, day_type=clock.day_type, calendar=calendar)


def elapsed(clock: Clock, *, on: date, calendar: rules.Calendar) -> rules.Elapsed:
    """Return running time (pauses left out) and whole time of a clock up to a day or its closing."""
    return rules.elapsed(
        from_on=clock.from_on,
        until=clock.closed_on or on,
        day_type=clock.day_type,
        calendar=calendar,
        pauses=stops(clock),
    )


def clocks_of(subjects: Iterable[Subject]) -> dict[Subject, list[Clock]]:
    """Return the clocks of many subjects, one query for each kind."""
    wanted: dict[str, set[int]] = {}
    for subject in subjects:
        wanted.setdefault(subject.kind, set()).add(subject.id)
    found: dict[Subject, list[Clock]] = {}
    for kind, ids in wanted.items():
        for clock in Clock.objects.for_subjects(kind, ids).order_by("pk"):
            found.setdefault(Subject(kind, clock.object_id), []).append(clock)
    return found


def may_see(actor: Actor, clocks: Iterable[Clock]) -> set[int]:
    """Return the ids of the clocks whose subject this actor may see."""
    by_kind: dict[str, list[Clock]] = {}
    for clock in clocks:
        by_kind.setdefault(clock.kind, []).append(clock)
    seen: set[int] = set()
    for kind, group in by_kind.items():
        described = kind_of(kind)
        if described is not None:
            visible = described.visible(actor, {clock.object_id for clock in group})
            seen |= {clock.pk for clock in group if clock.object_id in visible}
    return seen


def calendar_warning(*, on: date) -> str:
    """Return a sentence when this or next year's table is missing or only a forecast, else ""."""
    guessed = Day.objects.filter(year_id=OuterRef("pk"), is_forecast=True)
    tables = {
        year.number: year.is_forecast or year.has_guesses
        for year in Year.objects.filter(number__in=(on.year, on.year + 1)).annotate(has_guesses=Exists(guessed))
    }
    for number in (on.year, on.year + 1):
        if number not in tables:
            return _(
                "Chưa có bảng ngày nghỉ, ngày làm bù của năm %(year)s: thời hạn sang năm ấy mới trừ thứ Bảy, Chủ nhật."
            ) % {"year": number}
        if tables[number]:
            return _(
                "Bảng ngày nghỉ năm %(year)s mới là dự kiến: hãy cập nhật khi có thông báo chính thức của Chính phủ."
            ) % {"year": number}
    return ""


def shown_warning(*, on: date) -> str:
    """Return `calendar_warning` for a page, kept a minute."""
    key = f"{SHOWN}.warning.{on}.{get_language()}"
    found = cache.get(key)
    if found is None:
        found = calendar_warning(on=on)
        cache.set(key, found, 60)
    return str(found)


def due(clock: Clock, *, on: date, calendar: rules.Calendar, url: str = "") -> ui.Due:
    """Return a clock's due date as lists show it. No query."""
    left = remaining(clock, on=on, calendar=calendar)
    return ui.Due(
        clock.due_on,
        days=left.days,
        day_type=left.day_type,
        closed=clock.is_closed,
        paused=clock.state == ClockState.PAUSED,
        url=url,
    )


def opened(clock: Clock, *, on: date, calendar: rules.Calendar) -> ui.Derivation:
    """Return a clock's due date with its derivation, as the opened dated date shows it."""
    return ui.derivation_of(clock, due(clock, on=on, calendar=calendar))


def month_grids(year: int, days: Iterable[Day]) -> list[tuple[date, list[list[DayOfYear | None]]]]:
    """Return twelve months as weeks from Monday to Sunday: [(first day, weeks)], None outside the month."""
    known = {day.on: day for day in days}
    grids = []
    for month in range(1, 13):
        weeks = [
            [DayOfYear.of(on, known.get(on)) if on.month == month else None for on in week]
            for week in Weeks(firstweekday=0).monthdatescalendar(year, month)
        ]
        grids.append((date(year, month, 1), weeks))
    return grids


@dataclass(frozen=True, slots=True)
class DayOfYear:
    """A day of the year's page: class of the theme and what is said of it."""

    on: date
    css: str
    title: str
    day: Day | None

    @classmethod
    def of(cls, on: date, day: Day | None) -> DayOfYear:
        if day is not None:
            kind = str(day.get_kind_display())
            return cls(on, "d-h" if day.is_off else "d-s", f"{on:%d/%m/%Y}: {kind}, {day.name}", day)
        if on.weekday() >= rules.SATURDAY:
            return cls(on, "d-o", f"{on:%d/%m/%Y}: {_('nghỉ cuối tuần')}", None)
        return cls(on, "d-w", f"{on:%d/%m/%Y}: {_('ngày làm việc')}", None)


def periods_of(rule: Rule, actor: Actor) -> list[Rule]:
    """Return all periods of a rule's key that this actor sees: national by regime, and the own council's."""
    return list(
        Rule.objects.visible_to(actor)
        .filter(Q(council_id__isnull=True) | Q(council_id=actor.council_id), key=rule.key)
        .order_by(F("valid_from").asc(nulls_first=True), "pk")
    )


def find_rules(actor: Actor, *, on: date, words: str = "", confidence: str = "", own: str = "") -> list[Rule]:
    """Return the rules in force for the actor's council that carry these words (accents do not matter)."""
    asked = fold(words)
    return [
        rule
        for rule in rules_in_force(actor, on=on)
        if (not asked or asked in fold(f"{rule.key} {rule.law_id} {rule.label} {rule.citation}"))
        and (not confidence or rule.confidence == confidence)
        and (not own or (rule.council_id is not None) == (own == "co"))
    ]
