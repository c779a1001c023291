import datetime as dt

from nghitruong.config.timetable import Job, run_due
from tests.factories import AT


def test_a_job_waits_its_turn_and_a_failing_one_stops_nobody():
    ran: list[dt.datetime] = []
    table = [Job("bad", dt.timedelta(minutes=1), lambda at: 1 / 0), Job("good", dt.timedelta(minutes=15), ran.append)]
    last: dict[str, dt.datetime] = {}

    first = run_due(last, AT, table)
    second = run_due(last, AT + dt.timedelta(minutes=2), table)

    assert (first, second, ran) == (["bad", "good"], ["bad"], [AT])
