"""Vietnamese order as a plain string that every database compares alike."""

from __future__ import annotations

import re

from nghitruong.language.folding import fold, normalise
from nghitruong.language.tones import parted

KEY_LENGTH = 200
_AFTER = {"ă": "az", "â": "azz", "đ": "dz", "ê": "ez", "ô": "oz", "ơ": "ozz", "ư": "uz"}
_PIECES = re.compile(r"[0-9]+|[^\W\d_]+")


def _number(digits: str) -> str:
    plain = digits.lstrip("0") or "0"
    return f"1{chr(ord('a') + min(len(plain), 26) - 1)}{plain}"


def _letters(word: str) -> str:
    return "".join(_AFTER.get(letter) or fold(letter).replace(" ", "") for letter in word)


def sort_key(text: str) -> str:
    """Return a key in Vietnamese order: a ă â b c d đ e ê …, tones (ngang huyền hỏi ngã sắc nặng) break ties.

    Digits and lower-case a–z only, so any collation agrees; numbers count by size (Tổ 2 before Tổ 10);
    at most KEY_LENGTH characters.
    """
    words: list[str] = []
    tones: list[str] = []
    for piece in _PIECES.findall(normalise(text)):
        if piece.isdigit():
            words.append(_number(fold(piece)))
            continue
        letters, tone = parted(piece)
        words.append(_letters(letters))
        tones.append(str(tone))
    return f"{'0'.join(words)}00{''.join(tones)}"[:KEY_LENGTH]


def person_sort_key(name: str) -> str:
    """Return a key by given name, then family name, then the names between."""
    parts = normalise(name).split()
    if not parts:
        return ""
    given, family, middle = parts[-1], parts[0] if len(parts) > 1 else "", " ".join(parts[1:-1])
    return "0".join(sort_key(part) for part in (given, family, middle))[:KEY_LENGTH]
