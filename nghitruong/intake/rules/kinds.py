"""What kind of document this is: one of the official types (NĐ 30/2020 Điều 7), or news of a meeting."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghitruong.intake.rules.issuers import BODY, LEVEL
from nghitruong.intake.rules.numbers import Numbered
from nghitruong.intake.rules.plain import Line, Plain, one_line
from nghitruong.intake.rules.source import Found

TYPES: dict[str, str] = {
    "nghị quyết liên tịch": "NQLT",
    "nghị quyết": "NQ",
    "quyết định": "QĐ",
    "chỉ thị": "CT",
    "quy chế": "QC",
    "quy định": "QyĐ",
    "thông cáo": "TC",
    "thông báo": "TB",
    "hướng dẫn": "HD",
    "chương trình": "CTr",
    "kế hoạch": "KH",
    "phương án": "PA",
    "đề án": "ĐA",
    "dự án": "DA",
    "báo cáo": "BC",
    "biên bản": "BB",
    "tờ trình": "TTr",
    "hợp đồng": "HĐ",
    "công văn": "CV",
    "công điện": "CĐ",
    "bản ghi nhớ": "BGN",
    "bản thỏa thuận": "BTT",
    "giấy ủy quyền": "GUQ",
    "giấy mời": "GM",
    "giấy giới thiệu": "GGT",
    "giấy nghỉ phép": "GNP",
    "phiếu gửi": "PG",
    "phiếu chuyển": "PC",
    "phiếu báo": "PB",
    "thư công": "",
    "kết luận": "KL",
}
"""Types → their signs in a symbol (NĐ 30/2020 Phụ lục III); "kết luận" is the Party's."""
_OF_SIGN = {sign: name for name, sign in TYPES.items() if sign}
_NAMES = sorted(TYPES, key=len, reverse=True)
_TITLE = re.compile(rf"(?P<kind>{'|'.join(_NAMES)})(?P<rest>(?:\s+.*)?)", re.IGNORECASE | re.DOTALL)
_OPENING = re.compile(rf"(?:dự thảo\s+)?(?P<kind>{'|'.join(_NAMES)})\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_MAKES = re.compile(
    rf"{BODY}{LEVEL}\s+(?:xây dựng|ban hành|lập|báo cáo|thông báo)\s+(?:bản\s+)?"
    rf"(?P<kind>{'|'.join(_NAMES)})\s+(?P<rest>[^.;]{{0,120}})"
)
_NARROWER: tuple[tuple[str, str, str], ...] = (
    ("thông báo", r"(?:ý kiến\s+)?kết luận\b", "kết luận"),
    ("thông báo", r"(?:về\s+)?(?:kết quả|nội dung)\s+kỳ họp", "kết quả kỳ họp"),
    ("báo cáo", r"(?:kết quả\s+)?thẩm tra\b", "thẩm tra"),
    ("báo cáo", r"kết quả (?:giám sát|đoàn giám sát)\b|giám sát\b", "kết quả giám sát"),
    ("báo cáo", r"kết quả khảo sát\b|khảo sát\b", "kết quả khảo sát"),
    ("báo cáo", r"tổng hợp (?:các )?(?:ý kiến|kiến nghị)", "tổng hợp ý kiến, kiến nghị"),
    ("báo cáo", r"kết quả tiếp xúc cử tri", "kết quả tiếp xúc cử tri"),
    ("kế hoạch", r"(?:triển khai |tổ chức )?giám sát\b", "giám sát"),
    ("kế hoạch", r"(?:tổ chức )?khảo sát\b", "khảo sát"),
    ("kế hoạch", r"(?:tổ chức )?(?:hội nghị )?tiếp xúc cử tri", "tiếp xúc cử tri"),
    ("kế hoạch", r"(?:tổ chức )?kỳ họp", "tổ chức kỳ họp"),
    ("chương trình", r"giám sát\b", "giám sát"),
    ("chương trình", r"kỳ họp\b", "kỳ họp"),
    ("biên bản", r"(?:phiên |kỳ |cuộc )?họp\b", "họp"),
    ("quy chế", r"phối hợp\b", "phối hợp"),
)
_COMMITTEE = r"(?:Thường trực (?:HĐND|Hội đồng nhân dân)|TT\.?\s?HĐND)"
_NEWS: tuple[tuple[str, str], ...] = (
    (
        r"(?:công tác|việc|kiểm tra|rà soát|họp|nội dung)[^.,]{0,30}chuẩn bị (?:cho |tổ chức |các nội dung |nội dung )?(?:các )?kỳ họp",
        "họp chuẩn bị kỳ họp",
    ),
    (r"họp báo\b", "họp báo"),
    (r"phiên giải trình\b", "phiên giải trình"),
    (r"lấy (?:phiếu )?ý kiến (?:của )?cử tri", "kết quả lấy ý kiến cử tri"),
    (rf"{_COMMITTEE}[^.]{{0,60}}?\b(?:phiên họp|họp (?:thường kỳ|phiên|tháng|định kỳ))", "phiên họp Thường trực HĐND"),
    (rf"phiên họp\b[^.]{{0,40}}?{_COMMITTEE}", "phiên họp Thường trực HĐND"),
    (r"(?:tiếp xúc (?:với )?cử tri|TXCT)\b", "tiếp xúc cử tri"),
    (r"tiếp công dân\b", "tiếp công dân"),
    (r"giao ban\b", "giao ban"),
    (r"trực báo\b", "hội nghị trực báo"),
    (r"sơ kết\b", "hội nghị sơ kết"),
    (r"tổng kết\b", "hội nghị tổng kết"),
    (r"(?:tập huấn|bồi dưỡng)\b", "hội nghị tập huấn"),
    (r"(?:buổi làm việc|làm việc) (?:với|tại)\b", "buổi làm việc"),
    (r"(?:giám sát|khảo sát)\b", "giám sát"),
    (r"ký kết\b", "ký kết"),
    (r"(?:hội thảo|tọa đàm|toạ đàm)\b", "hội thảo"),
    (r"thẩm tra\b", "họp thẩm tra"),
    (r"(?<!trước )(?<!sau )(?<!tới )(?<!đến )(?<!trình )(?<!trước và sau )(?<!giữa hai )kỳ họp\b", "kỳ họp"),
    (r"phiên họp\b", "phiên họp"),
    (r"chất vấn\b", "chất vấn"),
    (r"hội nghị\b", "hội nghị"),
    (r"giải quyết[^.]{0,40}kiến nghị|trả lời[^.]{0,20}(?:ý kiến|kiến nghị)", "kết quả giải quyết kiến nghị"),
    (r"(?<!kỳ )(?<!phiên )(?<!phòng )(?:cuộc họp|họp)\b", "họp"),
)
_NEWS_FORMS = tuple((re.compile(form, re.IGNORECASE), name) for form, name in _NEWS)
_DATED = re.compile(
    r"(?:^|[\n.\-–] ?)\s*(?:(?:Sáng|Chiều|Tối)(?: nay)?|(?:Sáng |Chiều |Tối )?[Nn]gày \d)[ ,(\d][^\n]{20,700}"
)
_DEFINITE = re.compile(
    r"(?:Tại|[Kk]ết luận|[Cc]hủ trì|Dự|[Tt]ham dự|[Kk]hai mạc|[Bb]ế mạc|Diễn biến)\s+(?:buổi\s+|cuộc\s+)?"
    r"(?P<what>(?i:hội nghị|kỳ họp|phiên họp|họp báo|họp|làm việc|phiên giải trình|phiên chất vấn|giao ban|tiếp xúc cử tri|hội thảo|tọa đàm)\b[^.;]{0,60})"
)
_HELD = re.compile(
    r"(?:tổ chức|tiến hành|chủ trì|diễn ra)\s+(?:thành công\s+|buổi\s+|cuộc\s+)?(?P<what>[^.;]{3,60})", re.IGNORECASE
)
_PRESS = re.compile(r"(?:tại|chủ trì|tổ chức)\s+(?:buổi|cuộc)\s+(?P<what>họp báo)", re.IGNORECASE)
_ANSWERED = re.compile(r"[Cc]ử tri[^.\n]{0,80}(?:đề nghị|kiến nghị|phản ánh)[^\n]{0,400}\b(?P<what>trả lời)", re.DOTALL)
_SIGNS_OF_OFFICE = re.compile(r"(?:^|\n)\s*(?:Nơi nhận\s*:|Kính gửi\s*:|CỘNG H(?:ÒA|OÀ) XÃ HỘI|Số\s*:\s*[\d\s._…]*/)")
_LETTER = re.compile(r"(?:^|\n)\s*(?:V/v|Về việc|Kính gửi)\b")
_HEAD_LINES = 24


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind in lower case ("thông báo kết luận", "tin kỳ họp") and the words that show it."""

    quote: Found
    name: str
    is_news: bool
    title_start: int
    """Where the title stands in the plain words."""
    doubt: str = ""


def document_kind(plain: Plain, number: Numbered | None) -> Kind | None:
    """Return the kind of document by its title, its symbol, what its first sentences make, or the news it tells."""
    if not plain.lines:
        return None
    return _titled(plain) or _signed(plain, number) or _opened(plain) or _made(plain) or _news(plain)


def _titled(plain: Plain) -> Kind | None:
    """Read a line that is nothing but a type in capitals, narrowed by the line below it."""
    lines = plain.lines[:_HEAD_LINES]
    for place, line in enumerate(lines):
        shown = _shown_title(line)
        if shown is None:
            continue
        rest = shown["rest"] or (lines[place + 1].text if place + 1 < len(lines) else "")
        name, end = _narrowed(shown["kind"].lower(), rest)
        quote_end = line.end
        if end and not shown["rest"] and place + 1 < len(lines):
            quote_end = lines[place + 1].end
        return Kind(plain.found(line.start, quote_end), name, is_news=False, title_start=line.start)
    return None


def _shown_title(line: Line) -> re.Match[str] | None:
    text = one_line(line.text).removesuffix(":")
    match = _TITLE.fullmatch(text)
    if match is None or not match["kind"].isupper():
        return None
    letters = [letter for letter in text if letter.isalpha()]
    return match if sum(letter.isupper() for letter in letters) >= 0.9 * len(letters) else None


def _signed(plain: Plain, number: Numbered | None) -> Kind | None:
    if number is None or number.symbol is None:
        return None
    sign = re.split(r"[.\-/]", number.symbol)[0]
    # A letter bears no type: its symbol begins with the organ that writes it.
    name = _OF_SIGN.get(sign) or next(
        (told for start, told in _OF_SIGN.items() if len(start) > 1 and sign.startswith(start)),
        None,
    )
    if name is None and _LETTER.search(plain.text[:1500]):
        name = "công văn"
    if name is None:
        return None
    opening = next((line for line in plain.lines[:_HEAD_LINES] if _OPENING.match(line.text)), None)
    rest = match["rest"] if opening and (match := _OPENING.match(opening.text)) else ""
    narrowed, _end = _narrowed(name, rest)
    return Kind(number.quote, narrowed, is_news=False, title_start=opening.start if opening else 0)


def _opened(plain: Plain) -> Kind | None:
    """Read a title that begins with its type ("Báo cáo kết quả giám sát …") in a text without an office's marks."""
    line = plain.lines[0]
    match = _OPENING.match(line.text)
    if match is None or not match["kind"][0].isupper() or len(line.text) > 300:
        return None
    if re.match(r"\s*(?:kết quả\s+)?(?:kỳ họp|phiên họp|buổi|hội nghị)", match["rest"], re.IGNORECASE):
        return None
    if match["kind"].lower() == "kết luận":
        return None
    name, _end = _narrowed(match["kind"].lower(), match["rest"])
    return Kind(plain.found(line.start, line.start + match.end("kind")), name, is_news=False, title_start=line.start)


def _made(plain: Plain) -> Kind | None:
    """Read what the first sentences make: "… Ban Thường trực … xây dựng kế hoạch giám sát …"."""
    if _tells(plain):
        return None
    for match in _MAKES.finditer(plain.text, 0, 2000):
        if re.match(r"[^.;]*(?:như sau|nội dung sau)", plain.text[match.start() : match.end() + 400], re.DOTALL):
            name, _end = _narrowed(match["kind"].lower(), match["rest"])
            return Kind(
                plain.found(match.start("kind"), match.end("kind")), name, is_news=False, title_start=0,
                doubt="no title",
            )  # fmt: skip
    return None


def _tells(plain: Plain) -> bool:
    """Say whether the text has the marks of news: a day of posting, an author, a web page's words."""
    head = plain.text[:600]
    return bool(
        re.search(r"(?:\d{1,2}:\d{2}|Lượt xem|Ngày đăng|EmailPrint|\.gov\.vn\))", head)
        or re.search(r"(?:^|[\n.\-–] ?)\s*(?:Sáng|Chiều|Tối|Sáng nay|Chiều nay)[ ,(]", head)
    )


def _news(plain: Plain) -> Kind | None:
    """Read the event of a piece of news: its title, the sentence that begins with a day, a meeting it speaks of."""
    body = plain.text[:4000]
    press = _PRESS.search(body)
    if press:
        return _told(plain, press.start("what"), press.end("what"), "họp báo")
    for line in plain.lines[:3]:
        if len(line.text) > 260 or _DATED.match(line.text) or line.text.endswith("."):
            break
        if kind := _first_event(plain, line.text, line.start):
            return kind
    for form in (_DATED, _DEFINITE, _HELD):
        for match in form.finditer(body):
            start = match.start("what") if "what" in match.groupdict() else match.start()
            if kind := _first_event(plain, body[start : match.end()], start):
                return kind
    answered = _ANSWERED.search(body)
    if answered:
        return _told(plain, answered.start("what"), answered.end("what"), "trả lời kiến nghị cử tri")
    if is_official(plain):
        return None
    title = plain.lines[0]
    return Kind(plain.found(title.start, title.end), "tin", is_news=True, title_start=title.start, doubt="no event")


def _told(plain: Plain, start: int, end: int, name: str) -> Kind:
    return Kind(plain.found(start, end), f"tin {name}", is_news=True, title_start=0)


def _first_event(plain: Plain, text: str, start: int) -> Kind | None:
    """Return the news of the meeting named first in these words; a longer name wins at the same place."""
    found = [
        (match.start(), order, match, name)
        for order, (form, name) in enumerate(_NEWS_FORMS)
        if (match := form.search(text))
    ]
    if not found:
        return None
    _place, _order, match, name = min(found, key=lambda one: one[:2])
    return _told(plain, start + match.start(), start + match.end(), name)


def _narrowed(name: str, rest: str) -> tuple[str, bool]:
    told = one_line(rest)
    told = re.sub(r"^(?:về việc|v/v|về|của[^,]{0,60}? về)\s+", "", told, flags=re.IGNORECASE)
    for general, form, narrower in _NARROWER:
        if name == general and re.match(form, told, re.IGNORECASE):
            return f"{name} {narrower}", True
    return name, False


def is_official(plain: Plain) -> bool:
    """Say whether the text bears an office's marks: number, motto, addressees or recipients."""
    return _SIGNS_OF_OFFICE.search(plain.text) is not None
