"""Which line is which component: told by its words first, by its place second, never by its look."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from nghitruong.documents.rules.form_check.reading import Line
from nghitruong.documents.rules.kinds.types import TYPES

_STATE = re.compile(r"CỘNG (HÒA|HOÀ)", re.IGNORECASE)
_MOTTO = re.compile(r"Độc lập.*Tự do|Tự do.*Hạnh phúc", re.IGNORECASE)
_NUMBER = re.compile(r"^Số\b.*/|^Số ?:", re.IGNORECASE)
_DAY = re.compile(r"^[^.;:]{1,60},? ?(ngày .*(tháng|/)|ngày\s+\d)", re.IGNORECASE)
_LETTER = re.compile(r"^(V/v|Về việc)\b", re.IGNORECASE)
_GROUND = re.compile(r"^(Căn cứ|Xét|Theo đề nghị|Thực hiện Luật)\b", re.IGNORECASE)
_CAPACITY = re.compile(
    r"^((T\.?/?M|K\.?/?T|T\.?/?L|TUQ|Q|QUYỀN)[. ]|(PHÓ )?(CHỦ TỊCH|TRƯỞNG|CHÁNH|CHỦ TỌA|CHỦ TRÌ|THƯ KÝ|GIÁM ĐỐC|BÍ THƯ))",
    re.IGNORECASE,
)
_TYPE_NAMES = {name.upper() for code, name in TYPES.items() if code} | {"THƯ CÔNG"}
_HEAD_MOST = 30


@dataclass(slots=True)
class Parts:
    """The components found; None or empty where a text has none."""

    lines: Sequence[Line]
    state: Line | None = None
    motto: Line | None = None
    organs: list[Line] = field(default_factory=list)
    number: Line | None = None
    day: Line | None = None
    type: Line | None = None
    abstract: list[Line] = field(default_factory=list)
    letter: Line | None = None
    to: list[Line] = field(default_factory=list)
    grounds: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    capacity: list[Line] = field(default_factory=list)
    names: list[Line] = field(default_factory=list)
    recipients_head: Line | None = None
    recipients: list[Line] = field(default_factory=list)

    def is_ruled(self, line: Line) -> bool:
        """Return whether a rule is drawn under a line: its own, or that of the empty line after it."""
        if line.rule:
            return True
        place = next(n for n, each in enumerate(self.lines) if each is line)
        after = self.lines[place + 1] if place + 1 < len(self.lines) else None
        return after is not None and after.rule and not after.words and after.cell == line.cell


def found_parts(lines: Sequence[Line]) -> Parts:
    """Return the components of a text."""
    parts = Parts(lines)
    end = _head(parts, lines)
    foot = _foot_start(lines, end)
    _foot(parts, lines[foot:])
    _middle(parts, lines[end:foot])
    return parts


def _head(parts: Parts, lines: Sequence[Line]) -> int:
    """Find the head's components; return where the head ends."""
    end = 0
    given = [(place, line) for place, line in enumerate(lines[:_HEAD_MOST]) if line.words]
    for place, line in given:
        if parts.state is None and _STATE.search(line.words):
            parts.state, end = line, place + 1
        elif parts.motto is None and _MOTTO.search(line.words):
            parts.motto, end = line, place + 1
        elif parts.number is None and _NUMBER.match(line.words):
            parts.number, end = line, place + 1
        elif parts.day is None and _DAY.match(line.words) and (line.cell is not None or end == place):
            parts.day, end = line, place + 1
        elif (
            parts.letter is None
            and parts.number is not None
            and _LETTER.match(line.words)
            and line.cell == parts.number.cell
        ):
            parts.letter, end = line, max(end, place + 1)
    column = parts.number.cell if parts.number is not None else (0, 0)
    _organs(parts, given, column, end)
    if column is None:
        return end
    tables = [
        place for place, line in enumerate(lines[:_HEAD_MOST]) if line.cell is not None and line.cell[0] == column[0]
    ]
    return max(end, tables[-1] + 1 if tables else 0)


def _organs(parts: Parts, given: list[tuple[int, Line]], column: tuple[int, int] | None, end: int) -> None:
    """The lines over the number, in its column, are the organs."""
    heads = {id(each) for each in (parts.state, parts.motto, parts.number, parts.day, parts.letter)}
    for place, line in given:
        if line is parts.number or (line.words.upper() in _TYPE_NAMES):
            break
        if id(line) not in heads and (line.cell == column or (line.cell is None and place < end)):
            parts.organs.append(line)


def _foot_start(lines: Sequence[Line], end: int) -> int:
    """Return where recipients or signature begin: the table or line of "Nơi nhận", or the last with a capacity."""
    for place in range(end, len(lines)):
        line = lines[place]
        if re.match(r"^Nơi nhận", line.words, re.IGNORECASE):
            start = place
            while start > end and _same_table(lines[start - 1], line):
                start -= 1
            return _two_sign(lines, end, start)
    tables = [place for place in range(end, len(lines)) if lines[place].cell is not None and not lines[place].is_grid]
    if tables:
        number = lines[tables[-1]].cell[0]  # type: ignore[index] # seen to be there
        return next(place for place in tables if lines[place].cell[0] == number)  # type: ignore[index] # the same
    return next((place for place in range(end, len(lines)) if _signs(lines[place])), len(lines))


def _same_table(one: Line, other: Line) -> bool:
    return one.cell is not None and other.cell is not None and one.cell[0] == other.cell[0]


def _two_sign(lines: Sequence[Line], end: int, start: int) -> int:
    """Where two sign side by side (minutes) their table stands before the recipients."""
    place = start - 1
    while place > end and not lines[place].words and lines[place].cell is None:
        place -= 1
    cell = lines[place].cell
    if cell is None or lines[place].is_grid:
        return start
    table = [n for n in range(end, start) if lines[n].cell is not None and lines[n].cell[0] == cell[0]]  # type: ignore[index] # the same
    return table[0] if any(_signs(lines[n]) for n in table) else start


def _signs(line: Line) -> bool:
    return (
        bool(_CAPACITY.match(line.words))
        and (bool(line.bold) or line.shown == line.shown.upper())
        and len(line.words) < 80
    )


def _foot(parts: Parts, lines: Sequence[Line]) -> None:
    start = next((n for n, line in enumerate(lines) if re.match(r"^Nơi nhận", line.words, re.IGNORECASE)), None)
    taken: set[int] = set()
    if start is not None:
        head = lines[start]
        parts.recipients_head = head
        taken.add(id(head))
        for line in lines[start + 1 :]:
            if line.cell != head.cell or (head.cell is None and not line.words.startswith("-")) or line.new_page:
                break
            taken.add(id(line))
            if line.words:
                parts.recipients.append(line)
    columns: dict[object, list[Line]] = {}
    for line in lines:
        if line.new_page:
            break
        if line.words and id(line) not in taken and not line.is_grid:
            columns.setdefault(line.cell, []).append(line)
    for column in columns.values():
        for line in column:
            is_name = column.index(line) == len(column) - 1 and len(column) > 1 and not _CAPACITY.match(line.words)
            (parts.names if is_name else parts.capacity).append(line)


def _middle(parts: Parts, lines: Sequence[Line]) -> None:
    given = [line for line in lines if line.words and not line.is_grid]
    place = 0
    if given and parts.letter is None:
        title = next((n for n, line in enumerate(given[:3]) if line.shown.upper() in _TYPE_NAMES), None)
        if title is not None:
            parts.type = given[title]
            place = title + 1
            while place < len(given) and len(parts.abstract) < 4 and _is_abstract(parts, given[place]):
                parts.abstract.append(given[place])
                place += 1
                if parts.is_ruled(parts.abstract[-1]):
                    break
    while place < len(given) and _is_address(given[place], bool(parts.to)):
        parts.to.append(given[place])
        place += 1
    _running(parts, given[place:])


def _running(parts: Parts, lines: Sequence[Line]) -> None:
    """Grounds first, then the body up to an annex."""
    is_open = True
    for line in lines:
        if line.new_page:
            break
        if is_open and _GROUND.match(line.words) and not line.bold:
            parts.grounds.append(line)
        elif is_open and not parts.grounds and line.align == "center" and line.shown == line.shown.upper():
            continue  # the author's line over the grounds
        else:
            is_open = False
            if line.cell is None and not (line.bold and line.first == 0):
                parts.body.append(line)


def _is_abstract(parts: Parts, line: Line) -> bool:
    return (
        (line.align == "center" or not parts.abstract)
        and not _GROUND.match(line.words)
        and not line.words.startswith("Kính gửi")
    )


def _is_address(line: Line, begun: bool) -> bool:
    return line.words.startswith("Kính gửi") or (begun and line.words.startswith("- ") and line.align != "both")
