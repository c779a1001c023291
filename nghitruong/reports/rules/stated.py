"""Figures that documents state, as figures of a report: as given, never added up, never averaged."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from nghitruong.language import fold
from nghitruong.reports.rules.figures import STATED, Amount
from nghitruong.reports.rules.sentences import Proposed, written_amount

MOST_IN_A_SENTENCE = 6
_UNIT = re.compile(
    r"(?:(?:nghìn|ngàn|triệu|tỷ|tỉ)\s*)?(?:đồng|usd|ha|km2?|km²|m2?|m²|m3|m³|kg|tấn|tạ|lít)?", re.IGNORECASE
)
_EXACT = re.compile(r"(?:từ\s+)?\d", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """One figure of one document: the number of its record, whose it is, and what the document says.

    `figure` is as the document writes it ("gần 4.000", "99,38%", "từ 02 đến 04"); `key` joins figures that mean the
    same where somebody has said so.
    """

    record: int
    council: int
    key: str
    what: str
    figure: str
    amount: Amount
    period: str
    source: str
    words: str

    @property
    def label(self) -> str:
        """Return what is counted, without the "%" that the figure itself carries; of a mere unit, the words."""
        if _UNIT.fullmatch(self.what):
            return " ".join(self.words.split()).rstrip(" .;,:")[:300]
        return self.what.removeprefix("% ").strip() if self.figure.endswith("%") else self.what

    @property
    def written(self) -> str:
        """Return the figure as the document writes it, an amount with its unit ("15,5 tỷ đồng")."""
        return f"{self.figure} {self.what}".strip() if _UNIT.fullmatch(self.what) else self.figure

    @property
    def meaning(self) -> tuple[str, str]:
        return self.key or fold(self.what), fold(self.period)


@dataclass(frozen=True, slots=True)
class Stated:
    """One figure of the report. Of several councils it tells from the least to the most, `of` has each one's own."""

    key: str
    label: str
    said: str
    amount: Amount
    period: str
    source: str
    words: str
    records: list[int]
    of: dict[int, Said] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Worded:
    """What a sentence says of a stated figure; `councils` how many state it, where they are councils below."""

    key: str
    label: str
    said: str
    period: str
    source: str
    councils: int


def stated(own: int, given: Iterable[Said]) -> list[Stated]:
    """Return the council's own figures each by itself, then those of the councils below.

    Below, what several councils state of the same thing and period stands together as a range; a council that states
    it twice, or only about ("gần 40"), keeps its figures apart: which one is meant is not ours to pick.
    """
    said = sorted(given, key=lambda each: each.record)
    told = [_alone(each) for each in said if each.council == own]
    groups: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for each in said:
        if each.council != own:
            groups[each.meaning].append(each)
    for group in groups.values():
        times: dict[int, int] = defaultdict(int)
        for each in group:
            times[each.council] += 1
        together = [each for each in group if times[each.council] == 1 and _EXACT.match(each.figure)]
        if len(together) < 2:
            together = []
        told += [_alone(each, is_lower=True) for each in group if each not in together]
        if together:
            told.append(_together(together))
    return told


def _alone(each: Said, *, is_lower: bool = False) -> Stated:
    key = f"{STATED}{each.record}"
    one = Stated(key, each.label, each.written, each.amount, each.period, each.source, each.words, [each.record])
    return replace(one, of={each.council: each}) if is_lower else one


def _together(group: list[Said]) -> Stated:
    first = group[0]
    ends = [end for each in group for end in (each.amount.value, each.amount.low, each.amount.high) if end is not None]
    amount = Amount(min(ends)) if min(ends) == max(ends) else Amount(low=min(ends), high=max(ends))
    written = written_amount(amount, percent=all(each.figure.endswith("%") for each in group))
    records = [each.record for each in group]
    of = {each.council: each for each in group}
    return Stated(f"{STATED}{first.record}", first.label, written, amount, first.period, "", "", records, of)


def sentences_of(section: str, told: Iterable[Worded], *, each_source: str, each_council: str) -> list[Proposed]:
    """Return a sentence for each document (more where it states much), and one for each figure of several councils.

    `each_source` has %(source)s and %(told)s; `each_council` has %(n)s and %(told)s.
    """
    by_source: dict[str, list[Worded]] = defaultdict(list)
    together = []
    for each in told:
        if each.councils > 1:
            together.append(each)
        else:
            by_source[each.source].append(each)
    proposed = [
        Proposed(
            section,
            each_source % {"source": source, "told": "; ".join(_told(each) for each in some)},
            tuple(each.key for each in some),
        )
        for source, group in by_source.items()
        for some in _some(group)
    ]
    return proposed + [
        Proposed(section, each_council % {"n": each.councils, "told": _told(each)}, (each.key,)) for each in together
    ]


def _some(group: list[Worded]) -> Iterable[list[Worded]]:
    return (group[place : place + MOST_IN_A_SENTENCE] for place in range(0, len(group), MOST_IN_A_SENTENCE))


def _told(each: Worded) -> str:
    """Return "05 đợt giám sát (năm 2026)"; where the words themselves say the figure, just these."""
    if each.said in each.label:
        return each.label
    told = f"{each.label} {each.said}" if each.said.endswith("%") else f"{each.said} {each.label}"
    return told + (f" ({each.period})" if each.period else "")
