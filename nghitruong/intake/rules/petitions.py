"""Petitions and answers inside a report: rows of its tables, items of its lists, what "cử tri kiến nghị: …" brings.

Tables are read as the petitions' own import reads them (petitions.rules.reading); here their words keep their place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nghitruong.intake.rules.acts import plain
from nghitruong.intake.rules.sections import Paragraph, Sentence, clauses, paragraphs, sentences
from nghitruong.intake.rules.source import Found, Source
from nghitruong.language.sheets import Table
from nghitruong.petitions.rules.reading import read_rows

_ASK = r"(?:kiến nghị|đề nghị|phản ánh|mong muốn|mong|đề xuất|yêu cầu)"
_HEADING = re.compile(
    rf"(?<!\w)(?:(?:ý kiến|kiến nghị|phản ánh|đề nghị)(?:\s*,\s*(?:kiến nghị|phản ánh))?[^.]{{0,40}}\s(?:cử tri|nhân dân)|(?:cử tri|nhân dân)\s[^.]{{0,40}}{_ASK})(?!\w)",
    re.IGNORECASE,
)
_NO_HEADING = re.compile(
    r"^\W*(?:đối với|công tác|hoạt động|việc|kết quả (?:tiếp|giám)|phương hướng|nhiệm vụ|số liệu|tình hình)(?!\w)",
    re.IGNORECASE,
)
_VOICE = re.compile(
    rf"(?:^|[.;]\s*)\W*(?P<who>(?:cử tri|nhân dân|bà con|người dân)(?!\w)[^:;.]{{0,80}}?)\s*{_ASK}(?:,\s*{_ASK})*(?P<colon>\s*:)?\s+",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"(?:cử tri|nhân dân|bà con)\s+(?P<place>(?:thôn|bản|ấp|khóm|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|quận|thị xã|thành phố|khối)\s[^:;.,(]{2,60})",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\W*(?:(?:ý kiến\s+)?trả lời|nội dung trả lời|kết quả giải quyết|giải trình|(?P<by>(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Phòng|Công an|Ban)(?!\w)[^:;.]{0,60}?)\s+(?:đã\s+)?(?:trả lời|giải trình|báo cáo|có ý kiến))(?:\s+như sau)?\s*:\s*",
    re.IGNORECASE,
)
_FIELD = re.compile(r"\W*(?:về\s+)?lĩnh vực\s+(?P<field>[^:.;]{3,60})", re.IGNORECASE)
_TOLD_OF = re.compile(
    r"\W*(?:một số|các|những|tổng hợp|tổng số|có|qua|trước|sau|tại|toàn bộ)\s+(?:\d+\s+)?(?:lượt\s+)?(?:ý kiến|kiến nghị|kỳ họp|hội nghị|số)|.*(?<!\w)\d+\s+(?:lượt\s+)?(?:ý kiến|kiến nghị)",
    re.IGNORECASE,
)
LEAST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """One petition in a document: its words, the place and the field as named, the answer that stands by it."""

    quote: Found
    place: str = ""
    field: str = ""
    answer: Found | None = None
    answered_by: str = ""


def petitions(source: Source) -> list[Asked]:
    """Return the petitions in order, each with its answer where one stands beside or below it."""
    tables = [*_table_lines(source)]
    found = [asked for lines in tables for asked in _rows(source, lines)]
    taken = [(lines[0].start, lines[-1].end) for lines in tables]
    found += _listed(source, taken)
    return sorted(found, key=lambda asked: asked.quote.start)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    cells: tuple[tuple[int, int], ...]


def _table_lines(source: Source) -> Iterator[list[_Line]]:
    """Yield the lines of each table: cells stand between bars or tabs."""
    lines: list[_Line] = []
    for hit in re.finditer(r"[^\n]*\n?", source.text):
        text = hit.group().rstrip("\n")
        cells: list[tuple[int, int]] = []
        start = 0
        for bar in [*re.finditer(r"\s*\|\s*|\t+", text), None]:
            cells.append((hit.start() + start, hit.start() + (bar.start() if bar else len(text))))
            start = bar.end() if bar else start
        if len(cells) > 1 and text.strip(" |-:\t"):
            lines.append(_Line(hit.start(), hit.start() + len(text), tuple(cells)))
        elif text.strip() and lines:
            if len(lines) > 1:
                yield lines
            lines = []
    if len(lines) > 1:
        yield lines


def _rows(source: Source, lines: list[_Line]) -> Iterator[Asked]:
    table = Table("", [[plain(source.text[left:right]).strip() for left, right in line.cells] for line in lines])
    reading = read_rows([table], is_splitting=False)
    if not reading.tables:
        return
    columns = reading.tables[0].layout.columns
    for row in reading.rows:
        line = lines[row.number - 1]
        asked = _cell(source, line, columns["text"])
        if asked is None:
            continue
        answer = _cell(source, line, columns["answer"]) if "answer" in columns else None
        by = row.get("answered_by") or row.get("agency")
        yield Asked(asked, row.get("place"), row.get("field"), answer, by)


def _cell(source: Source, line: _Line, place: int) -> Found | None:
    if place >= len(line.cells):
        return None
    left, right = line.cells[place]
    return source.found(left, right) if source.text[left:right].strip(" *_|") else None


def _listed(source: Source, taken: list[tuple[int, int]]) -> list[Asked]:
    """Return what sentences and items of lists bring: "Cử tri đề nghị: …", items under a heading of petitions."""
    told = paragraphs(source)
    found: list[Asked] = []
    is_near, answered_in = False, -1
    for sentence in sentences(source):
        words = sentence.words
        if any(start <= words.start < end for start, end in taken):
            continue
        paragraph = told[sentence.paragraph]
        text = plain(_whole(source, paragraph, sentence).text)
        if sentence.paragraph == 0 and not words.text.endswith((".", ";")):
            continue  # the title
        answer = _ANSWER.match(text)
        if answer and found and is_near:
            found[-1] = _answered(source, found[-1], _whole(source, paragraph, sentence), answer)
            answered_in = sentence.paragraph
            continue
        if voice := _VOICE.search(text):
            here = [*_voiced(source, _whole(source, paragraph, sentence), voice)]
            here = [
                replace(one, place=one.place or _place(told, paragraph), field=_field(told, paragraph)) for one in here
            ]
        elif _is_item(told, sentence, paragraph) and not _TOLD_OF.match(text):
            here = [Asked(words, _place(told, paragraph), _field(told, paragraph))]
        else:
            if sentence.paragraph == answered_in and found[-1].answer:
                found[-1] = replace(found[-1], answer=source.found(found[-1].answer.start, words.end))
            is_near = False
            continue
        found += here
        is_near = bool(here)
    return found


def _whole(source: Source, paragraph: Paragraph, sentence: Sentence) -> Found:
    """Return a sentence with the title before its colon, where it is the first after it."""
    if paragraph.title and paragraph.body and sentence.words.start - paragraph.body.start < 4:
        return source.found(paragraph.title.start, sentence.words.end)
    return sentence.words


def _answered(source: Source, asked: Asked, words: Found, answer: re.Match[str]) -> Asked:
    if not words.text[answer.end() :].strip():
        return asked
    return replace(
        asked, answer=source.found(words.start + answer.end(), words.end), answered_by=(answer["by"] or "").strip()
    )


def _voiced(source: Source, words: Found, voice: re.Match[str]) -> Iterator[Asked]:
    """Yield what voters ask in a sentence: each part between semicolons after a colon, else the whole."""
    named = _WHO.match(voice["who"])
    place = named["place"].strip() if named else ""
    if not voice["colon"]:
        yield Asked(source.found(words.start + voice.start("who"), words.end), place)
        return
    if not words.text[voice.end() :].strip():
        return
    for piece in clauses(source, source.found(words.start + voice.end(), words.end)):
        yield Asked(piece, place)


def _is_item(told: tuple[Paragraph, ...], sentence: Sentence, paragraph: Paragraph) -> bool:
    """Say whether a sentence is the first of a numbered or dashed item under a heading of petitions."""
    if not paragraph.style or paragraph.style == "mark" or len(sentence.words.text.split()) < LEAST_WORDS:
        return False
    place = sentence.paragraph
    if sentence.is_heading and (
        sentence.words.text.endswith(":") or (place + 1 < len(told) and place in told[place + 1].over)
    ):
        return False
    if paragraph.body and sentence.words.start - paragraph.body.start > 4:
        return False
    titles = [plain(told[over].title.text) for over in paragraph.over if told[over].title]  # type: ignore[union-attr]
    return any(_HEADING.search(title) and not _NO_HEADING.match(title) for title in titles)


def _place(told: tuple[Paragraph, ...], paragraph: Paragraph) -> str:
    for head in [paragraph, *(told[over] for over in reversed(paragraph.over))]:
        if head.title and (hit := _WHO.search(plain(head.title.text))):
            return hit["place"].strip()
    return ""


def _field(told: tuple[Paragraph, ...], paragraph: Paragraph) -> str:
    for over in reversed(paragraph.over):
        title = told[over].title
        if title and (hit := _FIELD.match(plain(title.text))):
            return hit["field"].strip()
    return ""
