"""Shortcomings a document states: what stands under a heading of shortcomings, after words that announce them, or says
by itself that something was late, lacking or weak.

Words that only mention shortcomings ("thảo luận những hạn chế", "tháo gỡ khó khăn", "chỉ ra tồn tại để khắc phục")
state none; nor do causes, tasks and conditions.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghitruong.intake.rules.acts import plain
from nghitruong.intake.rules.sections import Paragraph, Sentence, clauses, paragraphs, sentences
from nghitruong.intake.rules.source import Found, Source

_NOUN = r"(?:tồn tại|hạn chế|khuyết điểm|thiếu sót|yếu kém|bất cập|khó khăn|vướng mắc)"
_NOUNS = rf"{_NOUN}(?:\s*(?:,|và|-|\u2013)?\s*{_NOUN})*"
_HEADING = re.compile(
    rf"(?<!\w)(?:{_NOUNS}|mặt (?:chưa|còn)|nhược điểm|việc chưa làm được|chưa đạt được)(?!\w)", re.IGNORECASE
)
_STRONG = re.compile(r"hạn chế|tồn tại|khuyết điểm|thiếu sót|yếu kém|bất cập", re.IGNORECASE)
_NO_HEADING = re.compile(
    r"(?<!\w)(?:nguyên nhân (?:của|dẫn)|giải pháp|biện pháp|phương hướng|nhiệm vụ|khắc phục|tháo gỡ|kiến nghị|đề xuất|bài học|giải quyết)(?!\w)|^\s*nguyên nhân",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(
    rf"(?:vẫn\s+|còn\s+|bộc lộ\s+|tồn tại\s+|gặp\s+)+(?:(?:một|1)\s+số\s+|những\s+|nhiều\s+|các\s+|một vài\s+|không ít\s+|mặt\s+)+(?:nội dung\s+)?{_NOUNS}"
    rf"|(?:^|[.;\n]\s*|tuy nhiên,?\s+|về\s+|một số\s+|những\s+|các\s+){_NOUNS}(?:[^:.;]{{0,60}})?(?:\s+(?:như|là|sau|gồm|sau đây|cụ thể))*\s*:",
    re.IGNORECASE,
)
_MENTIONS = re.compile(
    rf"(?<!\w)(?:chỉ ra|nêu(?! trên)(?: ra)?|làm rõ|thảo luận|phân tích|đánh giá|khắc phục|tháo gỡ|xử lý|giải quyết|hạn chế tối đa|nhận diện|rút kinh nghiệm|trao đổi|hỗ trợ|giúp|nắm bắt"
    rf"|lắng nghe|chia sẻ|tiếp thu|góp ý|phát hiện|vượt qua)(?!\w)[^.;:]{{0,60}}?{_NOUNS}|{_NOUNS}[^.;:]{{0,30}}?(?:cần|để|được)\s+(?:được\s+)?(?:khắc phục|tháo gỡ|giải quyết)",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"(?<!\w)(?:(?:vẫn\s+)?còn\s+(?:(?:rất|khá|quá|tương đối|có lúc|có nơi|có mặt|nhiều|một số|gặp(?:\s+nhiều)?|tình trạng|để xảy ra|mang tính|nặng)\s+)*"
    r"(?:chậm|hạn chế|lúng túng|yếu|thiếu|thấp|ít|khó khăn|bất cập|vướng mắc|hình thức|sơ sài|lỏng lẻo|chung chung|dàn trải|chồng chéo|trùng lặp|bị động|né tránh|đùn đẩy|nể nang"
    r"|nợ đọng|tồn đọng|kéo dài|phức tạp|manh mún|nhỏ lẻ|mỏng|xảy ra|muộn|trễ|sai sót|nhầm|chưa|không|quá hạn|ngại|nhiều(?=\s*[,.;]))"
    r"|chưa\s+(?:(?:thật sự|thực sự|thật|được|có|phát huy|đi|đáp ứng|bảo đảm|đảm bảo|đạt|theo|làm|dành|quan tâm|nắm|xác định|thể hiện|tạo|mang)\s+)*"
    r"(?:\w+\s+)?(?:kịp thời|đầy đủ|sâu|cao|nghiêm|tốt|chặt chẽ|thường xuyên|quyết liệt|đồng bộ|hiệu quả|đáp ứng|đúng|đảm bảo|bảo đảm|nhiều|rõ(?:\s+(?:nét|ràng))?|triệt để|dứt điểm"
    r"|thỏa đáng|nhịp nhàng|toàn diện|chủ động|kỹ|hợp lý|phù hợp|tương xứng|thống nhất|cụ thể|mạnh dạn|linh hoạt|phong phú|đều|đổi mới|sát(?:\s+\w+)?|chính xác|mạnh|vững chắc|quan tâm|theo kịp|ổn định)"
    r"|(?:có lúc|có nơi|có mặt|có thời điểm|đôi lúc|đôi khi)[^.;]{0,60}?(?:chưa|không|còn|chậm|lúng túng)"
    r"|lúng túng|không\s+(?:kịp thời|đầy đủ|đúng (?:hạn|thời (?:gian|hạn)|quy định|tiến độ|mục đích)|bảo đảm|đảm bảo|đạt (?:chỉ tiêu|kế hoạch|yêu cầu))|thiếu\s+(?:chặt chẽ|đồng bộ|quyết liệt|chủ động|thống nhất|sâu sát|hụt)"
    r"|buông lỏng|chậm (?:tiến độ|so với)|(?:hoàn thành|gửi|trả lời|giải quyết|triển khai|thực hiện|ban hành|chuẩn bị|tiến độ)\s+(?:rất\s+|khá\s+|còn\s+)?chậm|gặp\s+(?:nhiều\s+|không ít\s+|một số\s+)?(?:khó khăn|vướng mắc)|đạt\s+(?:rất\s+)?thấp|nhưng\s+vẫn)(?!\w)",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"(?:(?:trong\s+)?(?:những\s+)?(?:thời gian|năm|tháng|quý|giai đoạn)\s+(?:tới|đến|tiếp theo|còn lại|sau)|để\s+(?:khắc phục|thực hiện|tiếp tục|nâng cao|phát huy|tháo gỡ)|nguyên nhân|tại\s+(?:hội nghị|buổi|kỳ họp|phiên|cuộc)"
    r"|phát biểu|kết luận|đồng chí|ông|bà|đề nghị|yêu cầu|từ\s+(?:những|thực tế|kết quả|tình hình|đó)|trước\s+(?:tình hình|những)|trên cơ sở|qua\s+(?:giám sát|thảo luận|đó)|thay mặt|thừa lệnh|với\s+(?:tinh thần|những)"
    r"|các đại biểu|đại biểu|hội nghị|đoàn giám sát)(?!\w)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?<!\w)(?:đề nghị|yêu cầu|kiến nghị|giao|(?-i:cần|Cần(?!\s+[A-ZĐ]))(?!\s+thiết)|phải(?!\s+(?:điều chỉnh|bổ sung|kéo dài|chờ|làm lại|dừng|thu hồi))|sẽ|hãy|tiếp tục|tăng cường|nâng cao|khắc phục)(?!\w)",
    re.IGNORECASE,
)
_REQUEST = re.compile(
    r"(?<!\w)(?:đề nghị|yêu cầu|chỉ đạo|giao(?!\s+(?:(?-i:ban)|thông|lưu|dịch|đất|thầu))|kết luận|quán triệt)(?!\w)",
    re.IGNORECASE,
)
_IF = re.compile(
    r"^\s*(?:đối với\s+(?:những|các|một số)|nếu|trường hợp|khi|trong trường hợp|nhằm|để|tránh)(?!\w)", re.IGNORECASE
)
_CAUSE = re.compile(r"^\s*(?:nguyên nhân|lý do|do\s+đó|vì\s+vậy)(?!\w)", re.IGNORECASE)
_GOOD = re.compile(r"^\s*(?:ưu điểm|kết quả đạt được|mặt được|thuận lợi)", re.IGNORECASE)
_BUT = re.compile(r"\s*(?:tuy nhiên|tuy vậy|song|nhưng|tuy|mặc dù|dù|bên cạnh)(?!\w)", re.IGNORECASE)
_REPORTED = re.compile(
    r"(?<!\w)(?:cử tri|người dân|nhân dân|bà con)\s+(?:(?:\w+\s+){0,6})?(?:kiến nghị|phản ánh|đề nghị|cho rằng|bức xúc|mong)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Limitation:
    """One shortcoming: its words, the section it stands in, and whether the document announced it as one."""

    quote: Found
    section: str
    is_announced: bool


def limitations(source: Source) -> list[Limitation]:
    """Return the shortcomings stated, clause by clause, in order."""
    told = paragraphs(source)
    found: list[Limitation] = []
    open_at = cause_at = -1
    is_list = False
    for sentence in sentences(source):
        paragraph, text = told[sentence.paragraph], plain(sentence.words.text)
        if open_at >= 0 and sentence.paragraph != open_at and not _goes_below(told, open_at, sentence, is_list):
            open_at = -1
        headed = _is_headed(told, paragraph)
        if sentence.is_heading and (
            _HEADING.search(text) or not (headed or open_at >= 0) or _has_below(told, sentence)
        ):
            continue
        if _CAUSE.match(text):
            cause_at = sentence.paragraph
        if cause_at == sentence.paragraph or ((headed or open_at >= 0) and _turns(text)):
            open_at = -1
            continue
        announced = _announces(text)
        if announced:  # holds for the rest of the paragraph, or for a list below it
            open_at, is_list = sentence.paragraph, text.rstrip("*_ ").endswith(":")
        if announced or open_at >= 0 or headed:
            found.extend(_pieces(source, paragraph, sentence, announced))
        elif not _is_good(told, paragraph) or _BUT.match(text):
            found.extend(_by_sense(source, paragraph, sentence))
    return found


def _has_below(told: tuple[Paragraph, ...], sentence: Sentence) -> bool:
    place = sentence.paragraph + 1
    return place < len(told) and sentence.paragraph in told[place].over


def _goes_below(told: tuple[Paragraph, ...], opened: int, sentence: Sentence, is_list: bool) -> bool:
    """Say whether a paragraph belongs to the list that an announcing sentence with a colon at its end opened."""
    here = told[sentence.paragraph]
    if not is_list or (sentence.is_heading and here.style == "mark"):
        return False
    if opened in here.over:
        return True
    return here.over == told[opened].over and (bool(here.style) or not told[opened].style) and not here.title


def _is_headed(told: tuple[Paragraph, ...], paragraph: Paragraph) -> bool:
    """Say whether the nearest heading that tells of good or bad tells of shortcomings."""
    for head in [paragraph, *(told[place] for place in reversed(paragraph.over))]:
        if head.title is None or (head is paragraph and paragraph.body is None):
            continue
        title = plain(head.title.text)
        if _GOOD.match(title) and not _HEADING.search(title):
            return False
        if _HEADING.search(title):
            return not _NO_HEADING.search(title) and not _MENTIONS.search(title)
        if _NO_HEADING.search(title):
            return False
    return False


def _is_good(told: tuple[Paragraph, ...], paragraph: Paragraph) -> bool:
    heads = [told[place] for place in paragraph.over]
    titles = [plain(head.title.text) for head in [*heads, paragraph] if head.title]
    return any(_NO_HEADING.search(title) or _GOOD.match(title) for title in titles)


def _turns(text: str) -> bool:
    return (bool(_TURNS.match(text)) and not _WEAK.search(text)) or bool(_ASKS.match(text))


def _announces(text: str) -> bool:
    hit = _ANNOUNCES.search(text)
    if hit is None or _REQUEST.search(text[: hit.start()]):
        return False
    if not (_STRONG.search(hit.group()) or hit.group().endswith(":")):
        return False
    colon = text.find(":", hit.start())
    return not _MENTIONS.search(text[: colon if colon >= 0 else hit.end() + 40])


def _pieces(source: Source, paragraph: Paragraph, sentence: Sentence, announced: bool) -> list[Limitation]:
    """Return the clauses of a sentence in a passage of shortcomings; what only announces them is left out."""
    words = sentence.words
    text = plain(words.text)
    if announced:
        hit = _ANNOUNCES.search(text)
        colon = text.find(":", hit.start() if hit else 0)
        if colon >= 0:
            if not text[colon + 1 :].strip():
                return []
            words = source.found(words.start + colon + 1, words.end)
        elif hit and not _WEAK.search(text[: hit.start()] + " " + text[hit.end() :]) and _is_bare(text[hit.end() :]):
            return []
    return [
        Limitation(piece, paragraph.section, is_announced=True)
        for piece in clauses(source, words)
        if len(piece.text.split()) > 2
    ]


def _is_bare(rest: str) -> bool:
    """Say whether a sentence ends with the word for shortcomings, or with little after it: it tells none."""
    return len(rest.split()) < 5


def _by_sense(source: Source, paragraph: Paragraph, sentence: Sentence) -> list[Limitation]:
    found = []
    is_asked = False
    for piece in clauses(source, sentence.words):
        text = plain(piece.text)
        if is_asked or _REPORTED.search(text):
            break
        weak = _WEAK.search(text)
        asked = _REQUEST.search(text)
        is_asked = asked is not None
        if weak is None or _IF.match(text) or _MENTIONS.search(text):
            continue
        if _ASKS.search(text[: weak.start()]) or (asked and asked.start() < weak.start()):
            continue
        if re.search(
            r"(?<!\w)(?:những|vấn đề|nội dung|trường hợp)\s+(?:\w+\s+){0,4}$", text[: weak.start()], re.IGNORECASE
        ):
            continue  # "những vấn đề còn vướng mắc": named, not stated
        found.append(Limitation(piece, paragraph.section, is_announced=False))
    return found
