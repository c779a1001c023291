"""A holiday added or corrected re-dates running clocks, leaves a trace, and lets closed ones be."""

import datetime as dt

import pytest

from nghitruong.audit.models import Entry
from nghitruong.base.errors import Conflict, Invalid, NotPermitted
from nghitruong.base.subjects import Subject
from nghitruong.legalclock import services as legalclock
from nghitruong.legalclock.models import Clock, Day, Year
from tests.factories import AT, TODAY

MOURNING = dt.date(2026, 2, 4)


def keep(actor, **values):
    values = {"on": MOURNING, "kind": "holiday", "name": "Quốc tang", "citation": "Thông báo số 5/TB", **values}
    return legalclock.keep_day(actor=actor, at=AT, **values)


def due(clock):
    return Clock.objects.get(pk=clock.pk).due_on


def test_keep_day_redates_running_clocks_and_leaves_closed_ones(clerk, started):
    running, closed, over = started(), started(), started(number=5)
    legalclock.close(clock=closed, on=TODAY, actor=clerk, at=AT)

    kept = keep(clerk)

    assert kept.redated == 1
    assert [due(c) for c in (running, closed, over)] == [
        dt.date(2026, 2, 23),
        dt.date(2026, 2, 13),
        dt.date(2026, 1, 10),
    ]
    line = Entry.objects.get(deed="clock.redate")
    assert (line.object_id, line.changes["was"], line.changes["due_on"]) == (running.pk, "2026-02-13", "2026-02-23")
    assert Entry.objects.get(deed="day.keep").changes["redated"] == 1
    assert "nghỉ lễ Quốc tang" in [step["why"] for step in Clock.objects.get(pk=running.pk).steps]


def test_keep_day_redates_a_paused_clock_and_one_with_an_extension(clerk, started):
    paused = legalclock.pause(clock=started(), reason="Chờ", on=dt.date(2026, 2, 10), actor=clerk, at=AT)
    extended = legalclock.extend(
        clock=started(), number=10, day_type="working", reason="Khó", citation="", on=TODAY, actor=clerk, at=AT
    )

    assert keep(clerk).redated == 2
    assert (due(paused), due(extended)) == (dt.date(2026, 2, 23), dt.date(2026, 3, 9))


def test_keep_day_moves_a_backward_limit_earlier(clerk, started):
    clock = started(number=5, direction="before", from_on=dt.date(2026, 2, 10))
    assert clock.due_on == dt.date(2026, 2, 3)

    keep(clerk)

    assert due(clock) == dt.date(2026, 2, 2)


def test_a_calendar_count_moves_only_when_its_last_day_does(clerk, started):
    through = started(number=60, day_type="calendar")
    ending = started(number=30, day_type="calendar")
    assert (through.due_on, ending.due_on) == (dt.date(2026, 3, 6), MOURNING)

    assert keep(clerk).redated == 1
    assert (due(through), due(ending)) == (dt.date(2026, 3, 6), dt.date(2026, 2, 5))


def test_remove_day_takes_it_back(clerk, started):
    clock = started()
    day = keep(clerk).day

    kept = legalclock.remove_day(day=day, reason="Nhập nhầm", actor=clerk, at=AT)

    assert (kept.day, kept.redated, due(clock)) == (None, 1, dt.date(2026, 2, 13))
    line = Entry.objects.get(deed="day.remove")
    assert (line.changes["reason"], line.changes["was"]["name"]) == ("Nhập nhầm", "Quốc tang")


def test_remove_day_needs_a_reason(clerk):
    with pytest.raises(Invalid, match="phải ghi lý do"):
        legalclock.remove_day(day=Day.objects.first(), reason=" ", actor=clerk, at=AT)


def test_correcting_a_day_somebody_else_corrected_shows_a_conflict(clerk):
    day = Day.objects.get(on="2026-11-24")
    keep(clerk, on=day.on, name="Tên mới", version=day.version)

    with pytest.raises(Conflict) as refused:
        keep(clerk, on=day.on, name="Tên khác", version=day.version)

    assert refused.value.current["name"] == "Tên mới"


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"on": dt.date(2031, 1, 1)}, "hãy lập bảng của năm trước"),
        ({"kind": "swapped_on"}, "phải là thứ Bảy hoặc Chủ nhật"),
        ({"kind": "compensatory", "on": dt.date(2026, 2, 7)}, "từ thứ Hai đến thứ Sáu"),
        ({"kind": "party"}, "không hợp lệ"),
        ({"citation": " "}, "tên ngày và căn cứ"),
    ],
)
def test_keep_day_refuses_what_cannot_be(clerk, values, words):
    with pytest.raises(Invalid, match=words):
        keep(clerk, **values)


@pytest.mark.parametrize("who", ["delegate", "agency_officer", "auditor", "administrator", "front_officer"])
def test_keep_day_is_for_the_office(request, who):
    actor = request.getfixturevalue(who)

    with pytest.raises(NotPermitted):
        keep(actor)

    assert not Day.objects.filter(on=MOURNING).exists()
    assert not Entry.objects.exists()


def test_a_new_year_redates_what_had_no_table(clerk, started):
    clock = started(number=5, from_on=dt.date(2027, 12, 29))
    assert (clock.due_on, clock.derivation.missing_years) == (dt.date(2028, 1, 5), [2028])

    year = legalclock.open_year(number=2028, citation="Bộ luật Lao động 2019, Điều 112", actor=clerk, at=AT)

    clock = Clock.objects.get(pk=clock.pk)
    assert (clock.due_on, clock.derivation.missing_years) == (dt.date(2028, 1, 6), [])
    assert year.is_forecast
    assert clock.derivation.is_forecast
    days = dict(year.days.values_list("on", "kind"))
    assert days[dt.date(2028, 1, 1)] == "holiday"
    assert days[dt.date(2028, 1, 3)] == "compensatory"


def test_a_year_becomes_official_when_complete(clerk):
    year = legalclock.open_year(number=2028, citation="Dự kiến", actor=clerk, at=AT)
    with pytest.raises(Invalid, match="còn thiếu ngày nghỉ lễ"):
        legalclock.confirm_year(year=year, citation="Thông báo số 9", actor=clerk, at=AT)
    for on in (dt.date(2028, 1, 24) + dt.timedelta(days=n) for n in range(5)):
        keep(clerk, on=on, name="Tết Nguyên đán", is_forecast=True)

    year = legalclock.confirm_year(year=year, citation="Thông báo số 9", actor=clerk, at=AT)

    assert (year.is_forecast, year.citation) == (False, "Thông báo số 9")
    assert not Day.objects.filter(year_id=2028, is_forecast=True).exists()


def test_open_year_refuses_a_year_that_is_there(clerk):
    with pytest.raises(Invalid, match="Đã có bảng năm 2026"):
        legalclock.open_year(number=2026, citation="x", actor=clerk, at=AT)

    assert Year.objects.count() == 8


def test_redating_many_clocks_reads_them_once(clerk, started, django_assert_max_num_queries):
    for number in range(3):
        started(subject=Subject("petitions.petition", number))
    with django_assert_max_num_queries(12 + 3 * 8):
        keep(clerk)
