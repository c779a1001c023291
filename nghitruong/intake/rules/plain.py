"""A document's words without marks of emphasis: rules read this, positions lead back to the text as it was read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from nghitruong.intake.rules.source import Found, Source

UPPER = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(chr(code) for code in range(0x1EA0, 0x1EFA, 2))
LOWER = "a-zàáâãèéêìíòóôõùúýăđĩũơư" + "".join(chr(code) for code in range(0x1EA1, 0x1EFA, 2))
_DROPPED = frozenset("*#_\u00ad\u200b\ufeff")
_BREAKS = frozenset("\n\x0b\x0c\u2028\u2029")
_ENDS = re.compile(
    rf"(?:[.!?…](?:[\"”)]*)(?=\s+[\"“(]?[{UPPER}\d\-–+])|\n\s*\n|\n(?=\s*(?:[-–+•]|\d{{1,2}}[.)]|[IVX]+\.)\s))"
)
_SHORT = re.compile(
    rf"(?:^|[\s(])(?:TP|TX|TT|Tp|Tx|P|Q|X|H|T|TM|KT|TL|TUQ|Th|ThS|TS|PGS|GS|BS|Mr|Ms|St|No|[{UPPER}])\.$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds words: `text` is stripped and stands at [start, end) of the plain words."""

    text: str
    start: int
    end: int


class Plain:
    """The words of a source without `*`, `#`, `_` and hidden marks; every white space but a line break is a space."""

    def __init__(self, source: Source) -> None:
        letters: list[str] = []
        places: list[int] = []
        for place, letter in enumerate(source.text):
            if letter in _DROPPED:
                continue
            if letter in _BREAKS:
                letters.append("\n")
            elif letter.isspace() or letter == "|":
                letters.append(" ")
            else:
                letters.append(letter)
            places.append(place)
        self.source = source
        self.text = "".join(letters)
        self._places = places

    def found(self, start: int, end: int) -> Found:
        """Return the words of the source that stand at [start, end) here; ValueError when there are none."""
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        end = start + len(piece.strip())
        if end <= start:
            raise ValueError("no words between these positions")
        return self.source.found(self._places[start], self._places[end - 1] + 1)

    def place(self, position: int) -> int:
        """Return the position in the source of a position here."""
        return self._places[position] if position < len(self._places) else len(self.source.text)

    @cached_property
    def lines(self) -> list[Line]:
        """Return the lines that hold words, in order."""
        lines = []
        for match in re.finditer(r"[^\n]+", self.text):
            text = match.group().strip()
            if text:
                start = match.start() + len(match.group()) - len(match.group().lstrip())
                lines.append(Line(text, start, start + len(text)))
        return lines

    @cached_property
    def sentences(self) -> list[Line]:
        """Return the sentences in order; a sentence ends at its mark, an empty line or the next item of a list."""
        found: list[Line] = []
        start = 0
        for end in self._ends():
            text = self.text[start:end]
            if text.strip():
                first = start + len(text) - len(text.lstrip())
                found.append(Line(text.strip(), first, first + len(text.strip())))
            start = end
        return found

    def _ends(self) -> list[int]:
        ends = []
        for match in _ENDS.finditer(self.text):
            if match.group().startswith(".") and _SHORT.search(
                self.text[max(0, match.start() - 6) : match.start() + 1]
            ):
                continue
            ends.append(match.end())
        return [*ends, len(self.text)]


def one_line(text: str) -> str:
    """Return words with single spaces, however their lines were broken."""
    return " ".join(text.split())
