import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, NotPermitted, WrongState
from nghitruong.legalclock import selectors
from nghitruong.legalclock import services as legalclock
from tests.factories import AT

STOPPED, AGAIN = dt.date(2026, 1, 12), dt.date(2026, 1, 19)


def pause(clock, actor, **values):
    values = {"reason": "Chờ ý kiến của tỉnh", "on": STOPPED, **values}
    return legalclock.pause(clock=clock, actor=actor, at=AT, **values)


def test_pause_keeps_the_date_and_resume_moves_it_by_the_days_stood(clerk, started):
    clock = pause(started(), clerk)
    assert (clock.state, clock.paused_on, clock.due_on) == ("paused", STOPPED, dt.date(2026, 2, 13))

    clock = legalclock.resume(clock=clock, on=AGAIN, actor=clerk, at=AT)

    assert (clock.state, clock.paused_on, clock.due_on) == ("running", None, dt.date(2026, 2, 27))
    assert "tạm dừng: Chờ ý kiến của tỉnh" in [step["why"] for step in clock.steps]
    deeds = list(Entry.objects.order_by("seq").values_list("deed", flat=True))
    assert deeds == ["clock.start", "clock.pause", "clock.resume"]
    assert Entry.objects.get(deed="clock.resume").changes["was"] == "2026-02-13"


def test_running_time_and_whole_time_are_both_kept(clerk, started):
    clock = legalclock.resume(clock=pause(started(), clerk), on=AGAIN, actor=clerk, at=AT)

    found = selectors.elapsed(clock, on=dt.date(2026, 1, 23), calendar=selectors.calendar())

    assert (found.running, found.whole) == (10, 15)


@pytest.mark.parametrize("on", [dt.date(2026, 1, 5), dt.date(2026, 2, 14)])
def test_pause_refuses_days_outside_the_period(clerk, started, on):
    with pytest.raises(Invalid, match="Ngày tạm dừng phải sau ngày 05/01/2026"):
        pause(started(), clerk, on=on)


def test_pause_refuses_without_a_reason(clerk, started):
    with pytest.raises(Invalid, match="phải ghi lý do"):
        pause(started(), clerk, reason=" ")


def test_pause_refuses_twice_and_resume_refuses_a_running_clock(clerk, started):
    clock = started()
    with pytest.raises(WrongState, match="đang chạy"):
        legalclock.resume(clock=clock, on=AGAIN, actor=clerk, at=AT)

    pause(clock, clerk)

    with pytest.raises(WrongState, match="tạm dừng"):
        pause(clock, clerk)


def test_pause_refuses_days_already_stood(clerk, started):
    clock = legalclock.resume(clock=pause(started(), clerk), on=AGAIN, actor=clerk, at=AT)

    with pytest.raises(Invalid, match="nằm trong khoảng đã tạm dừng"):
        pause(clock, clerk, on=dt.date(2026, 1, 14))


def test_resume_refuses_a_day_before_the_pause(clerk, started):
    clock = pause(started(), clerk)

    with pytest.raises(Invalid, match="không thể trước ngày tạm dừng 12/01/2026"):
        legalclock.resume(clock=clock, on=dt.date(2026, 1, 9), actor=clerk, at=AT)


def test_a_limit_before_an_event_cannot_be_paused(clerk, started):
    clock = started(number=20, day_type="calendar", direction="before", from_on=dt.date(2026, 7, 10))

    with pytest.raises(Invalid, match="đếm ngược"):
        pause(clock, clerk, on=dt.date(2026, 6, 25))


def test_nobody_moves_nothing(started):
    with pytest.raises(NotPermitted, match="Phải có người thực hiện"):
        pause(started(), Actor(user_id=None, name="ai đó"))
