"""What a meeting or an organ decided: passed, agreed, elected, dismissed, signed, gave its opinion on.

What is only to be decided ("để xem xét, quyết định", "trình … thông qua"), a duty and a count of what was passed in a
period are none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghitruong.intake.rules import acts
from nghitruong.intake.rules.actors import bodies, tokens
from nghitruong.intake.rules.sections import clauses, paragraphs, sentences
from nghitruong.intake.rules.source import Found, Source

_DECIDES = re.compile(
    r"(?<!\w)(?P<verb>(?:biểu quyết(?:\s+(?:nhất trí|thống nhất))?\s+)?(?:thông qua(?!\s+(?:giám sát|việc|hoạt động|công tác|đó|hình thức|các (?:hình thức|cuộc|buổi)|phương tiện))|quyết nghị|quyết định(?!\s+(?:số|của|này|về))|thống nhất(?!\s+với)|nhất trí(?!\s+với)|đồng ý|chấp thuận|phê duyệt|phê chuẩn|ban hành"
    r"|miễn nhiệm|bãi nhiệm|bầu(?:\s+bổ sung)?(?!\s+cử)|xác nhận\s+kết quả\s+bầu|cho\s+thôi|tạm\s+đình\s+chỉ|ký(?:\s+kết)?(?!\s+(?:họp|trước|này|số))|bãi bỏ|thành lập|giải thể|cho\s+ý\s+kiến|điều chỉnh|bổ sung))(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\W*(?:(?:tại|trong|cũng|sau khi|qua|trên cơ sở|với|căn cứ|thực hiện|chiều|sáng|ngày)(?!\w)[^,;]*,\s*){0,2}"
    r"(?P<who>(?:[^,;:]{0,80}?))\s*(?:(?:đã|cũng|cùng|đồng thời,?|tiến hành|thực hiện|biểu quyết|tổ chức|lễ|kết luận,?|bỏ phiếu kín|với \d+% đại biểu tán thành)\s*)*",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"(?P<meeting>cuộc họp|kỳ họp|phiên họp|hội nghị|buổi làm việc|hai bên|các bên|các đại biểu|100% đại biểu|đại biểu dự họp|các ý kiến|tập thể)(?!\w)",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"(?<!\w)(?:cần|phải|sẽ|để|nhằm|trình|xem xét|đề nghị|yêu cầu|việc|chưa|không|nếu|khi|theo|về|được|chuẩn bị|dự kiến|dự thảo|thẩm tra|nội dung|công tác)(?!\w)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s*(?:được\s+)?\d+\s+(?:nghị quyết|kế hoạch|văn bản|báo cáo|quyết định|nội dung|chương trình)(?!\w)",
    re.IGNORECASE,
)
LONGEST_LEAD = 4
"""Words that may stand before the organ that decides ("Cũng tại hội nghị này …" is cut before)."""
_ARTICLE = {"article", "roman", "digits1", "digits2", "letter", "dash", "plus"}


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: who decided (None: the document's own organ or meeting), the verb, and the words."""

    by: str | None
    verb: str
    quote: Found
    section: str


def decisions(source: Source) -> list[Decision]:
    """Return what was decided, in order."""
    told = paragraphs(source)
    found: list[Decision] = []
    place, by = -1, None
    for sentence in sentences(source):
        paragraph = told[sentence.paragraph]
        if paragraph.style == "mark" or acts.CLOSING.match(sentence.words.text):
            continue
        is_item = paragraph.style in _ARTICLE
        if sentence.paragraph != place:
            place, by = sentence.paragraph, None
        has_decided = False
        for piece in clauses(source, sentence.words):
            is_first = piece.start == sentence.words.start
            if decided := _decided(piece, by, may_go_on=has_decided or (is_item and is_first)):
                found.append(Decision(*decided, piece, paragraph.section))
                by, has_decided = decided[0], True
    return found


def _decided(piece: Found, by: str | None, *, may_go_on: bool) -> tuple[str | None, str] | None:
    """Return who decided and the verb, where a clause tells a decision; `by` decided what stands before it."""
    text = acts.plain(piece.text)
    hit = _DECIDES.search(text)
    while hit and (_COUNTED.match(text[hit.end() :]) or not re.search(r"\w", text[hit.end() :])):
        hit = _DECIDES.search(text, hit.end())
    if hit is None or _OPEN.search(_who(text[: hit.start()])):
        return None
    opened = _BEFORE.fullmatch(text[: hit.start()])
    if opened is None:
        return None
    who = _who(opened["who"])
    goes_on = re.match(r"\W*(?:đồng thời|cũng|và)?,?\s*$", who, re.IGNORECASE)
    named = by if goes_on else _named(who)
    if goes_on and not (may_go_on or re.match(r"\W*(?:đồng thời|cũng)(?!\w)", text, re.IGNORECASE)):
        return None
    if not goes_on and named is None:
        return None
    return named, " ".join(hit["verb"].lower().split())


def _who(before: str) -> str:
    return before.strip(" ,:*")


def _named(who: str) -> str | None:
    """Return the organ or meeting that the words before the verb are, else None."""
    read = tokens(who)
    for first, last in bodies(who, read):
        if last == len(read) and len(read) - (last - first) <= LONGEST_LEAD:
            return who[read[first].start : read[last - 1].end]
    meeting = _MEETING.match(who)
    return meeting["meeting"] if meeting else None
