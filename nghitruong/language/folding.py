"""Fold: one form under which all spellings of a Vietnamese text are equal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

_SAME_LETTER = {"đ": "d", "ð": "d", "ɖ": "d"}
_PIECES = re.compile(r"[0-9]+|[^0-9]+")


class _Letters(dict[int, str]):
    """Letter → folded letters, worked out at first meeting; marks vanish, other signs become a space.

    `uneven` are the letters met that do not fold to exactly one.
    """

    def __init__(self) -> None:
        super().__init__()
        self.uneven: set[str] = set()

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        folded = "".join(self._plain(part) for part in unicodedata.normalize("NFKD", letter).casefold())
        if " " in folded and not folded.strip():
            folded = " "
        self[code] = folded
        if len(folded) != 1:
            self.uneven.add(letter)
        return folded

    @staticmethod
    def _plain(part: str) -> str:
        parts = unicodedata.normalize("NFKD", part)
        if len(parts) > 1:
            return "".join(_Letters._plain(one) for one in parts)
        if unicodedata.category(part) in {"Mn", "Mc", "Me", "Cf"}:
            return ""
        plain = _SAME_LETTER.get(part, part)
        return plain if plain.isalnum() else " "


_LETTERS = _Letters()


def fold(text: str) -> str:
    """Return lower-case letters and digits without accents, words parted by single spaces.

    Equal for NFC and NFD, upper and lower case, with and without accents (đ is d); punctuation parts words.
    """
    return " ".join(text.translate(_LETTERS).split())


def fold_letter(letter: str) -> str:
    """Return what one character contributes to the folded text ("" for marks, " " for punctuation)."""
    return _LETTERS[ord(letter)]


def folded_evenly(text: str) -> str | None:
    """Return the text folded letter by letter, of the same length, or None where some letter does not fold to one."""
    folded = text.translate(_LETTERS)
    return folded if _LETTERS.uneven.isdisjoint(text) else None


def normalise(text: str) -> str:
    """Return the text in NFC with single spaces and none at the ends; line breaks count as spaces."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def tokens(text: str) -> list[str]:
    """Return folded syllables; letters and digits part, so that ĐH09, ĐH.09 and "đh 09" are one."""
    found: list[str] = []
    for word in text.translate(_LETTERS).split():
        if word.isalpha() or word.isdigit():
            found.append(word)
        else:
            found.extend(_PIECES.findall(word))
    return found


def bigrams(syllables: Iterable[str]) -> Iterator[str]:
    """Yield neighbouring syllables joined by "_": the index of phrases."""
    previous = ""
    for syllable in syllables:
        if previous:
            yield f"{previous}_{syllable}"
        previous = syllable
