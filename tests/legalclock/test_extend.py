import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Invalid, WrongState
from nghitruong.legalclock import services as legalclock
from tests.factories import AT, TODAY


def extend(clock, actor, **values):
    values = {"number": 10, "day_type": "working", "reason": "Chờ bố trí vốn", "citation": "Điều 27 khoản 5", **values}
    return legalclock.extend(clock=clock, on=TODAY, actor=actor, at=AT, **values)


def test_extend_counts_on_from_the_date_reached(clerk, started):
    clock = extend(started(), clerk)

    assert clock.due_on == dt.date(2026, 3, 6)
    line = Entry.objects.get(deed="clock.extend")
    assert (line.changes["was"], line.changes["due_on"]) == ("2026-02-13", "2026-03-06")
    assert line.changes["reason"] == "Chờ bố trí vốn"


def test_extend_in_calendar_days_rolls_off_a_day_of_rest(clerk, started):
    clock = extend(started(), clerk, number=15, day_type="calendar")

    assert clock.due_on == dt.date(2026, 3, 2)


def test_extend_twice_adds_up(clerk, started):
    clock = extend(extend(started(), clerk), clerk, number=1)

    assert clock.due_on == dt.date(2026, 3, 9)
    assert clock.extensions.count() == 2


def test_extend_refuses_a_closed_clock(clerk, started):
    clock = legalclock.close(clock=started(), on=TODAY, actor=clerk, at=AT)

    with pytest.raises(WrongState, match="đã đóng"):
        extend(clock, clerk)


@pytest.mark.parametrize(("values", "words"), [({"number": 0}, "từ 1 đến"), ({"reason": ""}, "phải ghi lý do")])
def test_extend_refuses_what_is_no_extension(clerk, started, values, words):
    with pytest.raises(Invalid, match=words):
        extend(started(), clerk, **values)


def test_extend_of_a_backward_limit_never_passes_the_event(clerk, started):
    clock = started(number=20, day_type="calendar", direction="before", from_on=dt.date(2026, 7, 10))
    assert clock.due_on == dt.date(2026, 6, 19)

    assert extend(clock, clerk, number=5).due_on == dt.date(2026, 6, 26)
    with pytest.raises(Invalid, match="sẽ qua ngày 10/07/2026"):
        extend(clock, clerk, number=30)


def test_close_ends_an_open_pause_and_changes_nothing_twice(clerk, started):
    clock = legalclock.pause(clock=started(), reason="Chờ", on=dt.date(2026, 1, 12), actor=clerk, at=AT)

    clock = legalclock.close(clock=clock, on=TODAY, actor=clerk, at=AT)
    again = legalclock.close(clock=clock, on=dt.date(2026, 4, 1), actor=clerk, at=AT)

    assert (again.state, again.closed_on, again.pauses.get().to_on) == ("closed", TODAY, TODAY)
    assert Entry.objects.filter(deed="clock.close").count() == 1
