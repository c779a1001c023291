import datetime as dt

from nghitruong.legalclock import jobs, selectors
from nghitruong.legalclock import services as legalclock
from nghitruong.legalclock.models import Year
from tests.factories import AT


def test_nothing_is_said_while_next_years_table_stands(db):
    assert selectors.calendar_warning(on=dt.date(2026, 11, 1)) == ""


def test_a_missing_table_of_next_year_is_named(db):
    assert "năm 2028" in selectors.calendar_warning(on=dt.date(2027, 1, 1))


def test_a_forecast_is_named(clerk):
    legalclock.open_year(number=2028, citation="Dự kiến", actor=clerk, at=AT)

    assert selectors.calendar_warning(on=dt.date(2027, 6, 1)).startswith("Bảng ngày nghỉ năm 2028 mới là dự kiến")


def test_the_start_up_check_warns(db, time_machine):
    time_machine.move_to(dt.datetime(2027, 5, 1, tzinfo=dt.UTC))

    warned = jobs.calendar_check(databases=["default"])

    assert [(w.id, "2028" in w.msg) for w in warned] == [("legalclock.W001", True)]
    assert jobs.calendar_check() == []


def test_shipped_calendar_is_complete_and_cited(db):
    for year in Year.objects.prefetch_related("days"):
        days = list(year.days.all())
        assert all(day.citation and day.on.year == year.number for day in days)
        assert sum(day.kind == "holiday" for day in days) >= 10
        swapped = {day.on: day.swapped_with for day in days if day.swapped_with}
        assert all(swapped[other] == on for on, other in swapped.items())
