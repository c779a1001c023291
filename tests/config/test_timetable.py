import datetime as dt
import uuid

from nghitruong.accounts.models import UsedToken
from nghitruong.config.timetable import Job, jobs, run_due
from tests import factories as make
from tests.factories import AT


def test_a_job_waits_its_turn_and_a_failing_one_stops_nobody():
    ran: list[dt.datetime] = []
    table = [Job("bad", dt.timedelta(minutes=1), lambda at: 1 / 0), Job("good", dt.timedelta(minutes=15), ran.append)]
    last: dict[str, dt.datetime] = {}

    first = run_due(last, AT, table)
    second = run_due(last, AT + dt.timedelta(minutes=2), table)

    assert (first, second, ran) == (["bad", "good"], ["bad"], [AT])


def test_the_house_reminds_asks_learns_and_forgets(db):
    UsedToken.objects.create(token=uuid.uuid4(), user=make.user(), path="/", at=AT - dt.timedelta(days=400))

    assert run_due({}, AT, jobs()) == [
        "obligations.remind",
        "obligations.ask_for_dates",
        "petitions.learn",
        "petitions.take_files_in",
        "intake.read_waiting",
        "accounts.forget",
    ]

    assert not UsedToken.objects.exists()
