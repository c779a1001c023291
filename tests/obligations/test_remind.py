"""Reminders: each point exactly once, none after closing, one message after a standstill."""

import datetime as dt

from nghitruong.notices.models import Notice
from nghitruong.obligations import jobs, services
from nghitruong.obligations.models import Reminding
from tests.factories import AT, TODAY

DUE = TODAY + dt.timedelta(days=20)


def run_each_day(days):
    for day in days:
        jobs.remind(AT + dt.timedelta(days=day))
        jobs.remind(AT + dt.timedelta(days=day, hours=3))


def test_each_point_exactly_once(owe):
    owe(due_on=DUE)

    run_each_day(range(45))

    assert list(Reminding.objects.order_by("at").values_list("point", flat=True)) == [-15, -7, -3, 3, 7, 15]
    assert Notice.objects.count() == 3 + 3 * 2


def test_none_after_closing(owe, clerk):
    owed = owe(due_on=DUE)
    run_each_day(range(6))
    services.cancel(obligation=owed, reason="x", on=TODAY, actor=clerk, at=AT)

    run_each_day(range(6, 45))

    assert list(Reminding.objects.values_list("point", flat=True)) == [-15]


def test_none_for_an_undated_debt(owe):
    owe()

    run_each_day(range(30))

    assert not Reminding.objects.exists()


def test_after_a_standstill_one_message_and_the_rest_noted(owe, world):
    owe(due_on=DUE)

    run_each_day([24])

    assert Notice.objects.filter(organ=world.department).count() == 1
    assert Reminding.objects.count() == 4


def test_a_new_date_is_reminded_anew(owe, clerk):
    owed = owe(due_on=DUE)
    run_each_day(range(6))
    services.set_deadline(obligation=owed, due_on=DUE + dt.timedelta(days=30), citation="", actor=clerk, at=AT)

    run_each_day(range(6, 40))

    assert Reminding.objects.filter(point=-15).count() == 2
