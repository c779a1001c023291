"""How like two petitions are, and why: symmetrical, 1 for a petition and itself, blind to accents, case, spacing."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache, partial
from zlib import crc32

from nghitruong.language.likeness.objects import (
    SMALL,
    WORKS,
    Locality,
    Named,
    amounts,
    codes,
    locality,
    mentioned,
    named,
    papers,
)
from nghitruong.language.likeness.words import COMMON, JOINTS, STOP, matter_words, rarity, syllables
from nghitruong.language.spans import Placed, placed

Weigh = Callable[[str], float]
SAME, RELATED = "same", "related"
_CODE_WEIGHT, _PAPER_WEIGHT, _AMOUNT_WEIGHT = 4.0, 2.5, 1.5
_NEAR = 0.5
ENOUGH = 4.0
WORTH = 0.5
"""Weight of words below which a petition is too short to be called the same by its words alone."""
ALIKE = 0.9
"""Words so much alike that name one hamlet: another place written beside one of them is likely a slip."""
TRUST = 150
"""Petitions that the prior counts for beside those counted."""


@dataclass(frozen=True)
class Features:
    """One petition as it is compared. `terms` are its words, pairs of words, road and paper numbers, figures."""

    text: str
    place: str
    locality: Locality
    terms: frozenset[str]
    codes: frozenset[str]
    papers: frozenset[str]
    amounts: frozenset[str]
    also: frozenset[str] = frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(term[2:] for term in self.terms if term.startswith("w:"))

    @cached_property
    def spoken(self) -> str:
        """All folded syllables, abbreviations opened, with a space at either end."""
        return f" {' '.join(syllables(self.text))} "

    @cached_property
    def things(self) -> tuple[Named, ...]:
        return named(self.text)

    @cached_property
    def asks_about(self) -> frozenset[str]:
        return mentioned(self.text)

    @cached_property
    def traits(self) -> tuple[int, ...]:
        """Terms as 32-bit numbers, the most telling first: what an index of nearest matters is asked."""
        ranked = sorted((-prior(term), number_of(term)) for term in self.terms)
        return tuple(dict.fromkeys(number for _prior, number in ranked))


def number_of(term: str) -> int:
    """Return a term as a signed 32-bit number; a rare clash costs a look and nothing else."""
    return crc32(term.encode()) - 2**31


def features(text: str, place: str = "", *, answer: str = "", aliases: Iterable[str] = ()) -> Features:
    """Read one petition. Roads that its answer names count as other names of its own ("ĐH.09 đã thành ĐT.185")."""
    terms, roads, law, figures = _said(text)
    also = frozenset(codes(answer)) - roads if answer and roads else frozenset()
    return Features(text, place, locality(place, tuple(aliases)), terms, roads, law, figures, also)


@lru_cache(maxsize=4096)
def _said(text: str) -> tuple[frozenset[str], ...]:
    """Return a text's terms, roads, papers and figures; the same petitions are compared again and again."""
    stream = matter_words(text)
    terms = {f"w:{word}" for word in stream if word}
    terms |= {f"b:{a} {b}" for a, b in itertools.pairwise(stream) if a and b}
    roads, law, figures = codes(text), papers(text), amounts(text)
    terms |= {f"c:{one}" for one in roads} | {f"p:{one}" for one in law} | {f"n:{one}" for one in figures}
    return frozenset(terms), frozenset(roads), frozenset(law), frozenset(figures)


@lru_cache(maxsize=200_000)
def prior(term: str) -> float:
    """Return how much a term tells where no collection has been counted."""
    kind, word = term[0], term[2:]
    if kind == "c":
        return _CODE_WEIGHT
    if kind == "p":
        return _PAPER_WEIGHT
    if kind == "n":
        return _AMOUNT_WEIGHT
    if kind == "b":
        first, _space, second = word.partition(" ")
        return 0.7 * (rarity(first) + rarity(second))
    return rarity(word)


@dataclass(frozen=True, slots=True)
class Collection:
    """How often terms occur in a collection of petitions; rare ones weigh more. Empty: the prior alone."""

    counts: Mapping[str, int] = field(default_factory=dict)
    size: int = 0
    _weights: dict[str, float] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, petitions: Iterable[Features]) -> Collection:
        counts: Counter[str] = Counter()
        size = 0
        for one in petitions:
            counts.update(one.terms)
            size += 1
        return cls(counts, size)

    def weigh(self, term: str) -> float:
        """Return a term's weight: its prior, less the more common it is here."""
        known = self._weights.get(term)
        if known is None:
            known = self._weights[term] = self._weight(term)
        return known

    def _weight(self, term: str) -> float:
        base = prior(term)
        if not self.size:
            return base
        share = (self.counts.get(term, 0) + 0.5) / (self.size + TRUST)
        rare = min(1.0, math.log(1 / share) / math.log(self.size + TRUST))
        return base * (0.3 + 0.7 * rare)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like two petitions are: `score` 0–1, `kind` "same" or "related"; `because` tells why."""

    score: float
    kind: str
    is_parted: bool = False

    @property
    def is_worth_a_look(self) -> bool:
        """A person should judge: called the same, or near in words and nothing named speaks against it."""
        return self.kind == SAME or (not self.is_parted and self.score >= WORTH)


def _sum(terms: Iterable[str], weigh: Weigh) -> float:
    return sum(map(weigh, terms))


def compare(a: Features, b: Features, weigh: Weigh = prior) -> Likeness:
    """Say how like two petitions are: the same either way round, and 1 for a petition and itself."""
    return _Pair(a, b, weigh).likeness()


def score(a: Features, b: Features, weigh: Weigh = prior) -> float:
    """Return only the number of `compare`."""
    return _Pair(a, b, weigh).score


class _Pair:
    """Two petitions side by side: weights of what each says and of what both say."""

    def __init__(self, a: Features, b: Features, weigh: Weigh) -> None:
        self.a, self.b = a, b
        self.own, self.other = _sum(a.terms, weigh), _sum(b.terms, weigh)
        self.common = _sum(a.terms & b.terms, weigh) + _near(a, b, weigh)
        self.is_renamed = bool(a.also & (b.codes | b.also)) or bool(b.also & a.codes)
        if a.terms == b.terms and a.locality == b.locality:
            self.score = 1.0
        else:
            self.score = round(min(0.999, self._score()), 4)

    def _score(self) -> float:
        common, own, other = self.common, self.own, self.other
        for weight, mine, theirs in _levels(self.a.locality, self.b.locality):
            if mine and theirs:
                own, other = own + weight, other + weight
                common += weight if mine & theirs else 0.0
        if self.is_renamed:
            own, other, common = own + _CODE_WEIGHT, other + _CODE_WEIGHT, common + _CODE_WEIGHT
        return _blend(common, own, other)

    def likeness(self) -> Likeness:
        named_too = _CODE_WEIGHT if self.is_renamed else 0.0
        words = min(1.0, _blend(self.common + named_too, self.own + named_too, self.other + named_too))
        enough = min(self.own, self.other) >= ENOUGH
        things = shared_things(self.a, self.b)
        parted = partial(_parted, self.a, self.b, things, words=words, renamed=self.is_renamed)
        if words < 0.1 or parted():
            named_alike = enough and words >= ALIKE and any(thing.kind in SMALL for thing in things)
            return Likeness(self.score, RELATED, is_parted=not (named_alike and not parted(by_place=False)))
        same = _agreed(self.a, self.b, words=words, things=things, renamed=self.is_renamed, enough=enough)
        return Likeness(self.score, SAME if same else RELATED)


def _levels(a: Locality, b: Locality) -> list[tuple[float, frozenset[str], frozenset[str]]]:
    return [(2.0, a.communes, b.communes), (0.8, a.districts, b.districts), (0.3, a.provinces, b.provinces)]


def _blend(common: float, own: float, other: float) -> float:
    """Return the mean of the share of both and the share of the shorter: a short ask within a long one is like it."""
    if not own or not other:
        return 0.0
    return 0.6 * 2 * common / (own + other) + 0.4 * common / min(own, other)


def _near(a: Features, b: Features, weigh: Weigh) -> float:
    """Return the weight of words that differ by one letter: slips of typing."""
    left, right = _long(a.words - b.words), _long(b.words - a.words)
    if not left or not right:
        return 0.0
    one = _slipped(left, right, weigh)
    return (one + _slipped(right, left, weigh)) / 2 if one else 0.0


def _long(words: Iterable[str]) -> list[str]:
    return sorted(word for word in words if len(word) > 3 and word.isalpha())


def _slipped(words: list[str], others: list[str], weigh: Weigh) -> float:
    forms = frozenset().union(*map(slips, others))
    return sum(_NEAR * weigh(f"w:{word}") for word in words if not forms.isdisjoint(slips(word)))


@lru_cache(maxsize=50_000)
def slips(word: str) -> frozenset[str]:
    """Return the word and its forms with one letter left out: two words one slip apart share a form."""
    return frozenset({word, *(word[:place] + word[place + 1 :] for place in range(len(word)))})


def shared_things(a: Features, b: Features) -> tuple[Named, ...]:
    """Return what either names and the other says too: the name's words stand in both."""
    found: dict[str, Named] = {}
    for one, other in ((a, b), (b, a)):
        for thing in one.things:
            if f" {thing.name} " in other.spoken and (
                not thing.name.isdigit() or thing.key in {each.key for each in other.things}
            ):
                found.setdefault(thing.key, thing)
    return tuple(found[key] for key in sorted(found))


def _conflicts(a: Features, b: Features, things: tuple[Named, ...], *, renamed: bool, by_place: bool) -> bool:
    """Say whether both name things of one class and no common one: another road, another hamlet, another paper."""
    shared = {(thing.kind, thing.name) for thing in things}
    for kind in SMALL:
        mine = {one.name for one in a.things if one.kind == kind}
        theirs = {one.name for one in b.things if one.kind == kind}
        if mine and theirs and not any((kind, name) in shared for name in mine | theirs):
            return True
    if by_place and a.locality.hamlets and b.locality.hamlets and not a.locality.hamlets & b.locality.hamlets:
        return True
    if a.codes and b.codes and not a.codes & b.codes and not renamed:
        return True
    if bool(a.amounts) and bool(b.amounts) and not a.amounts & b.amounts and _same_units(a.amounts, b.amounts):
        return True
    return bool(a.papers and b.papers and not a.papers & b.papers)


def _same_units(a: Iterable[str], b: Iterable[str]) -> bool:
    units = {one.strip("0123456789") for one in a} & {one.strip("0123456789") for one in b}
    return bool(units - {""})


def _parted(
    a: Features, b: Features, things: tuple[Named, ...], *, words: float, renamed: bool, by_place: bool = True
) -> bool:
    """Say whether two petitions speak of two things: other names, or another kind of thing asked for.

    `by_place` False leaves out the places written beside the texts.
    """
    if _conflicts(a, b, things, renamed=renamed, by_place=by_place):
        return True
    if a.asks_about and b.asks_about and not a.asks_about & b.asks_about:
        return True
    special_a, special_b = a.asks_about - {"duong"}, b.asks_about - {"duong"}
    return words < 0.5 and bool(special_a or special_b) and not special_a & special_b


def _agreed(a: Features, b: Features, *, words: float, things: tuple[Named, ...], renamed: bool, enough: bool) -> bool:
    """Call two petitions the same only where what they name agrees, or where nothing parts them and the words agree."""
    where = a.locality.relation(b.locality)
    works = any(thing.kind in WORKS for thing in things)
    road = bool(a.codes & b.codes) or renamed
    is_one_place = where == "same"
    is_near = where != "apart"
    is_local = bool(a.codes | b.codes) or any(thing.kind in SMALL for thing in (*a.things, *b.things))
    asks_alike = bool(a.asks_about) and a.asks_about == b.asks_about
    return (
        (road and is_one_place and words >= 0.25)
        or (works and is_one_place and words >= 0.4)
        or ((road or works) and is_near and words >= 0.5)
        or (enough and is_one_place and words >= (0.5 if asks_alike else 0.6))
        or (enough and is_near and words >= 0.8)
        or (enough and not is_near and not is_local and words >= 0.92)
    )


def matching(text: str, other: Features) -> list[tuple[int, int]]:
    """Return the spans of a text whose words, runs of two and more, stand in the other petition too; literal."""
    read = placed(text)
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(read):
        last = place
        while last + 1 < len(read) and f" {read[last].syllable} {read[last + 1].syllable} " in other.spoken:
            last += 1
        run = [one for one in read[place : last + 1] if not _is_joint(text, one)]
        alone = len(run) == 1 and _is_telling(run[0].syllable) and f" {run[0].syllable} " in other.spoken
        if len(run) > 1 or alone:
            spans.append((run[0].start, run[-1].end))
        place = last + 1
    return spans


def _is_joint(text: str, one: Placed) -> bool:
    """A word that only joins others, written so: "do", not "độ" nor the name Đô."""
    return one.syllable in STOP and text[one.start : one.end] in JOINTS


def _is_telling(syllable: str) -> bool:
    return syllable not in COMMON and (syllable.isdigit() or len(syllable) > 2)


_ROAD_WORDS = {"ql": "QL", "dt": "ĐT", "dh": "ĐH", "dx": "ĐX", "d": "đường "}


def road_words(code: str) -> str:
    """Return a road number as it is written: "dt185" is ĐT185."""
    kind = code.rstrip("abcdefgh").rstrip("0123456789")
    return f"{_ROAD_WORDS.get(kind, kind)}{code[len(kind) :].upper()}"


def because(a: Features, b: Features) -> tuple[tuple[str, str], ...]:
    """Return what agrees, in the words of `a` where it has them: ("road", "ĐT185"), ("object", "sông Phó Đáy")."""
    found: list[tuple[str, str]] = []
    renamed = (a.also & (b.codes | b.also)) | (b.also & a.codes)
    found += [("road", road_words(code)) for code in sorted((a.codes & b.codes) | renamed)]
    for thing in shared_things(a, b):
        kind = "object" if thing.kind in WORKS else "place"
        source = a if thing in a.things else b
        found.append((kind, source.text[thing.start : thing.end]))
    communes = a.locality.communes & b.locality.communes
    found += [("place", part) for part in map(str.strip, a.place.split(",")) if locality(part).communes & communes]
    found += [("number", one) for one in sorted(a.amounts & b.amounts)]
    found += [("paper", one) for one in sorted(a.papers & b.papers)]
    runs = {a.text[start:end] for start, end in matching(a.text, b)}
    ranked = sorted(runs, key=lambda run: (-sum(rarity(part) for part in syllables(run)), run))
    told = {value.casefold() for _kind, value in found}
    found += [("words", run) for run in ranked[:4] if run.casefold() not in told]
    return tuple(dict.fromkeys(found))
