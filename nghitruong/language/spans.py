"""Where the words stand in the text as it was written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nghitruong.language.abbreviations import opened, unfolded
from nghitruong.language.folding import fold_letter, tokens


@dataclass(frozen=True, slots=True)
class Placed:
    """One folded syllable and the characters [start, end) of the text it was read from."""

    syllable: str
    start: int
    end: int


def placed(text: str) -> list[Placed]:
    """Return the same syllables as `tokens`, each with its place in the text; marks belong to their letter."""
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
    full = [
        Placed(syllable, read[first].start, read[last].end)
        for syllables, first, last in opened([one.syllable for one in read])
        for syllable in syllables
    ]
    spans = {span for syllables in asked for span in _found(read, syllables)}
    spans |= {span for syllables in asked for span in _found(full, unfolded(syllables))}
    return _merged(sorted(spans))


def _found(stream: list[Placed], syllables: list[str]) -> Iterator[tuple[int, int]]:
    for place, one in enumerate(stream):
        if one.syllable == syllables[0]:
            window = stream[place : place + len(syllables)]
            if [each.syllable for each in window] == syllables:
                yield window[0].start, window[-1].end


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
