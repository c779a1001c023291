"""Days a document tells: when it was issued, when it was posted, when things happened; years by its own evidence."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from nghitruong.intake.rules.plain import LOWER, UPPER, Plain, one_line
from nghitruong.intake.rules.source import Found

STATED = "stated"
_D = r"(?:0?[1-9]|[12]\d|3[01])"
_M = r"(?:0?[1-9]|1[0-2])"
_Y = r"(?:19|20)\d\d"
_SYLLABLE = rf"[{UPPER}]['’]?[{UPPER}]?[{LOWER}'’]+"
_ISSUED = re.compile(
    rf"(?<![\w/\-])(?P<place>(?:TP\.? ?|TX\.? ?)?{_SYLLABLE}(?:(?: | ?- ?){_SYLLABLE}){{0,5}}|[{UPPER}]{{2,}}(?: [{UPPER}]{{2,}}){{1,3}})\s*[,.]\s*"
    rf"[Nn]g[àa]y\s*(?P<day>\d{{1,2}})?[\s._…]*[Tt]h[áa]ng\s*(?P<month>\d{{1,2}})?[\s._…]*[Nn][ăa]m\s*(?P<year>{_Y})"
)
_PART = r"(?P<part>[Ss]áng|[Tt]rưa|[Cc]hiều|[Tt]ối|SÁNG|CHIỀU|TỐI)"
_NOW = r"(?:\s+(?:nay|qua|hôm nay|hôm qua))?"
_LEAD = rf"(?:{_PART}{_NOW}\s*(?:,\s*)?\(?\s*)?(?:[Nn]gày\s+|NGÀY\s+)?(?:\(\s*)?"
_FULL = rf"(?P<d>{_D})\s*(?:[/.\-–]|\s+tháng\s+)\s*(?P<m>{_M})\s*(?:[/.\-–]|,?\s+năm\s+)\s*(?P<y>{_Y})"
_SHORT = rf"(?P<d>{_D})\s*(?:[/\-]|(?<=[Ss]áng \d\d)\.|(?<=[Cc]hiều \d\d)\.|(?<=[Nn]gày \d\d)\.|\s+tháng\s+)\s*(?P<m>{_M})(?![\d/%]|\s*[/\-.]\s*\d|\s*(?:năm\s+)?{_Y})"
_DAY = re.compile(rf"(?<![\d/.,\-])(?:{_LEAD})(?:{_FULL}|{_SHORT.replace('<d>', '<d2>').replace('<m>', '<m2>')})")
_FROM_TO = re.compile(
    rf"(?:{_PART}\s+)?[Tt]ừ\s+(?:(?:sáng|chiều)\s+)?(?:ngày\s+)?(?P<d>{_D})(?:\s*[/\-.]\s*(?P<m>{_M}))?(?:\s*[/\-.]\s*(?P<y>{_Y}))?"
    rf"\s+(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?(?P<d2>{_D})\s*(?:[/\-.]|\s+tháng\s+)\s*(?P<m2>{_M})"
    rf"(?:\s*(?:[/\-.]|,?\s*năm\s+)\s*(?P<y2>{_Y}))?(?![\d%])"
)
_DAYS = re.compile(
    rf"(?:(?:[Tt]rong\s+)?(?:\d+|hai|ba|bốn|các|những)\s+ngày\s*[,(]?\s*\(?|[Nn]gày\s+|[Nn]gày\s*\(|(?:[Ss]áng|[Cc]hiều)\s+(?:ngày\s+)?)"
    rf"(?P<d>{_D})(?:\s*[/\-]\s*(?P<m>{_M}))?\s*(?:[-–,]|và|đến)\s*(?:ngày\s+)?(?P<d2>{_D})\s*(?:[/\-]|\s+tháng\s+)\s*(?P<m2>{_M})"
    rf"(?:\s*(?:[/\-]|,?\s*năm\s+)\s*(?P<y2>{_Y}))?(?![\d%])"
)
_MONTHS = re.compile(
    rf"[Tt]ừ\s+tháng\s+(?P<m>{_M})(?:\s*(?:/|năm)\s*(?P<y>{_Y}))?\s+(?:đến|tới)\s+(?:hết\s+)?tháng\s+(?P<m2>{_M})\s*(?:/|năm)\s*(?P<y2>{_Y})"
)
_POSTED = re.compile(
    rf"(?:^|\n)[^\n]{{0,24}}?(?:(?P<hour>\d{{1,2}})[:h](?P<minute>\d\d)\s*[,|\-]?\s*)?(?:Thứ \w+,\s*|Chủ nhật,\s*)?"
    rf"(?P<label>(?:Ngày đăng|Đăng ngày|Ngày cập nhật|Cập nhật(?: lúc)?|Đăng lúc)\s*:?\s*)?(?:(?P<hour2>\d{{1,2}})[:h](?P<minute2>\d\d)\s*[,|\-]?\s*)?"
    rf"(?P<d>{_D})[/\-.](?P<m>{_M})[/\-.](?P<y>{_Y})(?:\s*[|,\-]?\s*(?P<hour3>\d{{1,2}})[:h](?P<minute3>\d\d)(?::\d\d)?)?[^\n]{{0,60}}(?=\n|$)"
)
_CITED_BEFORE = re.compile(
    r"(?:số\s+[\w./\-–]+|Luật[^,.;:]{0,70}|Nghị quyết[^,.;:]{0,40}|Nghị định[^,.;:]{0,40}|Thông tư[^,.;:]{0,40}|Quyết định[^,.;:]{0,40}"
    r"|Kết luận[^,.;:]{0,30}|Pháp lệnh[^,.;:]{0,40}|Hiến pháp|Thông báo[^,.;:]{0,30}|Công văn[^,.;:]{0,30}|Tờ trình[^,.;:]{0,30}"
    r"|Kế hoạch[^,.;:]{0,30}|Báo cáo[^,.;:]{0,30}|Chỉ thị[^,.;:]{0,30}|[Hh]iệu lực[^,.;]{0,20}|[\d]+/[\w\-./]+|[\d]+-[A-ZĐ]+/[A-Z]+)\s*,?\s*\(?(?:ban hành\s+)?(?:ngày\s*)?$"
)
_PASSED = re.compile(r"(?:đã|được)\b[^.;]{0,80}(?:thông qua|tổ chức|diễn ra)\s*(?:vào\s*)?(?:ngày\s*)?$")
_PERSONAL = re.compile(
    r"(?:nghỉ hưu|nghỉ công tác|chuyển công tác|nghỉ việc|nhận nhiệm vụ|\bsinh(?= ngày)|từ trần|miễn nhiệm|thôi (?:giữ|làm))[^.;]{0,60}$"
)
_DEADLINE = re.compile(
    r"(?:trước|chậm nhất(?: là)?(?: vào)?|hạn cuối|hoàn thành (?:trong|trước)|thời hạn|gửi về[^.;]{0,60})\s*(?:hết\s+)?(?:ngày\s*)?$",
    re.IGNORECASE,
)
_HAPPENS = re.compile(
    r"(?:(?:được )?thành lập|tính đến(?: hết)?|diễn ra|tổ chức|khai mạc|họp|ký kết|ký|thông qua|tiến hành|vào|trong|bầu cử|công bố|hội nghị|phường|xã|huyện|tỉnh|thị xã|thành phố"
    r"|kỳ họp|thời gian)\s*:?\s*(?:vào\s+)?(?:lúc\s+[\dh:giờ ]+(?:phút)?\s*,?\s*)?(?:hết\s+)?(?:từ\s+)?(?:sáng|chiều)?\s*(?:ngày\s*)?$",
    re.IGNORECASE,
)
_TALLY = re.compile(r"[Tt]ính đến(?: hết)?\s*(?:ngày\s*)?$|[Đđ]ến (?:hết )?\s*(?:ngày\s*)?$")
_WHAT = re.compile(
    r"(?:kỳ họp|phiên họp|(?<!trung tâm )hội nghị|buổi làm việc|cuộc họp|(?<!phòng )họp|tiếp xúc cử tri|giám sát|khảo sát|lấy ý kiến|thành lập|ký kết|ký|giao ban|tiếp công dân|bầu cử)[^.;,]{0,90}",
    re.IGNORECASE,
)
_PARTS = {"sáng": "sáng", "trưa": "trưa", "chiều": "chiều", "tối": "tối"}
_HEAD = 3000


@dataclass(frozen=True, slots=True)
class Day:
    """One day, or a span of days or months ("2025-04-19/2025-04-20"), as words state it."""

    quote: Found
    text: str
    iso: str | None
    what: str
    part_of_day: str | None
    year: str | None
    """"stated", "from published_at", or 'inferred from "…"' with the words that tell it; None when nothing does."""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """The line of place and date in a document's head."""

    day: Day | None
    place: Found | None
    start: int
    end: int


def issued(plain: Plain) -> Issued | None:
    """Return place and date of issue; a line left blank ("ngày … tháng … năm 2026") gives its place only."""
    match = _ISSUED.search(plain.text, 0, _HEAD)
    if match is None or _is_inside_sentence(plain.text, match.start()):
        return None
    iso = iso_day(match["year"], match["month"], match["day"])
    if iso is None and match["month"] and not match["day"]:
        iso = f"{match['year']}-{int(match['month']):02d}"
    quote = plain.found(*match.span())
    doubt = "" if iso and len(iso) == 10 else "day left blank"
    day = Day(quote, one_line(match.group()), iso, "ngày ban hành", None, STATED, doubt) if iso else None
    return Issued(day, plain.found(*match.span("place")), *match.span())


def _is_inside_sentence(text: str, start: int) -> bool:
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return bool(re.search(r"[a-zà-ỹđ,;]\s?$", line)) and len(line.split()) > 6


def published(plain: Plain) -> Day | None:
    """Return when a page of news was posted: a line of its head that is only a day, an hour and a page's words."""
    for match in _POSTED.finditer(plain.text, 0, 1500):
        line = match.group().strip()
        hour = match["hour"] or match["hour2"] or match["hour3"]
        minute = match["minute"] or match["minute2"] or match["minute3"]
        alone = len(re.sub(r"[\W\d]", "", line)) <= 2
        if not (hour or match["label"] or alone):
            continue
        if len(line) > 90 or re.match(r"(?:Sáng|Chiều|Tối|Ngày \d)", line):
            continue
        iso = iso_day(match["y"], match["m"], match["d"])
        if iso is None:
            continue
        iso = f"{iso}T{int(hour):02d}:{minute}" if hour else iso
        return Day(plain.found(*match.span()), one_line(line), iso, "đăng tin", None, STATED)
    return None


def event_dates(plain: Plain, posted: Day | None, issue: Issued | None) -> list[Day]:
    """Return days on which something happened or is to happen, each once, in order of the text.

    Not events: days of cited documents, deadlines, days on which people moved or retired, a web page's own days.
    """
    taken: list[tuple[int, int]] = []
    if issue:
        taken.append((issue.start, issue.end))
    if posted:
        start = plain.text.find(plain.source.text[posted.quote.start : posted.quote.end][:12])
        taken.append((start, start + posted.quote.end - posted.quote.start))
    years = _Years(plain, posted, issue)
    found: list[tuple[int, Day]] = []
    for form in (_FROM_TO, _DAYS, _MONTHS, _DAY):
        for match in form.finditer(plain.text):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            day = _event(plain, form, match, years)
            taken.append(match.span())
            if day is not None:
                found.append((match.start(), day))
    seen: set[str | None] = set()
    days = []
    for _place, day in sorted(found, key=lambda one: one[0]):
        if day.iso is not None and day.iso in seen:
            continue
        seen.add(day.iso)
        days.append(day)
    return days


def _event(plain: Plain, form: re.Pattern[str], match: re.Match[str], years: _Years) -> Day | None:
    before = _before(plain.text, match)
    words = match.groupdict()
    part = _PARTS.get((words.get("part") or "").lower())
    sentence_start = re.search(r"(?:^|[.!?…:]\s*|\n\s*|\)\s*[-–]\s*|[\"“(]\s*)$", before) is not None
    if form is _MONTHS:
        first, last = words["y"] or words["y2"], words["y2"]
        iso = f"{first}-{int(words['m']):02d}/{last}-{int(words['m2']):02d}"
        return _day(plain, match, iso, "kỳ đánh giá", None, STATED)
    # The match itself may begin with "ngày": what stands before decides.
    cited = _CITED_BEFORE.search(before) and not _PASSED.search(before)
    if cited or _PERSONAL.search(before) or _DEADLINE.search(before):
        return None
    if form is _DAY:
        return _single(plain, match, words, years, part, before, sentence_start)
    month2 = words["m2"]
    month = words["m"] or month2
    stated = words.get("y2") or words.get("y")
    year, why = (int(stated), STATED) if stated else years.of(int(month2), int(words["d2"]), match.start())
    if year is None:
        return _day(plain, match, None, _what(plain, match), part, None, "no year in the text")
    first = iso_day(words.get("y") or str(year), month, words["d"])
    last = iso_day(str(year), month2, words["d2"])
    if first is None or last is None or first > last:
        return None
    return _day(plain, match, f"{first}/{last}", _what(plain, match), part, why)


def _before(text: str, match: re.Match[str]) -> str:
    """Return the words before a day; a day that begins a line of its own has none."""
    before = text[max(0, match.start() - 120) : match.start()]
    return before[before.rfind("\n") + 1 :] if match.group()[:1].isupper() else before


def _single(
    plain: Plain, match: re.Match[str], words: dict[str, str | None], years: _Years, part: str | None,
    before: str, sentence_start: bool,
) -> Day | None:  # fmt: skip
    says_day = "ngày" in match.group().lower()
    tally = _TALLY.search(before) is not None
    if not (part or tally or _HAPPENS.search(before) or (sentence_start and says_day)):
        return None
    if words["y"]:
        iso = iso_day(words["y"], words["m"], words["d"])
        return (
            _day(plain, match, iso, "mốc chốt số liệu" if tally else _what(plain, match), part, STATED) if iso else None
        )
    if not (part or says_day):
        return None
    month, day = int(words["m2"] or 0), int(words["d2"] or 0)
    year, why = years.of(month, day, match.start())
    what = "mốc chốt số liệu" if tally else _what(plain, match)
    if year is None:
        return _day(plain, match, None, what, part, None, "no year in the text")
    iso = iso_day(str(year), str(month), str(day))
    return _day(plain, match, iso, what, part, why) if iso else None


def _day(
    plain: Plain, match: re.Match[str], iso: str | None, what: str, part: str | None, year: str | None, doubt: str = ""
) -> Day:
    quote = plain.found(*match.span())
    if year and year not in {STATED, "from published_at"}:
        doubt = doubt or "year inferred"
    return Day(quote, one_line(quote.text), iso, what, part, year, doubt)


def _what(plain: Plain, match: re.Match[str]) -> str:
    """Return the words of the sentence that tell what happened, those after the day first."""
    end = plain.text.find("\n", match.end())
    after = _WHAT.search(plain.text, match.end(), min(match.end() + 260, end if end > 0 else len(plain.text)))
    if after:
        return one_line(after.group())
    start = max(plain.text.rfind("\n", 0, match.start()), match.start() - 160, 0)
    before = list(_WHAT.finditer(plain.text, start, match.start()))
    return one_line(before[-1].group()) if before else ""


class _Years:
    """What the text tells about the year of a day without one."""

    def __init__(self, plain: Plain, posted: Day | None, issue: Issued | None) -> None:
        self._posted = date.fromisoformat(posted.iso[:10]) if posted and posted.iso else None
        self._issued = (
            date.fromisoformat(issue.day.iso)
            if issue and issue.day and issue.day.iso and len(issue.day.iso) == 10
            else None
        )
        self._dated: list[tuple[int, int, int, str]] = []
        self._named: Counter[int] = Counter()
        self._words: dict[int, str] = {}
        text = plain.text
        for match in re.finditer(rf"(?P<d>{_D})[/\-.](?P<m>{_M})[/\-.](?P<y>{_Y})", text):
            weight = 1 if _CITED_BEFORE.search(text[max(0, match.start() - 80) : match.start()]) else 3
            self._dated.append((match.start(), int(match["m"]), int(match["y"]), match.group()))
            self._count(int(match["y"]), match.group(), weight)
        for match in re.finditer(
            rf"(?P<what>quý\s+[IV]+|tháng\s+(?P<m>{_M})|năm|(?:\d+\s+)?tháng\s+(?:đầu|cuối)\s+năm)\s*[/,]?\s*(?:năm\s+)?(?P<y>{_Y})(?!\s*[-–]\s*{_Y})",
            text,
            re.IGNORECASE,
        ):
            if match["m"]:
                self._dated.append((match.start(), int(match["m"]), int(match["y"]), one_line(match.group())))
            weight = 1 if re.search(r"Luật[^.;,]{0,40}$", text[max(0, match.start() - 50) : match.start()]) else 3
            self._count(int(match["y"]), one_line(match.group()), weight)

    def _count(self, year: int, words: str, weight: int) -> None:
        self._named[year] += weight
        self._words.setdefault(year, words)

    def of(self, month: int, day: int, place: int) -> tuple[int | None, str | None]:
        """Return the year of a day and month, and what tells it."""
        for anchor, why in ((self._posted, "from published_at"), (self._issued, 'inferred from "ngày ban hành"')):
            if anchor is not None:
                years = [
                    year
                    for year in (anchor.year - 1, anchor.year, anchor.year + 1)
                    if iso_day(str(year), str(month), str(day))
                ]
                if years:
                    near = min(years, key=lambda year: abs((date(year, month, day) - anchor).days))
                    return near, why
        same = [one for one in self._dated if one[1] == month]
        if same:
            _start, _month, year, words = min(same, key=lambda one: abs(one[0] - place))
            return year, f'inferred from "{words}"'
        if self._named:
            most = max(self._named.items(), key=lambda one: (one[1], one[0]))[0]
            return most, f'inferred from "{self._words[most]}"'
        return None, None


def iso_day(year: str | None, month: str | None, day: str | None) -> str | None:
    """Return an ISO day, None where a part is missing or no such day is."""
    if not (year and month and day):
        return None
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
