from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghitruong.language import format_number, parse_int


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1.234", 1234), ("khoảng 4.000", 4000), ("4.000 cử tri", 4000), ("hơn 4 nghìn lượt", 4000),
        ("2,5 triệu đồng", 2_500_000), ("4,000", 4000), ("1 234", 1234), ("~ 60", 60), ("-3", -3), ("12", 12),
        ("1,5", None), ("1.5", None), ("4-5", None), ("1.23.4", None), ("tổ 3, 5 người", None), ("", None), ("vài", None),
    ],
)  # fmt: skip
def test_parse_int(text: str, number: int | None):
    assert parse_int(text) == number


@given(st.integers(-(10**9), 10**9))
def test_what_the_house_writes_it_reads(number: int):
    assert parse_int(format_number(number)) == number


def test_format_number():
    assert format_number(1234.5, 1) == "1.234,5"
