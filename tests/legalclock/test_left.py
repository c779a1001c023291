import datetime as dt

import pytest

from nghitruong.legalclock import rules, selectors
from nghitruong.legalclock.enums import DayType


def left(on, due_on, day_type, calendar):
    return rules.remaining(due_on=due_on, on=on, day_type=day_type, calendar=calendar)


@pytest.mark.parametrize(
    ("on", "day_type", "words", "tone"),
    [
        (dt.date(2026, 2, 26), DayType.WORKING, "còn 6 ngày làm việc", "soon"),
        (dt.date(2026, 2, 13), DayType.WORKING, "còn 10 ngày làm việc", "calm"),
        (dt.date(2026, 2, 13), DayType.CALENDAR, "còn 21 ngày", "calm"),
        (dt.date(2026, 3, 6), DayType.WORKING, "hạn hôm nay", "soon"),
        (dt.date(2026, 3, 7), DayType.WORKING, "quá 1 ngày", "late"),
        (dt.date(2026, 3, 9), DayType.WORKING, "quá 1 ngày làm việc", "late"),
        (dt.date(2026, 3, 9), DayType.CALENDAR, "quá 3 ngày", "late"),
    ],
)
def test_remaining_says_how_much_is_left(db, on, day_type, words, tone):
    found = left(on, dt.date(2026, 3, 6), day_type, selectors.calendar())

    assert (str(found), found.tone) == (words, tone)


def test_elapsed_keeps_running_time_and_whole_time_apart(db):
    stop = rules.Stop(dt.date(2026, 3, 4), dt.date(2026, 3, 10), "chờ ý kiến")

    found = rules.elapsed(
        from_on=dt.date(2026, 3, 2),
        until=dt.date(2026, 3, 13),
        day_type=DayType.WORKING,
        calendar=selectors.calendar(),
        pauses=[stop],
    )

    assert (found.running, found.whole) == (4, 9)


def test_elapsed_counts_an_open_pause_until_today(db):
    stop = rules.Stop(dt.date(2026, 3, 4), None, "chờ ý kiến")

    found = rules.elapsed(
        from_on=dt.date(2026, 3, 2),
        until=dt.date(2026, 3, 13),
        day_type=DayType.CALENDAR,
        calendar=selectors.calendar(),
        pauses=[stop],
    )

    assert (found.running, found.whole) == (1, 11)
