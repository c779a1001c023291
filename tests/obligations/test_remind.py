"""Reminders: each point exactly once, none after closing, one message after a standstill."""

import datetime as dt
import threading

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from nghitruong.base.errors import NotPermitted
from nghitruong.legalclock import services as clocks
from nghitruong.legalclock.enums import DayKind
from nghitruong.notices.models import Notice
from nghitruong.obligations import jobs, services
from nghitruong.obligations.models import Reminding
from tests.factories import AT, TODAY

DUE = TODAY + dt.timedelta(days=20)


def reminders():
    return Notice.objects.filter(key__startswith="remind:")


def run_each_day(days):
    for day in days:
        jobs.remind(AT + dt.timedelta(days=day))
        jobs.remind(AT + dt.timedelta(days=day, hours=3))


def test_each_point_exactly_once(owe):
    owe(due_on=DUE)

    run_each_day(range(45))

    assert list(Reminding.objects.order_by("at").values_list("point", flat=True)) == [-15, -7, -3, 3, 7, 15]
    assert reminders().count() == 3 + 3 * 2


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

    assert reminders().filter(organ=world.department).count() == 1
    assert list(Reminding.objects.filter(sent=True).values_list("point", flat=True)) == [3]
    assert Reminding.objects.count() == 4


def test_a_new_date_is_reminded_anew(owe, clerk):
    owed = owe(due_on=DUE)
    run_each_day(range(6))
    services.set_deadline(obligation=owed, due_on=DUE + dt.timedelta(days=30), citation="CV 9", actor=clerk, at=AT)

    run_each_day(range(6, 40))

    assert Reminding.objects.filter(point=-15).count() == 2


@pytest.mark.parametrize(
    ("day", "sent"),
    [
        (4, []),
        (5, [-15]),
        (12, [-15]),
        (13, [-15, -7]),
        (17, [-15, -7, -3]),
        (20, [-15, -7, -3]),
        (22, [-15, -7, -3]),
        (23, [-15, -7, -3, 3]),
        (27, [-15, -7, -3, 3, 7]),
        (35, [-15, -7, -3, 3, 7, 15]),
        (400, [-15, -7, -3, 3, 7, 15]),
    ],
)
def test_the_table_of_points(owe, day, sent):
    owe(due_on=DUE)

    run_each_day([*range(min(day, 60)), day])

    assert list(Reminding.objects.filter(sent=True).order_by("point").values_list("point", flat=True)) == sent


def test_a_point_gone_by_when_the_debt_arose_is_silent(owe):
    owe(due_on=TODAY + dt.timedelta(days=5))

    run_each_day([0, 1])

    assert list(Reminding.objects.values_list("point", "sent").order_by("point")) == [(-15, False), (-7, False)]
    assert not reminders().exists()


def test_none_while_it_waits_for_acceptance_and_again_once_refused(owe, clerk, agency_officer, chair):
    owed = owe(due_on=DUE)
    owed = services.fulfil(obligation=owed, evidence="57/KT", on=TODAY, actor=agency_officer, at=AT)
    run_each_day(range(24))
    assert not Reminding.objects.exists()

    services.refuse(obligation=owed, reason="Chưa làm", on=TODAY, actor=chair, at=AT)
    run_each_day([24])

    assert list(Reminding.objects.filter(sent=True).values_list("point", flat=True)) == [3]


def test_words_say_how_many_days_and_open_the_debt(owe):
    owed = owe(due_on=DUE)

    run_each_day([6, 24])

    assert list(reminders().order_by("at", "pk").values_list("text", flat=True)) == [
        "Còn 14 ngày đến hạn 22/03/2026: Trả lời kiến nghị mẫu",
        "Quá hạn 4 ngày (hạn 22/03/2026): Trả lời kiến nghị mẫu",
        "Quá hạn 4 ngày (hạn 22/03/2026): Trả lời kiến nghị mẫu",
    ]
    assert set(reminders().values_list("subject_kind", "subject_id")) == {("obligations.obligation", owed.pk)}


def test_a_new_holiday_moves_the_date_and_its_reminders(owe, clerk):
    owed = owe(rule_key="petition.answer", from_on=TODAY)
    clocks.keep_day(
        on=owed.due_on, kind=DayKind.HOLIDAY, name="Ngày nghỉ mẫu", citation="Văn bản mẫu", actor=clerk, at=AT
    )

    owed.refresh_from_db()
    run_each_day([(owed.due_on - TODAY).days - 3])

    assert Reminding.objects.get(sent=True).due_on == owed.due_on


def test_long_overdue_debts_cost_one_statement(owe):
    for _place in range(3):
        owe(due_on=DUE)
    run_each_day([60])

    with CaptureQueriesContext(connection) as asked:
        services.remind(actor=jobs.SYSTEM, at=AT + dt.timedelta(days=61))

    assert len(asked) == 1


def test_remind_refused_to_people(owe, chair):
    with pytest.raises(NotPermitted, match="hệ thống"):
        services.remind(actor=chair, at=AT)


def test_undated_debts_are_asked_for_once_after_a_week(owe, world):
    owe()

    counted = [jobs.ask_for_dates(AT + dt.timedelta(days=day)) for day in (0, 6, 7, 8, 30)]

    assert counted == [0, 0, 1, 0, 0]
    asked = Notice.objects.get(key__startswith="undated:")
    assert (asked.organ, asked.text) == (
        world.standing,
        f"Chưa có thời hạn, hãy ấn định: Trả lời kiến nghị mẫu ({world.department.name})",
    )


def test_the_command_runs_the_job(owe, capsys):
    owe(due_on=TODAY, at=AT - dt.timedelta(days=60))

    call_command("remind")

    assert capsys.readouterr().out.strip() == "1"


@pytest.mark.django_db(transaction=True)
def test_two_runs_at_once_send_once(owe):
    for _place in range(4):
        owe(due_on=DUE)
    start = threading.Barrier(2)

    def run():
        start.wait()
        try:
            jobs.remind(AT + dt.timedelta(days=24))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run) for _place in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert Reminding.objects.filter(sent=True).count() == 4
    assert reminders().count() == 4 * 2
