"""Drafting a periodic report: figures from records, sentences from figures."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import SYSTEM
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.base.subjects import Subject
from nghitruong.contacts.enums import OpinionKind
from nghitruong.meetings.enums import MeetingKind, MeetingState
from nghitruong.obligations import services as ledger
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.enums import State as Owed
from nghitruong.obligations.selectors import counts as ledger_counts
from nghitruong.petitions.selectors import figures as petition_figures
from nghitruong.reports import services
from nghitruong.reports.models import Report
from tests import factories as make
from tests.factories import AT, TODAY
from tests.petitions import stages

FIRST = dt.date(TODAY.year, 1, 1)


def draft(world, actor, **values):
    given = {"period": "year", "since": FIRST, "until": TODAY, "as_of": TODAY}
    return services.draft(council=world.council, actor=actor, at=AT, **(given | values))


def numbers(report):
    return {figure.key: figure.value for figure in report.figures.filter(council__isnull=True)}


def contact(world, *, days, present=40, speakers=6):
    held = make.contact_round(world.council, starts_on=TODAY - days, ends_on=TODAY)
    return make.contact_point(
        held, starts_at=AT - days, state=MeetingState.HELD, people_present=present, speakers=speakers
    )


DAY = dt.timedelta(days=1)


def test_draft_counts_what_was_held_in_the_period(world, clerk):
    contact(world, days=20 * DAY)
    contact(world, days=10 * DAY, present=15, speakers=1)
    make.meeting(world.council, kind=MeetingKind.STANDING, starts_at=AT - 5 * DAY, state=MeetingState.HELD)
    make.meeting(world.council, kind=MeetingKind.STANDING, starts_at=AT - 4 * DAY)  # planned only
    make.meeting(world.council, kind=MeetingKind.STANDING, starts_at=AT - 500 * DAY, state=MeetingState.HELD)

    told = numbers(draft(world, clerk))

    assert (told["rounds"], told["points"], told["voters"], told["speakers"]) == (2, 2, 55, 7)
    assert (told["standing"], told["sessions"], told["gatherings"]) == (1, 0, 0)


def test_petitions_are_counted_as_their_own_report_counts_them(world, clerk):
    stages.answered(world, clerk)
    stages.forwarded(world, clerk)
    stages.received(world, clerk)
    scope = petition_figures.Scope(world.council, FIRST, TODAY, TODAY)
    own = petition_figures.report(scope, SYSTEM)

    told = numbers(draft(world, clerk))

    assert told["received"] == own.total.value == 3
    names = {"forwarded": "da-chuyen", "answered": "da-tra-loi", "on_time": "dung-han", "settled": "da-giai-quyet",
             "unanswered": "chua-tra-loi"}  # fmt: skip
    assert {key: told[key] for key in names} == {key: own.sets[name].value for key, name in names.items()}
    assert told["answered_rate"] == Decimal(50)


def test_what_is_not_sorted_yet_is_a_part_of_what_was_received(world, clerk):
    stages.sorted_(world, clerk)
    unsorted = stages.received(world, clerk)

    report = draft(world, clerk)

    told = numbers(report)
    assert told["received"] == sum(told[key] for key in told if key.startswith("level_")) == 2
    assert report.figures.get(key="level_unsorted").records == [unsorted.pk]


def test_each_figure_keeps_the_records_it_counted(world, clerk):
    one, other = stages.forwarded(world, clerk), stages.received(world, clerk)

    report = draft(world, clerk)

    kept = {figure.key: figure.records for figure in report.figures.all()}
    assert sorted(kept["received"]) == sorted([one.pk, other.pk])
    assert (kept["forwarded"], kept["answered"]) == ([one.pk], [])


def test_sentences_say_the_figures_and_leave_out_what_did_not_happen(world, clerk):
    contact(world, days=3 * DAY, present=120, speakers=9)

    report = draft(world, clerk)

    assert [passage.text for passage in report.passages.all()] == [
        "Đã tổ chức 01 đợt tiếp xúc tại 01 điểm, có 120 lượt cử tri dự và 09 lượt phát biểu."
    ]


def test_lower_councils_are_rolled_up_each_with_its_own(world):
    province = world.province_council
    for number in (2, 4):
        unit = make.unit(f"Xã Dưới {number}", code=f"9777{number}", parent=province.unit)
        council = make.organ(f"Hội đồng nhân dân xã Dưới {number}", "council", unit=unit)
        for place in range(number):
            make.meeting(council, kind=MeetingKind.STANDING, starts_at=AT - (place + 1) * DAY, state=MeetingState.HELD)

    actor = make.actor(
        make.organ("Văn phòng tỉnh Mẫu", "office", council=province, unit=province.unit), "clerk", "Cô Tỉnh"
    )
    report = services.draft(
        council=province, period="year", since=FIRST, until=TODAY, as_of=TODAY, with_lower=True, actor=actor, at=AT
    )

    of_each = {
        figure.council.name: figure.value
        for figure in report.figures.filter(key="standing", council__isnull=False).exclude(council=province)
        if figure.value
    }
    assert of_each == {"Hội đồng nhân dân xã Dưới 2": 2, "Hội đồng nhân dân xã Dưới 4": 4}
    assert numbers(report)["standing"] == 6


def test_draft_is_journaled(world, clerk):
    report = draft(world, clerk)

    entry = Entry.objects.get(deed="report.draft")
    assert (entry.object_id, entry.changes["as_of"]) == (report.pk, TODAY.isoformat())


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "front_officer", "stranger", "auditor", "administrator"])
def test_draft_is_refused_to_others(world, who, request):
    with pytest.raises(NotPermitted):
        draft(world, request.getfixturevalue(who))

    assert Report.objects.count() == 0


@pytest.mark.parametrize(
    "values",
    [
        {"since": TODAY, "until": FIRST},
        {"as_of": FIRST - DAY},
        {"as_of": TODAY + DAY},
    ],
)
def test_days_out_of_order_are_refused(world, clerk, values):
    with pytest.raises(Invalid):
        draft(world, clerk, **values)


def value(report, key):
    return report.figures.get(key=key, council=None).value


def test_complaints_are_no_opinions(world, clerk):
    point = make.contact_point(
        make.contact_round(world.council), starts_at=AT - dt.timedelta(days=1), state=MeetingState.HELD,
        people_present=3, speakers=2,
    )  # fmt: skip
    make.opinion(point)
    make.opinion(point, kind=OpinionKind.REFERRED, text="Được hướng dẫn gửi đơn (mẫu)")

    assert value(draft(world, clerk), "opinions") == 1


def test_what_came_after_the_day_of_the_figures_is_not_counted(world, clerk):
    stages.received(world, clerk, on=TODAY)
    end = dt.date(TODAY.year, 12, 31)

    before = draft(world, clerk, until=end, as_of=TODAY - dt.timedelta(days=5))

    assert (value(before, "received"), value(draft(world, clerk, until=end), "received")) == (0, 1)


def owed(world, clerk, **values):
    return ledger.open(
        council=world.council, debtor=world.department, creditor=world.standing, nature=Nature.TASK, what="Việc mẫu",
        subject=Subject.of(world.council), subject_label="Mẫu", deed="note", actor=clerk, at=AT, **values,
    )  # fmt: skip


def test_cancelled_tasks_are_not_counted(world, clerk):
    kept, gone = owed(world, clerk), owed(world, clerk)
    ledger.cancel(obligation=gone, reason="Giao nhầm", on=TODAY, actor=clerk, at=AT)

    report = draft(world, clerk)

    assert value(report, "tasked") == 1
    assert kept.state == Owed.OPEN


def test_a_task_reported_in_time_is_not_overdue(world, clerk, agency_officer):
    days = dt.timedelta
    task = owed(world, clerk, from_on=TODAY - days(10), due_on=TODAY - days(3))
    ledger.fulfil(obligation=task, evidence="Đã làm", on=TODAY - days(5), actor=agency_officer, at=AT)

    assert value(draft(world, clerk), "overdue") == ledger_counts(clerk, TODAY)["qua-han"] == 0
