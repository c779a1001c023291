"""Properties of counting, against an oracle that walks day by day over two plain sets."""

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nghitruong.base.errors import Invalid
from nghitruong.legalclock import rules
from nghitruong.legalclock.enums import DayKind, DayType, Direction

FIRST, LAST = dt.date(2020, 1, 1), dt.date(2027, 12, 31)
days_in_table = st.dates(dt.date(2021, 1, 1), dt.date(2026, 12, 31))
numbers = st.integers(0, 120)
both = st.sampled_from([DayType.CALENDAR, DayType.WORKING])
ways = st.sampled_from([Direction.AFTER, Direction.BEFORE])


@st.composite
def calendars(draw):
    """Any calendar: weekdays off and weekends worked, wherever."""
    off = {day for day in draw(st.sets(st.dates(FIRST, LAST), max_size=60)) if day.weekday() < 5}
    on = {day for day in draw(st.sets(st.dates(FIRST, LAST), max_size=30)) if day.weekday() >= 5}
    special = [rules.SpecialDay(day, DayKind.HOLIDAY, "nghỉ") for day in off]
    special += [rules.SpecialDay(day, DayKind.SWAPPED_ON, "làm bù") for day in on]
    return rules.Calendar(special, years=range(2019, 2029)), off, on


def works(day, off, on):
    return day in on or (day.weekday() < 5 and day not in off)


def oracle(number, day_type, start, direction, off, on, stopped=()):
    step = dt.timedelta(days=-1 if direction == Direction.BEFORE else 1)
    day = start
    while number:
        day += step
        if day not in stopped and (day_type == DayType.CALENDAR or works(day, off, on)):
            number -= 1
    while not works(day, off, on) or day in stopped:
        day += step
    return day


@settings(max_examples=150, deadline=None)
@given(calendars(), numbers, both, days_in_table, ways)
def test_count_agrees_with_the_oracle(drawn, number, day_type, start, direction):
    calendar, off, on = drawn

    derived = rules.count(number=number, day_type=day_type, from_on=start, direction=direction, calendar=calendar)

    assert derived.due_on == oracle(number, day_type, start, direction, off, on)


@settings(max_examples=100, deadline=None)
@given(calendars(), numbers, both, days_in_table, ways)
def test_steps_tell_every_day_once_and_count_the_number(drawn, number, day_type, start, direction):
    calendar, _off, _on = drawn

    derived = rules.count(number=number, day_type=day_type, from_on=start, direction=direction, calendar=calendar)

    told = [dt.date.fromisoformat(step["on"]) for step in derived.steps]
    step = dt.timedelta(days=-1 if direction == Direction.BEFORE else 1)
    assert told[-1] == derived.due_on
    assert all(later - earlier == step for earlier, later in itertools.pairwise(told))
    assert sum(step["counts"] for step in derived.steps) == number
    assert all(step["why"] for step in derived.steps)
    assert rules.Derivation.from_json(derived.due_on, derived.as_json()) == derived


@settings(max_examples=100, deadline=None)
@given(calendars(), st.integers(1, 60), both, days_in_table, st.integers(1, 20), st.integers(0, 15))
def test_a_pause_moves_the_end_as_if_its_days_were_not_there(drawn, number, day_type, start, after, length):
    calendar, off, on = drawn
    first = start + dt.timedelta(days=after)
    stopped = {first + dt.timedelta(days=n) for n in range(length)}
    stop = rules.Stop(first, first + dt.timedelta(days=length - 1), "chờ ý kiến")

    derived = rules.count(number=number, day_type=day_type, from_on=start, calendar=calendar, pauses=[stop])

    assert derived.due_on == oracle(number, day_type, start, Direction.AFTER, off, on, stopped)
    assert not {dt.date.fromisoformat(s["on"]) for s in derived.steps if s["counts"]} & stopped


@settings(max_examples=100, deadline=None)
@given(calendars(), st.integers(1, 60), st.integers(1, 60), both, both, days_in_table)
def test_an_extension_is_a_count_from_the_date_reached(drawn, number, more, day_type, more_type, start):
    calendar, _off, _on = drawn
    first = rules.count(number=number, day_type=day_type, from_on=start, calendar=calendar)
    second = rules.count(number=more, day_type=more_type, from_on=first.due_on, calendar=calendar)

    both_at_once = rules.count(
        number=number,
        day_type=day_type,
        from_on=start,
        calendar=calendar,
        extensions=[rules.Extra(more, more_type)],
    )

    assert both_at_once.due_on == second.due_on


@settings(max_examples=100, deadline=None)
@given(calendars(), st.integers(0, 90), both, days_in_table)
def test_a_day_later_never_ends_earlier(drawn, number, day_type, start):
    calendar, _off, _on = drawn
    later = start + dt.timedelta(days=1)

    ends = [
        rules.count(number=number, day_type=day_type, from_on=day, calendar=calendar).due_on for day in (start, later)
    ]

    assert ends[0] <= ends[1]


@settings(max_examples=150, deadline=None)
@given(calendars(), days_in_table, days_in_table)
def test_working_days_between_are_those_a_walk_finds(drawn, one, other):
    calendar, off, on = drawn
    start, end = sorted((one, other))
    walked = sum(works(start + dt.timedelta(days=n), off, on) for n in range(1, (end - start).days + 1))

    assert rules.between(start, end, DayType.WORKING, calendar) == walked
    assert rules.between(end, start, DayType.WORKING, calendar) == -walked


def test_a_date_may_be_told_not_to_roll():
    calendar = rules.Calendar(years=[2026])

    derived = rules.count(
        number=10, day_type=DayType.CALENDAR, from_on=dt.date(2026, 7, 1), calendar=calendar, rolls=False
    )

    assert derived.due_on == dt.date(2026, 7, 11)


@pytest.mark.parametrize("number", [-1, 3651])
def test_a_number_out_of_bounds_is_refused(number):
    with pytest.raises(Invalid, match="từ 0 đến 3650"):
        rules.count(number=number, day_type=DayType.WORKING, from_on=dt.date(2026, 7, 1), calendar=rules.Calendar())


def test_the_end_of_the_calendar_is_refused_in_words():
    with pytest.raises(Invalid, match="ngoài lịch"):
        rules.count(number=10, day_type=DayType.CALENDAR, from_on=dt.date.max, calendar=rules.Calendar(is_lenient=True))


def test_a_year_without_a_table_is_refused_by_its_number():
    with pytest.raises(rules.NoTable) as refused:
        rules.count(
            number=5, day_type=DayType.WORKING, from_on=dt.date(2026, 12, 29), calendar=rules.Calendar(years=[2026])
        )

    assert refused.value.year == 2027


def test_a_forecast_is_named_in_the_words():
    calendar = rules.Calendar(years=[2028], forecast=[2028])

    derived = rules.count(number=1, day_type=DayType.WORKING, from_on=dt.date(2028, 3, 1), calendar=calendar)

    assert derived.is_forecast
    assert derived.steps[-1]["why"] == "thứ Năm, ngày thứ 1 (theo lịch nghỉ dự kiến)"
