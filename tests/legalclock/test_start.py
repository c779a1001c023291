import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid, NotPermitted
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import services as legalclock
from nghitruong.legalclock.enums import DayType
from tests.factories import AT

LETTER = Subject("petitions.petition", 7)
MONDAY = dt.date(2026, 1, 5)


def started(clerk, **values):
    values.setdefault("number", 30)
    values.setdefault("day_type", DayType.WORKING)
    values.setdefault("from_on", MONDAY)
    return legalclock.start_plain(
        label="Trả lời kiến nghị",
        citation="Văn bản chuyển số 12",
        subject=LETTER,
        council_id=clerk.council_id,
        from_event="Nhận văn bản chuyển",
        actor=clerk,
        at=AT,
        **values,
    )


def test_start_plain_dates_the_clock_and_writes_one_line(clerk):
    clock = started(clerk)

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
    with pytest.raises(NotPermitted):
        started(Actor(user_id=None, name="ai đó", council_id=clerk.council_id))


def test_start_goes_on_into_a_year_without_a_table_and_says_so(clerk):
    clock = started(clerk, number=10, from_on=dt.date(2027, 12, 27))

    assert clock.due_on == dt.date(2028, 1, 10)
    assert clock.derivation.missing_years == [2028]
    assert "chưa có bảng ngày nghỉ năm 2028" in clock.derivation.steps[-1]["why"]
