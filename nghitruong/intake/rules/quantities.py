"""Figures a document tells: counts, shares, amounts and ranges, each with what is counted and for which period.

Not figures: days, months, years, hours; numbers of documents, articles, sessions, rooms, wards; numbering of lists;
terms to be kept; ages; telephone numbers. A number counts when something countable, a unit or "%" follows it, or when
words of a total stand before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nghitruong.intake.rules.acts import plain
from nghitruong.intake.rules.sections import Paragraph, Sentence, paragraphs, sentences
from nghitruong.intake.rules.source import Found, Source

_N = r"(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?)"
_TENS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
WORDS = {
    **{word: value for value, word in enumerate(("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 2)},
    "mười một": 11,
    "mười hai": 12,
    **{f"{ten} mươi": (place + 2) * 10 for place, ten in enumerate(_TENS)},
}
"""Numbers in words that are read; "một" is mostly an article, and is not."""
_WORD = "|".join(sorted(map(re.escape, WORDS), key=len, reverse=True))
COUNTED = (
    r"thôn|bản|làng|ấp|khóm|khu phố|tổ dân phố|tổ|xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|đơn vị|cơ quan|sở|phòng|ban|đoàn"
    r"|cuộc|đợt|lượt|buổi|phiên|kỳ họp|hội nghị|điểm|điểm cầu|đại biểu|cử tri|người|hộ|gia đình|đồng chí|cán bộ|thành viên"
    r"|nghị quyết|báo cáo|tờ trình|văn bản|ý kiến|kiến nghị|câu hỏi|vấn đề|nội dung|nhóm|đơn|vụ|dự án|công trình|chỉ tiêu|mô hình"
    r"|trường|lớp|cầu|tuyến|trụ sở|tổ chức|chi bộ|đảng viên|đề án|kế hoạch"
)
"""What a number in words must count; a number in digits may count anything."""
_RANGE = rf"(?:từ\s+)?(?P<low>{_N})\s*(?:%\s*)?(?:-|\u2013|—|đến|tới)\s*(?P<high>{_N})"
_SHARE = r"(?P<part>\d{1,3}(?:\.\d{3})*)\s?/\s?(?P<whole>\d{1,3}(?:\.\d{3})*|\d+)"
_FIGURE = re.compile(
    rf"(?<![\w.,/:+\u2013-])(?:(?P<range>{_RANGE})|(?P<share>{_SHARE})|(?P<plain>{_N}|\d+\.\d{{1,2}}))"
    rf"(?P<percent>\s?%)?(?![\d]|[.,/:]\d|/[^\W\d_]|-\d|-[A-ZĐ])",
    re.IGNORECASE,
)
_IN_WORDS = re.compile(rf"(?<!\w)(?P<word>{_WORD})(?=\s+(?:{COUNTED})(?!\w))", re.IGNORECASE)
_APPROX = re.compile(
    r"(?<!\w)(gần|hơn|trên|dưới|khoảng|ước|ước đạt|chừng|tối thiểu|tối đa|ít nhất|không quá|đến)\s+$", re.IGNORECASE
)
_NUMBERED = re.compile(
    r"(?<!\w)(?:số|thứ|kho[áá]|khóa|điều|khoản|điểm|mục|chương|phần|phụ lục|biểu|bảng|mẫu|trang|quý|tháng|ngày|mùng|lần|kỳ|vòng|bước|đợt|họp"
    r"|tổ|tổ dân phố|thôn|ấp|bản|buôn|làng|xóm|khu|khu phố|khóm|khối|phường|quận|tiểu khu|lô|cụm|lớp|hạng|loại|nhóm|mức độ"
    r"|tuyến|lộ|đường|hẻm|kiệt|ngõ|ngách|nhà|thửa|tờ|km|ĐT|QL|TL|covid|chương trình|dự án|gói thầu|cầu|phòng|hội trường|zone|nghị định|nghị quyết|quyết định"
    r"|thông tư|luật|công văn|chỉ thị|kết luận|nhiệm kỳ|giai đoạn|sáng|chiều|tối|hôm|lúc|điện thoại|đt|fax|vào|mã|chi bộ|công nghiệp|phiên bản|hệ thống)"
    r"\s*[:.]?\s*(?:số\s*)?$",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"(?:mỗi|hằng|hàng|một|từng|trong)\s+(?:năm|quý|tháng|tuần|ngày|kỳ|đợt|tổ|thôn|xã|phường|lần|điểm|khu|nhóm|dự án)\s+$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLURAL = re.compile(r"(?:các|những|tổng số|trong số|trong đó)\s+(?:[^\W\d_]+\s+){0,3}$", re.IGNORECASE)
_TIME_AFTER = re.compile(
    r"\s*(?:cấp(?!\s+(?:ủy|uỷ))|giờ|phút|h(?!\w)|g(?!\w)|tuổi|giây)|\s*(?:tháng|quý|tuần|năm)(?!\s*lần)(?!\w)|\s*ngày(?:\s+(?:làm việc|kể từ|liền|trước|sau|\d)|\s*,?\s*kể từ)"
    r"|\s*số(?!\w)|\s*trong\s+(?:những|các|số)|\s*(?:và|,)\s*\d{1,2}\s*[-/.]\s*\d{1,2}",
    re.IGNORECASE,
)
_TERM = re.compile(r"(?:thời hạn|chậm nhất|muộn nhất|trước|trong vòng|hạn|sau)\s+(?:là\s+)?$", re.IGNORECASE)
_UNIT = re.compile(
    r"\s?(?:ha|km2|km²|km|m2|m²|m3|m³|m|kg|tấn|tạ|kWh|MW|lít|đồng|USD|VNĐ)(?![\w²³])|\s*(?:nghìn|ngàn|triệu|tỷ|tỉ)(?!\w)"
)
_THING = re.compile(r"\s+[“\"‘]?(?P<thing>[^\W\d_]+)")
_NO_THING = re.compile(
    r"(?:và|hoặc|của|tại|với|để|được|đã|đang|sẽ|chưa|không|cũng|đều|vẫn|còn|có|là|thì|mà|nên|do|vì|bởi|từ|đến|trên|dưới|trong|ngoài"
    r"|trước|sau|khi|nếu|về|theo|như|cho|cùng|bị|nay|này|đó|kia|ấy|ông|bà|phải|cần|đề|gồm)(?!\w)",
    re.IGNORECASE,
)
"""Words after a number that are not what it counts: the number is a name's ("tổ 5 đã …")."""
_TOTAL = re.compile(
    r"(?:(?:tổng số|tổng cộng|tổng|số lượng|số|cộng)(?!\w)[^.;:]{0,80}?(?:là|lên|:|có|gồm|đạt|còn|=)|tổng cộng|tổng số)\s*:?\s*$",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?<!\w)(?:(?:tính\s+)?(?:từ\s+(?:ngày|tháng|năm|đầu|quý)\s[^,.;()]{0,30}?\s(?:đến|tới)\s+)(?:hết\s+)?(?:ngày|tháng|năm|quý|nay)?\s*[\d/.-]*"
    r"|(?:tính\s+)?đến\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|(?:đến\s+hết|hết|đến)\s+năm\s+\d{4}"
    r"|\d{1,2}\s+tháng\s+(?:đầu|cuối)\s+(?:năm(?:\s+\d{4})?|nhiệm kỳ)|(?:cùng kỳ\s+)?quý\s+(?:IV|III|II|I|[1-4])(?:\s*(?:/|năm)\s*\d{4})?"
    r"|(?:giai đoạn|nhiệm kỳ)\s+\d{4}\s*[-\u2013]\s*\d{4}|từ\s+đầu\s+(?:năm|nhiệm kỳ)(?:\s+\d{4})?(?:\s+đến\s+nay)?|nửa\s+(?:đầu|cuối)\s+nhiệm kỳ"
    r"|(?:trong\s+)?tháng\s+\d{1,2}(?:\s*(?:/|năm)\s*\d{4})?|(?:cùng kỳ\s+)?năm\s+(?:học\s+)?\d{4}(?:\s*[-\u2013]\s*\d{4})?"
    r"|(?:trước(?:\s+và\s+sau)?|sau|tại)\s+kỳ họp\s+thứ\s+[^\s,.;()]+(?:\s+[^\W\d_]+(?=\s*,))?)",
    re.IGNORECASE,
)
_CHUNK = re.compile(r"[;:()\[\]]|,(?!\d)|\.(?=\s)")
_STOP_WORD = re.compile(
    r"(?<!chưa)(?<!không)\s+(?=(?:đã|đang|sẽ|đều|còn|có|đạt|chiếm|tại|trên|với|để|nhằm|trong|gửi|chuyển|nhưng|thì|là|từ|so|tăng|giảm|về|trước|sau|theo|do|"
    r"và (?:chỉ đạo|tổ chức|ghi nhận|tiếp nhận|tiếp thu|ban hành|nhiều|một số|các|đề nghị|yêu cầu|sắp xếp|triển khai)|phục vụ|bằng|liên quan|bảo đảm|đảm bảo|đến|tới|bị|trả lời|đối|bàn)(?!\w))|\s+(?:và\s+)?(?=\d)|[;:()\[\],.\n“”\"]",
    re.IGNORECASE,
)
_RECIPIENTS = re.compile(r"nơi\s+(?:nhận|gửi)|kính gửi", re.IGNORECASE)
_VERB = re.compile(
    r"\s*(?:bằng|để|không|đang|cho|thuộc|gồm|ban hành|tổ chức|tiếp|xử lý|giải quyết|tăng|giảm|chiếm|đạt|xem xét|thông qua|kiến nghị (?:với|các)|phối hợp|hoàn thành|trong đó|bao gồm"
    r"|qua đó|góp phần|nhất là|đặc biệt|cụ thể|thực hiện|triển khai|trả lời|chủ yếu|tập trung|tổng hợp|phân loại|cho (?:thuê|mượn))(?!\w)",
    re.IGNORECASE,
)
_BEFORE_SHARE = re.compile(
    r"(?:(?:^|\s+)(?:đạt|chiếm|là|còn|khoảng|từ|tới|mức|tỷ lệ|có|ước|gần|hơn|trên|dưới))+\s*$", re.IGNORECASE
)
MOST_JOINED_WORDS = 3
MOST_UNIT_WORDS = 14
LEAST_QUOTE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure. `figure` as written ("6.159", "7,51%", "từ 02 đến 04"); `value` its number, None for a range, whose
    ends are `low` and `high`; `denominator` where it is a part of a whole ("50/53"); amounts stay in the unit written
    ("1,5 tỷ đồng" is 1.5). `unit_what`: what is counted, in the document's words.
    """

    figure: Found
    value: float | None
    low: float | None
    high: float | None
    denominator: float | None
    approx: str
    unit_what: str
    period: Found | None
    quote: Found


def quantities(source: Source) -> list[Quantity]:
    """Return the figures of the body in order; titles, recipients and signatures are not read."""
    told = paragraphs(source)
    found: list[Quantity] = []
    seen = -1
    period: Found | None = None
    for sentence in sentences(source):
        paragraph = told[sentence.paragraph]
        if not _is_read(told, paragraph, sentence):
            continue
        if sentence.paragraph != seen:
            seen, period = sentence.paragraph, _title_period(source, told, paragraph)
        last: Figure | None = None
        words = sentence.words
        if paragraph.title and paragraph.body and words.start - paragraph.body.start < 4:
            words = source.found(paragraph.title.start, words.end)  # "Tổng số đại biểu dự: 25."
        periods = _periods(source, words)
        for figure in figures(plain(words.text)):
            before = [one for one in periods if one.end <= words.start + figure.start]
            own = before[-1] if before else periods[0] if periods else None
            found.append(_quantity(source, words, figure, last, own or period))
            last = figure
        period = periods[0] if periods else period
    return found


def _is_read(told: tuple[Paragraph, ...], paragraph: Paragraph, sentence: Sentence) -> bool:
    heads = [told[place] for place in paragraph.over]
    if any(head.title and _RECIPIENTS.match(plain(head.title.text)) for head in [*heads, paragraph]):
        return False
    if sentence.is_heading:
        return paragraph.style != "mark" or sentence.words.text.endswith(":")
    return sentence.paragraph > 0 or sentence.words.text.endswith((".", ";", "…"))


def _title_period(source: Source, told: tuple[Paragraph, ...], paragraph: Paragraph) -> Found | None:
    for head in [paragraph, *(told[place] for place in reversed(paragraph.over))]:
        if head.title and (periods := _periods(source, head.title)):
            return periods[0]
    return None


def _periods(source: Source, words: Found) -> list[Found]:
    return [
        source.found(words.start + hit.start(), words.start + hit.end()) for hit in _PERIOD.finditer(plain(words.text))
    ]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number at [start, end) of a sentence that tells an amount."""

    start: int
    end: int
    value: float | None
    low: float | None = None
    high: float | None = None
    denominator: float | None = None
    is_percent: bool = False


def figures(text: str) -> list[Figure]:
    """Return the numbers of a sentence that are figures, in order."""
    found = [*_in_digits(text)]
    for hit in _IN_WORDS.finditer(text):
        if _is_told_of_words(text, hit):
            found.append(Figure(hit.start(), hit.end(), float(WORDS[hit["word"].lower()])))
    return sorted(found, key=lambda figure: figure.start)


def _is_told_of_words(text: str, hit: re.Match[str]) -> bool:
    before = text[: hit.start()]
    if _NUMBERED.search(before) or re.search(r"(?:^|\s)(?:cả|trong|các|những|lần)\s+$", before, re.IGNORECASE):
        return False
    return hit["word"].lower() != "năm" or bool(re.search(r"(?:có|gồm|tại|của|với|thành)\s+$", before, re.IGNORECASE))


def _in_digits(text: str) -> Iterator[Figure]:
    for hit in _FIGURE.finditer(text):
        figure = _read(hit)
        if figure is not None and _counts(text, hit, figure):
            yield figure
        elif hit["range"] or hit["share"]:
            continue


def _read(hit: re.Match[str]) -> Figure | None:
    is_percent = bool(hit["percent"])
    if hit["range"]:
        low, high = number(hit["low"]), number(hit["high"])
        if _YEAR.fullmatch(hit["low"]) or low >= high:
            return None
        return Figure(hit.start(), hit.end(), None, low, high, None, is_percent)
    if hit["share"]:
        part, whole = number(hit["part"]), number(hit["whole"])
        if part > whole or _YEAR.fullmatch(hit["whole"]):
            return None
        return Figure(hit.start(), hit.end(), part, denominator=whole)
    written = hit["plain"]
    if re.fullmatch(r"\d+\.\d{1,2}", written):
        return Figure(hit.start(), hit.end(), float(written), is_percent=True) if is_percent else None
    return Figure(hit.start(), hit.end(), number(written), is_percent=is_percent)


def _counts(text: str, hit: re.Match[str], figure: Figure) -> bool:
    before, after = text[: figure.start], text[figure.end :]
    if figure.is_percent:
        return True
    if _UNIT.match(after) and not re.search(r"(?:km|quốc lộ|QL)\s*$", before, re.IGNORECASE):
        return True
    is_year = bool(_YEAR.fullmatch(hit.group()))
    thing = _THING.match(after)
    if thing is None or _NO_THING.match(thing["thing"]):
        return bool(_TOTAL.search(before)) and not is_year
    if is_year:
        return bool(re.search(r"(?:có|tổng số|gồm|với)\s+$", before, re.IGNORECASE))
    return not (_is_name(before) or _is_time(before, after) or re.fullmatch(r"0\d{3,}", hit.group()))


def _is_name(before: str) -> bool:
    """Say whether the number names the thing before it ("thôn 3", "kỳ họp thứ 9")."""
    return bool(_NUMBERED.search(before)) and not _EACH.search(before) and not _PLURAL.search(before)


def _is_time(before: str, after: str) -> bool:
    return bool(_TIME_AFTER.match(after) or (_TERM.search(before) and re.match(r"\s*ngày", after)))


def number(written: str) -> float:
    """Return "6.159" as 6159 and "7,51" as 7.51."""
    return float(written.replace(".", "").replace(",", "."))


def _quantity(source: Source, sentence: Found, figure: Figure, last: Figure | None, period: Found | None) -> Quantity:
    text = plain(sentence.text)
    quote = _quote(source, sentence, figure)
    approx = _APPROX.search(text[: figure.start])
    start = figure.start
    if approx and approx[1].lower() != "đến":
        start = approx.start(1)
    return Quantity(
        source.found(sentence.start + start, sentence.start + figure.end),
        figure.value,
        figure.low,
        figure.high,
        figure.denominator,
        approx[1].lower() if approx and start != figure.start else "",
        _what(text, figure, last),
        period,
        quote,
    )


def _quote(source: Source, sentence: Found, figure: Figure) -> Found:
    """Return the part of the sentence between commas that tells the figure, with the part before it if it is short."""
    text = sentence.text
    cuts = [hit.start() for hit in _CHUNK.finditer(text)]
    left = [cut + 1 for cut in cuts if cut < figure.start]
    right = [cut for cut in cuts if cut >= figure.end]
    end = right[0] if right else len(text)
    start = 0
    for start in [*reversed(left), 0]:
        if len(text[start:end].split()) >= LEAST_QUOTE_WORDS:
            break
    if len(text[start:end].split()) < LEAST_QUOTE_WORDS and len(right) > 1:
        end = right[1]
    return source.found(sentence.start + start, sentence.start + end)


def _what(text: str, figure: Figure, before: Figure | None) -> str:
    after = _phrase(text[figure.end :])
    if after:
        return f"% {after}" if figure.is_percent else after
    between = text[before.end : figure.start] if before else ""
    if before is not None and figure.is_percent and not before.is_percent and not re.search(r"[.;]\s", between):
        subject = _phrase(between) or _phrase(text[before.end :])
    else:
        subject = _subject(text[: figure.start], before.end if before else 0)
    return f"% {subject}".strip() if figure.is_percent else subject


def _phrase(after: str) -> str:
    """Return the words that follow a number up to a verb; "xã, phường" and "sở, ngành" stay together."""
    if not re.match(r"\s*[“\"‘]?(?!(?:và|hoặc|hay|so)\s)[^\W\d_]", after) or _STOP_WORD.match(after):
        return ""
    stop = _STOP_WORD.search(after, 1)
    end = stop.start() if stop else len(after)
    while stop is not None and stop.group() == ",":
        further = re.match(r",\s+(?=[^\W\d_])", after[end:])
        stop = _STOP_WORD.search(after, end + further.end()) if further else None
        piece = after[end + 1 : stop.start() if stop else len(after)]
        if further is None or not piece.strip()[:1].islower() or not 1 <= len(piece.split()) <= MOST_JOINED_WORDS:
            break
        if _VERB.match(piece) or (stop and after[stop.end() : stop.end() + 1].isdigit()):
            break
        end = stop.start() if stop else len(after)
    return " ".join(after[:end].split()[:MOST_UNIT_WORDS]).strip(" *_#-\u2013")


def _subject(before: str, start: int) -> str:
    """Return what a share is told of, where the words stand before it ("khu vực dịch vụ tăng")."""
    cuts = [start, *(hit.end() for hit in re.finditer(r"[;:()\[\]“”\"]|,(?=\s)|\.(?=\s)", before) if hit.end() > start)]
    for cut in reversed(cuts):
        piece = _BEFORE_SHARE.sub("", before[cut:])
        words = re.sub(r"^\s*(?:và|còn|trong đó|là)(?!\w)", "", piece.strip(" ,;:()*_#")).split()
        if len(words) > 1:
            if "tỷ lệ" in piece:
                return piece[piece.rindex("tỷ lệ") + 6 :].strip() or " ".join(words[-MOST_UNIT_WORDS:])
            return " ".join(words[-MOST_UNIT_WORDS:])
    return ""
