from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nghitruong.language import bigrams, fold, normalise, tokens

LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ"
SENTENCES = st.text(alphabet=LETTERS + LETTERS.upper() + " 0123456789,./-()", max_size=80)


def plain(text: str) -> str:
    marked = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(sign for sign in marked if not unicodedata.combining(sign))


@given(SENTENCES)
def test_fold_is_the_same_for_every_spelling(text: str):
    spellings = [
        unicodedata.normalize("NFC", text),
        unicodedata.normalize("NFD", text),
        text.upper(),
        text.lower(),
        plain(text),
        fold(text),
    ]
    assert {fold(one) for one in spellings} == {fold(text)}


@given(st.text(max_size=60))
def test_fold_of_any_text_is_stable_and_tidy(text: str):
    folded = fold(text)
    assert fold(folded) == folded
    assert folded == " ".join(folded.split())
    assert all(sign.isalnum() or sign == " " for sign in folded)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đề nghị UBND phường sửa đường.", "de nghi ubnd phuong sua duong"),
        ("ÐỨC  PHỔ", "duc pho"),
        ("57/UBND-KT", "57 ubnd kt"),
        ("200 m²", "200 m2"),
        ("xã\u200b hội", "xa hoi"),
        ("", ""),
    ],
)
def test_fold(text: str, folded: str):
    assert fold(text) == folded


def test_tokens_part_letters_from_digits():
    assert tokens("ĐH09") == tokens("ĐH.09") == tokens("đh 09") == ["dh", "09"]


def test_bigrams_are_neighbours():
    assert list(bigrams(["hoi", "dong", "nhan", "dan"])) == ["hoi_dong", "dong_nhan", "nhan_dan"]
    assert list(bigrams(["mot"])) == []


def test_normalise_joins_spaces_and_marks():
    assert normalise("  U\u0309y ban\u00a0\n nhân dân ") == "Ủy ban nhân dân"
