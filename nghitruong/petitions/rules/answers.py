"""Is it an answer: every ask addressed or not, a measure, a body, a date, money, and words that bind to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nghitruong.language import fold, tokens
from nghitruong.language.periods import Period, find_periods
from nghitruong.language.phrases import Hit, Phrasebook
from nghitruong.petitions.rules import wording
from nghitruong.petitions.rules.promises import (
    UPPER,
    Promise,
    Proposed,
    Span,
    bodies_in,
    clauses,
    find_promises,
    propose_outcome,
)


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing the petition asks and the words of the answer that take it up (None: not addressed)."""

    words: Span
    answered: Span | None


@dataclass(frozen=True, slots=True)
class Appraisal:
    """Everything read out of one answer."""

    promises: tuple[Promise, ...]
    proposed: Proposed
    asks: tuple[Ask, ...]
    measures: tuple[Span, ...]
    bodies: tuple[Span, ...]
    dates: tuple[Span, ...]
    money: tuple[Span, ...]
    vague: tuple[Span, ...]


_VAGUE = Phrasebook(dict.fromkeys(wording.VAGUE, True))
_MEASURES = Phrasebook(dict.fromkeys(wording.MEASURES, True))
_MONEY = re.compile(r"\d[\d.,]*\s*(?:(?:tỷ|tỉ|triệu|nghìn|ngàn|trăm triệu)(?:\s+đồng)?|đồng)(?!\w)", re.IGNORECASE)
_PROPER = re.compile(rf"(?<=[^\W\d_]\s)[{UPPER}]\w+(?:\s+[{UPPER}]\w+)*")
_SOFT = frozenset({"hỗ trợ", "triển khai", "đề xuất", "trình", "đầu tư", "xây"})
_ASK_STOPS = frozenset(
    fold(
        "đề nghị kiến cử tri sửa chữa nâng cấp xây dựng đầu tư hỗ trợ giải quyết sớm tiếp tục bố trí quan tâm chỉ đạo mở rộng làm "
        "có cho các những và của là tại ở vào ra đến từ theo do vì để đã đang sẽ được không chưa người dân nhân ubnd tỉnh huyện "
        "xã phường thành phố thôn bản xóm tổ khu vực này một số hai bổ sung kinh phí xem xét khẩn trương việc với nên trong"
    ).split()
)


def appraise(asked: str, answer: str, on: date | None = None) -> Appraisal:
    """Read an answer given on a day (None: not known) to what was asked."""
    periods = find_periods(answer, on)
    promises = find_promises(answer, on)
    measures = _spans(_MEASURES.find(answer))
    return Appraisal(
        promises,
        propose_outcome(answer, promises),
        find_asks(asked, answer, measures),
        measures,
        bodies_in(answer),
        tuple(Span(p.start, p.end, p.words) for p in periods if p.due_on is not None),
        tuple(Span(*m.span(), m.group()) for m in _MONEY.finditer(answer)),
        find_vague(answer, periods),
    )


def find_vague(answer: str, periods: Sequence[Period] = ()) -> tuple[Span, ...]:
    """Return the words that bind to nothing: "xem xét", "từng bước", "trong thời gian tới", "khi đủ nguồn lực"."""
    loose = [Span(p.start, p.end, p.words) for p in periods if p.is_vague]
    loose += [
        span
        for span in _spans(_VAGUE.find(answer))
        if not any(span.start < other.end and other.start < span.end for other in loose)
    ]
    return tuple(sorted(loose, key=lambda span: span.start))


def find_asks(asked: str, answer: str, measures: Sequence[Span] = ()) -> tuple[Ask, ...]:
    """Return what the petition asks, one by one, each with the clause of the answer nearest to it in words."""
    asks = [clause for clause in clauses(asked) if len(_content(clause.words)) > 0]
    replies = [(clause, _content(clause.words)) for clause in clauses(answer)]
    firm = [measure for measure in measures if measure.words.lower() not in _SOFT]
    found = []
    for ask in asks:
        wanted = _content(ask.words)
        best, score = None, 0.0
        for clause, words in replies:
            shared = len(wanted & words) / max(1, min(len(wanted), 6))
            if shared > score:
                best, score = clause, shared
        if score < 0.3:
            taken = (c for c, _w in replies if any(c.start <= m.start < c.end for m in firm))
            best = next(taken, None) if len(asks) == 1 else None
        found.append(Ask(ask, best))
    return tuple(found)


def _content(words: str) -> set[str]:
    """Return the folded words that say what is meant; names of places are no sign that the matter is the same."""
    words = _PROPER.sub(" ", words) if _PROPER.sub("", words).strip() else words
    return {one for one in tokens(words) if one not in _ASK_STOPS and (len(one) > 1 or one.isdigit())}


def _spans(hits: Iterable[Hit[bool]]) -> tuple[Span, ...]:
    return tuple(Span(hit.start, hit.end, hit.words) for hit in hits if hit.told)
