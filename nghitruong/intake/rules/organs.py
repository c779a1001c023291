"""Who issues a document, and where."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghitruong.intake.rules.dates import Issued
from nghitruong.intake.rules.issuers import BODY, LEVEL, spoken
from nghitruong.intake.rules.kinds import Kind
from nghitruong.intake.rules.numbers import Numbered
from nghitruong.intake.rules.people import Signatory
from nghitruong.intake.rules.plain import Plain, one_line
from nghitruong.intake.rules.source import Found

_ORGAN = re.compile(rf"{BODY}{LEVEL}")
_CAPITALS = re.compile(
    r"(?:THƯỜNG TRỰC|HỘI ĐỒNG NHÂN DÂN|HĐND|[ỦU][YỶ] BAN|UBND|MẶT TRẬN|MTTQ|ĐOÀN ĐẠI BIỂU|ĐOÀN ĐBQH|VĂN PHÒNG|ĐOÀN |HỘI |BAN |TỔ ĐẠI BIỂU|SỞ |PHÒNG |TỈNH |THÀNH PHỐ|HUYỆN|QUẬN|THỊ XÃ|XÃ |PHƯỜNG |QUỐC HỘI|ĐẢNG|CỤC |CHI CỤC|TÒA ÁN|VIỆN |CÔNG AN|THANH TRA|CHÍNH PHỦ|BỘ |BAN CHỈ|TỔ )"
)
_MOTTO = re.compile(
    r"C[ỘO]NG H(?:ÒA|OÀ|OA) X[ÃA] H[ỘO]I.*?(?:VI[ỆE]T NAM|$)|Đ[ộo]c l[ậa]p\s*[-–].*|ĐẢNG CỘNG SẢN VIỆT NAM",
    re.IGNORECASE,
)
_GOES_ON = re.compile(
    r"(?:TỈNH|THÀNH PHỐ|TP|THỊ XÃ|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|VÀ|VIỆT NAM|[-–])(?:\s|\.)|(?:KHÓA|KHOÁ|NHIỆM KỲ)"
)
_COUNCIL = re.compile(r"Hội đồng nhân dân|HĐND")
_OF_SYMBOL = {
    "UBTVQH": "Ủy ban Thường vụ Quốc hội", "QH": "Quốc hội", "CP": "Chính phủ", "TTg": "Thủ tướng Chính phủ",
    "HĐND": "Hội đồng nhân dân", "UBND": "Ủy ban nhân dân",
}  # fmt: skip
_SOURCE_LINE = re.compile(r"\(?\s*Nguồn(?: tin)?\s*:\s*(?P<organ>[^)\n]{3,80})\)?\s*$")
_MEETS = re.compile(r"^\W*(?:Sáng|Chiều|Tối|Ngày)|(?:hội nghị|buổi làm việc|kỳ họp|phiên họp|cuộc họp)", re.IGNORECASE)
_PLACE_HELD = re.compile(
    r"(?:,|\b)\s*(?:được tổ chức )?tại\s+(?P<place>(?:Trung tâm|trung tâm|[Hh]ội trường|[Pp]hòng họp|[Nn]hà văn hóa|[Tt]rụ sở|[Tt]hôn|hai thôn|[Xx]ã|[Pp]hường|[Tt]rường|UBND|HĐND|[Kk]hu|[Bb]ản)[^,.;:\n(]{2,80})"
)


@dataclass(frozen=True, slots=True)
class Organ:
    """The organ that issues, as its head or its own words name it."""

    quote: Found
    name: str
    doubt: str = ""


def issuing_organ(plain: Plain, kind: Kind | None, signed: Signatory | None, number: Numbered | None) -> Organ | None:
    """Return who issues the document: its head, its title, who makes it, in whose name it is signed.

    News has none, but for the organ its last line names as its source.
    """
    if kind is not None and kind.is_news:
        return _source_line(plain)
    return (
        (_head(plain, kind) or _title(plain, kind) if kind else None)
        or _maker(plain)
        or _signed_for(signed)
        or _of_symbol(number)
    )


def _source_line(plain: Plain) -> Organ | None:
    for line in plain.lines[-3:]:
        match = _SOURCE_LINE.match(line.text)
        if match and _ORGAN.match(match["organ"].strip()):
            start = line.start + match.start("organ")
            return Organ(plain.found(start, line.start + match.end("organ")), one_line(match["organ"]), "source line")
    return None


def _head(plain: Plain, kind: Kind) -> Organ | None:
    """Read the capitals above the title, the motto and its column left aside."""
    lines: list[tuple[int, int]] = []
    for line in plain.lines[:14]:
        if line.start >= kind.title_start > 0 and lines:
            break
        if line.start == kind.title_start and not lines and kind.title_start:
            break
        for start, end in _without_motto(line.text):
            text = line.text[start:end]
            if text.isupper() and _CAPITALS.search(text) and len(text) < 90:
                lines.append((line.start + start, line.start + end))
        if re.match(r"\s*(?:Số|SỐ)\s*:", line.text):
            break
    bodies = _bodies(plain, lines)
    if not bodies:
        return None
    quote = plain.found(lines[0][0], lines[-1][1])
    if len(bodies) == 1:
        return Organ(quote, bodies[0])
    joined = f"{bodies[-1]} {bodies[-2]}" if _COUNCIL.match(bodies[-2]) else f"{bodies[-1]} ({bodies[-2]})"
    return Organ(quote, joined)


def _bodies(plain: Plain, lines: list[tuple[int, int]]) -> list[str]:
    """Return the bodies a head names, the one above first; a line that begins with a unit's type goes on the one above."""
    bodies: list[str] = []
    for start, end in lines:
        text = re.sub(r",?\s+(?:KHÓA|KHOÁ|KỲ HỌP|NHIỆM KỲ)\b.*$", "", one_line(plain.text[start:end])).strip(" ,")
        if bodies and _GOES_ON.match(text):
            bodies[-1] += f" {text}"
        elif text:
            bodies.append(text)
    return [spoken(text) for text in bodies]


def _without_motto(text: str) -> list[tuple[int, int]]:
    """Return the spans of a line that are not the motto: columns stand apart by wide spaces."""
    spans = []
    place = 0
    for match in [*_MOTTO.finditer(text)]:
        spans.append((place, match.start()))
        place = match.end()
    spans.append((place, len(text)))
    found = []
    for start, end in spans:
        piece = text[start:end]
        stripped = piece.strip(" -–_")
        if stripped:
            first = start + piece.find(stripped)
            found.append((first, first + len(stripped)))
    return found


def _title(plain: Plain, kind: Kind) -> Organ | None:
    """Read the organ a title names right after its type: "Kết luận của Thường trực HĐND thị xã tại …"."""
    part = plain.text[kind.title_start : kind.title_start + 400]
    match = re.search(rf"(?:của|Của)\s+(?P<organ>{BODY}{LEVEL})", part)
    if match is None or "kết luận" not in kind.name:
        return None
    start = kind.title_start + match.start("organ")
    return Organ(plain.found(start, start + len(match["organ"])), one_line(match["organ"]))


def _maker(plain: Plain) -> Organ | None:
    """Read who makes the document in its first sentences: "…, Ban Thường trực … xây dựng kế hoạch …"."""
    form = re.compile(
        rf"(?P<organ>{BODY}{LEVEL})\s+(?:xây dựng|ban hành|lập|báo cáo|thông báo|đề nghị|trân trọng|kính trình|trình)\b"
    )
    for match in form.finditer(plain.text, 0, 4000):
        if len(match["organ"].strip()) > 4:
            return Organ(plain.found(*match.span("organ")), one_line(match["organ"]), "no head")
    return None


def _signed_for(signed: Signatory | None) -> Organ | None:
    if signed is None or not signed.authority:
        return None
    name = re.sub(r"^(?:TM|TL|TUQ|KT)\.\s*", "", signed.authority.split(";")[0])
    return Organ(signed.quote, spoken(name), "signature only")


def _of_symbol(number: Numbered | None) -> Organ | None:
    """Read the organ a symbol ends in, where the text names none: "…/BC-UBTVQH14"."""
    if number is None or not number.symbol:
        return None
    last = re.sub(r"\d+$", "", re.split(r"[-/]", number.symbol)[-1])
    name = _OF_SYMBOL.get(last)
    return Organ(number.quote, name, "symbol only") if name else None


def place(plain: Plain, issue: Issued | None) -> Found | None:
    """Return the place of issue, or else where the meeting was held."""
    if issue is not None and issue.place is not None:
        return issue.place
    for match in _PLACE_HELD.finditer(plain.text, 0, 2500):
        start = max(plain.text.rfind("\n", 0, match.start()), plain.text.rfind(". ", 0, match.start())) + 1
        if _MEETS.search(plain.text[start : match.start()]):
            return plain.found(*match.span("place"))
    return None
