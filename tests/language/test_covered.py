"""The days that a figure's period covers."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghitruong.language import covered

BASE = dt.date(2024, 10, 20)


def day(text: str) -> dt.date | None:
    return dt.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("words", "since", "until"),
    [
        ("năm 2024", "2024-01-01", "2024-12-31"),
        ("cùng kỳ năm 2023", "2023-01-01", "2023-12-31"),
        ("Trong 6 tháng đầu năm 2023", "2023-01-01", "2023-06-30"),
        ("9 tháng đầu năm", "2024-01-01", "2024-09-30"),
        ("6 tháng cuối năm 2023", "2023-07-01", "2023-12-31"),
        ("quý III/2023", "2023-07-01", "2023-09-30"),
        ("quý IV", "2024-10-01", "2024-12-31"),
        ("tháng 11", "2023-11-01", "2023-11-30"),
        ("tháng 02/2024", "2024-02-01", "2024-02-29"),
        ("nhiệm kỳ 2021-2026", "2021-01-01", "2026-12-31"),
        ("giai đoạn 2021 - 2025", "2021-01-01", "2025-12-31"),
        ("tính đến ngày 30/6/2024", "", "2024-06-30"),
        ("đến hết năm 2023", "", "2023-12-31"),
        ("từ ngày 01/01/2024 đến ngày 30/9/2024", "2024-01-01", "2024-09-30"),
        ("từ ngày 15/12 đến 20/12", "2024-12-15", "2024-12-20"),
        ("từ đầu năm đến nay", "2024-01-01", "2024-10-20"),
        ("năm học 2023-2024", "", ""),
        ("nửa đầu nhiệm kỳ", "", ""),
        ("trước kỳ họp thứ 9", "", ""),
        ("tháng 13/2024", "", ""),
        ("tính đến 31/2/2024", "", ""),
    ],
)
def test_a_period_covers_its_days(words: str, since: str, until: str) -> None:
    assert covered(words, BASE) == (day(since), day(until))


def test_without_a_base_only_what_is_written_is_known() -> None:
    assert covered("quý III") == (None, None)
    assert covered("từ đầu năm 2023 đến nay") == (dt.date(2023, 1, 1), None)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(alphabet="từ đến năm quý tháng nhiệm kỳ 0123456789/-.IVđầu", max_size=40), st.dates())
def test_whatever_is_written_the_days_are_in_order(words: str, base: dt.date) -> None:
    since, until = covered(words, base)
    assert since is None or until is None or since <= until
