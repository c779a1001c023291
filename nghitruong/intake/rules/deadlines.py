"""Terms of tasks in a document's words: days, months, recurring terms, terms that hang on an event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nghitruong.language.periods import find_periods

_BY = re.compile(
    r"(?:trước|chậm nhất|muộn nhất|đến hết|hạn|thời hạn|xong|hết|vào|trong\s+(?:tháng|quý|năm|nửa)|hoàn thành)(?!\w)",
    re.IGNORECASE,
)
_RECURRING = re.compile(
    r"(?<!\w)(?:định kỳ\s+(?:\d+\s+(?:tháng|quý|năm)(?:/lần|\s+một lần|\s+\d+\s+lần)?|(?:hằng|hàng)\s+(?:ngày|tuần|tháng|quý|năm)|6 tháng[^,;.]{0,12})"
    r"|(?:hằng|hàng)\s+(?:tuần|tháng|quý|năm)|(?:mỗi|từng)\s+(?:tuần|tháng|quý)(?:\s+(?:một|\d+)\s+lần)?)(?!\w)",
    re.IGNORECASE,
)
_EVENT = re.compile(
    r"(?<!\w)(?:(?:ngay\s+)?sau khi\s+(?:[^,.;]{0,60}?)(?:ban hành|thông qua|phê duyệt|kết thúc|hoàn thành|bế mạc|có hiệu lực|nhận được[^,.;]{0,40})|ngay sau\s+(?:kỳ họp|hội nghị|phiên họp|buổi)[^,.;]{0,30}"
    r"|trước khi\s+[^,.;]{0,60}|trước\s+(?:kỳ họp|phiên họp)(?:\s+(?:thứ\s+\S+|thường lệ|cuối năm|giữa năm|tới|sau))+"
    r"|(?:trong\s+)?(?:thời hạn|thời gian|vòng)\s+\d+\s+(?:ngày|tháng)(?:\s+làm việc)?(?:,?\s+(?:kể từ|tính từ)[^,.;]{0,60})?|chậm nhất\s+(?:là\s+)?(?:sau\s+)?\d+\s+(?:ngày|tháng)(?:\s+làm việc)?(?:,?\s+(?:kể từ|trước|sau)[^,.;]{0,60})?"
    r"|vào thời (?:gian|điểm) (?:thích hợp|phù hợp|sớm nhất)|trong thời gian sớm nhất|sớm nhất có thể)(?!\w)",
    re.IGNORECASE,
)
_LIST_PERIOD = re.compile(
    r"(?<!\w)nhiệm vụ(?:\s+(?:trọng tâm|công tác|chủ yếu|trong|của))*\s+(?P<period>(?:tháng\s+\d{1,2}|quý\s+(?:IV|III|II|I|[1-4]))(?:\s*(?:/|năm)\s*\d{4})?)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Deadline:
    """The words of a term and its last day as written in ISO ("2027-03-31"), None where no day can be known."""

    words: str
    iso: str | None


def deadline_in(words: str, on: date | None = None) -> Deadline | None:
    """Return the term that a task's words set, else None; years and months that only name a thing are none."""
    for period in find_periods(words, on):
        if not period.is_vague and _BY.match(period.words) and not _names(words, period.start):
            return Deadline(period.words, period.due_on.isoformat() if period.due_on else None)
    for form in (_RECURRING, _EVENT):
        if hit := form.search(words):
            return Deadline(" ".join(hit.group().split()), None)
    return None


def period_of(words: str, on: date | None = None) -> Deadline | None:
    """Return the month or quarter that a list of tasks is for ("nhiệm vụ tháng 9/2027: …"), else None."""
    hit = _LIST_PERIOD.search(words)
    if hit is None:
        return None
    day = next((period.due_on for period in find_periods(f"trong {hit['period']}", on)), None)
    return Deadline(hit["period"], day.isoformat() if day else None)


def _names(words: str, start: int) -> bool:
    """Say whether the term only tells which thing is meant ("nghị quyết ban hành trong năm 2026")."""
    return bool(
        re.search(
            r"(?:ban hành|thông qua|đã|được|kết quả|tồn tại|nêu|phát sinh|thực hiện nghị quyết)\s+(?:[^,;.]{0,20}\s)?$",
            words[:start],
            re.IGNORECASE,
        )
    )
