from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghitruong.language import highlight, placed, tokens
from nghitruong.language.spans import _placed_letter_by_letter
from tests.language.test_folding import SENTENCES, plain


@given(st.text(max_size=60) | SENTENCES)
def test_places_agree_with_tokens_and_are_literal(text: str):
    found = placed(text)
    assert [one.syllable for one in found] == tokens(text)
    assert all(one.syllable in "".join(tokens(text[one.start : one.end])) for one in found)


@given(SENTENCES, st.integers(0, 20), st.integers(1, 3))
def test_any_words_of_a_text_are_found_in_it_without_accents(text: str, first: int, count: int):
    words = plain(" ".join(text.split()[first : first + count]))
    spans = highlight(unicodedata.normalize("NFD", text), words)
    assert bool(spans) == bool(tokens(words))
    assert all(left[1] <= right[0] for left, right in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "words", "literal"),
    [
        ("Đề nghị UBND phường", "ủy ban nhân dân", ["UBND"]),
        ("Ủy ban nhân dân phường", "UBND", ["Ủy ban nhân dân"]),
        ("đường ĐH.09 và ĐH 09", "dh09", ["ĐH.09", "ĐH 09"]),
        ("Đường đi, đường về", ["duong", "ĐƯỜNG VỀ"], ["Đường", "đường về"]),
        ("Ban KT-NS", "ns", ["NS"]),
        ("Ban KT-NS", "kinh tế", ["KT-NS"]),
        ("đườngdây", "đường", []),
        ("Không có gì", "", []),
    ],
)
def test_highlight(text: str, words: str | list[str], literal: list[str]):
    assert [text[start:end] for start, end in highlight(text, words)] == literal


def test_a_span_keeps_the_marks_of_its_last_letter():
    text = unicodedata.normalize("NFD", "cử tri nhớ")
    assert [text[start:end] for start, end in highlight(text, "nho")] == [unicodedata.normalize("NFD", "nhớ")]


@given(SENTENCES)
def test_both_ways_to_read_agree(text: str):
    assert placed(text) == _placed_letter_by_letter(text)
