"""An official text as plain data: its components (NĐ 30/2020, Điều 8) in the order a reader meets them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

CAPACITIES = {"TM": "TM.", "Q": "Q.", "KT": "KT.", "TL": "TL.", "TUQ": "TUQ."}
"""Signing capacities (NĐ 30/2020, Điều 13): for a collective, acting, for the head, by order, by authorisation."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `indent` False begins at the margin (a bullet, a note)."""

    text: str
    bold: bool = False
    italic: bool = False
    indent: bool = True


@dataclass(frozen=True, slots=True)
class Heading:
    """A part's title within the body, bold, kept with what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a ruled grid; the head row repeats on each page.

    Numbers and the columns named in `right` stand right, dates are written dd/mm/yyyy. `widths` are parts of the
    page's width ((1, 6, 2)); without them columns are equal.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[object]]
    widths: Sequence[float] = ()
    right: frozenset[int] = frozenset()
    caption: str = ""


Block = str | Paragraph | Heading | Grid


@dataclass(frozen=True, slots=True)
class Signature:
    """The lines over the signature, in capitals, and the name under it (without academic titles)."""

    lines: Sequence[str]
    name: str = ""


def signature(capacity: str, *, of: str, title: str, name: str = "", head: str = "") -> Signature:
    """Return a signature block: TM. THƯỜNG TRỰC … / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.

    `capacity` is a key of CAPACITIES or "" for a head signing in his own right; `of` the collective (TM), the
    order's or authorisation's giver (TL, TUQ) or the head's title (KT, Q); `head` the head for whom a deputy signs
    besides (TM … KT).
    """
    lines = [f"{CAPACITIES[capacity]} {of}" if capacity else of]
    if head:
        lines.append(f"KT. {head}")
    lines.append(title)
    return Signature([line.upper() for line in lines if line.strip()], name)


@dataclass(frozen=True, slots=True)
class OfficialText:
    """A letter (`kind` "") or a named type ("Báo cáo").

    `governing` stands over `issuing` in the left head ("" where a council issues in its own name); `number` may be
    blank: the clerk writes it in after signing. `on` None leaves the day open for the pen, in `year` if given.
    """

    issuing: str
    symbol: str
    place: str
    abstract: str
    governing: str = ""
    number: str = ""
    on: date | None = None
    year: int | None = None
    kind: str = ""
    to: Sequence[str] = ()
    grounds: Sequence[str] = ()
    body: Sequence[Block] = ()
    signed: Signature | None = None
    recipients: Sequence[str] = ()
    archive: str = "VT"


def number_and_symbol(number: str, symbol: str) -> str:
    """Return "Số: 05/HĐND-VP"; below ten with a leading 0, room for a pen where the number is blank."""
    given = number.strip()
    shown = given.zfill(2) if given.isdigit() else given or "\u00a0" * 8
    return f"Số: {shown}/{symbol}"


def place_and_date(place: str, on: date | None, year: int | None = None) -> str:
    """Return "Đức Phổ, ngày 02 tháng 3 năm 2026": days below 10 and months 1 and 2 with a leading 0."""
    if on is None:
        gap = "\u00a0" * 6
        return f"{place}, ngày{gap}tháng{gap}năm {year or gap}".rstrip()
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"{place}, ngày {on.day:02d} tháng {month} năm {on.year}"


def written(value: object) -> str:
    """Return a cell's value as it is written: dates dd/mm/yyyy, numbers 1.234,5, nothing for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, int | float):
        text = f"{value:,.1f}" if isinstance(value, float) else f"{value:,}"
        return text.translate(str.maketrans(",.", ".,"))
    return str(value)
