"""Figures of one document that do not agree: totals whose parts make another sum, shares whose per cent is another.

Only what the text itself puts together is counted together ("55 ý kiến, gồm 32 … và 18 …", "27/30 đại biểu (91%)");
rounded figures ("gần 4.000") prove nothing. Nothing is corrected: both sides are shown with their words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghitruong.intake.rules.quantities import Quantity, number, quantities
from nghitruong.intake.rules.sections import paragraphs, sentences
from nghitruong.intake.rules.source import Found, Source

_ALL = re.compile(
    r"(?<!\w)(?:bao gồm|gồm(?:\s+có)?|chia\s+(?:ra|thành)|cụ thể(?:\s+(?:là|như sau))?|phân\s+(?:ra|loại|thành)|như sau)(?!\w)|:",
    re.IGNORECASE,
)
_SOME = re.compile(r"(?<!\w)(?:trong đó|trong số đó)(?!\w)", re.IGNORECASE)
_REST = re.compile(r"(?<!\w)(?:còn lại|số còn lại|còn)\s+(?:là\s+)?$", re.IGNORECASE)
_OTHER = re.compile(
    r"(?<!\w)(?:đến nay|kết quả|so với|tăng|giảm|qua đó|đồng thời|ngoài ra|bên cạnh)(?!\w)", re.IGNORECASE
)
_ON = re.compile(r"\W*(?:trong đó|gồm|bao gồm|cụ thể|chia ra)(?!\w)", re.IGNORECASE)
_WRITTEN = re.compile(r"(?<![\d.,])(\d[\d.]*)((?:\s*\+\s*\d[\d.]*)+)\s*=\s*(\d[\d.]*\d|\d)")
_CHIEF = re.compile(r"[^\W\d_]+")
_COMMON = {"lượt", "số", "các", "những", "của", "và", "thuộc", "cấp", "thẩm", "quyền", "lĩnh", "vực"}
LEAST_PARTS = 2
LONGEST_BETWEEN = 80


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A stated figure and what the others make it. `kind`: "parts" of a total, "share" of a whole, "twice" told.

    `stated` and `computed` are numbers (per cent for a share; told twice, the first and the other); `quotes` the
    words of all figures that take part, the stated one first.
    """

    kind: str
    stated: float
    computed: float
    quotes: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class _Passage:
    """A sentence, with the list or the sentence of parts that belongs to it."""

    start: int
    end: int


def disagreements(source: Source) -> list[Disagreement]:
    """Return the figures that do not agree, in order of what is stated."""
    told = [one for one in quantities(source) if not one.approx]
    found = [*_written(source)]
    for passage in _passages(source):
        here = [one for one in told if passage.start <= one.figure.start < passage.end]
        if result := _parts(source, passage, here):
            found.append(result)
    for place, one in enumerate(told):
        if one.figure.text.endswith("%") and (result := _share(source, told, place)):
            found.append(result)
    return sorted(found, key=lambda one: one.quotes[0].start)


def _written(source: Source) -> list[Disagreement]:
    """Return the sums that the text writes out ("32 + 18 = 55")."""
    found = []
    for hit in _WRITTEN.finditer(source.text):
        computed = sum(number(part) for part in [hit[1], *re.findall(r"\d[\d.]*", hit[2])])
        if computed != number(hit[3]):
            found.append(Disagreement("parts", number(hit[3]), computed, (source.found(*hit.span()),)))
    return found


def _passages(source: Source) -> list[_Passage]:
    told = paragraphs(source)
    found: list[_Passage] = []
    opened: int | None = None
    for sentence in sentences(source):
        words = sentence.words
        here = told[sentence.paragraph]
        if opened is not None and (opened in here.over or told[opened].over == here.over) and here.style:
            found[-1] = _Passage(found[-1].start, words.end)
            continue
        if found and _ON.match(words.text):
            found[-1] = _Passage(found[-1].start, words.end)
        else:
            found.append(_Passage(words.start, words.end))
        opened = sentence.paragraph if words.text.rstrip("*_ ").endswith(":") else None
    return found


def _parts(source: Source, passage: _Passage, told: list[Quantity]) -> Disagreement | None:
    """Return the total of a passage and its parts where they disagree."""
    counts = [one for one in told if one.value is not None and not one.figure.text.endswith("%")]
    for place, total in enumerate(counts[:-LEAST_PARTS] if len(counts) > LEAST_PARTS else []):
        following = counts[place + 1]
        between = source.text[total.figure.end : following.figure.start]
        is_all, is_some = _ALL.search(between), _SOME.search(between)
        if not (is_all or is_some) or _OTHER.search(between) or _depth(source, passage, total) > 1:
            continue
        parts, has_rest = _taken(source, passage, total, counts[place + 1 :])
        computed = sum(one.value or 0 for one in parts)
        stated = total.value or 0
        if len(parts) < LEAST_PARTS or computed == stated:
            continue
        if (is_all and not is_some) or has_rest or computed > stated:
            quotes = dict.fromkeys([total.quote, *(one.quote for one in parts)])
            return Disagreement("parts", stated, computed, tuple(quotes))
    return None


def _taken(source: Source, passage: _Passage, total: Quantity, counts: list[Quantity]) -> tuple[list[Quantity], bool]:
    """Return the parts of a total, and whether a rest is among them; what is told of a part is no part."""
    parts: list[Quantity] = []
    has_rest = False
    last = total.figure.end
    depth = _depth(source, passage, counts[0])
    for one in counts:
        between = source.text[last : one.figure.start]
        if parts and (_SOME.search(between) or _OTHER.search(between)):
            break
        if _depth(source, passage, one) > depth:
            continue
        if _depth(source, passage, one) < depth:
            break
        if not _is_same(total, one) or has_rest or (one.denominator and one.denominator != total.value):
            break
        has_rest = has_rest or bool(_REST.search(between))
        parts.append(one)
        last = one.figure.end
    return parts, has_rest


def _depth(source: Source, passage: _Passage, one: Quantity) -> int:
    before = source.text[passage.start : one.figure.start]
    return before.count("(") - before.count(")")


def _is_same(total: Quantity, part: Quantity) -> bool:
    """Say whether two figures count the same thing: "lượt ý kiến, kiến nghị" and "ý kiến về đất đai"."""
    left, right = _words(total), _words(part)
    return bool(left and right) and (left[0] in right[:3] or right[0] in left[:4])


def _words(one: Quantity) -> list[str]:
    return [word for word in _CHIEF.findall(one.unit_what.lower()) if word not in _COMMON]


def _share(source: Source, told: list[Quantity], place: int) -> Disagreement | None:
    """Return a per cent that is not what its part and its whole make it."""
    share = told[place]
    if place == 0 or share.value is None:
        return None
    part = told[place - 1]
    between = source.text[part.figure.end : share.figure.start]
    if (
        part.value is None
        or part.figure.text.endswith("%")
        or re.search(r"[;.](?:\s|$)", between)
        or len(between) > LONGEST_BETWEEN
    ):
        return None
    if not re.search(r"\(|(?<!\w)(?:đạt|chiếm|tỷ lệ|bằng|tương đương)(?!\w)", between) or _OTHER.search(between):
        return None
    wholes = [part] if part.denominator else [
        one for one in told[: place - 1] if one.value and one.value >= part.value and not one.figure.text.endswith("%") and _is_same(one, part)
        and "\n" not in source.text[one.figure.end : part.figure.start].strip()
    ]  # fmt: skip
    shares = [part.value / (one.denominator or one.value or 1) * 100 for one in wholes]
    if (
        not shares
        or any(_is_near(share, computed) for computed in shares)
        or (not part.denominator and len(shares) > 1)
    ):
        return None
    quotes = [share.quote, part.quote, *(one.quote for one in wholes)]
    return Disagreement("share", share.value, round(shares[0], 2), tuple(dict.fromkeys(quotes)))


def _is_near(share: Quantity, computed: float) -> bool:
    """Say whether a per cent is the computed one, rounded or cut to the places it is written with."""
    written = re.search(r",(\d+)", share.figure.text)
    unit = 10.0 ** -(len(written[1]) if written else 0)
    told = share.value or 0
    return told <= computed + unit / 2 + 1e-9 and told >= computed - unit + 1e-9
