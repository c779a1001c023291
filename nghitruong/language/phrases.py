"""Phrases looked for in a text, the longest first, each found where it stands as it was written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, TypeVar

from nghitruong.language.spans import Placed, placed
from nghitruong.language.tones import parted

Told = TypeVar("Told")
DIGITS = "#"
_STOPS = frozenset(",;:()!?\n\u2026")


@dataclass(frozen=True, slots=True)
class Hit(Generic[Told]):
    """One phrase found at the characters [start, end) and what the book tells of it."""

    start: int
    end: int
    words: str
    told: Told


class Phrasebook(Generic[Told]):
    """Phrases and what each tells. Found left to right, the longest first, never overlapping.

    Accents count ("đường" is not "dương") unless the whole text is written without any; a phrase that begins with a
    capital wants one; `#` stands for a number, so that "ĐT #" finds ĐT185, ĐT.533 and "ĐT 766". No phrase runs over
    a comma or the end of a sentence.
    """

    def __init__(self, phrases: Mapping[str, Told]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[tuple[str, int], ...], bool, Told]]] = {}
        for phrase, told in phrases.items():
            syllables, accents = _key(phrase)
            if syllables:
                entry = (syllables, accents, phrase[:1].isupper(), told)
                self._by_first.setdefault(syllables[0], []).append(entry)
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str) -> list[Hit[Told]]:
        """Return the hits in order; each hit's words are text[start:end] exactly."""
        read = placed(text)
        plain = is_plain(text)
        accents = [] if plain else [parted(text[one.start : one.end]) for one in read]
        found: list[Hit[Told]] = []
        place = 0
        while place < len(read):
            hit, length = self._at(text, read, accents, place)
            if hit is not None:
                found.append(hit)
            place += length
        return found

    def _at(
        self, text: str, read: list[Placed], accents: list[tuple[str, int]], place: int
    ) -> tuple[Hit[Told] | None, int]:
        for syllables, wanted, capital, told in self._by_first.get(read[place].syllable, ()):
            here = read[place : place + len(syllables)]
            if len(here) < len(syllables) or not all(map(_same, here, syllables)):
                continue
            if accents and not all(map(_accented, accents[place:], wanted)):
                continue
            start, end = here[0].start, here[-1].end
            if (capital and accents and not text[start].isupper()) or _is_broken(text, here):
                continue
            return Hit(start, end, text[start:end], told), len(syllables)
        return None, 1


def is_plain(text: str) -> bool:
    """Say whether the text is written without any accent."""
    return text.isascii()


def _key(phrase: str) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    syllables: list[str] = []
    accents: list[tuple[str, int]] = []
    for word in phrase.split():
        if word == DIGITS:
            syllables.append(DIGITS)
            accents.append((DIGITS, 0))
            continue
        for one in placed(word):
            syllables.append(one.syllable)
            accents.append(parted(word[one.start : one.end]))
    return tuple(syllables), tuple(accents)


def _same(here: Placed, wanted: str) -> bool:
    return here.syllable == wanted or (wanted == DIGITS and here.syllable.isdigit())


def _accented(written: tuple[str, int], wanted: tuple[str, int]) -> bool:
    return written == wanted or wanted[0] == DIGITS


def _is_broken(text: str, here: list[Placed]) -> bool:
    for left, right in pairwise(here):
        gap = text[left.end : right.start]
        if not _STOPS.isdisjoint(gap) or gap.startswith(". "):
            return True
    return False
