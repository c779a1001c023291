"""Whose matter a text is: kind, field, level and agency, each with the words it was judged by (law.md 8.2, 8.3).

Pure: the rules come as data (words → what they speak for), in force on a day; the text decides nothing by itself,
a person accepts or changes what is proposed here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nghitruong.language.phrases import Hit, Phrasebook
from nghitruong.organisation.rules import is_old_era
from nghitruong.petitions.enums import Level
from nghitruong.petitions.rules.learning import Learning

KIND, FIELD, LEVEL, AGENCY = "kind", "field", "level", "agency"
DIMENSIONS = (KIND, FIELD, LEVEL, AGENCY)
OTHERWISE = {KIND: "petition", FIELD: "khac-noi-dung", LEVEL: "commune", AGENCY: ""}
"""What is proposed when no word speaks."""
ASIDE = (
    "vì",
    "do",
    "để",
    "nhằm",
    "gần",
    "phục vụ",
    "khi",
    "theo",
    "ảnh hưởng",
    "bị ảnh hưởng",
    "khó khăn",
    "dẫn đến",
    "căn cứ",
    "từ",
    "đoạn từ",
    "đoạn qua",
    "tại",
)
"""Words after which a clause tells cause, aim or place: what is named there is seldom the matter itself."""
_FIRST, _ASIDE, _LEARNT_FROM = 1.5, 0.45, 0.6


def levels_for(received_on: date, now: str = "") -> list[tuple[str, str]]:
    """Return (value, name) of the levels that may be competent for what came on this day; `now` what it already has.

    District bodies ended on 1/7/2025 (ORG-04, L72/2025 Đ.51.3): an old record keeps the level, a new one is not
    offered it.
    """
    kept = is_old_era(received_on) or now == Level.DISTRICT
    return [(value, str(label)) for value, label in Level.choices if kept or value != Level.DISTRICT]


@dataclass(frozen=True, slots=True)
class ReadingRule:
    """`words` speak with `weight` for `value`; an empty value stops words from being read as something shorter.

    A rule without words speaks where the field (and level) already found are `for_field` and `for_level`.
    """

    dimension: str
    value: str
    weight: float
    words: tuple[str, ...] = ()
    for_field: str = ""
    for_level: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    citation: str = ""
    is_confirmed: bool = False
    is_own: bool = False

    def holds_on(self, day: date) -> bool:
        """Say whether the rule is in force on this day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a value was proposed: the words at [start, end) of the text, exactly as written."""

    dimension: str
    value: str
    quote: str
    start: int
    end: int
    weight: float
    citation: str = ""
    is_confirmed: bool = False
    is_learnt: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """What is proposed, and why. `unsupported` are the dimensions for which no word of the text spoke."""

    kind: str
    field: str
    level: str
    agency: str
    because: tuple[Reason, ...]
    unsupported: tuple[str, ...] = ()

    def why(self, dimension: str) -> list[Reason]:
        """Return the reasons of one dimension, the heaviest first."""
        return [reason for reason in self.because if reason.dimension == dimension]


class _Tally:
    """Votes for the values of one dimension, with the reasons that cast them."""

    def __init__(self, dimension: str) -> None:
        self.dimension = dimension
        self.score: dict[str, float] = {}
        self.reasons: dict[str, list[Reason]] = {}

    def add(self, value: str, weight: float, reason: Reason | None = None) -> None:
        self.score[value] = self.score.get(value, 0.0) + weight
        if reason is not None:
            self.reasons.setdefault(value, []).append(reason)

    def winner(self) -> tuple[str, list[Reason]]:
        """Return the value with most votes (the earlier one on a tie) and its reasons, the heaviest first."""
        if not self.score or max(self.score.values()) <= 0:
            return OTHERWISE[self.dimension], []
        value = max(self.score, key=lambda one: (self.score[one], -self._first(one)))
        given = self.reasons.get(value, [])
        ruled = [reason for reason in given if not reason.is_learnt]
        found: dict[tuple[int, int], Reason] = {}
        for reason in sorted(ruled or given, key=lambda one: -one.weight):
            found.setdefault((reason.start, reason.end), reason)
        return value, list(found.values())

    def _first(self, value: str) -> int:
        return min((reason.start for reason in self.reasons.get(value, [])), default=1_000_000)


class Reader:
    """Reads texts by the rules in force on one day and by what confirmed cases have taught."""

    def __init__(self, rules: Iterable[ReadingRule], on: date, learning: Learning | None = None) -> None:
        standing = [rule for rule in rules if rule.holds_on(on)]
        self._learning = learning or Learning()
        own = [rule for rule in standing if rule.is_own]
        shipped = [rule for rule in standing if not rule.is_own]
        self._own = {dimension: _book(own, dimension) for dimension in DIMENSIONS}
        self._books = {dimension: _book(shipped, dimension) for dimension in DIMENSIONS}
        self._follow = [rule for rule in standing if not rule.words]
        self._asides: Phrasebook[bool] = Phrasebook(dict.fromkeys(ASIDE, True))

    def read(self, text: str) -> Reading:
        """Return what the text is about and whose matter it is."""
        asides = _aside_spans(text, self._asides.find(text))
        kind, kind_reasons = self._vote(KIND, text, asides).winner()
        field, field_reasons = self._vote(FIELD, text, asides).winner()
        levels = self._vote(LEVEL, text, asides, field=field)
        self._follow_on(levels, field_reasons, field=field)
        level, level_reasons = levels.winner()
        agencies = self._vote(AGENCY, text, (), field=field, level=level)
        self._follow_on(agencies, field_reasons, field=field, level=level)
        agency, agency_reasons = agencies.winner()
        by_dimension = {
            KIND: kind_reasons,
            FIELD: field_reasons,
            LEVEL: level_reasons,
            AGENCY: agency_reasons,
        }
        return Reading(
            kind,
            field,
            level,
            agency,
            tuple(reason for reasons in by_dimension.values() for reason in reasons[:4]),
            tuple(dimension for dimension, reasons in by_dimension.items() if not reasons),
        )

    def _vote(
        self, dimension: str, text: str, asides: Sequence[tuple[int, int]], field: str = "", level: str = ""
    ) -> _Tally:
        tally = _Tally(dimension)
        said: set[tuple[str, str]] = set()
        first = dimension == FIELD
        for hit in self._hits(dimension, text):
            rules = [rule for rule in hit.told if _fits(rule, field, level) and rule.value]
            if not rules:
                continue
            aside = any(start <= hit.start < end for start, end in asides)
            for rule in rules:
                times = (_FIRST if first and not aside else 1.0) * (_ASIDE if aside else 1.0)
                if (rule.value, hit.words.lower()) in said:
                    continue
                said.add((rule.value, hit.words.lower()))
                weight = rule.weight * times
                tally.add(rule.value, weight, _reason(dimension, rule, hit, weight))
            first = first and aside
        if dimension != AGENCY:
            self._learn(tally, text)
        return tally

    def _hits(self, dimension: str, text: str) -> list[Hit[list[ReadingRule]]]:
        """Return what the rules read, in order; a council's own words take the place of shipped ones they touch."""
        own = self._own[dimension].find(text)
        shipped = self._books[dimension].find(text)
        left = [hit for hit in shipped if not any(hit.start < one.end and one.start < hit.end for one in own)]
        return sorted([*own, *left], key=lambda hit: hit.start)

    def _learn(self, tally: _Tally, text: str) -> None:
        leans, spoke = self._learning.lean(tally.dimension, text)
        for value, lean in leans.items():
            tally.add(value, lean)
            for weight, start, end in sorted(spoke.get(value, []), reverse=True)[:3]:
                if lean > _LEARNT_FROM:
                    reason = Reason(tally.dimension, value, text[start:end], start, end, weight, is_learnt=True)
                    tally.add(value, 0.0, reason)

    def _follow_on(self, tally: _Tally, found: Sequence[Reason], *, field: str, level: str = "") -> None:
        """Let the rules without words speak: what follows from the field (and level) already found."""
        for rule in self._follow:
            if rule.dimension == tally.dimension and _fits(rule, field, level):
                tally.add(rule.value, rule.weight)
                for reason in found[:1]:
                    follow = Reason(
                        tally.dimension,
                        rule.value,
                        reason.quote,
                        reason.start,
                        reason.end,
                        rule.weight,
                        rule.citation,
                        rule.is_confirmed,
                        reason.is_learnt,
                    )
                    tally.add(rule.value, 0.0, follow)


def _book(rules: Sequence[ReadingRule], dimension: str) -> Phrasebook[list[ReadingRule]]:
    phrases: dict[str, list[ReadingRule]] = {}
    for rule in rules:
        if rule.dimension == dimension:
            for words in rule.words:
                phrases.setdefault(words, []).append(rule)
    return Phrasebook(phrases)


def _fits(rule: ReadingRule, field: str, level: str) -> bool:
    return (not rule.for_field or rule.for_field == field) and (not rule.for_level or rule.for_level == level)


def _reason(dimension: str, rule: ReadingRule, hit: Hit[list[ReadingRule]], weight: float) -> Reason:
    return Reason(dimension, rule.value, hit.words, hit.start, hit.end, weight, rule.citation, rule.is_confirmed)


def _aside_spans(text: str, marks: Sequence[Hit[bool]]) -> list[tuple[int, int]]:
    """Return the stretches that tell cause, aim or place: from such a word to the end of its clause, and brackets."""
    spans = []
    for mark in marks:
        ends = [place for sign in ",;.:(\n" if (place := text.find(sign, mark.end)) >= 0]
        spans.append((mark.start, min(ends, default=len(text))))
    opened = -1
    for place, sign in enumerate(text):
        if sign == "(" and opened < 0:
            opened = place
        elif sign == ")" and opened >= 0:
            spans.append((opened, place))
            opened = -1
    return spans
