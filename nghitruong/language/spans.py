"""Where the words stand in the text as it was written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nghitruong.language.abbreviations import has_abbreviation, opened, unfolded
from nghitruong.language.folding import fold_letter, folded_evenly, tokens

_SYLLABLES = re.compile(r"[0-9]+|[^0-9 ]+")


@dataclass(frozen=True, slots=True)
class Placed:
    """One folded syllable and the characters [start, end) of the text it was read from."""

    syllable: str
    start: int
    end: int


def placed(text: str) -> list[Placed]:
    """Return the same syllables as `tokens`, each with its place in the text; marks belong to their letter."""
    even = folded_evenly(text)
    if even is not None:
        return [Placed(found.group(), *found.span()) for found in _SYLLABLES.finditer(even)]
    return _placed_letter_by_letter(text)


def _placed_letter_by_letter(text: str) -> list[Placed]:
    found: list[Placed] = []
    syllable, start, end = "", 0, 0
    for place, letter in enumerate(text):
        for part in fold_letter(letter) or ("",):
            if part and syllable and (part == " " or (part in "0123456789") != (syllable[-1] in "0123456789")):
                found.append(Placed(syllable, start, end))
                syllable = ""
            if part not in {"", " "}:
                start = start if syllable else place
                syllable += part
                end = place + 1
            elif not part and syllable:
                end = place + 1
    if syllable:
        found.append(Placed(syllable, start, end))
    return found


def highlight(text: str, words: str | Iterable[str]) -> list[tuple[int, int]]:
    """Return the spans [(start, end)] of the text that are these words, in order, never overlapping.

    A string is one phrase; an iterable is several. Spelling does not matter (accents, case, NFD,
    abbreviations: "ủy ban nhân dân" finds UBND); the span is literal.
    """
    phrases = [words] if isinstance(words, str) else list(words)
    asked = [syllables for phrase in phrases if (syllables := tokens(phrase))]
    read = placed(text)
    written = [one.syllable for one in read]
    streams = [read]
    if has_abbreviation(written):
        opening = opened(written)
        streams.append([Placed(one, read[i].start, read[j].end) for full, i, j in opening for one in full])
    wanted = {tuple(form) for syllables in asked for form in (syllables, unfolded(syllables))}
    spans = {span for stream in streams for span in _found(stream, wanted)}
    return _merged(sorted(spans))


def _found(stream: list[Placed], wanted: set[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    written = [one.syllable for one in stream]
    present = set(written)
    for syllables in wanted:
        count = len(syllables)
        if present.issuperset(syllables):
            for place, one in enumerate(written):
                if one == syllables[0] and tuple(written[place : place + count]) == syllables:
                    yield stream[place].start, stream[place + count - 1].end


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
