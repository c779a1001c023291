"""The meeting a document tells of: the sentence that tells of it, what it is called, and where it was held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nghitruong.intake.rules.dates import Day
from nghitruong.intake.rules.plain import UPPER, Plain, one_line
from nghitruong.intake.rules.source import Found, Source

_CALLED = re.compile(
    r"(?:kỳ họp|phiên họp|(?<!trung tâm )hội nghị|buổi làm việc|cuộc họp|(?<!phòng )họp(?! báo cáo)|tiếp xúc cử tri|giám sát"
    r"|khảo sát|lấy ý kiến|giao ban|tiếp công dân)\b[^.;]*",
    re.IGNORECASE,
)
_MANY = re.compile(r"\b(?:các|những|với|giữa|của|và|gồm)\s+(?:\S+\s+){0,8}\S+$", re.IGNORECASE)
_ALIKE = re.compile(
    r"\s*(?:(?:các|những)\s|xã\b|phường\b|thị trấn\b|đặc khu\b|huyện\b|thị xã\b|quận\b|thành phố\b|tỉnh\b|ban\b|ngành\b|phòng\b"
    r"|sở\b|đoàn thể\b|cơ quan\b|đơn vị\b|địa phương\b|khu phố\b|thôn\b"
    r"|HĐND\b|UBND\b|UBMTTQ\b|MTTQ\b|Mặt trận\b|Hội đồng\b|Ủy ban\b|Uỷ ban\b|Thường trực\b|Tổ\b|Văn phòng\b|Đảng ủy\b)",
)
"""What a list of bodies or places goes on with."""
_DOES = re.compile(
    r"\b(?:đã|kết luận|tổ chức|yêu cầu|đề nghị|thống nhất|chủ trì|ghi nhận|đánh giá|nghe|có ý kiến|báo cáo|cho ý kiến|dự)\b"
)
_LONGEST = 200
_ISO = re.compile(r"\d{4}-(?P<month>\d\d)-(?P<day>\d\d)")
_ON_DAY = re.compile(r"[\s(]*\bngày\s+\d{1,2}\s*(?:[/.\-]|tháng)[\s\d/.\-]*(?:năm\s+\d{4})?\s*\)?$", re.IGNORECASE)
_PLACED = re.compile(r"\b[Tt]ại\s+(?P<where>[^,.;:()\n]{3,120})")
_NO_PLACE = re.compile(
    r"(?:kỳ họp|phiên|hội nghị|cuộc|buổi|đây|đó|thời điểm|điều|khoản|điểm [a-zđ]\b|nghị quyết|nghị định|luật|thông báo|kế hoạch"
    r"|báo cáo|công văn|quyết định|văn bản|chương trình|các|những|địa phương|cơ sở|mục|phần)\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    r",\s*(?:trụ sở|tầng|nhà|khu|số|đường|xã|phường|thôn|huyện|thị xã|thành phố|tỉnh)\s[^,.;:()\n]{1,60}(?=[,.;])"
)
_GOES_ON = re.compile(
    rf"\s+(?:đã|diễn ra|tổ chức|tiến hành|do|có|để|nhằm|với|vào|về|ngày|lúc|từ|theo|dưới|(?<![{UPPER}])Thường trực|Đoàn giám sát|Tổ đại biểu"
    r"|Đoàn khảo sát|đồng chí)\b.*$",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Gathering:
    """`told` is the whole sentence; `title` "" and `venue` None where it says neither."""

    told: Found
    title: str
    venue: Found | None


def gathering(source: Source, day: Day) -> Gathering:
    """Return what the text says of the meeting that was held on a day.

    Of the sentences that name the day, the first that says where and what; else the one the day was read from.
    """
    plain = Plain(source)
    first = _told(plain, day.quote.start, day.quote.end)
    if first.venue is not None and first.title:
        return first
    match = _ISO.match(day.iso or "")
    again = _same_day(plain, int(match["month"]), int(match["day"]), day.quote.end) if match else ()
    for start, end in again:
        other = _told(plain, start, end)
        if other.venue is not None and other.title:
            return other
    return first


def _same_day(plain: Plain, month: int, day: int, since: int) -> Iterator[tuple[int, int]]:
    """Yield where the day is named again, as "25/11" or "25 tháng 11": positions in the source."""
    named = re.compile(rf"(?<![\d/])0?{day}\s*(?:[/.\-]|\s+tháng\s+)\s*0?{month}(?!\d)")
    for match in named.finditer(plain.text):
        start = plain.place(match.start())
        if start >= since:
            yield start, plain.place(match.end() - 1) + 1


def _told(plain: Plain, since: int, until: int) -> Gathering:
    start, end = _sentence(plain, since)
    after = next((at for at in range(start, end) if plain.place(at) >= until), end)
    return Gathering(
        plain.found(start, end), _title(plain.text[start:after], plain.text[after:end]), _venue(plain, start, end)
    )


def _sentence(plain: Plain, since: int) -> tuple[int, int]:
    """Return where the sentence stands in the plain words; a day that begins a line begins it."""
    for line in plain.sentences:
        if plain.place(line.start) <= since < plain.place(line.end - 1) + 1:
            head = next(at for at in range(line.start, line.end) if plain.place(at) >= since)
            begins = plain.text[line.start : head].rstrip(" ").endswith("\n") and plain.text[head].isupper()
            return (head if begins else line.start), line.end
    raise ValueError("the day stands in no sentence")


def _title(before: str, after: str) -> str:
    """Return the name of the meeting: what follows the day first, else the last words before it."""
    named = _CALLED.search(after) or next(reversed(list(_CALLED.finditer(before))), None)
    return _cut(one_line(named.group())) if named else ""


def _cut(words: str) -> str:
    """End a name at the first comma that is not one of a list ("các xã, phường")."""
    pieces = words.split(",")
    name = pieces[0]
    for piece in pieces[1:]:
        if not (_MANY.search(name) and _ALIKE.match(piece)) or _DOES.search(piece):
            break
        name = f"{name},{piece}"
    if len(name) > _LONGEST:
        name = name[:_LONGEST].rsplit(" ", 1)[0]
    return _ON_DAY.sub("", name).strip(' "”“:-–')


def _venue(plain: Plain, start: int, end: int) -> Found | None:
    """Return the first place that the sentence names after "tại"."""
    for match in _PLACED.finditer(plain.text, start, end):
        if _NO_PLACE.match(match["where"]):
            continue
        last = match.end()
        named = _GOES_ON.sub("", match["where"])
        if len(named) == len(match["where"]):
            while more := _FURTHER.match(plain.text, last, end):
                if _DOES.search(more.group()):
                    break
                last = more.end()
        else:
            last = match.start("where") + len(named)
        return plain.found(match.start("where"), last)
    return None
