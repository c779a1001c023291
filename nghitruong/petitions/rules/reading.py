"""A file's tables as rows and notes: nothing of a file is dropped without being said. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from django.utils.translation import gettext as _

from nghitruong.language import fold, normalise
from nghitruong.language.sheets import Table, column
from nghitruong.petitions.rules.asks import asks, parted
from nghitruong.petitions.rules.headings import ORDINALS, TOTALS, Layout, headings, layout_of
from nghitruong.petitions.rules.rows import FileRow

Why = Literal["title", "heading", "section", "total", "footnote", "answer", "empty", "other"]
_INDEX = re.compile(r"^\s*(?:([IVXLC]+|[A-ZĐ])|(\d{1,2}(?:\.\d{1,2})*))\s*(?:[.)/:–-]\s*|\s+)(?=\S)")
_ROMAN = re.compile(r"[IVXLC]+|[A-ZĐ]")
_FIELD = re.compile(r"^(?:về |các |nhóm |thuộc )*(?:nhóm )?(?:lĩnh vực|vấn đề về)\s*:?\s*(?P<rest>.+)$", re.IGNORECASE)
_PLACE = re.compile(
    r"^(?:cử tri |kiến nghị (?:của )?cử tri |địa bàn |đơn vị |điểm (?:tiếp xúc )?)*:?\s*"
    r"(?P<rest>(?:xã|phường|đặc khu|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|thôn|ấp|bản|tổ dân phố|tổ|khu phố|khu dân cư|khóm)\s+.+)$",
    re.IGNORECASE,
)
_FOOT = re.compile(
    r"^\s*(?:\(?\*+\)?|\(\d\)\s|ghi chú|lưu ý|nguồn\s*:|nơi nhận|người lập|người tổng hợp|lập biểu|chú thích|ký tên|"
    r"thủ trưởng|tm\.|kt\.|tl\.|chủ tịch\b|trưởng ban\b|[^,]{2,40}, ngày \d{1,2} tháng \d{1,2} năm \d{4}|"
    r"ngày\s*[.…\d]+\s*tháng)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-zđ])\)?(?:\s*=.*)?$", re.IGNORECASE)
_ANSWER_LINE = re.compile(
    r"^\s*[-–*+]?\s*(?:ý kiến |nội dung |phần )?(?:trả lời|giải trình)(?:\s+của[^:]{3,60})?\s*:", re.IGNORECASE
)
CARRIED = ("place", "date", "field", "level", "agency", "session", "channel", "answer", "status")
"""What a merged cell says of every row that it spans."""
SECTION_WORDS = 25


@dataclass(frozen=True, slots=True)
class Note:
    """A line of a file that is no petition: its words and what it was taken for."""

    number: int
    words: str
    why: Why
    table: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """How one table was read, and what of it the file hides."""

    table: str
    layout: Layout
    rows: int
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A whole file: its rows, its notes, and how each table was read. Every line that is not blank is in one of them."""

    rows: tuple[FileRow, ...] = ()
    notes: tuple[Note, ...] = ()
    tables: tuple[Read, ...] = ()


def read_rows(
    tables: Sequence[Table],
    corrected: Mapping[str, Mapping[int, str]] | None = None,
    *,
    is_splitting: bool = True,
    told: Callable[[int], None] = lambda _done: None,
) -> Reading:
    """Read every table that has a column of petitions; a table without headings goes on under those before it.

    `corrected`: what an office said the columns hold, by the header's shape. `is_splitting`: a cell that is surely a
    list of asks becomes a row each, which keep its number as their common origin. `told` hears now and then how many
    lines are done; what it raises ends the reading.
    """
    rows: list[FileRow] = []
    notes: list[Note] = []
    read: list[Read] = []
    before: Layout | None = None
    several, done = len(tables) > 1, 0
    for table in tables:
        layout = layout_of(table, corrected)
        wide = max((len(row) for row in table.rows), default=0)
        if layout is None and before is not None and wide == len(before.names):
            layout = replace(before, start=-1, until=-1)
        if layout is None:
            name = table.name if several else ""
            notes += [
                Note(table.first + place, _line(row), "other", name) for place, row in enumerate(table.rows) if any(row)
            ]
            continue
        before = layout
        one = _Reader(table, layout, table.name if several else "", is_splitting)
        one.run(lambda place, done=done: told(done + place))  # type: ignore[misc]  # the default keeps its own number
        done += len(table.rows)
        rows += one.rows
        notes += one.notes
        read.append(Read(table.name, layout, len(one.rows), tuple(_remarks(table))))
    return Reading(tuple(rows), tuple(sorted(notes, key=lambda note: (note.table, note.number))), tuple(read))


def _remarks(table: Table) -> Iterator[str]:
    if table.is_hidden:
        yield _("Trang «%(name)s» đang ẩn trong tệp; các dòng của trang vẫn được đọc.") % {"name": table.name}
    if table.hidden_rows:
        shown = ", ".join(str(table.first + place) for place in sorted(table.hidden_rows)[:10])
        yield _("Trang «%(name)s» có %(n)s dòng ẩn (%(rows)s); các dòng này vẫn được đọc.") % {
            "name": table.name,
            "n": len(table.hidden_rows),
            "rows": shown + ("…" if len(table.hidden_rows) > 10 else ""),
        }
    if table.hidden_columns:
        yield _("Trang «%(name)s» có %(n)s cột ẩn; các cột này vẫn được đọc.") % {
            "name": table.name,
            "n": len(table.hidden_columns),
        }


def _line(row: Sequence[str]) -> str:
    return normalise(" · ".join(dict.fromkeys(cell for cell in row if cell)))[:500]


@dataclass(slots=True)
class _Section:
    style: str
    words: str
    values: dict[str, str] = field(default_factory=dict)


class _Reader:
    """Walks one table from top to bottom, remembering the sections that it is in."""

    def __init__(self, table: Table, layout: Layout, name: str, is_splitting: bool) -> None:
        self.table, self.layout, self.name, self.is_splitting = table, layout, name, is_splitting
        self.rows: list[FileRow] = []
        self.notes: list[Note] = []
        self.sections: list[_Section] = []
        self.held: dict[tuple[int, int], str] = {}
        self.goes_on: set[int] = set()
        self.ordinal = next((n for n, cell in enumerate(layout.names) if fold(cell) in ORDINALS), None)
        self.known = set(layout.columns.values())
        self.header = dict(layout.columns)

    def run(self, told: Callable[[int], None]) -> None:
        """Judge every row; see `rows` and `notes`."""
        table, layout = self.table, self.layout
        self._spread()
        for place in range(layout.until + 1):
            if any(table.rows[place]):
                self._note(place, "heading" if place >= layout.start else "title")
        if not table.is_records:
            self._open(table.lead or "", table.lead)
        else:
            self.notes.clear()
        for place in range(layout.until + 1, len(table.rows)):
            row = table.rows[place]
            if place % 500 == 0:
                told(place)
            if table.is_records:
                self._take(place, row)
            elif any(row):
                self._judge(place, row)

    def _spread(self) -> None:
        """Say what merged cells hold for the rows under their first one."""
        carried = {self.layout.columns[name] for name in CARRIED if name in self.layout.columns}
        text = self.layout.columns["text"]
        for span in self.table.spans:
            if span.bottom == span.top or span.top <= self.layout.until:
                continue
            words = column(self.table.rows[span.top], span.left)
            if span.left in carried:
                self.held |= {(row, span.left): words for row in range(span.top + 1, span.bottom + 1)}
            elif span.left == text:
                self.goes_on |= set(range(span.top + 1, span.bottom + 1))

    def _note(self, place: int, why: Why, words: str = "") -> None:
        said = words or _line(self.table.rows[place])
        self.notes.append(Note(self.table.first + place, said, why, self.name))

    def _judge(self, place: int, row: Sequence[str]) -> None:
        filled = [where for where, cell in enumerate(row) if cell]
        distinct = list(dict.fromkeys(row[where] for where in filled))
        body = [where for where in filled if where != self.ordinal]
        if place in self.goes_on and not column(row, self.layout.columns["text"]):
            self._go_on(place, row)
        elif (headings(row) == self.header and len(filled) > 1) or self._is_numbers(row, filled):
            self._note(place, "heading")
        elif _is_total(row):
            self._note(place, "total")
        elif not body and _ROMAN.fullmatch(distinct[0]) is None and len(distinct[0]) < 6:
            self._note(place, "empty")
        elif len(distinct) == 1 or (len(body) == 1 and len(filled) == 2):
            self._judge_alone(place, row, filled, body)
        else:
            self._take(place, row)

    def _is_numbers(self, row: Sequence[str], filled: Sequence[int]) -> bool:
        """Tell the row "(1) (2) (3)" that numbers the columns."""
        cells = [row[where].strip("() ").split("=")[0] for where in filled]
        return (
            len(filled) >= max(3, len(self.layout.names) // 2)
            and all(_NUMBER.match(row[where]) for where in filled)
            and cells == sorted(set(cells), key=lambda cell: (len(cell), cell))
        )

    def _judge_alone(self, place: int, row: Sequence[str], filled: Sequence[int], body: Sequence[int]) -> None:
        """A row with words in one cell: a section, a footnote, an answer to the row above, or a petition."""
        where = body[0] if body else filled[0]
        words = row[where]
        index = row[filled[0]] if len(filled) == 2 and filled[0] != where else ""
        is_wide = any(
            span.top == place and span.left == where and span.right - span.left > 0 for span in self.table.spans
        )
        in_text = where == self.layout.columns["text"] and not is_wide
        if _ANSWER_LINE.match(words) and self.rows:
            self._answer(place, words)
        elif self._is_section(words, index, is_wide, in_text):
            self._note(place, "section")
            self._open(index or words, words)
        elif _FOOT.match(words) and (is_wide or not index):
            self._note(place, "footnote")
        elif in_text or (where in self.known and not is_wide):
            self._take(place, row)
        else:
            self._note(place, "footnote" if self.rows else "title")

    def _is_section(self, words: str, index: str, is_wide: bool, in_text: bool) -> bool:
        if len(words.split()) > SECTION_WORDS or (words.endswith((".", "?", "!")) and not is_wide):
            return False
        bare = _INDEX.sub("", words)
        named = bool(_FIELD.match(bare) or (_PLACE.match(bare) and len(bare.split()) <= 8))
        if index:
            return bool(
                _ROMAN.fullmatch(index.strip(" .)/")) and (named or is_wide or not in_text or len(words.split()) <= 12)
            )
        lettered = _INDEX.match(words)
        if lettered and lettered[1]:
            return is_wide or not in_text or named
        if in_text:
            return named and len(bare.split()) <= 8
        return (named or is_wide) and not _FOOT.match(words)

    def _open(self, index: str, words: str) -> None:
        """Enter a section: what it names (a field, a place) holds for the rows under it."""
        if not words:
            return
        style = _style(index)
        standing = [one.style for one in self.sections]
        if style in standing:
            del self.sections[standing.index(style) :]
        bare = normalise(_INDEX.sub("", words)).strip(" :.")
        values: dict[str, str] = {}
        if said := _FIELD.match(bare):
            values["field"] = said["rest"].strip(" :")
        elif said := _PLACE.match(bare):
            values["place"] = said["rest"].strip(" :")
        elif self.table.lead == words:
            return
        self.sections.append(_Section(style, bare, values))

    def _answer(self, place: int, words: str) -> None:
        said = normalise(_ANSWER_LINE.sub("", words))
        last = self.rows[-1]
        told = " ".join(one for one in (last.get("answer"), said) if one)
        self.rows[-1] = replace(last, values={**last.values, "answer": told})
        self._note(place, "answer")

    def _go_on(self, place: int, row: Sequence[str]) -> None:
        """A further line of a petition whose cell is merged over several: what it adds is its row's too."""
        if self.rows:
            last = self.rows[-1]
            values = dict(last.values)
            for name, where in self.layout.columns.items():
                said = normalise(column(row, where))
                if said and said not in values.get(name, ""):
                    values[name] = (
                        f"{values[name]} {said}" if values.get(name) and name == "answer" else values.get(name) or said
                    )
            self.rows[-1] = replace(last, values=values)
        self._note(place, "answer")

    def _take(self, place: int, row: Sequence[str]) -> None:
        columns, names = self.layout.columns, self.layout.names
        values = {
            name: normalise(column(row, where) or self.held.get((place, where), ""))
            for name, where in columns.items()
            if name != "text"
        }
        extra = {
            names[where]: cell
            for where, cell in enumerate(row)
            if cell and where not in self.known and where != self.ordinal and where < len(names) and names[where]
        }
        for section in self.sections:
            for name, said in section.values.items():
                if not values.get(name):
                    values[name] = said
            if not section.values:
                extra.setdefault("mục", section.words)
        words, answer = parted(column(row, columns["text"]))
        if answer and words:
            values["answer"] = " ".join(one for one in (values.get("answer", ""), normalise(answer)) if one)
        else:
            words = column(row, columns["text"])
        pieces = asks(words) if self.is_splitting and not self.table.is_records else [words]
        for part, piece in enumerate(pieces, start=1):
            own = dict(values)
            if len(pieces) > 1 and own.get("ref"):
                own["ref"] = f"{own['ref']}/{part}"
            kept = {name: own.pop(name) for name in ("ref",) if name in own}
            number = self.table.first + place
            self.rows.append(
                FileRow(
                    number, {**kept, "text": normalise(piece), **own}, extra, part if len(pieces) > 1 else 0, self.name
                )
            )


def _style(index: str) -> str:
    found = _INDEX.match(index if " " in index or index[-1:] in ".)/" else f"{index}. x")
    if found is None:
        return "words"
    if found[2]:
        return f"digits{found[2].count('.')}"
    return "roman" if re.fullmatch(r"[IVX]+", found[1]) else "letter"


def _is_total(row: Sequence[str]) -> bool:
    first = next((fold(cell) for cell in row if cell and not cell.isdigit()), "")
    if not first.startswith(TOTALS) or len(first.split()) > 6:
        return False
    rest = [cell for cell in row if cell][1:]
    return sum(1 for cell in row if cell) <= max(2, len(row) // 2) or all(
        re.fullmatch(r"[\d.,%\s]+", cell) for cell in rest
    )
