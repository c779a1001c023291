"""The text of a document as it was read, and words found in it. Nothing is ever found without its place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a document: `text` is exactly `source.text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document's text (NFC). Page breaks, marks of emphasis and odd line ends are kept: positions point into it."""

    text: str

    def found(self, start: int, end: int) -> Found:
        """Return the words between two positions, without the white space at their ends.

        Raises ValueError when nothing is there: a proposal without words is none.
        """
        piece = self.text[start:end]
        start += len(piece) - len(piece.lstrip())
        piece = piece.strip()
        if not piece:
            raise ValueError("no words between these positions")
        return Found(piece, start, start + len(piece))
