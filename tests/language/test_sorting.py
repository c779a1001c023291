from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from nghitruong.language import KEY_LENGTH, person_sort_key, sort_key


def shuffled(words: list[str]) -> list[str]:
    return random.Random(7).sample(words, len(words))  # noqa: S311 -- order only


def test_letters_stand_in_alphabet_order():
    alphabet = ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "g", "h", "i", "k", "l", "m", "n"]
    alphabet += ["o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "x", "y"]
    assert sorted(shuffled(alphabet), key=sort_key) == alphabet


def test_a_changed_letter_stands_after_all_words_of_the_plain_one():
    words = ["An", "Ay", "Ăn", "Ân", "Da", "Dy", "Đa", "U", "Uy", "Ưa"]
    assert sorted(shuffled(words), key=sort_key) == words


def test_tones_break_ties_only():
    words = ["Ba", "Bà", "Bả", "Bã", "Bá", "Bạ", "Ba ba", "Bạ ba", "Bác"]
    assert sorted(shuffled(words), key=sort_key) == words


def test_numbers_count_by_size():
    words = ["Tổ 2", "Tổ 10", "Tổ 10a", "Tổ 110", "Tổ dân phố"]
    assert sorted(shuffled(words), key=sort_key) == words


def test_people_stand_by_given_name():
    people = ["Lê Thị An", "Trần Ánh", "Đỗ Văn Ân", "Nguyễn Hà", "Nguyễn Văn Hà", "Bùi Hạ", "Y Moan"]
    assert sorted(shuffled(people), key=person_sort_key) == people
    assert person_sort_key("  ") == ""


@given(st.text(max_size=300))
def test_keys_fit_their_column(text: str):
    assert len(sort_key(text)) <= KEY_LENGTH
    assert len(person_sort_key(text)) <= KEY_LENGTH
