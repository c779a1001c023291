"""An official text as plain data: its components (NĐ 30/2020, Điều 8) in the order a reader meets them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
CAPACITIES = {"TM": "TM.", "Q": "Q.", "KT": "KT.", "TL": "TL.", "TUQ": "TUQ."}
"""Signing capacities (NĐ 30/2020, Điều 13): for a collective, acting, for the head, by order, by authorisation."""
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `indent` False begins at the margin (a bullet, a note); `lead` stands bold before the text.

    `centred` stands in the middle of the line without justification ("QUYẾT NGHỊ:").
    """

    text: str
    bold: bool = False
    italic: bool = False
    indent: bool = True
    lead: str = ""
    centred: bool = False


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


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and for whom (NĐ 30/2020, Điều 13).

    `title` is the signer's own, `head` the head's title of the organ that signs (the same where the head signs).
    `organ` is the collective in whose name the head signs ("Thường trực Hội đồng nhân dân"), "" where a head decides
    alone. `order_of`: a body whose order a lower one carries out; `authorised_by`: whoever gave a written
    authorisation. `acting`: holds the head's office for the time being.
    """

    title: str
    name: str = ""
    head: str = ""
    organ: str = ""
    order_of: str = ""
    authorised_by: str = ""
    acting: bool = False


@dataclass(frozen=True, slots=True)
class Annex:
    """A page of its own after the signature: "Phụ lục I", its title, and the text it comes with."""

    title: str
    body: Sequence[Block]
    label: str = "Phụ lục"
    note: str = ""


@dataclass(frozen=True, slots=True)
class OfficialText:
    """A letter (`kind` "") or a named type ("Báo cáo").

    `governing` stands over `issuing` in the left head ("" where a council issues in its own name); `number` may be
    blank: the clerk writes it in after signing. `on` None leaves the day open for the pen, in `year` if given.
    `second` signs on the left, where two sign (minutes); `rule` False leaves the rule under the abstract away.
    `is_landscape` lays it out along the page's width: for wide tables.
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
    second: Signature | None = None
    annexes: Sequence[Annex] = ()
    is_landscape: bool = False
    author: str = ""
    """The line over the grounds of a council's own resolution: "HỘI ĐỒNG NHÂN DÂN … KHÓA …, KỲ HỌP THỨ …"."""


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
    return Signature([organ_lines(line) for line in lines if line.strip()], name)


def signed_by(signer: Signer) -> Signature:
    """Return the block over a signature, computed from who signs for whom (NĐ 30/2020, Điều 13).

    Order or authorisation first, the collective next, then the head a deputy stands in for, then the signer's title.
    """
    lines = []
    if signer.order_of:
        lines.append(f"TL. {signer.order_of}")
    elif signer.authorised_by:
        lines.append(f"TUQ. {signer.authorised_by}")
    elif signer.organ:
        lines.append(f"TM. {signer.organ}")
    head = signer.head or signer.title
    if signer.acting:
        lines.append(f"Q. {head}")
    else:
        if head.casefold() != signer.title.casefold():
            lines.append(f"KT. {head}")
        lines.append(signer.title)
    return Signature([organ_lines(line) for line in lines], signer.name)


def capitals(words: str) -> str:
    """Return the words in capitals; a placeholder of a template ({{ … }}, {% … %}) stays as it is."""
    return words if "{{" in words or "{%" in words else words.upper()


_ONE_LINE = 27
_BREAKS = re.compile(
    r" (?=(?:PHƯỜNG|XÃ|ĐẶC KHU|TỈNH|THÀNH PHỐ|THỊ XÃ|THỊ TRẤN|HUYỆN|QUẬN)\b)|(?<=THƯỜNG TRỰC) (?=HỘI ĐỒNG)|(?<=VĂN PHÒNG) (?=HỘI ĐỒNG|ĐOÀN)"
)


def organ_lines(name: str) -> str:
    """Return an organ's name in capitals, broken where an office would: HỘI ĐỒNG NHÂN DÂN / PHƯỜNG MẪU.

    A name that fits one line of the head stays whole.
    """
    shown = capitals(name)
    if len(shown) <= _ONE_LINE or "{" in shown:
        return shown
    lines = [""]
    for part in _BREAKS.split(shown):
        joined = f"{lines[-1]} {part}".strip()
        if len(joined) <= _ONE_LINE or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(part)
    return "\n".join(lines)


def number_and_symbol(number: str, symbol: str) -> str:
    """Return "Số: 05/HĐND-VP"; below ten with a leading 0, room for a pen where the number is blank."""
    given = number.strip()
    shown = given.zfill(2) if given.isdigit() else given or "\u00a0" * 8
    return f"Số: {shown}/{symbol}"


def place_and_date(place: str, on: date | None, year: int | None = None) -> str:
    """Return "Đức Phổ, ngày 02 tháng 3 năm 2026": days below 10 and months 1 and 2 with a leading 0."""
    if "{{" in place:
        return place
    if on is None:
        gap = "\u00a0" * 6
        return f"{place}, ngày{gap}tháng{gap}năm {year or gap}".rstrip()
    return f"{place}, {long_day(on)}"


def long_day(on: date) -> str:
    """Return "ngày 02 tháng 3 năm 2026"."""
    month = f"{on.month:02d}" if on.month < 3 else str(on.month)
    return f"ngày {on.day:02d} tháng {month} năm {on.year}"


def clean(text: str) -> str:
    """Return the text without characters that no XML may hold."""
    return _FORBIDDEN.sub("", text)


def finished(name: str) -> str:
    """Return a recipient without the sign that ends its line."""
    return name.strip().rstrip(";.").rstrip()


def grounds_of(text: OfficialText) -> list[str]:
    """Return the legal grounds as they are printed: each ends with ";", the last with "."."""
    last = len(text.grounds) - 1
    return [
        words if "{%" in words or "{{" in words else f"{finished(words)}{'.' if place == last else ';'}"
        for place, words in enumerate(text.grounds)
    ]


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
