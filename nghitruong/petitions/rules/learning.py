"""What a council's own confirmed cases teach: counts of words, nothing hidden, worked out anew at any time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log
from typing import Any

from nghitruong.language import placed

FEWEST = 2
"""A word speaks once it stands in this many cases."""
FULL_VOICE = 200
"""Half of the voice is reached at this many cases: a handful of cases must not outshout the rules."""
LOUDEST = 1.5
TOP = 3.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """One confirmed case: the petition's words and what a person decided, by dimension."""

    text: str
    decided: Mapping[str, str]


@dataclass(slots=True)
class Learning:
    """Counts by dimension: how many cases, of which value, with which words."""

    cases: int = 0
    values: dict[str, Counter[str]] = field(default_factory=dict)
    words: dict[str, dict[str, Counter[str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, lessons: Iterable[Lesson]) -> Learning:
        """Count the lessons."""
        learnt = cls()
        for lesson in lessons:
            learnt.cases += 1
            features = set(_features(lesson.text))
            for dimension, value in lesson.decided.items():
                learnt.values.setdefault(dimension, Counter())[value] += 1
                seen = learnt.words.setdefault(dimension, {})
                for word in features:
                    seen.setdefault(word, Counter())[value] += 1
        return learnt

    def to_json(self) -> dict[str, Any]:
        """Return what can be stored; words met once are left out, they do not speak."""
        return {
            "cases": self.cases,
            "values": {dimension: dict(values) for dimension, values in self.values.items()},
            "words": {
                dimension: {word: dict(by) for word, by in seen.items() if by.total() >= FEWEST}
                for dimension, seen in self.words.items()
            },
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any]) -> Learning:
        """Read what `to_json` gave."""
        return cls(
            stored.get("cases", 0),
            {dimension: Counter(values) for dimension, values in stored.get("values", {}).items()},
            {
                dimension: {word: Counter(by) for word, by in seen.items()}
                for dimension, seen in stored.get("words", {}).items()
            },
        )

    def lean(self, dimension: str, text: str) -> tuple[dict[str, float], dict[str, list[tuple[float, int, int]]]]:
        """Return for each value how far the text's words lean to it, and which words do, where they stand."""
        values = self.values.get(dimension)
        if not values:
            return {}, {}
        seen, total = self.words.get(dimension, {}), values.total()
        voice = total / (total + FULL_VOICE)
        score = {value: 0.25 * voice * log(count / total * len(values)) for value, count in values.items()}
        spoke: dict[str, list[tuple[float, int, int]]] = {}
        for word, (start, end) in _features(text).items():
            by = seen.get(word)
            if by is None or by.total() < FEWEST:
                continue
            many = by.total()
            for value, count in values.items():
                share = (by[value] + 0.5 * count / total) / (many + 0.5)
                lean = max(-1.0, min(LOUDEST, log(share / (count / total)))) * many / (many + 2)
                weight = (0.5 if "_" not in word else 1.0) * voice * lean
                score[value] += weight
                if weight > 0.2 and by[value]:
                    spoke.setdefault(value, []).append((weight, start, end))
        return {value: max(-TOP, min(TOP, one)) for value, one in score.items()}, spoke


def _features(text: str) -> dict[str, tuple[int, int]]:
    """Return the text's syllables and pairs of neighbours, each with its first place; numbers do not teach."""
    found: dict[str, tuple[int, int]] = {}
    previous = None
    for one in placed(text):
        if one.syllable.isdigit():
            previous = None
            continue
        found.setdefault(one.syllable, (one.start, one.end))
        if previous is not None and one.start - previous.end <= 1:
            found.setdefault(f"{previous.syllable}_{one.syllable}", (previous.start, one.end))
        previous = one
    return found
