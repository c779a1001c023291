"""Documents a text cites, with the legal bases that no longer stand and the organs that have ceased."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from nghitruong.intake.rules.dates import iso_day
from nghitruong.intake.rules.ended import ended_basis
from nghitruong.intake.rules.numbers import Numbered
from nghitruong.intake.rules.plain import UPPER, Plain, one_line
from nghitruong.intake.rules.source import Found

_KIND = (
    r"(?:Nghị quyết liên tịch|Nghị quyết|Quyết định|Chỉ thị|Nghị định|Thông tư liên tịch|Thông tư|Công văn|Kế hoạch|Thông báo|Tờ trình|"
    r"Báo cáo|Kết luận|Hướng dẫn|Chương trình|Quy chế|Quy định|Luật|Bộ luật|Pháp lệnh|Hiến pháp|Công điện|Đề án|Giấy mời|Văn bản)"
)
_SIGN = rf"\d{{1,5}}[a-zđ]?(?:\s?[-/]\s?(?:[\d]{{4}}|[{UPPER}][\w.&]*))+(?:\s?[-–.]\s?[{UPPER}][\w.&]*)*"
_NUMBERED = re.compile(
    rf"(?P<kind>{_KIND.replace('Nghị quyết', '[Nn]ghị quyết', 1)})(?:\s+[a-zà-ỹđ]+){{0,3}}?\s*(?:số\s*:?\s*(?P<number>{_SIGN}|\d{{1,4}})|(?P<bare>{_SIGN}))"
    r"(?:\s*,)?(?:\s*(?:ban hành\s*)?(?:ngày\s*)(?P<d>\d{1,2})\s*(?:[./\-]|tháng)\s*(?P<m>\d{1,2})\s*(?:[./\-]|,?\s*năm)\s*(?P<y>(?:19|20)\d\d))?"
    r"(?:\s*,)?(?:\s+(?:của\s+)?(?P<organ>(?:Hội đồng nhân dân|HĐND|Thường trực|TT\.?\s?HĐND|Ban Thường|Ủy ban|Uỷ ban|UBND|UBTVQH|Quốc hội|Chính phủ|Bộ |Tỉnh ủy|Thành ủy|Huyện ủy|Thị ủy|Bộ Chính trị|Ban Bí thư|Thủ tướng|Chủ tịch)[^,.;:()\n]{0,70}?)(?=\s+(?:về|quy định|ban hành|hướng dẫn|khóa|khoá|phê duyệt|sửa đổi|và\b)|[,.;:()\n]|$))?"
)
_FOLLOWING = re.compile(
    rf"\s*(?:,|;|và|,\s*và)\s*(?:số\s+)?(?P<number>{_SIGN})(?:\s*,?\s*ngày\s+(?P<d>\d{{1,2}})[./\-](?P<m>\d{{1,2}})[./\-](?P<y>(?:19|20)\d\d))?"
)
_LAW = re.compile(
    rf"(?P<name>(?:Luật|Bộ luật|Pháp lệnh)\s+[{UPPER}]\w*(?:\s+(?!(?:đã|được|quy|có|theo|trong|tại|để|từ|đến|thì|phải|số|ngày|năm|Luật|Nghị|Quyết)\b)[\w\-]+){{0,16}}?)"
    r"(?:\s*,)?\s+(?:số\s+(?P<number>\d+/\d{4}/[\w]+)(?:\s*,?\s*ngày\s+(?P<d>\d{1,2})\s*(?:[./\-]|tháng)\s*(?P<m>\d{1,2})\s*(?:[./\-]|,?\s*năm)\s*(?P<y>(?:19|20)\d\d))?"
    r"|ngày\s+(?P<d2>\d{1,2})\s*(?:[./\-]|tháng)\s*(?P<m2>\d{1,2})\s*(?:[./\-]|,?\s*năm)\s*(?P<y2>(?:19|20)\d\d)|năm\s+(?P<year>(?:19|20)\d\d))"
)
_BASIS = re.compile(r"(?:^|\n|[.;]\s*)\s*(?:Căn cứ|căn cứ|Thực hiện|thực hiện|Theo)\s[^\n]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cited:
    """A document the text cites; `warning` says why it may no longer serve as a basis."""

    quote: Found
    kind: str
    number: str | None
    date: str | None
    organ: str | None
    name: str | None = None
    warning: str = ""


def cited_documents(plain: Plain, *, own: Numbered | None = None, on: date | None = None) -> list[Cited]:
    """Return what the text cites, each document once. `on`: the document's date, for the warnings."""
    found: list[tuple[int, Cited]] = []
    for match in _NUMBERED.finditer(plain.text):
        for cited in _numbered(plain, match):
            if own is None or not _is_own(cited, own):
                found.append((match.start(), _warned(plain, match, cited, on)))
    for match in _LAW.finditer(plain.text):
        name = one_line(match["name"]) + (f" năm {match['year']}" if match["year"] else "")
        cited = Cited(
            plain.found(*match.span()), name.split()[0], match["number"], _day(match) or _other_day(match), None, name
        )
        found.append((match.start(), _warned(plain, match, cited, on)))
    seen: set[tuple[str | None, ...]] = set()
    documents = []
    for _start, cited in sorted(found, key=lambda one: one[0]):
        key = (cited.kind.lower(), cited.number, cited.name if cited.number is None else None)
        if key not in seen:
            seen.add(key)
            documents.append(cited)
    return documents


def _numbered(plain: Plain, match: re.Match[str]) -> list[Cited]:
    """Return the document of one number, and those that follow it in a list: "các Nghị định số 1/…, 2/… và 3/…"."""
    organ = one_line(match["organ"]) if match["organ"] else None
    kind = _capital(match["kind"])
    documents = [Cited(plain.found(*match.span()), kind, _sign(match["number"] or match["bare"]), _day(match), organ)]
    place = match.start() + len(match.group().rstrip(" ,\n"))
    while following := _FOLLOWING.match(plain.text, place):
        quote = plain.found(*following.span("number"))
        documents.append(Cited(quote, kind, _sign(following["number"]), _day(following), organ))
        place = following.end()
    return documents


def _sign(written: str) -> str:
    return re.sub(r"\s*([./&\-–])\s*", r"\1", written).rstrip(".&-–")


def _day(match: re.Match[str]) -> str | None:
    return iso_day(match["y"], match["m"], match["d"]) if match["y"] else None


def _other_day(match: re.Match[str]) -> str | None:
    return iso_day(match["y2"], match["m2"], match["d2"]) if match["y2"] else None


def _is_own(cited: Cited, own: Numbered) -> bool:
    if own.quote.start <= cited.quote.start < own.quote.end:
        return True
    return own.number is not None and cited.number == f"{own.number}/{own.symbol}"


def _capital(kind: str) -> str:
    words = one_line(kind)
    return words[0].upper() + words[1:]


def _warned(plain: Plain, match: re.Match[str], cited: Cited, on: date | None) -> Cited:
    """Point a basis out that no longer stands; only where the sentence leans on it."""
    if on is None:
        return cited
    start = max(plain.text.rfind("\n", 0, match.start()) + 1, match.start() - 300)
    sentence = plain.text[start : match.start()]
    why = ended_basis(one_line(match.group()), sentence, on) if _BASIS.search(sentence) else ""
    if not why:
        return cited
    return Cited(cited.quote, cited.kind, cited.number, cited.date, cited.organ, cited.name, why)
