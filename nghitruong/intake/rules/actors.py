"""Who is named: organs, offices and people as noun phrases, by the grammar of Vietnamese official writing.

A phrase is a head ("Ủy ban nhân dân", "Sở", "các ban", "đại biểu") with what narrows it (levels, names, fields of
work, "của …", "thuộc …"), and others joined to it by commas and "và". No organ or place is known by name here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(r"[^\W_]+(?:[&./-][^\W_]+)*|[,;:()\"“”…!?\-\u2013.]")
_DETERMINERS = (
    "toàn thể",
    "quý vị",
    "vị",
    "tất cả",
    "một số",
    "một vài",
    "các",
    "những",
    "từng",
    "mỗi",
    "cả",
    "hai",
    "toàn",
)
_HEADS = (
    "ban thường trực|ban thường vụ|ban chấp hành|ban chỉ huy|ban chỉ đạo|ban quản lý|ban tổ chức|ban giám đốc|ban giám hiệu|ban soạn thảo|ban"
    "|thường trực|thường vụ|hội đồng nhân dân|hội đồng|uỷ ban nhân dân|ủy ban nhân dân|uỷ ban|ủy ban|hđnd|ubnd|ub|ubmttq|ubmttqvn|mttq|mặt trận tổ quốc|mặt trận"
    "|đảng uỷ|đảng ủy|tỉnh uỷ|tỉnh ủy|huyện uỷ|huyện ủy|thành uỷ|thành ủy|thị uỷ|thị ủy|quận ủy|quận uỷ|cấp uỷ|cấp ủy|đảng bộ|đảng đoàn|chi bộ|chi uỷ|chi ủy|thị trấn ủy"
    "|quốc hội|chính phủ|thủ tướng chính phủ|thủ tướng|trung ương|nhà nước"
    "|sở|bộ|phòng|chi cục|tổng cục|cục|vụ|công an|văn phòng|trung tâm|viện kiểm sát|viện|toà án|tòa án|kho bạc|bảo hiểm xã hội|thanh tra|đồn biên phòng|biên phòng|hạt kiểm lâm"
    "|đoàn giám sát|đoàn khảo sát|đoàn thể|đoàn thanh niên|đoàn đại biểu|đoàn đbqh|đoàn công tác|đoàn|liên đoàn lao động|liên đoàn|hội nông dân|hội phụ nữ|hội liên hiệp|hội cựu chiến binh|hội"
    "|tổ đại biểu|tổ trưởng|tổ phó|tổ công tác|tổ giúp việc|tổ thư ký|tổ dân phố|tổ|nhóm công tác|trường|nhà trường|bệnh viện|trạm y tế|tổng công ty|công ty|điện lực|ngân hàng|doanh nghiệp|hợp tác xã"
    "|chủ tịch|phó chủ tịch|phó|bí thư|phó bí thư|giám đốc|phó giám đốc|chánh văn phòng|chánh thanh tra|chánh|trưởng ban|phó trưởng ban|phó ban|trưởng phòng|trưởng thôn|trưởng bản|trưởng|bộ trưởng|thủ trưởng|người đứng đầu"
    "|chủ toạ|chủ tọa|thư ký|lãnh đạo|đại biểu|đồng chí|ông|bà|cán bộ|công chức|viên chức|thành viên|uỷ viên|ủy viên|hội thẩm"
    "|cơ quan|đơn vị|địa phương|ngành|ban ngành|xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh|đặc khu|thôn|bản|ấp|khu phố|khóm|tổ chức|cấp|cá nhân|chủ đầu tư|nhà thầu|bên|thành|thị"
)
_NO_HEADS = (
    "ban hành|ban đầu|ban bố|tổ chức|phòng chống|phòng ngừa|phòng họp|phòng cháy|sở hữu|sở tại|hội nghị|hội họp|hội thảo|hội trường|hội nhập|cấp giấy|cấp phép|cấp thiết|cấp bách|cấp phát|cấp mới|cấp đổi|cấp nước"
    "|cấp vốn|cấp kinh phí|xã hội|bộ máy|bộ phận|đoàn kết|trường hợp|vụ việc|vụ án|phó mặc|cục bộ|viện dẫn|trưởng thành|thành lập|thành công|thành phần|thành tích|thành quả|thị trường|bà con|bản thân|bản chất|bản đồ|bên cạnh|tổ hợp"
    "|nhà nước và pháp luật|ngành nghề|công an toàn|hội viên|cả năm|cả nước|tỉnh táo|đơn vị tính|trung ương đảng|cơ sở hạ tầng|văn phòng phẩm"
)
_NARROWS = (
    "nhân dân|có liên quan|liên quan|chức năng|chuyên môn|hữu quan|trực thuộc|cùng cấp|các cấp|cấp trên|cấp dưới|chủ quản|phụ trách|chuyên trách|đương nhiệm|các cấp, các ngành|có thẩm quyền|thẩm quyền|quản lý nhà nước"
    "|pháp chế|kinh tế|ngân sách|văn hoá|văn hóa|xã hội|đô thị|dân tộc|tôn giáo|tài chính|kế hoạch|đầu tư|tài nguyên|môi trường|nông nghiệp|phát triển nông thôn|nông thôn|nội vụ|tư pháp|xây dựng|giáo dục|đào tạo|y tế|công thương"
    "|giao thông vận tải|giao thông|lao động|thương binh|khoa học|công nghệ|thông tin|truyền thông|thể thao|du lịch|ngoại vụ|quân sự|quốc phòng|an ninh|biên phòng|kiểm tra|tuyên giáo|dân vận|thuế|thống kê|kiểm lâm|hạ tầng|đất đai"
    "|quản lý dự án|dự án|đầu tư xây dựng|phát triển quỹ đất|tiếp công dân|hành chính công|phục vụ hành chính công|nông dân|phụ nữ|thanh niên|cựu chiến binh|công đoàn|đoàn thể|chính trị|quốc hội|trung ương|việt nam|nhà nước"
    "|tỉnh|huyện|xã|phường|thị trấn|thị xã|thành phố|quận|đặc khu|khu vực|cơ sở|địa phương|tổ quốc|dân phố|thôn|bản|khối|lực lượng vũ trang|chính quyền|kinh doanh|sự nghiệp|hành chính|kỹ thuật|quy hoạch|vận tải|chế độ"
    "|được giao|được phân công|ngành dọc|trên địa bàn|tối cao|giúp việc|này|nói trên|nêu trên|nhà|các"
)
_VERBAL = {
    "xây",
    "đầu",
    "kế",
    "đào",
    "thống",
    "kiểm",
    "quy",
    "kinh",
    "thông",
    "phát",
    "phục",
    "tiếp",
    "chế",
    "được",
    "chính",
    "quản",
}
"""Beginnings of fields that are verbs too: fields only after a word that wants one ("phòng xây dựng", not "UBND xã xây dựng")."""
_WANTS_FIELD = {
    "sở",
    "bộ",
    "phòng",
    "ban",
    "cục",
    "ngành",
    "khối",
    "ủy",
    "uỷ",
    "và",
    "-",
    "\u2013",
    ",",
    "lý",
    "án",
    "giáo",
    "dục",
}
_JOINS = {"của", "thuộc", "trong", "ở", "với", "-", "\u2013"}
_AND = {",", "và", "cùng", "hoặc"}


_COMPOUNDS: dict[str, frozenset[str]] = {
    second: frozenset(firsts.split("|"))
    for second, firsts in {
        "vụ": "nhiệm|dịch|phục|nghĩa|công|án|chức|sự|nghiệp|thời|mùa|thương|ngoại|nội|tạp|tài|đặc",
        "bộ": "cán|toàn|nội|tiến|đồng|cục|đi|hướng|thủy|đường|bãi|tổng",
        "hội": "xã|cơ|lễ|dự|mở|đại|hiệp|giáo",
        "đoàn": "tập|lữ|sư|binh|kiểm",
        "sở": "cơ|trụ|công",
        "phòng": "quốc|dự|văn|hải|đề|tiêu|xả|căn|ngừa",
        "xã": "tác|làng|thị|hợp",
        "bản": "văn|cơ|xuất|căn|biên|kịch|tài|phiên|khoáng|nhật|bất|nguyên|quy|kế",
        "thị": "đô|chỉ|siêu|hiển|cận|thành",
        "thành": "hoàn|hình|trưởng|nội|ngoại|đạt|trở|lập|kết|tạo|thu|cấu|tiền",
        "cấp": "cung|phân|nâng|trợ|sơ|trung|cao|khẩn|được|đã|bao|đẳng|cho|bậc|chu|việc|thẩm|quyền",
        "viện": "thư|bệnh|học|thành|giáo|nhân",
        "ngành": "liên|chuyên|nghề",
        "trường": "môi|hội|hiện|thị|chủ|lập|nông|lâm|công|quảng|quan",
        "tổ": "nguyên",
        "ban": "giao|khoa|phát|sách",
        "tỉnh": "ngoại",
        "bên": "mỗi|một|bên",
        "phó": "đối|ứng",
        "bà": "đàn",
        "trưởng": "tăng|sinh",
        "thôn": "nông|hương",
        "ấp": "đầm",
        "cục": "bố|đại|kết|chung",
        "nhà": "",
    }.items()
}
"""Second syllables of other words: "nhiệm vụ" is no "vụ"."""


def _split(words: str) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in words.split("|"):
        parts = tuple(phrase.replace(",", " ,").split())
        found.setdefault(parts[0], []).append(parts)
    for forms in found.values():
        forms.sort(key=len, reverse=True)
    return found


_BOOKS = {name: _split(words) for name, words in (("head", _HEADS), ("no", _NO_HEADS), ("narrows", _NARROWS))}
_DETERMINER = _split("|".join(_DETERMINERS))


@dataclass(frozen=True, slots=True)
class Token:
    low: str
    start: int
    end: int
    is_name: bool


def tokens(text: str) -> list[Token]:
    """Return the words and marks of a text with their places; a name begins with a capital."""
    return [
        Token(hit.group().lower(), hit.start(), hit.end(), hit.group()[:1].isupper() or hit.group().isdigit())
        for hit in _TOKEN.finditer(text)
    ]


def body_at(read: list[Token], place: int) -> int:
    """Return the place after the noun phrase of organs or people that begins at a token; the same place if none does."""
    parts = parts_at(read, place)
    return parts[-1][1] if parts else place


def parts_at(read: list[Token], place: int) -> list[tuple[int, int]]:
    """Return the noun phrases that begin at a token, joined by commas and "và", one by one."""
    parts: list[tuple[int, int]] = []
    at = place
    while (end := _one(read, at)) > at:
        if parts and end - at == 1 and read[at].is_name and not _told("head", read, at):
            break
        parts.append((at, end))
        at = end
        if at < len(read) and read[at].low in _AND:
            at += 1
            if at < len(read) and read[at - 1].low == "," and read[at].low in {"và", "cùng"}:
                at += 1
        else:
            break
    return parts


def bodies(text: str, read: list[Token] | None = None) -> Iterator[tuple[int, int]]:
    """Yield (first token, after the last) of each noun phrase of organs or people, in order."""
    read = tokens(text) if read is None else read
    place = 0
    while place < len(read):
        end = body_at(read, place)
        if end > place:
            yield place, end
            place = end
        else:
            place += 1


def _told(book: str, read: list[Token], place: int) -> int:
    """Return how many tokens the longest phrase of a book takes here; 0 if none."""
    if place >= len(read):
        return 0
    for form in (_DETERMINER if book == "determiner" else _BOOKS[book]).get(read[place].low, ()):
        if tuple(token.low for token in read[place : place + len(form)]) == form:
            return len(form)
    return 0


def _is_head(read: list[Token], place: int) -> int:
    count = _told("head", read, place)
    if count == 1 and place and not read[place].is_name and read[place - 1].low in _COMPOUNDS.get(read[place].low, ()):
        return 0
    if count and read[place].low == "tổ" and count == 2 and read[place + 1].low == "chức":
        before = read[place - 1].low if place else ""
        after = read[place + 2].low if place + 2 < len(read) else ""
        is_thing = before in {"các", "những", "mọi", ","} or before == "và"
        return (
            count
            if is_thing
            and after in {",", "chính", "đoàn", "hội", "liên", "có", "thành", "và", "đảng", "cần", "phải", "xã"}
            else 0
        )
    if count and _told("no", read, place) >= max(count, 2) and not (read[place].is_name and place and count > 1):
        return 0
    if (
        count == 1
        and read[place].low == "cấp"
        and not (
            place + 1 < len(read) and read[place + 1].low in {"trên", "dưới", "có", "thẩm", ",", "xã", "tỉnh", "huyện"}
        )
    ):
        return 0 if not (place and read[place - 1].low in {"các", ",", "từng"}) else count
    return count


def _one(read: list[Token], place: int) -> int:
    """Read one noun phrase without what is joined to it by commas; return the place after it."""
    at = place
    while count := _told("determiner", read, at):
        at += count
    head = _is_head(read, at)
    if not head:
        return place
    at += head
    return _narrowed(read, at)


def _narrowed(read: list[Token], at: int) -> int:
    while at < len(read):
        token = read[at]
        if head := _is_head(read, at):
            at += head
        elif narrows := _narrows(read, at):
            at += narrows
        elif token.is_name and token.low not in {"nghị", "luật", "điều", "kỳ"} and not token.low.isdigit():
            at += 1
        elif token.low in {"khóa", "khoá", "số"} and at + 1 < len(read) and read[at + 1].is_name:
            at += 2
        elif token.low in _JOINS and (further := _after_joint(read, at)) > at:
            at = further
        elif joined := _joined_field(read, at):
            at += joined
        else:
            break
    return at


def _narrows(read: list[Token], at: int) -> int:
    """Return how many tokens narrow the phrase here: a level, a field of work, "có liên quan"."""
    count = _told("narrows", read, at)
    if not count or _is_verb(read, at):
        return 0
    low = read[at].low
    if low == "các" and not (_is_head(read, at + 1) or _told("narrows", read, at + 1)):
        return 0
    after = read[at + 1].low if at + 1 < len(read) else "."
    if low in {"này", "nhà"} and after not in {",", ".", ":", ";", "cần", "phải", "nước", "trường"}:
        return 0
    return count


def _joined_field(read: list[Token], at: int) -> int:
    """Return how many tokens go on with a name of several fields: "và Môi trường", ", Thương binh" before "và Xã hội"."""
    if read[at].low not in {"và", ","} or not _field_before(read, at):
        return 0
    count = _field(read, at + 1)
    if read[at].low == "," and not (count and _field(read, at + 1 + count + 1)):
        return 0
    return 1 + count if count else 0


def _is_verb(read: list[Token], at: int) -> bool:
    if read[at].low == "kiểm" and read[at - 2 if at > 1 else 0].low not in {"ủy", "uỷ"}:
        return True
    return read[at].low in _VERBAL and not read[at].is_name and read[at - 1].low not in _WANTS_FIELD


def _field(read: list[Token], place: int) -> int:
    """Return how many tokens a field of work takes here ("môi trường", "Đầu tư"); levels are none."""
    if place >= len(read) or _is_head(read, place) or read[place].low == "các":
        return 0
    if read[place].low in _VERBAL and not read[place].is_name and read[place - 1].low not in {"và", "-", "\u2013"}:
        return 0
    return _told("narrows", read, place) or (
        1 if read[place].is_name and not read[place].low.isdigit() and place else 0
    )


def _field_before(read: list[Token], place: int) -> bool:
    return any(
        _told("narrows", read, place - back) == back and not _is_head(read, place - back)
        for back in (1, 2, 3)
        if place >= back
    ) or (read[place - 1].is_name and not _is_head(read, place - 1))


def _after_joint(read: list[Token], at: int) -> int:
    """Read on after "của", "thuộc", "trong" or a dash, where a noun phrase or a field of work follows."""
    if read[at].low == "với":
        return at
    if read[at].low in {"-", "\u2013"}:
        count = _field(read, at + 1) or _is_head(read, at + 1)
        return at + 1 + count if count else at
    further = _one(read, at + 1)
    return further if further > at + 1 else at
