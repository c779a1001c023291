import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import selectors
from nghitruong.legalclock import services as legalclock
from nghitruong.legalclock.models import Rule
from tests.factories import AT

LETTER = Subject("petitions.petition", 7)
MONDAY = dt.date(2026, 1, 5)


def test_start_plain_dates_the_clock_and_writes_one_line(clerk, started):
    clock = started()

    assert (clock.due_on, clock.state) == (dt.date(2026, 2, 13), "running")
    line = Entry.objects.get(deed="clock.start")
    assert (line.kind, line.object_id, line.council_id) == ("legalclock.clock", clock.pk, clerk.council_id)
    assert line.changes["due_on"] == "2026-02-13"
    assert (line.changes["kind"], line.changes["object_id"]) == ("petitions.petition", 7)


def test_start_keeps_the_words_of_the_rule(clerk):
    clock = legalclock.start(
        key="petition.answer",
        subject=LETTER,
        council_id=clerk.council_id,
        from_on=MONDAY,
        from_event="Nhận văn bản chuyển",
        actor=clerk,
        at=AT,
    )

    assert (clock.number, clock.day_type, clock.confidence) == (60, "calendar", "to_confirm")
    assert clock.due_on == dt.date(2026, 3, 6)
    assert clock.citation == clock.rule.citation
    assert clock.derivation.steps[-1]["on"] == "2026-03-06"


def test_start_refuses_an_unknown_rule(clerk):
    with pytest.raises(Invalid, match="Không có quy tắc"):
        legalclock.start(
            key="petition.nothing",
            subject=LETTER,
            council_id=None,
            from_on=MONDAY,
            from_event="",
            actor=clerk,
            at=AT,
        )


def test_start_refuses_nobody(clerk):
    nobody = Actor(user_id=None, name="ai đó", council_id=clerk.council_id)

    with pytest.raises(NotPermitted):
        legalclock.start(
            key="petition.answer",
            subject=LETTER,
            council_id=clerk.council_id,
            from_on=MONDAY,
            from_event="",
            actor=nobody,
            at=AT,
        )


def test_start_goes_on_into_a_year_without_a_table_and_says_so(started):
    clock = started(number=10, from_on=dt.date(2027, 12, 27))

    assert clock.due_on == dt.date(2028, 1, 10)
    assert clock.derivation.missing_years == [2028]
    assert "chưa có bảng ngày nghỉ năm 2028" in clock.derivation.steps[-1]["why"]


def test_start_takes_the_councils_own_rule_from_its_day_on(clerk, stranger):
    national = Rule.objects.get(key="petition.answer", council_id=None)
    legalclock.override(
        rule=national,
        number=30,
        day_type="working",
        citation="Điều 27 khoản 3 Quy chế làm việc",
        valid_from=MONDAY,
        actor=clerk,
        at=AT,
    )

    def due(council_id, from_on):
        clock = legalclock.start(
            key="petition.answer",
            subject=LETTER,
            council_id=council_id,
            from_on=from_on,
            from_event="",
            actor=clerk,
            at=AT,
        )
        return clock.due_on, clock.confidence

    assert due(clerk.council_id, MONDAY) == (dt.date(2026, 2, 13), "verified")
    assert due(clerk.council_id, dt.date(2026, 1, 4)) == (dt.date(2026, 3, 5), "to_confirm")
    assert due(stranger.council_id, MONDAY) == (dt.date(2026, 3, 6), "to_confirm")


@pytest.mark.parametrize(
    ("key", "on", "number", "day_type", "confidence"),
    [
        ("complaint.accept", dt.date(2026, 6, 30), 10, "calendar", "verified"),
        ("complaint.accept", dt.date(2026, 7, 1), 7, "working", "verified"),
        ("question.written_answer", dt.date(2026, 2, 28), 20, "calendar", "verified"),
        ("question.written_answer", dt.date(2026, 3, 1), 20, "calendar", "to_confirm"),
        ("assembly.answer", dt.date(2020, 9, 30), 40, "calendar", "verified"),
        ("assembly.answer", dt.date(2020, 10, 1), 60, "calendar", "verified"),
        ("petition.urged_report", dt.date(2026, 3, 1), 7, "calendar", "to_confirm"),
    ],
)
def test_the_law_is_chosen_by_the_day_of_the_event(db, key, on, number, day_type, confidence):
    rule = selectors.rule_for(key, council_id=None, on=on)

    assert (rule.number, rule.day_type, rule.confidence) == (number, day_type, confidence)


def test_start_refuses_a_rule_not_in_force(clerk):
    with pytest.raises(Invalid, match="không áp dụng vào ngày 30/06/2026"):
        legalclock.start(
            key="reception.refusal",
            subject=LETTER,
            council_id=None,
            from_on=dt.date(2026, 6, 30),
            from_event="",
            actor=clerk,
            at=AT,
        )
