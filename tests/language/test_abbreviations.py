from __future__ import annotations

import pytest

from nghitruong.language import ABBREVIATIONS, AMBIGUOUS, expand, tokens, unfolded


@pytest.mark.parametrize("short", sorted(set(ABBREVIATIONS) - AMBIGUOUS))
def test_short_and_full_open_to_the_same_syllables(short: str):
    full = unfolded(tokens(ABBREVIATIONS[short]))
    assert unfolded(tokens(short)) == unfolded(tokens(short.lower())) == full
    assert unfolded(full) == full


def test_expand_opens_whole_words_in_capitals():
    text = "TT HĐND, UBND và MTTQ phường; HĐNDX; ubnd; Ban KT-NS"
    assert expand(text) == (
        "Thường trực Hội đồng nhân dân, Ủy ban nhân dân và Mặt trận Tổ quốc phường; HĐNDX; ubnd; Ban Kinh tế - Ngân sách"
    )


def test_a_short_form_of_two_readings_stays_in_a_search():
    assert unfolded(["29", "tt", "btp"]) == ["29", "tt", "bo", "tu", "phap"]
