"""The same thing told with two numbers: within one document, and between documents about one matter.

Two figures are the same thing when they count the same, in the same words, for the same places and the same period.
What differs in a single word that means something ("chưa", "cấp tỉnh", another ward, another quarter) is another
thing. Nothing is picked: both figures are told with their words.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from nghitruong.intake.rules.quantities import Quantity, quantities
from nghitruong.intake.rules.sections import Paragraph, Sentence, paragraphs, sentences
from nghitruong.intake.rules.source import Found, Source
from nghitruong.intake.rules.sums import Disagreement
from nghitruong.language import covered, fold

LEAST_WORDS = 3
"""Fewer words around a number do not say which thing it is."""
LEAST_SHARED = 4
_WORD = re.compile(r"[^\W\d_]+")
_NUMBER = re.compile(r"\d[\d.,/]*\s?%?")
_EMPTY = frozenset({
    "la", "co", "gom", "duoc", "da", "dat", "cua", "va", "voi", "cho", "tai", "tren", "theo", "trong", "cac",
    "nhung", "so", "tong", "cong", "nay", "khoang", "tu", "den", "ma", "thi", "cung", "nhu", "bao", "nham", "de",
    "ve", "o", "do", "ra", "vao", "con", "hon", "gan", "uoc", "chiem", "nam", "ket", "qua",
})  # fmt: skip
"""Words that join or report, and change nothing of what is counted."""
_TELLING = frozenset({
    "chua", "khong", "da", "dang", "se", "con", "tang", "giam", "moi", "cu", "tinh", "huyen", "xa", "phuong",
    "thi", "trung", "uong", "dau", "cuoi", "truoc", "sau", "thang", "quy", "tren", "duoi", "ngoai", "rieng",
    "dat", "nghin", "ngan", "trieu", "ty", "ha", "phan", "tram", "nam", "nu", "dung", "qua", "han",
})  # fmt: skip
"""Words that make another thing of it, where only one of two figures has them."""
_REPORTING = re.compile(
    r"(?<!\w)(?:qua thẩm tra|thẩm tra|thống nhất|nhất trí|đề nghị|trình|tờ trình|báo cáo(?: thẩm tra)?|dự kiến|đề xuất|theo đó|cụ thể"
    r"|ủy ban nhân dân|uỷ ban nhân dân|ubnd|ban (?:pháp chế|kinh tế(?:\s*-\s*(?:xã hội|ngân sách))?|văn hóa\s*-\s*xã hội|dân tộc)|thường trực|hđnd"
    r"|hội đồng nhân dân|cơ quan (?:trình|thẩm tra))(?!\w)",
    re.IGNORECASE,
)
"""Who says it, and that it is said: left out where two documents are compared."""
_PLACE = re.compile(
    r"(?<!\w)(?P<type>xã|phường|thị trấn|đặc khu|huyện|quận|thị xã|thành phố|tỉnh|thôn|tổ(?: dân phố)?|khu phố|ấp|bản)\s+"
    r"(?P<name>(?:[A-ZĐÀ-Ỹ][^\W\d_]*(?:[ -][A-ZĐÀ-Ỹ][^\W\d_]*)*)|\d{1,3})"
)


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of a document with all that says which thing it is.

    `place` is its number among the document's figures; `words` those around the number (without it), `named` the
    units its sentence and the headings over it name, `days` what its period covers.
    """

    place: int
    figure: Found
    quote: Found
    value: float | None
    low: float | None
    high: float | None
    what: str
    words: frozenset[str]
    named: frozenset[str]
    period: str
    days: tuple[date | None, date | None]

    @property
    def amount(self) -> tuple[float | None, float | None, float | None]:
        return self.value, self.low, self.high


@dataclass(frozen=True, slots=True)
class Document:
    """What is compared: its figures, and the units that its issuer's name carries ("phường Mẫu")."""

    told: Sequence[Told]
    issuer: frozenset[str] = frozenset()


Pair = tuple[Told, Told]


def told(source: Source, base: date | None, *, is_one_matter: bool = False) -> list[Told]:
    """Return the exact figures of a document; with `is_one_matter` who says a thing does not belong to the thing.

    `base` is the document's own day. Rounded figures ("gần 4.000") are left out: they contradict nothing.
    """
    every = sentences(source)
    starts = paragraphs(source)
    found = []
    given = quantities(source)
    for place, one in enumerate(given):
        if one.approx:
            continue
        sentence = _sentence_of(every, one)
        before = given[place - 1] if place else None
        after = given[place + 1] if place + 1 < len(given) else None
        around = _around(source, sentence, one, before, after)
        words = _words(around, is_one_matter=is_one_matter)
        found.append(
            Told(
                place,
                one.figure,
                one.quote,
                one.value,
                one.low,
                one.high,
                fold(one.unit_what),
                words,
                _named(sentence, starts),
                fold(one.period.text) if one.period else "",
                covered(one.period.text, base) if one.period else (None, None),
            )
        )
    return found


def _sentence_of(every: Sequence[Sentence], one: Quantity) -> Sentence:
    return next(
        (each for each in every if each.words.start <= one.figure.start < each.words.end),
        Sentence(one.quote, 0, is_heading=False),
    )


def _around(source: Source, sentence: Sentence, one: Quantity, before: Quantity | None, after: Quantity | None) -> str:
    """Return the words of the figure's clause between its neighbours, its own number left out."""
    start = max(one.quote.start, sentence.words.start)
    if before is not None and before.figure.end <= one.figure.start:
        start = max(start, before.figure.end)
    end = one.quote.end
    if after is not None and after.figure.start >= one.figure.end:
        end = min(end, after.figure.start)
    return f"{source.text[start : one.figure.start]} {source.text[one.figure.end : end]}"


def _words(around: str, *, is_one_matter: bool) -> frozenset[str]:
    text = _NUMBER.sub(" ", _REPORTING.sub(" ", around) if is_one_matter else around)
    return frozenset(_WORD.findall(fold(text))) - _EMPTY


def units(text: str) -> frozenset[str]:
    """Return the units that words name, folded: "phường Mẫu", "tổ 5"."""
    return frozenset(fold(f"{hit['type']} {hit['name']}") for hit in _PLACE.finditer(text))


def _named(sentence: Sentence, every: Sequence[Paragraph]) -> frozenset[str]:
    heads = [every[place] for place in every[sentence.paragraph].over] if every else []
    titles = [head.title.text for head in heads if head.title is not None]
    return units(" ; ".join([sentence.words.text, *titles]))


def twice(given: Sequence[Told]) -> list[Pair]:
    """Return what one document tells twice with two numbers.

    A passage told again as a whole with other numbers (two wards, two years in the same words) tells of another
    thing: where two things or more are told again in the same order, none is pointed out.
    """
    groups: dict[object, list[Told]] = defaultdict(list)
    for one in given:
        if len(one.words) >= LEAST_WORDS:
            groups[one.what, one.words, one.named, one.period].append(one)
    found = [
        (first, other)
        for group in groups.values()
        for first, other in itertools.pairwise(group)
        if first.amount != other.amount and not _overlap(first, other)
    ]
    return [pair for pair in found if not _is_told_again(pair, given)]


def told_twice(source: Source) -> list[Disagreement]:
    """Return what the text tells twice with two numbers, as a disagreement; ranges are left to the reader."""
    return [
        Disagreement("twice", first.value, other.value, (first.quote, other.quote))
        for first, other in twice(told(source, None))
        if first.value is not None and other.value is not None
    ]


def _overlap(first: Told, other: Told) -> bool:
    return first.quote.start < other.quote.end and other.quote.start < first.quote.end


def _is_told_again(pair: Pair, given: Sequence[Told]) -> bool:
    """Say whether the figures beside the two are alike too: the whole passage is told again."""
    at = {one.place: one for one in given}
    for step in (-1, 1):
        beside, other = at.get(pair[0].place + step), at.get(pair[1].place + step)
        if beside is None or other is None or beside is other:
            continue
        if (beside.what, beside.words) == (other.what, other.words):
            return True
    return False


def apart(left: Document, right: Document) -> list[Pair]:
    """Return what two documents about one matter tell with two numbers.

    Two bodies of one kind that report each of its own place ("phường A", "phường B") are not compared; a thing that
    one of them tells with several numbers itself is not compared either, its own disagreement goes first.
    """
    if left.issuer and right.issuer and not left.issuer & right.issuer:
        return []
    found: list[Pair] = []
    taken: set[int] = set()
    for one in left.told:
        same = [other for other in right.told if _is_same(one, other)]
        if same and same[0].place not in taken and all(other.amount != one.amount for other in same):
            taken.add(same[0].place)
            found.append((one, same[0]))
    return found


def _is_same(one: Told, other: Told) -> bool:
    if one.figure.text.endswith("%") != other.figure.text.endswith("%") or not _is_same_time(one, other):
        return False
    if one.named and other.named and one.named != other.named:
        return False
    shared, differing = one.words & other.words, one.words ^ other.words
    if not differing:
        return len(shared) >= LEAST_WORDS
    return len(differing) == 1 and len(shared) >= LEAST_SHARED and not differing & _TELLING


def _is_same_time(one: Told, other: Told) -> bool:
    if one.days != (None, None) and other.days != (None, None):
        return one.days == other.days
    return one.period == other.period or not one.period or not other.period


def by_document(documents: Mapping[int, Document]) -> Iterable[tuple[int, int, Pair]]:
    """Yield every disagreement between any two documents of a matter, by their numbers."""
    for (left, one), (right, other) in itertools.combinations(documents.items(), 2):
        for pair in apart(one, other):
            yield left, right, pair
