"""Promises picked out of an answer and the outcome class it amounts to. Pure and literal.

Everything found is a span of the text; what is not said is None, never guessed (law.md 8.4).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from nghitruong.language import placed
from nghitruong.language.periods import Period, find_periods
from nghitruong.language.phrases import Hit, Phrasebook
from nghitruong.petitions.enums import Outcome
from nghitruong.petitions.rules import wording


@dataclass(frozen=True, slots=True)
class Span:
    """Words at [start, end) of a text, exactly as written."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Promise:
    """One thing said to be done: its words, the body that is to do it (as named), until when (None: not said)."""

    quote: str
    start: int
    end: int
    what: str
    body: str
    due_on: date | None
    period: str
    is_vague: bool


@dataclass(frozen=True, slots=True)
class Proposed:
    """The outcome class an answer amounts to, the reason code where it needs one, and the words it rests on."""

    outcome: str
    reason: str
    outcome_on: date | None
    quotes: tuple[Span, ...]


_BOOKS = {
    "will": Phrasebook({**dict.fromkeys(wording.WILL, True), **dict.fromkeys(wording.BLOCK, False)}),
    "tasked": Phrasebook(dict.fromkeys(wording.TASKED, True)),
    "past": Phrasebook({**dict.fromkeys(wording.PAST, True), "đã có": False, "đã xuống cấp": False}),
    "soon": Phrasebook(dict.fromkeys(wording.NOT_YET, True)),
}
_OUTCOME_BOOK = Phrasebook({words: name for name, (_o, _r, phrases) in wording.OUTCOMES.items() for words in phrases})
_NAMES = (
    r"giao thông\s*(?:-|và)?\s*vận tải|nông nghiệp và phát triển nông thôn|nông nghiệp và môi trường|tài nguyên và môi trường"
    r"|kế hoạch và đầu tư|kế hoạch\s*-\s*tài chính|tài chính\s*-\s*kế hoạch|lao động,?\s*(?:-\s*)?thương binh và xã hội|xây dựng|nội vụ|tài chính"
    r"|y tế|giáo dục và đào tạo|văn hóa,? thể thao và du lịch|văn hóa\s*-\s*xã hội|văn hóa và thông tin|khoa học và công nghệ"
    r"|thông tin và truyền thông|công thương|tư pháp|dân tộc và tôn giáo|dân tộc|ngoại giao|quốc phòng|công an|du lịch"
    r"|kinh tế,? hạ tầng và đô thị|kinh tế và hạ tầng|kinh tế|quản lý đô thị|GTVT|NN&PTNT|NN&MT|TN&MT|KH&ĐT|LĐTBXH|GD&ĐT|VHTTDL"
)
UPPER = "A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ"
_BODY = re.compile(
    rf"(?<!\w)(?:(?:Sở|Bộ|Phòng|phòng|Ban|Chi cục|Cục)\s+(?i:{_NAMES})(?!\w)"
    r"|Thủ tướng Chính phủ|Chính phủ|Quốc hội"
    r"|(?:Thường trực\s+)?(?:HĐND|UBND|Hội đồng nhân dân|Ủy ban nhân dân)|Sở|Bộ|Ban(?:\s+[Qq]uản lý(?:\s+dự án)?)?|Chi cục|Cục|Tổng công ty|Công ty"
    r"|Trung tâm|Đoàn|Đoạn|Công an|Văn phòng|Bệnh viện|Điện lực|Tập đoàn|Kho bạc|Hạt)"
    rf"(?:\s+(?:(?:huyện|tỉnh|thành phố|thị xã|thị trấn|xã|phường|quận|đặc khu|cấp)(?!\w)|[{UPPER}][\w&]*))*"
)
_ENDS = re.compile(r"[;\n]+|[.!?…]+(?=\s|$)")
_REPORTED_TO = re.compile(r"(?:báo cáo|trình|tham mưu(?: cho)?|đề xuất(?: với)?|xin ý kiến)\s+$")
_DOES = re.compile(
    r"(?<!\w)(?:hoàn thành|báo cáo|thực hiện|triển khai|khởi công|thi công|đưa vào sử dụng|bàn giao|giải quyết|xử lý)(?!\w)",
    re.IGNORECASE,
)


def find_promises(answer: str, on: date | None = None) -> tuple[Promise, ...]:
    """Return what the answer says will be done, clause by clause, with the term that stands in the clause."""
    found: list[Promise] = []
    for clause in clauses(answer):
        will = [hit for hit in _BOOKS["will"].find(clause.words) if hit.told]
        tasked = _BOOKS["tasked"].find(clause.words)
        soon = _BOOKS["soon"].find(clause.words)
        periods = find_periods(clause.words, on)
        past = [hit for hit in _BOOKS["past"].find(clause.words) if hit.told]
        ahead = [hit for hit in will if not any(one.start <= hit.start < one.end for one in tasked)]
        ahead = [hit for hit in ahead if not _is_told_of(hit, past)]
        stands = [p for p in periods if not p.is_vague and not _is_over(clause.words, p, past, [*tasked, *ahead])]
        dated = [p for p in stands if p.due_on is not None]
        vague = [p for p in periods if p.is_vague]
        does = dated and not past and _DOES.search(clause.words)
        if not (ahead or does or (tasked and dated) or (soon and periods)):
            continue
        if _is_refused(clause.words) and not dated and not any(hit.words.lower() == "sẽ" for hit in ahead):
            continue
        heir = found[-1].body if found and does and not ahead else ""
        found.append(_promise(clause, ahead, dated or stands, vague, heir))
    return tuple(found)


def _promise(
    clause: Span, ahead: Sequence[Hit[bool]], dated: Sequence[Period], vague: Sequence[Period], heir: str
) -> Promise:
    first = min((hit.start for hit in ahead), default=0)
    bodies = bodies_in(clause.words)
    after = [body for body in bodies if body.start >= first]
    before = [body for body in bodies if body.end <= first]
    ordered = bool(ahead) and ahead[0].words.lower() in {"giao", "yêu cầu", "chỉ đạo", "đề nghị"}
    body = (after[:1] if ordered else before[-1:]) or bodies[:1]
    last = max(dated, key=lambda p: p.due_on or date.min, default=None)
    period = last or (vague[0] if vague else None)
    what = clause.words
    if period is not None and last is not None:
        what = f"{what[: period.start]} {what[period.end :]}"
    return Promise(
        clause.words,
        clause.start,
        clause.end,
        " ".join(what.split()).strip(" ,;."),
        body[0].words if body else heir,
        last.due_on if last else None,
        period.words if period else "",
        last is None,
    )


def _is_told_of(hit: Hit[bool], past: Sequence[Hit[bool]]) -> bool:
    """Say whether the word of will only tells of what was done ("đã họp thống nhất yêu cầu …")."""
    return any(one.start < hit.start <= one.end + 30 for one in past) and hit.words.lower() != "sẽ"


def _is_over(words: str, period: Period, past: Sequence[Hit[bool]], binds: Sequence[Hit[bool]]) -> bool:
    """Say whether the term lies in what was done: after "đã" in the same breath, with nothing that binds ahead."""
    before = [hit for hit in past if hit.end <= period.start and "," not in words[hit.end : period.start]]
    return any(not any(one.end > hit.start and one.start < period.start for one in binds) for hit in before)


def _is_refused(words: str) -> bool:
    return any(wording.OUTCOMES[hit.told][0] == Outcome.UNSETTLED for hit in _OUTCOME_BOOK.find(words))


def propose_outcome(answer: str, promises: Iterable[Promise]) -> Proposed:
    """Propose the national outcome class (law.md 8.4) an answer amounts to; the person decides."""
    said: dict[str, list[Span]] = {}
    for hit in _OUTCOME_BOOK.find(answer):
        said.setdefault(hit.told, []).append(Span(hit.start, hit.end, hit.words))
    given = list(promises)
    dated = tuple(promise for promise in given if promise.due_on is not None)
    if dated:
        due = max(promise.due_on for promise in dated if promise.due_on)
        return Proposed(Outcome.PLANNED, "", due, _as_spans(dated))
    order = ["beyond", "law", "money", "other", "doing"]
    for name in [*([] if given else ["done"]), *order]:
        if name in said:
            return Proposed(wording.OUTCOMES[name][0], wording.OUTCOMES[name][1], None, tuple(said[name]))
    ordered = tuple(promise for promise in given if _gives_order(promise.quote))
    if ordered:
        return Proposed(Outcome.IN_PROGRESS, "", None, _as_spans(ordered))
    weak = next((name for name in ("noted", "told") if name in said), "")
    outcome = wording.OUTCOMES[weak][0] if weak else (Outcome.IN_PROGRESS if given else Outcome.EXPLAINED)
    return Proposed(outcome, "", None, tuple(said.get(weak, ())))


def _as_spans(promises: Iterable[Promise]) -> tuple[Span, ...]:
    return tuple(Span(promise.start, promise.end, promise.quote) for promise in promises)


def _gives_order(words: str) -> bool:
    return any(hit.told and hit.words.lower() in {"giao", "yêu cầu", "chỉ đạo"} for hit in _BOOKS["will"].find(words))


def clauses(text: str) -> list[Span]:
    """Return the text's sentences and parts between semicolons; brackets are not cut."""
    found: list[Span] = []
    start = 0
    for end in [*_ENDS.finditer(text), None]:
        stop = end.start() if end else len(text)
        if end is not None and text[start:stop].count("(") > text[start:stop].count(")"):
            continue
        words = text[start:stop]
        left = start + len(words) - len(words.lstrip(" \t-•+,"))
        right = left + len(text[left:stop].rstrip())
        if right > left and len(placed(text[left:right])) > 1:
            found.append(Span(left, right, text[left:right]))
        start = end.end() if end else stop
    return found


def bodies_in(text: str) -> tuple[Span, ...]:
    """Return the bodies named, but not those that are only reported to."""
    alone = {"UBND", "HĐND", "Sở", "Bộ", "Công ty", "Chính phủ", "Quốc hội"}
    return tuple(
        Span(match.start(), match.end(), match.group())
        for match in _BODY.finditer(text)
        if (" " in match.group() or match.group() in alone) and not _REPORTED_TO.search(text[: match.start()])
    )
