"""Periods, amounts as they are written, and sentences that still say their figures."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nghitruong.base.errors import Invalid
from nghitruong.reports.rules import Amount, bounds, missing_numbers, named, propose, spans, written_amount


@pytest.mark.parametrize(
    ("period", "place", "first", "last", "name"),
    [
        ("month", 2, dt.date(2024, 2, 1), dt.date(2024, 2, 29), "tháng 2 năm 2024"),
        ("quarter", 4, dt.date(2024, 10, 1), dt.date(2024, 12, 31), "quý IV năm 2024"),
        ("half_year", 0, dt.date(2024, 1, 1), dt.date(2024, 6, 30), "6 tháng đầu năm 2024"),
        ("nine_months", 0, dt.date(2024, 1, 1), dt.date(2024, 9, 30), "9 tháng đầu năm 2024"),
        ("year", 0, dt.date(2024, 1, 1), dt.date(2024, 12, 31), "năm 2024"),
    ],
)
def test_a_period_has_its_days_and_its_name(period, place, first, last, name):
    assert bounds(period, 2024, place) == (first, last)
    assert named(period, first, last) == name


@pytest.mark.parametrize(("period", "place"), [("month", 13), ("month", 0), ("quarter", 5), ("term", 0)])
def test_a_period_that_does_not_exist_is_refused(period, place):
    with pytest.raises(Invalid):
        bounds(period, 2024, place)


@pytest.mark.parametrize(
    ("amount", "percent", "text"),
    [
        (Amount(Decimal(5)), False, "05"),
        (Amount(Decimal(0)), False, "0"),
        (Amount(Decimal(46)), False, "46"),
        (Amount(Decimal(4000)), False, "4.000"),
        (Amount(Decimal("99.38")), True, "99,38%"),
        (Amount(Decimal("50.00")), True, "50%"),
        (Amount(low=Decimal(2), high=Decimal(4)), False, "từ 02 đến 04"),
        (Amount(), False, "–"),
    ],
)
def test_amounts_are_written_as_official_texts_do(amount, percent, text):
    assert written_amount(amount, percent=percent) == text


def test_a_number_is_found_whole_and_in_order():
    text = "Có 15 điểm, 5 đợt, 1.005 lượt và 5 cuộc."
    assert spans(text, {"rounds": "5", "others": "5"}) == [(12, 13, "rounds"), (33, 34, "others")]
    assert missing_numbers(text, {"voters": "1.005", "points": "16"}) == ["points"]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from(["received", "settled", "points", "voters"]), st.integers(1, 99_999)))
def test_what_is_proposed_says_all_its_figures(values):
    amounts = {key: Amount(Decimal(value)) for key, value in values.items()}
    for sentence in propose(amounts, []):
        numbers = {key: written_amount(amounts[key]) for key in sentence.keys if key in amounts}
        assert missing_numbers(sentence.text, numbers) == []


LEVELS = ("level_national", "level_province", "level_district", "level_commune", "level_unsorted")


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(st.one_of(st.just(0), st.integers(0, 99_999)), min_size=5, max_size=5),
    st.dates(dt.date(2021, 1, 1), dt.date(2030, 1, 1)),
)
def test_the_parts_of_a_sentence_add_up_to_the_whole(shares, since):
    amounts = {key: Amount(Decimal(value)) for key, value in zip(LEVELS, shares, strict=True)}
    sentences = propose({**amounts, "received": Amount(Decimal(sum(shares)))}, [], since=since)

    if not sum(shares):
        assert sentences == []
        return
    whole, parts = (sentence.text for sentence in sentences)
    said = [int(number.replace(".", "")) for number in re.findall(r"[\d.]*\d(?=,| kiến nghị)", parts)]
    assert whole == f"Tiếp nhận {written_amount(Amount(Decimal(sum(said))))} kiến nghị của cử tri."
    assert ("cấp huyện" in parts) == (since < dt.date(2025, 7, 1) or shares[2] > 0)
    assert ("chưa xác định" in parts) == (shares[4] > 0)


def test_what_is_not_sorted_is_said():
    amounts = {key: Amount(Decimal(value)) for key, value in zip(LEVELS, (1, 15, 0, 61, 26), strict=True)}

    assert [(each.text, each.keys) for each in propose(amounts, [], since=dt.date(2026, 1, 1))] == [
        (
            "Theo thẩm quyền: trung ương 01, cấp tỉnh 15, cấp xã 61, chưa xác định thẩm quyền 26 kiến nghị.",
            ("level_national", "level_province", "level_commune", "level_unsorted"),
        )
    ]
