from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghitruong.language import date_in_words, document_date, parse_date


@pytest.mark.parametrize(
    "text",
    [
        "05/03/2026", "5/3/2026", "5-3-26", "5.3.2026", "05 / 03 / 2026", "ngày 5 tháng 3 năm 2026",
        "Ngày 05/3/2026.", "5 tháng 3, 2026", "thứ Năm, 05/03/2026", "05/03/2026 (thứ Năm)", "2026-03-05",
        "2026-03-05 00:00:00", "2026-03-05T08:30:00+07:00", "ngày 05/3/2026 lúc 8 giờ 30", "5/3/2026, 8h30",
        "nga\u0300y 5 tha\u0301ng 3 na\u0306m 2026",
    ],
)  # fmt: skip
def test_a_date_is_read_as_people_write_it(text: str):
    assert parse_date(text) == date(2026, 3, 5)


@pytest.mark.parametrize(
    "text", ["", "31/02/2026", "3/2026", "tháng 3 năm 2026", "5/3/2026 và 6/3/2026", "12", "13/13/26"]
)
def test_what_is_not_one_date_is_none(text: str):
    assert parse_date(text) is None


@given(st.dates(date(1970, 1, 1), date(2069, 12, 31)))
def test_what_the_house_writes_it_reads(day: date):
    forms = [date_in_words(day), document_date(day), day.isoformat(), f"{day:%d/%m/%y}"]
    assert [parse_date(form) for form in forms] == [day] * 4


def test_dates_in_words():
    assert date_in_words(date(2026, 3, 6)) == "thứ Sáu, 06/03/2026"
    assert document_date(date(2026, 2, 5)) == "ngày 05 tháng 02 năm 2026"
    assert document_date(date(2026, 3, 16)) == "ngày 16 tháng 3 năm 2026"
