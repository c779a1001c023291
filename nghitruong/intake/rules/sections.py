"""How a document's text is put together: paragraphs with their numbering, headings over them, sentences, clauses.

Everything keeps its place in the text. A sentence that a page break or an empty line cuts is one sentence: its words
are the text between its two ends, white space and marks of emphasis included.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nghitruong.intake.rules.source import Found, Source

MARKS = "*_#"
"""Marks of emphasis and of headings, as Markdown writes them."""
LONGEST_TITLE = 30
LONGEST_RUN_IN = 40
LONGEST_PLAIN_RUN_IN = 8
LEAST_UNFINISHED = 60
"""A shorter line that ends with "và" or a comma may be a heading: the next one does not go on with it."""
WIDEST_LINE = 130
"""A text whose lines are no longer was broken to lines by its layout (a PDF, a scan)."""

_LEAD = re.compile(r"[ \t\u00a0]*(?:#{1,6}[ \t]+)?[*_]{0,3}[ \t]*")
_NUMBERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("chapter", re.compile(r"(?i:phần|chương|mục)\s+(?:thứ\s+\w+|[IVXLC]+|\d+)(?=[\s.:*_]|$)")),
    ("article", re.compile(r"Điều\s+\d{1,3}[a-zđ]?(?=[.:*_]|$)")),
    ("roman", re.compile(r"(?=[IVX])X{0,2}(?:IX|IV|V?I{0,3})(?=\s?[.)/][\s*_]|\s[-\u2013]\s)")),
    ("digits", re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}(?=\s?[.)/][*_\s]|\.[^\W\d_])")),
    ("digits", re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}(?=[*_]{0,3}[ \t]+[*_]{0,3}[^\W\d_])")),
    ("letter", re.compile(r"[a-zđ](?=[).][*_\s]|/\s|\)[^\W\d_])")),
    ("dash", re.compile(r"[-\u2013\u2014](?=[*_]*\s|[*_]*[^\W\d_])|[•▪●◦‣\uf0b7](?=\s)")),
    ("plus", re.compile(r"\+(?=\s|[^\W\d_])")),
)
_AFTER_NUMBER = re.compile(r"[.)/]?[ \t\u00a0]*[*_]{0,3}[ \t\u00a0]*[-\u2013.:]?[ \t\u00a0]*[*_]{0,3}")
_STAR = re.compile(r"[ \t]*\*[ \t]+(?=\S)")
_TOPIC = re.compile(
    r"\s*(?:đối với|về|tồn tại|hạn chế|khó khăn|ưu điểm|thuận lợi|kết quả|nguyên nhân|nhiệm vụ|giải pháp|kiến nghị|đề nghị|đề xuất|thành phần|thời gian|địa điểm"
    r"|nội dung|chủ trì|nơi|số|kính gửi)(?!\w)",
    re.IGNORECASE,
)
"""What a plain line says before a colon when it is a title; else the colon only brings what somebody said."""
_BULLETS = {"dash", "plus"}
_LISTS = {*_BULLETS, "letter"}
_STOPS = re.compile(r"[.!?…]+[\"”’»)*_]*(?=\s|$)|[.!?…]{2,}(?=[^\W\d_])|…(?=[^\W\d_])|(?<=[^\W\d_]{2})/\.|\./\.")
_SHORT = re.compile(
    r"(?:^|[\s(,;*_])(?:TP|Tp|TX|Tx|TT|Q|P|H|ThS|TS|PGS|GS|BS|KS|CN|Nxb|NXB|TL|KT|TM|TUQ|đ/c|Đ/c|ông|bà|St|tr|Mr|v\.v|vv|số|Số|No|[A-ZĐ])\.$"
)
_STARTS = re.compile(
    r"\s+(?:Triển|Tổ|Tiếp|Tăng|Thực|Trong|Tại|Các|Đồng|Theo|Sau|Trước|Tuy|Việc|Công|Đề|Năm|Để|Qua|Thường|Phối|Chủ|Kịp|Đẩy|Nâng|Tích|Xây|Rà|Kết|Về"
    r"|Hội|Đại|Cử|Từ|Đến|Với|Cùng|Ngoài|Bên|Đặc|Những|Một|Khi|Do|Vì|Giao|Yêu|Căn|Hoàn|Chuẩn|Giải|Quan|Chỉ)\s+[a-zà-ỹđ]"
)
"""After "TP." these words begin a sentence; a name would go on with a capital."""
_NEXT = re.compile(r"[\s*_#\"“‘«(\[\-\u2013+•]*")
_TERMINAL = (".", "!", "?", ":", ";", "…")
_UNFINISHED = re.compile(
    r"(?:,|[-\u2013]|(?<!\w)(?:và|của|các|những|với|cho|về|trong|tại|theo|do|để|đến|từ|là|bằng|như|trên|hoặc|được|việc|ngày|tháng|năm|số|thị|nhân|thường))$",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\s*(?:-\s*)?\d{1,3}(?:\s*-)?\s*|\s*(?:Trang|trang)\s+\d{1,3}(?:\s*/\s*\d{1,3})?\s*|\s*\[[a-z]+\]\s*"
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph or an item of a list.

    `number` as written ("II", "2.1", "a", "Điều 3", "-", "+" or ""), `style` its kind ("chapter", "article", "roman",
    "digits1" to "digits4", "letter", "dash", "plus", "mark" for a heading without a number, "" for plain text).
    `title`: the words of a heading, or those before the colon of "2. Đối với …: …"; `body`: the rest (None: a heading
    alone). `over`: places in the list of the paragraphs it stands under, outermost first. `section`: "II.1", "2.4".
    """

    words: Found
    number: str
    style: str
    title: Found | None
    body: Found | None
    over: tuple[int, ...]
    section: str

    @property
    def is_heading(self) -> bool:
        return self.body is None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `paragraph` is its place in the list of paragraphs. A heading is one sentence of its own."""

    words: Found
    paragraph: int
    is_heading: bool


@lru_cache(maxsize=16)
def paragraphs(source: Source) -> tuple[Paragraph, ...]:
    """Return the text's paragraphs in order, each with its numbering and the headings over it."""
    found: list[Paragraph] = []
    standing: list[tuple[str, int]] = []
    for start, end in _joined(source.text):
        words = source.found(start, end)
        number, style, after = numbering(words.text)
        title, body = _parts(source, words, style, after)
        if not style and title is not None and body is None:
            style = "mark"
        _close(standing, style, found)
        over = tuple(place for _style, place in standing)
        section = _section([*(found[place].number for place in over), number])
        found.append(Paragraph(words, number, style, title, body, over, section))
        if style:
            standing.append((style, len(found) - 1))
    return tuple(found)


def _close(standing: list[tuple[str, int]], style: str, found: list[Paragraph]) -> None:
    """Leave the headings that a paragraph of this style does not stand under."""
    if style:
        styles = [one for one, _place in standing]
        if style in styles:
            del standing[styles.index(style) :]
        if style == "mark":
            standing.clear()
        elif style not in _BULLETS:
            while standing and (standing[-1][0] in _BULLETS or not found[standing[-1][1]].title):
                standing.pop()
        return
    while standing and (standing[-1][0] in _BULLETS or not found[standing[-1][1]].is_heading):
        if found[standing[-1][1]].title and standing[-1][0] not in _BULLETS:
            return
        standing.pop()
    if standing and standing[-1][0] == "mark" and found[-1].style in _LISTS:
        title = found[standing[-1][1]].title
        if title is not None and title.text.endswith(":"):  # the list that it opened is over
            standing.pop()


def _section(numbers: list[str]) -> str:
    """Return "II.1" for II over 1, "2.4" for 2 over 2.4; bullets have no number."""
    told: list[str] = []
    for number in numbers:
        if not number or not (number[0].isalnum()):
            continue
        if told and number.startswith(f"{told[-1]}."):
            told[-1] = number
        else:
            told.append(number)
    return ".".join(told)


def numbering(words: str) -> tuple[str, str, int]:
    """Return a line's number, its style and where the words after it begin: ("2.1", "digits2", 5)."""
    lead = _LEAD.match(words)
    at = lead.end() if lead else 0
    if starred := _STAR.match(words):
        return "*", "dash", starred.end()
    for style, form in _NUMBERS:
        hit = form.match(words, at)
        if hit and hit.group():
            after = _AFTER_NUMBER.match(words, hit.end())
            kind = f"digits{hit.group().count('.') + 1}" if style == "digits" else style
            return " ".join(hit.group().split()), kind, after.end() if after else hit.end()
    return "", "", at


def _parts(source: Source, words: Found, style: str, after: int) -> tuple[Found | None, Found | None]:
    text = words.text
    rest = text[after:]
    bare = rest.strip().rstrip(MARKS).rstrip()
    if not bare.strip(MARKS + " "):
        return None, words
    is_marked = bool(re.match(r"[ \t]*(?:#|[*_]{1,3}\w)", text)) and (
        text.lstrip().startswith("#") or text.rstrip().endswith(("*", "_"))
    )
    count = len(bare.split())
    is_capitals = bare.isupper() and count > 1
    is_closed = bare.endswith((".", ";", "!", "?", "…", ","))
    if count <= LONGEST_TITLE and not any(_ends(bare[:-1])):
        is_lead = bare.endswith(":") and (bool(style) or is_marked or count <= LONGEST_PLAIN_RUN_IN)
        numbered = bool(style) and not is_closed
        if is_lead or numbered or (is_marked and not is_closed) or (is_capitals and not is_closed):
            return _bare(source, words.start + after, words.end), None
    run_in = re.match(r"[^:\n]{2,}?:(?!//)[*_]*(?=\s)", rest)
    is_set_off = bool(style) or is_marked or text.lstrip()[:1] in MARKS
    if run_in and (is_set_off or _TOPIC.match(rest)) and not any(_ends(run_in.group())):
        limit = LONGEST_RUN_IN if is_set_off else LONGEST_PLAIN_RUN_IN
        if len(run_in.group().split()) <= limit and rest[run_in.end() :].strip(MARKS + " \n"):
            colon = words.start + after + run_in.end()
            return _bare(source, words.start + after, colon), source.found(colon, words.end)
    if style and style not in _BULLETS:
        # "4.2. Giám sát. Thường trực …": a short title that ends with a full stop
        first = next(_ends(rest), None)
        if first and len(rest[: first[0]].split()) <= 6 and rest[first[1] :].strip(MARKS + " \n") and style != "letter":
            place = words.start + after + first[1]
            return _bare(source, words.start + after, place), source.found(place, words.end)
    return None, source.found(words.start + after, words.end)


@lru_cache(maxsize=16)
def sentences(source: Source) -> tuple[Sentence, ...]:
    """Return the sentences of all paragraphs in order, without numbering and without titles before a colon."""
    found: list[Sentence] = []
    for place, paragraph in enumerate(paragraphs(source)):
        if paragraph.body is None:
            if paragraph.title is not None:
                found.append(Sentence(paragraph.title, place, is_heading=True))
            continue
        start = paragraph.body.start
        for _stop, end in [*_ends(paragraph.body.text), (0, len(paragraph.body.text))]:
            piece = source.text[start : paragraph.body.start + end]
            if piece.strip(MARKS + ' \t\n"”).'):
                found.append(Sentence(_bare(source, start, paragraph.body.start + end), place, is_heading=False))
            start = paragraph.body.start + end
    return tuple(found)


def _bare(source: Source, start: int, end: int) -> Found:
    """Return the words between two positions without marks at their ends."""
    piece = source.text[start:end]
    start += len(piece) - len(piece.lstrip(MARKS + " \t\n\u00a0"))
    return source.found(start, start + len(source.text[start:end].rstrip(MARKS + " \t\n\u00a0")))


def clauses(source: Source, words: Found) -> list[Found]:
    """Return the parts of a sentence between semicolons; brackets and quotations are not cut."""
    found: list[Found] = []
    start = depth = 0
    for place, sign in enumerate([*words.text, ";"]):
        depth = max(0, depth + (sign in "(“[") - (sign in ")”]"))
        if sign == ";" and (not depth or place == len(words.text)):
            piece = words.text[start:place]
            if piece.strip(MARKS + " \n\t.,"):
                found.append(source.found(words.start + start, words.start + place))
            start = place + 1
    return found


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield where sentences stop within the text: (place of the stop, place after its marks)."""
    for stop in _STOPS.finditer(text):
        if stop.group().startswith(("/.", "./.")):
            yield stop.span()
            continue
        rest = text[stop.end() :]
        after = _NEXT.match(rest)
        following = rest[after.end() : after.end() + 1] if after else ""
        if not following:
            continue
        if not (following.isupper() or following.isdigit()):
            continue
        is_dot = stop.group().rstrip('*_)"”’»') == "."
        if is_dot and _SHORT.search(text[max(0, stop.start() - 8) : stop.start() + 1]) and not _STARTS.match(rest):
            continue
        if text[: stop.end()].count("(") > text[: stop.end()].count(")") and ")" in rest[:200]:
            continue
        yield stop.span()


def _joined(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of paragraphs: lines that the layout broke, and sentences that a page break cut, put together."""
    lines = [
        line
        for line in re.finditer(r"[^\n\f\r\u2028]+", text)
        if line.group().strip() and not _PAGE.fullmatch(line.group())
    ]
    width = _width([line.group() for line in lines])
    start = end = -1
    last = ""
    for line in lines:
        gap = text[end : line.start()] if end >= 0 else ""
        if end >= 0 and _goes_on(last, line.group(), gap, width):
            end = line.end()
        else:
            if end >= 0:
                yield start, end
            start, end = line.span()
        last = line.group()
    if end >= 0:
        yield start, end


def _width(lines: list[str]) -> int:
    """Return the width the text was broken to; 0 where each line is a paragraph."""
    lengths = sorted(len(line.rstrip()) for line in lines)
    if len(lengths) < 8:
        return 0
    widest = lengths[int(len(lengths) * 0.95)]
    full = sum(1 for length in lengths if length >= widest * 0.8)
    return widest if 40 <= widest <= WIDEST_LINE and full >= len(lengths) * 0.4 else 0


def _is_near(gap: str) -> bool:
    """Say whether two lines are neighbours: nothing but the end of the line, or of the page, is between them."""
    return gap.count("\n") <= 1 or "\f" in gap or bool(re.fullmatch(r"\s*\n\s*\d{1,3}\s*\n\s*", gap))


def _is_torn(bare: str, last: str, line: str, gap: str, width: int) -> bool:
    """Say whether a dash at the start of a line is the middle of "8,5 - 9%" or of "A - B", torn by the layout."""
    is_near = _is_near(gap)
    is_dash = numbering(line)[1] == "dash" and not bare.endswith((*_TERMINAL, ","))
    return is_near and is_dash and len(last.rstrip()) >= width * 0.85


def _goes_on(last: str, line: str, gap: str, width: int) -> bool:
    bare = last.rstrip().rstrip(MARKS).rstrip()
    if line.lstrip().startswith("#") or "|" in line or "\t" in line.strip() or "\t" in last.strip():
        return False
    if width and _is_torn(bare, last, line, gap, width):
        return True
    if numbering(line)[1] or (bare.isupper() and len(bare.split()) < 12 and bare[-1:] != ","):
        return False
    is_full = bool(width) and len(last.rstrip()) >= width * 0.75
    is_near = _is_near(gap)
    first = line.lstrip(" \t\u00a0" + MARKS)[:1]
    if bare.endswith(_TERMINAL):
        return is_full and is_near and (first.islower() or len(last.rstrip()) >= width * 0.9)
    if first.islower() or (first in '(“"),;' and not last.lstrip().startswith("#")):
        return True
    return (is_full and is_near) or (len(bare) >= LEAST_UNFINISHED and bool(_UNFINISHED.search(bare)))
