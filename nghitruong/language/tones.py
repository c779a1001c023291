"""Letters and tones apart: what Vietnamese order and accent-exact comparison rest on."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""Combining mark → place in the dictionary order ngang, huyền, hỏi, ngã, sắc, nặng."""

_RHYME_TABLE = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu
iêc iêm iên iêng iêp iêt iêu y yêm yên yêng yêt yêu ynh ych
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uan uang uanh uao uai uay uac uat uach uân uâng uât uây uăn uăng uăt uăc uăm ue uen ueo uet
uê uên uêch uênh ui um un ung uơ up ut uôc uôi uôm uôn uông uôt uôp
uy uya uych uyên uyêt uynh uyt uyp uyu uyn
ư ưa ưc ưi ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu
"""
_ONSET_TABLE = "ngh ng nh th tr ch gh gi kh ph qu b c d đ g h k l m n p q r s t v x"
_RHYMES = frozenset(_RHYME_TABLE.split())
_ONSETS = tuple(_ONSET_TABLE.split())


@lru_cache(maxsize=20_000)
def parted(word: str) -> tuple[str, int]:
    """Return the word's lower-case letters without tone (â, đ, ơ stay) and its tone 0–5.

    hoà and hòa give the same pair: where the tone mark stands is a matter of taste.
    """
    tone = 0
    letters: list[str] = []
    for sign in unicodedata.normalize("NFD", word.lower()):
        if sign in TONES:
            tone = TONES[sign]
        else:
            letters.append(sign)
    return unicodedata.normalize("NFC", "".join(letters)), tone


def accented(word: str) -> str:
    """Return a form equal for all spellings of one accented syllable, or "" for a syllable without any mark."""
    letters, tone = parted(word)
    return f"{letters}{tone}" if tone or not letters.isascii() else ""


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Say whether the word is spelt as a Vietnamese syllable can be."""
    letters, _tone = parted(word)
    if letters in _RHYMES:
        return True
    return any(letters.startswith(onset) and letters[len(onset) :] in _RHYMES for onset in _ONSETS) or letters == "gi"
