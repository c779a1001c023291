"""The thread of a matter, and the words a statement rests on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.utils import timezone

from nghitruong.ui.rules.dates import Due


def day_and_time(at: datetime | date | str | None) -> tuple[str, str]:
    """Return how a moment is written and its machine form: ("22/12/2025, 19:48", "2025-12-22T19:48:00+07:00")."""
    if at is None or isinstance(at, str):
        return at or "", ""
    if isinstance(at, datetime):
        local = timezone.localtime(at) if timezone.is_aware(at) else at
        return f"{local:%d/%m/%Y, %H:%M}", local.isoformat()
    return f"{at:%d/%m/%Y}", at.isoformat()


@dataclass(frozen=True, slots=True)
class Chip:
    """A state: tone (late, soon, done, calm, info, none), word, icon."""

    tone: str
    word: str
    icon: str = ""


@dataclass(frozen=True, slots=True)
class FileLink:
    """A document to open. `url` empty: named, but not for this reader."""

    label: str
    url: str = ""
    icon: str = "file-earmark-text"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words as they were said or written, the part in question between `start` and `end`, and where they stand."""

    text: str
    start: int = 0
    end: int = 0
    source: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """Another matter that hangs on this event: a repeat, an earlier answer, a promise."""

    title: str
    url: str = ""
    text: str = ""
    chips: Sequence[Chip] = ()
    due: Due | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in a matter.

    `at` a moment, a day or words; `tone` colours the node (late, soon, done, info; "" plain); `facts` are
    (name, value) pairs; `branches` other matters; `promise` a branch drawn as something owed.
    """

    at: datetime | date | str
    title: str
    icon: str = "circle"
    tone: str = ""
    who: str = ""
    body: str = ""
    quote: Quote | str = ""
    documents: Sequence[FileLink] = ()
    branches: Sequence[Branch] = ()
    chips: Sequence[Chip] = ()
    facts: Sequence[tuple[str, str]] = ()
    promises: Sequence[Branch] = field(default=())
    anchor: str = ""

    @property
    def when(self) -> str:
        return day_and_time(self.at)[0]

    @property
    def machine(self) -> str:
        return day_and_time(self.at)[1]

    @property
    def words(self) -> Quote | None:
        if not self.quote:
            return None
        return self.quote if isinstance(self.quote, Quote) else Quote(self.quote)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text, marked or not."""

    text: str
    marked: bool


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """Cut a text into marked and unmarked runs. Spans out of order, overlapping or out of range do no harm."""
    found: list[Piece] = []
    place = 0
    for start, end in sorted(spans):
        first, last = max(start, place), min(end, len(text))
        if last <= first:
            continue
        if first > place:
            found.append(Piece(text[place:first], marked=False))
        found.append(Piece(text[first:last], marked=True))
        place = last
    if place < len(text) or not found:
        found.append(Piece(text[place:], marked=False))
    return found
