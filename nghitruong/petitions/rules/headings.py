"""Which column of an office's table holds what: wordings are data (petitions/data/headings.json). Pure."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from nghitruong.language import fold
from nghitruong.language.sheets import Table, column
from nghitruong.petitions.rules.shipped import DATA

LOOK_DEEP = 30
DEEPEST = 3
"""Rows that one header takes at most."""
LONGEST_HEADING = 90
MOST_WORDS = 9
LOOKED_AT = 60
TELLING = 6
"""Words a cell of petitions holds on average at least, where no heading names the column."""


@lru_cache(maxsize=1)
def _told() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((DATA / "headings.json").read_text(encoding="utf-8"))
    return found


HEADINGS: dict[str, tuple[str, ...]] = {name: tuple(words) for name, words in _told()["exact"].items()}
"""Folded wordings of headings, by what the column holds."""
ORDINALS = frozenset(_told()["ordinals"])
TOTALS = tuple(_told()["totals"])
_EXACT = {wording: name for name, wordings in HEADINGS.items() for wording in wordings}
_ALIKE = tuple((name, re.compile(form)) for name, form in _told()["alike"])
_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")
_BELOW_AN_ANSWER = {"text": "answer", "date": ""}


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table is read: its header's rows (`start` to `until`), each column's heading, and what holds what.

    `shape` is the same for every file with these headings in this order: what an office corrected is found by it.
    """

    start: int
    until: int
    names: tuple[str, ...]
    columns: Mapping[str, int]
    shape: str


@lru_cache(maxsize=4096)
def heading(cell: str) -> tuple[str, bool]:
    """Return what a heading's words call (a name of HEADINGS or "") and whether the very wording is known."""
    if not cell or len(cell) > LONGEST_HEADING:
        return "", False
    for words in (fold(cell), fold(_ASIDE.sub(" ", cell))):
        if words in _EXACT:
            return _EXACT[words], True
    for name, form in _ALIKE if len(words.split()) <= MOST_WORDS else ():
        if form.search(words):
            return name, False
    return "", False


def headings(row: Sequence[str]) -> dict[str, int]:
    """Return which column holds what, judged by a row's wordings; a known wording goes before one like it."""
    found: dict[str, int] = {}
    sure: set[str] = set()
    for place, cell in enumerate(row):
        name, is_exact = heading(cell)
        if name and (name not in found or (is_exact and name not in sure)):
            found[name] = place
            if is_exact:
                sure.add(name)
    return found


def layout_of(table: Table, corrected: Mapping[str, Mapping[int, str]] | None = None) -> Layout | None:
    """Return how a table is read; None where neither a heading nor a column of sentences tells the petitions.

    `corrected`: by shape, what an office said its columns hold ({column: name}); it goes before what is proposed.
    """
    best, most = None, 0.0
    for start in range(min(LOOK_DEEP, len(table.rows))):
        if not any(table.rows[start]):
            continue
        least = _reach(table, start)
        for until in range(least, min(max(least, start + DEEPEST - 1), len(table.rows) - 1) + 1):
            names, columns = _read_header(table, start, until)
            known = sum(heading(names[place].rsplit(" – ", 1)[-1])[1] for place in columns.values())
            worth = known + (len(columns) - known) * 0.3 - (until > least) * 0.5
            if "text" in columns and worth > most:
                best, most = _layout(table, start, until, names, columns), worth
    if best is None:
        best = _by_content(table)
    if best is not None and corrected and best.shape in corrected:
        said = {name: place for place, name in corrected[best.shape].items() if name}
        if "text" in said:
            return Layout(best.start, best.until, best.names, said, best.shape)
    return best


def _layout(table: Table, start: int, until: int, names: Sequence[str], columns: dict[str, int]) -> Layout:
    rivals = [place for place, name in enumerate(names) if heading(name) == ("text", True)]
    if len(rivals) > 1:  # "Ý kiến" beside "Nội dung": the one that holds sentences
        columns = {**columns, "text": max(rivals, key=lambda place: _words(table, until + 1, place))}
    told = "\x1f".join(fold(name) for name in names)
    return Layout(start, until, tuple(names), columns, hashlib.sha256(told.encode()).hexdigest())


def _reach(table: Table, start: int) -> int:
    """Return the last row of a header whose merged cells begin in row `start`."""
    return max(
        (span.bottom for span in table.spans if span.top == start and span.bottom < start + DEEPEST), default=start
    )


def _read_header(table: Table, start: int, until: int) -> tuple[list[str], dict[str, int]]:
    wide = max(len(row) for row in table.rows[start : until + 1])
    if start == until:
        names = [column(table.rows[start], place) for place in range(wide)]
        return names, headings(names)
    over = {
        (row, place): table.rows[span.top][span.left]
        for span in table.spans
        if start <= span.top <= until and span.left < len(table.rows[span.top])
        for row in range(span.top, min(span.bottom, until) + 1)
        for place in range(span.left, span.right + 1)
    }
    names, columns, sure = [], {}, set()
    for place in range(wide):
        stack: list[str] = []
        for row in range(start, until + 1):
            cell = over.get((row, place)) or column(table.rows[row], place)
            if not cell and row == start and not table.spans:
                cell = _to_the_left(table.rows[start], place, table.rows[start + 1])
            if cell and cell not in stack:
                stack.append(cell)
        names.append(" – ".join(stack))
        name, is_exact = _stacked(stack)
        if name and (name not in columns or (is_exact and name not in sure)):
            columns[name] = place
            if is_exact:
                sure.add(name)
    return names, columns


def _to_the_left(row: Sequence[str], place: int, below: Sequence[str]) -> str:
    """Return the heading that reaches over a column from its left, where merging was lost on the way (.csv)."""
    if not column(below, place):
        return ""
    return next((row[left] for left in range(min(place, len(row)) - 1, -1, -1) if row[left]), "")


def _stacked(stack: Sequence[str]) -> tuple[str, bool]:
    """Judge headings one over another: the lowest that is known counts, in the sense of the one above."""
    said = [heading(cell) for cell in stack]
    name, is_exact = next((one for one in reversed(said) if one[0]), ("", False))
    if len(stack) > 1 and said[0][0] == "answer" and name in _BELOW_AN_ANSWER:
        return _BELOW_AN_ANSWER[name], is_exact
    return name, is_exact


def _words(table: Table, since: int, place: int) -> float:
    cells = [cell for row in table.rows[since : since + LOOKED_AT] if (cell := column(row, place))]
    return sum(len(cell.split()) for cell in cells) / len(cells) if cells else 0.0


def _by_content(table: Table) -> Layout | None:
    """Propose the column of the longest sentences where no heading is known; the first wide row is the header."""
    wide = max((len(row) for row in table.rows), default=0)
    start = next((n for n, row in enumerate(table.rows) if sum(map(bool, row)) > max(1, wide // 2)), None)
    if start is None or wide < 2:
        return None
    longest = max(range(wide), key=lambda place: _words(table, start + 1, place))
    if _words(table, start + 1, longest) < TELLING or len(table.rows[start][longest].split()) >= TELLING * 2:
        return None
    names = [column(table.rows[start], place) for place in range(wide)]
    return _layout(table, start, start, names, {**headings(names), "text": longest})
