"""Names of people and the offices written beside them, found where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from nghitruong.intake.rules.plain import LOWER, UPPER, Plain, one_line
from nghitruong.intake.rules.source import Found
from nghitruong.intake.rules.surnames import COMMON, SUREST, SURNAMES

SYLLABLE = rf"(?:[KHM]['’][{UPPER}]?[{LOWER}]+|[{UPPER}][{LOWER}]*)"
NAME = rf"{SYLLABLE}(?:[ ]{{1,2}}{SYLLABLE}){{1,4}}"
HONORIFIC = r"(?:[Cc]ác\s+)?(?:[Đđ]ồng\s+chí|ĐỒNG\s+CHÍ|[Đđ]/c|[Đđ]\.c|[Ôô]ng|[Bb]à|[Ôô]ng\s*\(bà\)|[Cc]ác\s+ông|[Cc]ác\s+bà|[Ôô]ng,\s+bà|[Cc]ác\s+ông,\s+bà)"
OFFICE_WORDS = (
    r"(?:nguyên\s+|[Qq]uyền\s+|Q\.\s?)?(?:"
    r"[UỦuủ][ỷyỳỵýủ]\s?viên|[ỦUủu]y\s+viên|[ỦUủu]ỷ\s+viên|(?:Tỉnh|Thị|Thành|Huyện|Quận|Đảng)\s+[uủ][ỷyủ]\s+viên|(?:Tỉnh|Thị|Thành|Huyện|Quận|Đảng)\s+[ủu][yỷ]\s+viên"
    r"|UVBTV|UVBCH|UVTV|TUV|BTĐU|BTTU|PBT|CT\b|PCT\b"
    r"|(?:Phó\s+|phó\s+)?[Bb]í\s+thư|(?:Phó\s+|phó\s+)?[Cc]hủ\s+tịch|Phó\s+chủ\s+tịch|(?:Phó\s+|phó\s+)?[Tt]rưởng\s+(?:[Bb]an|[Pp]hòng|[Đđ]oàn|[Cc]ông\s+an|thôn|khu|ấp|bản)"
    r"|(?:Phó\s+|phó\s+)?[Gg]iám\s+đốc|(?:Phó\s+|phó\s+)?[Tt]ổng\s+giám\s+đốc|(?:Phó\s+|phó\s+)?[Cc]hánh\s+(?:[Vv]ăn\s+phòng|[Tt]hanh\s+tra|VP|án)|(?:Phó\s+)?[Cc]hánh\s+án"
    r"|(?:Phó\s+)?[Cc]hủ\s+nhiệm|[Tt]ổ\s+trưởng|[Tt]ổ\s+phó|(?:Phó\s+)?[Vv]iện\s+trưởng|(?:Phó\s+)?[Hh]iệu\s+trưởng|(?:Phó\s+)?[Cc]hỉ\s+huy\s+trưởng"
    r"|[Đđ]ại\s+biểu\s+(?:HĐND|Quốc\s+hội|chuyên\s+trách|Hội)|Thường\s+trực\s+(?:Tỉnh|Thành|Thị|Huyện|Đảng)|[Tt]hủ\s+tướng|(?:Bộ|Thứ)\s+trưởng|[Tt]hư\s+ký|[Tt]rưởng\s+Ban|(?:Đại|Thượng|Trung|Thiếu)\s+(?:tá|tướng)"
    r"|[Cc]án\s+bộ|[Cc]huyên\s+viên|[Cc]ông\s+chức|[Đđ]ội\s+trưởng|(?:Cục|Vụ|Chi cục|Hạt)\s+trưởng|(?:Phó\s+)?[Tt]rưởng\s+\w+)"
)
_PERSON = re.compile(rf"(?P<honour>{HONORIFIC})\s*:?\s*(?P<name>{NAME})|(?P<bare>{NAME})")
_TITLE_AFTER = re.compile(rf"\s*(?:,|[-–—]|\(|:)\s*(?={OFFICE_WORDS})")
_TITLE_END = re.compile(
    rf"\s*(?:[;.:?!\n…]|,?\s+(?:đã|sẽ|đang|chủ\s+trì|đồng\s+chủ\s+trì|chủ\s+tọa|chủ\s+toạ|điều\s+hành|thay\s+mặt|thừa\s+ủy|thừa\s+uỷ|kết\s+luận|phát\s+biểu|dự\b(?!\s+(?:án|toán|thảo|kiến|phòng))|tham\s+dự|tham\s+gia|cùng\s+dự|yêu\s+cầu|đề\s+nghị|"
    rf"cho\s+(?:biết|rằng|ý)|nhấn\s+mạnh|đánh\s+giá|báo\s+cáo|trình\s+bày|(?<!công\s)(?<!chương\s)(?<!quy\s)trình\b|làm\s+(?:trưởng|việc)|chỉ\s+đạo|thông\s+tin|trả\s+lời|khẳng\s+định|ghi\s+nhận|tiếp\s+thu|giải\s+trình|lý\s+do|chỉ\s+trì|"
    rf"cảm\s+ơn|chúc\s+mừng|giao\b|lưu\s+ý|trao\s+đổi|tặng|tiếp\s+xúc|tiếp\s+công|tiếp\s+và|có\s+mặt|là\b|được\s+bầu|giữ\s+chức|quán\s+triệt|đọc\b|công\s+bố|ký\b|gợi\s+ý|nêu\b|phân\s+tích|đồng\s+tình|thống\s+nhất|giới\s+thiệu|khai\s+mạc|bế\s+mạc|"
    rf"cùng\b|và\s+(?:các\b|đại\s+diện|cán\s+bộ|lãnh\s+đạo|một\s+số|đông\s+đảo|thành\s+viên|đại\s+biểu|{HONORIFIC})|với\s+{HONORIFIC})|\s+[–—-]?\s*{HONORIFIC}\s)|\)\s*|\s*[–—-]\s+(?:đã\b)|,\s*(?:Trưởng,\s+Phó|các\b|lãnh\s+đạo|đại\s+diện|thành\s+viên|cùng\b)"
)
_NEXT_NAME = re.compile(rf"\s*(?:,|\bvà\b|;)\s*(?:{HONORIFIC}\s+)?(?P<name>{NAME})(?=\s*(?:[-–—,(;]|và\b))")
_BEFORE = re.compile(rf"(?P<title>{OFFICE_WORDS}[^.;:\n,(]{{0,90}}?)\s*$")
_NOT_NAMES = re.compile(
    r"(?:Hội Đồng|Ủy Ban|Uỷ Ban|Mặt Trận|Việt Nam|Quốc Hội|Chính Phủ|Đảng|Ban |Sở |Thường Trực|Văn Phòng|Tổ Quốc|Hồ Chí Minh|Nhân Dân|Công Thương|Dân Tộc|Tư Pháp|Kinh Tế|Kỳ |Luật |Nghị )"
)
_PLACE_BEFORE = re.compile(
    r"(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|TP\.?|thôn|ấp|bản|đường|phố|cầu|khu|trường|chợ|sông|hồ|núi|tuyến|dốc|ngõ|hẻm|làng|buôn|Công ty|nghĩa trang|công viên|Thành phố|tư tưởng|Đoàn TNCS|hình ảnh|Bác)\s+$"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """One naming of a person: places are of the plain words; `title` as written, "" when none stands beside it."""

    name: str
    start: int
    end: int
    title: str
    title_end: int
    """Where the offices after the name end; `end` when there are none."""
    first: int
    """Where the naming begins: the honorific or the office before the name."""

    def quote(self, plain: Plain) -> Found:
        return plain.found(self.first, max(self.end, self.title_end))


def mentions(plain: Plain) -> list[Mention]:
    """Return the people named, in order, each naming of each person."""
    text = plain.text
    found: list[Mention] = []
    past = 0
    for match in _PERSON.finditer(text):
        if match.start() < past:
            continue
        group = "name" if match["name"] else "bare"
        name, start = match[group], match.start(group)
        if group == "bare":
            bare = _bare(text, name, start, past)
            if bare is None:
                continue
            name, start = bare
        elif _NOT_NAMES.match(name) or _PLACE_BEFORE.search(text, max(0, match.start() - 20), match.start()):
            continue
        end = start + len(name)
        mention = _whole(text, name, start, end, match.start() if group == "name" else start)
        if mention is None:
            continue
        found.append(mention)
        past = max(mention.end, mention.title_end)
    return _shared_titles(text, found)


def _bare(text: str, name: str, start: int, past: int) -> tuple[str, int] | None:
    """Return the person in capitalised words without an honorific: from the first family name on."""
    words = list(re.finditer(SYLLABLE, name))
    for place, word in enumerate(words[:-1]):
        left = len(words) - place
        if left > 4 or word.group() not in (SURNAMES if place == 0 else COMMON):
            continue
        person = name[word.start() :]
        before = text[max(0, start + word.start() - 110) : start + word.start()]
        if _NOT_NAMES.match(person):
            return None
        held = _BEFORE.search(before) is not None and _office_before(before)
        in_place = place == 0 and _PLACE_BEFORE.search(before) is not None
        if in_place and not (held and (left > 2 or word.group() in SUREST)):
            return None
        after = text[start + len(name) : start + len(name) + 60]
        joined = (
            past
            and word.group() in COMMON
            and re.fullmatch(r"\s*(?:,|;|và|,\s*và)\s*", text[past : start + word.start()])
        )
        if held or joined or _TITLE_AFTER.match(after) is not None or _in_list(before, after):
            return person, start + word.start()
        return None
    return None


def _office_before(before: str) -> bool:
    match = _BEFORE.search(before)
    return match is not None and not re.search(r"\b(?:và|của|tại|với|do|là|có|đã)\s*$", match["title"])


def _in_list(before: str, after: str) -> bool:
    """Say whether the words stand where only people are listed: after "các đồng chí:", "gồm", a comma between names."""
    return bool(
        re.search(
            rf"(?:các\s+(?:đồng\s+chí|ông|bà|đại\s+biểu|ĐBQH)|các\s+Phó\s+[^.:\n]{{3,50}}(?=:)|đối\s+với|dự)\s*:?\s*(?:{NAME}[^.\n]{{0,60}}[,;]\s*)?$",
            before,
        )
        and re.match(r"\s*(?:[,;.]|và\b|[-–])", after)
    )


def _whole(text: str, name: str, start: int, end: int, first: int) -> Mention | None:
    before = _BEFORE.search(text, max(0, first - 110), first)
    if (
        before
        and first != start
        and not re.search(rf"{HONORIFIC}\s*$", text[max(0, before.start() - 14) : before.start()])
    ):
        before = None
    if before and not _office_before(before.group()):
        before = None
    after = _TITLE_AFTER.match(text, end, end + 160)
    if after:
        stop = _title_end(text, after.end())
        title = one_line(text[after.end() : stop]).strip(" ,–—-()")
        if not _names_another(title):
            return Mention(name, start, end, title, stop, before.start("title") if before else first)
    if before:
        return Mention(name, start, end, _last_office(before["title"]), end, before.start("title"))
    return Mention(name, start, end, "", end, first)


def _last_office(title: str) -> str:
    """Return the office nearest the name: "Chủ tịch … và các Phó Chủ tịch …" gives the last."""
    return one_line(re.split(r"\b(?:và\s+các|các)\s+(?=P|[Cc]h|[Tt]r)", title)[-1])


def _names_another(title: str) -> bool:
    """Say whether offices after a name are those of the next person: "A, Trưởng ban Pháp chế B"."""
    return any(
        match.start() and match.group().split()[0] in COMMON and len(match.group().split()) > 2
        for match in re.finditer(rf"(?<=[{LOWER}P]\s){NAME}", title)
    )


def _title_end(text: str, start: int) -> int:
    """Return where the offices that begin here end: a mark, a verb, or the next person."""
    limit = min(len(text), start + 320)
    stop = _TITLE_END.search(text, start, limit)
    end = stop.start() if stop else limit
    for person in _NEXT_NAME.finditer(text, start, min(len(text), end + 40)):
        if person.start() < end and person["name"].split()[0] in COMMON and not _NOT_NAMES.match(person["name"]):
            return person.start()
    return end


def _shared_titles(text: str, found: list[Mention]) -> list[Mention]:
    """Give "A, B - Phó Chủ tịch" to both: a name parted from the next by a comma or "và" shares its office."""
    mended = list(found)
    for place in range(len(mended) - 2, -1, -1):
        here, then = mended[place], mended[place + 1]
        if not here.title and then.title and then.title_end > then.end:
            between = text[here.end : then.first]
            if re.fullmatch(r"\s*(?:,|và|,\s*và)\s*", between):
                mended[place] = Mention(here.name, here.start, here.end, then.title, here.end, here.first)
    return mended
