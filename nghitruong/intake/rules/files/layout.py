"""Words that lie on a page put in reading order: columns of a head read apart, lines of a paragraph joined."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_ITEM = re.compile(
    r"(?:[-–+•*]\s|\d{1,2}(?:\.\d{1,2})*[.)]\s|[a-zđ]\)\s|[IVX]{1,5}\.\s|Điều \d|Chương |Nơi nhận|Kính gửi|Căn cứ )"
)
_PAGE_NUMBER = re.compile(r"[-–\s]*\d{1,3}[-–\s]*|Trang \d{1,3}(?:/\d{1,3})?")
_RECIPIENTS = re.compile(r"N[ơo]i nh[ậâa]n", re.IGNORECASE)
_TERMINAL = (".", ":", ";", "!", "?", "…")
COLUMN_GAP = 1.6
"""Words further apart than so many heights of a letter stand in different columns or cells."""


@dataclass(frozen=True, slots=True)
class Word:
    """Words at a place of a page; y grows downward, units are the page's own."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


def page_text(words: Sequence[Word], width: float) -> list[str]:
    """Return a page's paragraphs in reading order. `width` is the page's."""
    rows = [runs(row) for row in _rows(words)]
    rows = [row for row in rows if row]
    while rows and _PAGE_NUMBER.fullmatch(" ".join(run.text for run in rows[0])):
        rows.pop(0)
    while rows and _PAGE_NUMBER.fullmatch(" ".join(run.text for run in rows[-1])):
        rows.pop()
    if not rows:
        return []
    told: list[str] = []
    body: list[Word] = []
    left, right = _margins(rows, width)
    place = 0
    while place < len(rows):
        end = _columns_end(rows, place, width)
        if end > place:
            told += _joined(body, left, right)
            body = []
            told += _in_columns(rows[place:end], _gutter(rows[place:end], width))
            place = end
            continue
        row = rows[place]
        text = row[0].text if len(row) == 1 else "   ".join(run.text for run in row)
        body.append(Word(text, row[0].left, min(r.top for r in row), row[-1].right, max(r.bottom for r in row)))
        place += 1
    return told + _joined(body, left, right)


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Group words whose middles lie in the same line."""
    rows: list[list[Word]] = []
    for word in sorted((one for one in words if one.text.strip()), key=lambda one: (one.top + one.bottom) / 2):
        middle = (word.top + word.bottom) / 2
        for row in reversed(rows[-3:]):
            heights = sum(one.height for one in row) / len(row)
            row_middle = sum((one.top + one.bottom) / 2 for one in row) / len(row)
            if abs(middle - row_middle) < 0.5 * max(min(word.height, heights), 0.3 * max(word.height, heights)):
                row.append(word)
                break
        else:
            rows.append([word])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def runs(row: Sequence[Word], *, least_space: float = 0.08) -> list[Word]:
    """Join neighbouring words of one line; those of another column or cell stay apart.

    Pieces nearer than `least_space` (in heights of a letter) are one word.
    """
    joined: list[Word] = []
    heights = sorted(one.height for one in row)
    height = heights[len(heights) // 2] or 1
    for word in row:
        text = " ".join(word.text.split())
        if joined and word.left - joined[-1].right < COLUMN_GAP * height:
            run = joined[-1]
            space = "" if word.left - run.right < least_space * height else " "
            joined[-1] = Word(
                run.text + space + text, run.left, min(run.top, word.top), max(run.right, word.right), max(run.bottom, word.bottom)
            )  # fmt: skip
        else:
            joined.append(Word(text, word.left, word.top, word.right, word.bottom))
    return joined


def _margins(rows: list[list[Word]], width: float) -> tuple[float, float]:
    """Return the left and the right edge of the page's text: those most long lines keep to."""
    long = [row for row in rows if row[-1].right - row[0].left > 0.5 * width] or rows
    lefts = sorted(row[0].left for row in long)
    rights = sorted(row[-1].right for row in long)
    # A page of short lines alone does not show its edges: those of NĐ 30/2020 stand in.
    return min(lefts[len(lefts) // 5], 0.18 * width), max(rights[-1 - len(rights) // 5], 0.82 * width)


def _columns_end(rows: list[list[Word]], start: int, width: float) -> int:
    """Return the row after a block of two columns that begins here; `start` when none does.

    Only the head of a page and the block of recipients and signature are read so: rows of tables stay rows.
    """
    first = rows[start]
    is_head = start < 3
    is_foot = bool(_RECIPIENTS.match(first[0].text)) and first[0].left < 0.4 * width
    if not (is_head or is_foot) or (len(first) != 2 and not is_foot):
        return start
    end = start
    split = 0
    while end < len(rows):
        row = rows[end]
        gutter = _gutter(rows[start : end + 1], width)
        if (
            len(row) > 2
            or gutter is None
            or (end > start and row[0].top - rows[end - 1][0].bottom > 6 * _tall(row) and is_head)
        ):
            break
        if is_head and len(row) == 1 and _is_centred(row[0], width):
            break
        split += len(row) == 2
        end += 1
    if is_head:
        # What stands alone under the head is no longer of it.
        while (
            end > start
            and len(rows[end - 1]) == 1
            and not re.match(r"S[ốoô]\b|\W*[^\W\d_]+.*,\s*ng[àa]y", rows[end - 1][0].text)
        ):
            end -= 1
    return end if split else start


def _tall(row: list[Word]) -> float:
    return max(run.bottom - run.top for run in row)


def _is_centred(run: Word, width: float) -> bool:
    return abs((run.left + run.right) / 2 - width / 2) < 0.06 * width


def _gutter(rows: list[list[Word]], width: float) -> float | None:
    """Return an upright line that no run crosses, near the middle of the page."""
    for tenth in (46, 44, 48, 42, 50, 40, 52, 38, 54, 36, 56, 58):
        line = width * tenth / 100
        if not any(run.left < line < run.right for row in rows for run in row):
            return line
    return None


def _in_columns(rows: list[list[Word]], gutter: float | None) -> list[str]:
    line = gutter or 0
    columns = (
        [run.text for row in rows for run in row if run.left < line],
        [run.text for row in rows for run in row if run.left >= line],
    )
    return ["\n".join(column) for column in columns if column]


def _joined(lines: list[Word], left: float, right: float) -> list[str]:
    """Join the lines of each paragraph: the line above is full, and this one begins at the margin."""
    told: list[str] = []
    last: Word | None = None
    span = right - left
    for line in lines:
        full = last is not None and last.right > right - 0.09 * span
        far = last is not None and line.top - last.bottom > 1.6 * (last.bottom - last.top)
        ended = not told or told[-1].endswith(_TERMINAL)
        begins = line.left > left + 0.025 * span or (ended and _ITEM.match(line.text) is not None)
        if told and full and not begins and not far:
            told[-1] += ("" if told[-1].endswith("-") and not told[-1].endswith(" -") else " ") + line.text
        else:
            told.append(line.text)
        last = line
    return told


def pages_text(pages: Sequence[Sequence[str]]) -> str:
    """Join pages: a paragraph that one page breaks off goes on over the next."""
    told: list[str] = []
    for page in pages:
        paragraphs = list(page)
        if told and paragraphs and _is_open(told[-1]) and re.match(r"[a-zà-ỹđ]", paragraphs[0]):
            told[-1] += " " + paragraphs.pop(0)
        told += paragraphs
    return "\n\n".join(told) + "\n"


def _is_open(text: str) -> bool:
    return len(text) > 60 and not text.rstrip().endswith((".", ":", ";", "!", "?"))
