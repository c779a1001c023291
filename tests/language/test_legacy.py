from __future__ import annotations

import pytest
from hypothesis import given

from nghitruong.language import decode_legacy, is_syllable
from tests.language.test_folding import SENTENCES


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Céng hoµ x· héi chñ nghÜa ViÖt Nam", "Cộng hoà xã hội chủ nghĩa Việt Nam"),
        ("§Ò nghÞ söa ®­êng liªn th«n", "Đề nghị sửa đường liên thôn"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑEÀ NGHÒ ÖÛY BAN", "ĐỀ NGHỊ ỬY BAN"),
    ],
)
def test_old_fonts_are_read(typed: str, meant: str):
    assert decode_legacy(typed) == meant


@pytest.mark.parametrize("text", ["tài chính", "Cộng hòa", "Café Zürich", "plain", "", "20 °C", "cá rô", "nông thôn"])
def test_other_texts_stay(text: str):
    assert decode_legacy(text) == text


@given(SENTENCES.filter(lambda text: any(sign in text for sign in "ăđơưạếộ")))
def test_unicode_is_never_touched(text: str):
    assert decode_legacy(text) == text


@pytest.mark.parametrize("word", ["nghiêng", "già", "quyết", "Đức", "ỷ", "khuỷu", "giếng", "uống", "gì"])
def test_syllables_are_known(word: str):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["Zürich", "hoµ", "ViÖt", "xyz", "ngx"])
def test_what_is_no_syllable(word: str):
    assert not is_syllable(word)
