"""What a petition is about, by name: roads, bridges, streams, schools, hamlets, and where it was raised."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nghitruong.language.folding import fold
from nghitruong.language.likeness.words import COMMON, STOP, folded_text
from nghitruong.language.spans import Placed, placed

_ROADS = [
    ("ql", re.compile(r"\b(?:quoc lo|ql|duong quoc lo)\s*(\d{1,3}[a-h]?)\b(?! ?(?:m2|ha|trieu|ty|dong)\b)")),
    (
        "dt",
        re.compile(r"\b(?:tinh lo|duong tinh lo|duong tinh|dt|tl|dtl)\s*(\d{1,4}[a-h]?)\b(?! ?(?:m2|m|ha|trieu|ty)\b)"),
    ),
    ("dh", re.compile(r"\b(?:huyen lo|duong huyen|dh|hl)\s*(\d{1,4}[a-h]?)\b(?! ?(?:m2|m|ha|trieu|ty)\b)")),
    ("dx", re.compile(r"\b(?:duong xa|dx)\s*(\d{1,4}[a-h]?)\b")),
    (
        "d",
        re.compile(r"\b(?:duong|duong so|tuyen)\s*(\d{1,4}[a-h]?)\b(?! ?(?:m|m2|ha|met|km|trieu|ty|nam|thon|xa|ho)\b)"),
    ),
]
_PAPERS = re.compile(
    r"\b(?:nghi dinh|nghi quyet|quyet dinh|thong tu|nd|nq|qd|tt|luat|ctr|chuong trinh)\s*(?:so\s*)?(\d{1,5})\b(?:\s*(?:\d{4}\b))?"
)
_KM = re.compile(r"\bkm\s*(\d{1,4})\b")
_AMOUNT = re.compile(r"\b(\d{1,6})\s*(km|m2|m|ha|ho|lop|tram|phong|thua|cong trinh)\b")

_HEADS = {
    "đường": "duong", "phố": "duong", "ngõ": "duong", "hẻm": "duong", "tuyến": "duong", "cầu": "cau", "cầu treo": "cau",
    "ngầm": "cau", "ngầm tràn": "cau", "sông": "song", "suối": "suoi", "ngòi": "suoi", "rạch": "suoi", "khe": "suoi",
    "hồ": "ho", "hồ chứa": "ho", "đập": "dap", "đập dâng": "dap", "kè": "ke", "kênh": "kenh", "mương": "kenh", "cống": "cong",
    "chợ": "cho", "trường": "truong", "trường mầm non": "truong", "trường tiểu học": "truong", "trường thcs": "truong",
    "trường thpt": "truong", "trường trung học cơ sở": "truong", "trường trung học phổ thông": "truong",
    "điểm trường": "truong", "trạm y tế": "tram", "bệnh viện": "benhvien", "công ty": "congty", "nông trường": "nongtruong",
    "khu công nghiệp": "kcn", "cụm công nghiệp": "kcn", "khu dân cư": "kdc", "khu tái định cư": "tdc", "thủy điện": "thuydien",
    "bãi rác": "bairac", "nghĩa trang": "nghiatrang", "đền": "di tich", "chùa": "di tich", "đình": "di tich", "xứ đồng": "dong",
    "cánh đồng": "dong", "khu sản xuất": "dong", "khu bảo tồn": "khubaoton", "dự án": "duan",
    "công trình nước sạch": "nuocsach", "công trình cấp nước sạch": "nuocsach", "công trình thủy lợi": "thuyloi",
    "thôn": "thon", "bản": "thon", "xóm": "thon", "ấp": "thon", "tổ dân phố": "thon", "tổ": "thon", "khu phố": "thon",
    "khóm": "thon", "làng": "thon", "buôn": "thon", "khối": "thon", "khu vực": "thon", "tổ dân phố số": "thon",
    "xã": "xa", "phường": "xa", "thị trấn": "xa",
    "huyện": "huyen", "quận": "huyen", "thị xã": "huyen", "thành phố": "huyen", "tp": "huyen", "tx": "huyen",
    "tỉnh": "tinh",
}  # fmt: skip
WORKS = frozenset(_HEADS.values()) - {"xa", "huyen", "tinh", "thon"}
SMALL = WORKS | {"thon"}
"""Things of one place: two petitions naming different ones of a class are about different things."""

_MENTIONED = {
    "đường điện": "dien", "đường dây": "dien", "điện lưới": "dien", "lưới điện": "dien", "điện": "dien", "trạm biến áp": "dien",
    "đèn": "den", "điện chiếu sáng": "den", "chiếu sáng": "den", "rãnh": "ranh", "cống thoát nước": "ranh", "thoát nước": "ranh",
    "nước sạch": "nuocsach", "nước sinh hoạt": "nuocsach", "rác": "rac", "rác thải": "rac", "bảo hiểm": "baohiem",
    "phụ cấp": "phucap", "phòng học": "truong", "lớp học": "truong", "trụ sở": "truso", "nhà văn hóa": "nvh", "nhà ở": "nhao",
    "internet": "mang", "cáp quang": "mang", "giấy chứng nhận": "sodo", "sổ đỏ": "sodo", "loa": "loa", "học phí": "hocphi",
    "giáo viên": "giaovien", "thủy lợi": "thuyloi", "bến xe": "benxe", "kiot": "cho", "sân bóng": "san", "sân thể thao": "san",
    "vỉa hè": "viahe", "cây xanh": "cayxanh", "bờ kè": "ke", "đường ống": "ong", "ma túy": "anninh", "an ninh": "anninh",
    "nhà tạm": "nhao", "chợ": "cho", "đò": "do", "bến đò": "do", "phân bón": "vattu", "vật tư": "vattu", "giống": "giong",
}  # fmt: skip
"""Things asked for without a name; two petitions of one place that ask for none in common are two matters."""
_LANDMARKS = frozenset(
    {"song", "suoi", "ho", "dong", "di tich", "kdc", "tdc", "duan", "congty", "nongtruong", "khubaoton", "kcn"}
)
_TALKED = {**{head: kind for head, kind in _HEADS.items() if kind in WORKS - _LANDMARKS}, **_MENTIONED}
_LONG_TALKED = sorted(
    {tuple(fold(head).split()): (head, kind) for head, kind in _TALKED.items()}.items(), key=lambda i: -len(i[0])
)
_TALKED_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
for _folded, (_head, _kind) in _LONG_TALKED:
    _TALKED_BY_FIRST.setdefault(_folded[0], []).append((_folded, _head, _kind))

_LONG_HEADS = sorted(
    {tuple(fold(head).split()): (head, kind) for head, kind in _HEADS.items()}.items(), key=lambda i: -len(i[0])
)
_BY_FIRST: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
for _folded, (_head, _kind) in _LONG_HEADS:
    _BY_FIRST.setdefault(_folded[0], []).append((_folded, _head, _kind))
MOST_NAME = 4


@dataclass(frozen=True, slots=True)
class Named:
    """One thing by name: its class, its folded name, and the characters [start, end) that say it."""

    kind: str
    name: str
    start: int
    end: int

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.name}"


def _is_plain(text: str) -> bool:
    return (
        not any(unicodedata.combining(sign) for sign in unicodedata.normalize("NFD", text)) and "đ" not in text.lower()
    )


def _is_caseless(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    upper = sum(sign.isupper() for sign in letters[1:])
    return upper == 0 or upper > 0.7 * len(letters)


@lru_cache(maxsize=4096)
def named(text: str) -> tuple[Named, ...]:
    """Return things named in a text: "cầu Thác Khuy", "thôn 8", "thôn Phú Bình và thôn Hòa Bình" gives two.

    A name is what follows the noun with a capital or as a number; where the writer used neither accents nor
    capitals, up to two syllables that are no common words.
    """
    read = placed(text)
    plain, caseless = _is_plain(text), _is_caseless(text)
    found: list[Named] = []
    place = 0
    while place < len(read):
        head = _head_at(text, read, place, plain=plain)
        if head is None:
            place += 1
            continue
        kind, length = head
        last = place
        for first, count in _names(text, read, place + length, caseless=caseless):
            name = " ".join(_number(read[i].syllable) for i in range(first, first + count))
            found.append(Named(kind, name, read[place].start, read[first + count - 1].end))
            last = first + count - 1
        place = max(place + length, last + 1)
    return tuple(found)


def _number(syllable: str) -> str:
    return (syllable.lstrip("0") or "0") if syllable.isdigit() else syllable


@lru_cache(maxsize=4096)
def mentioned(text: str) -> frozenset[str]:
    """Return the classes of things a text asks about, named or not: bridge, embankment, lamps, allowances."""
    read = placed(text)
    plain = _is_plain(text)
    found: set[str] = set()
    place = 0
    while place < len(read):
        head = _head_at(text, read, place, plain=plain, heads=_TALKED_BY_FIRST)
        if head:
            found.add(head[0])
        place += head[1] if head else 1
    return frozenset(found)


def _head_at(
    text: str,
    read: list[Placed],
    place: int,
    *,
    plain: bool,
    heads: dict[str, list[tuple[tuple[str, ...], str, str]]] | None = None,
) -> tuple[str, int] | None:
    for folded, head, kind in (_BY_FIRST if heads is None else heads).get(read[place].syllable, ()):
        count = len(folded)
        if place + count <= len(read) and tuple(one.syllable for one in read[place : place + count]) == folded:
            written = unicodedata.normalize("NFC", text[read[place].start : read[place + count - 1].end]).lower()
            if plain or " ".join(written.split()) == head or fold(head) == head:
                return kind, count
    return None


def _names(text: str, read: list[Placed], place: int, *, caseless: bool) -> Iterator[tuple[int, int]]:
    """Yield (first, count) of the name at a place and of names joined to it: "Nà Lúm, Cốc Kè"."""
    count = _name_length(text, read, place, caseless=caseless)
    while count:
        yield place, count
        after = place + count
        if caseless or after >= len(read):
            return
        between = text[read[after - 1].end : read[after].start]
        if between.strip() not in {",", "-", "–", ";"}:
            return
        place = after
        if _head_at(text, read, place, plain=False):
            return
        count = _name_length(text, read, place, caseless=caseless)


def _name_length(text: str, read: list[Placed], place: int, *, caseless: bool) -> int:
    count = 0
    while place + count < len(read) and count < MOST_NAME:
        one = read[place + count]
        gap = text[read[place + count - 1].end : one.start] if place + count else ""
        if any(sign in gap for sign in ",;.:()\n–") or " - " in gap:
            break
        first = text[one.start]
        if first.isdigit():
            count += 1
            if count == 1:
                break
            continue
        if caseless:
            if count == 2 or one.syllable in STOP or one.syllable in COMMON:
                break
        elif not first.isupper():
            break
        count += 1
    return count


@lru_cache(maxsize=4096)
def codes(text: str) -> tuple[str, ...]:
    """Return road numbers as one spelling each: ĐH.09 and "đường huyện 9" are "dh9", tỉnh lộ 533 is "dt533"."""
    folded = folded_text(text)
    found: dict[str, None] = {}
    for kind, pattern in _ROADS:
        for match in pattern.finditer(folded):
            found.setdefault(f"{kind}{match.group(1).lstrip('0') or '0'}")
        folded = pattern.sub(" ", folded)
    return tuple(found)


@lru_cache(maxsize=4096)
def papers(text: str) -> tuple[str, ...]:
    """Return numbers of legal papers named in a text: "Nghị định số 34/2019/NĐ-CP" gives "34"."""
    return tuple(dict.fromkeys(match.group(1).lstrip("0") for match in _PAPERS.finditer(fold(text))))


def amounts(text: str) -> tuple[str, ...]:
    """Return measured figures, "70 ha", "6 km": two petitions with the same one rarely mean two things."""
    folded = fold(text)
    found = [f"{number.lstrip('0') or '0'}{unit}" for number, unit in _AMOUNT.findall(folded)]
    return tuple(dict.fromkeys([*found, *(f"km{number}" for number in _KM.findall(folded))]))


@dataclass(frozen=True, slots=True)
class Locality:
    """Where a petition was raised, by folded names of each level; empty where it is not said."""

    hamlets: frozenset[str] = frozenset()
    communes: frozenset[str] = frozenset()
    districts: frozenset[str] = frozenset()
    provinces: frozenset[str] = frozenset()

    def relation(self, other: Locality) -> str:
        """Return "same" (one commune), "within" (one may contain the other), "apart" or "unknown"."""
        if self.communes and other.communes:
            if not self.communes & other.communes:
                return "apart"
            both = self.provinces and other.provinces and not self.provinces & other.provinces
            return "apart" if both else "same"
        for mine, theirs in ((self.districts, other.districts), (self.provinces, other.provinces)):
            if mine and theirs:
                return "within" if mine & theirs else "apart"
        return "unknown"


@lru_cache(maxsize=4096)
def locality(place: str, aliases: tuple[str, ...] = ()) -> Locality:
    """Read a place in words, blind to accents and case; `aliases` are names of the commune before and after.

    A part without a noun continues the one before ("các xã A, B"); the first one alone is a commune.
    """
    levels: dict[str, set[str]] = {"thon": set(), "xa": set(), "huyen": set(), "tinh": set()}
    level = "xa"
    for part in _PARTS.split(place):
        folded = fold(part)
        head = _LEVEL.match(folded)
        if head:
            level = _LEVEL_OF[head.group(1)]
            folded = folded[head.end() :]
        if folded in _CITIES:
            level = "tinh"
        if folded:
            levels[level].add(" ".join(map(_number, folded.split())))
    levels["xa"].update(fold(name) for name in aliases)
    return Locality(*(frozenset(levels[one]) for one in ("thon", "xa", "huyen", "tinh")))


_PARTS = re.compile(r"[,;()\n]| - | – ")
_LEVELS = {
    "thon": "thon|ban|xom|ap|to dan pho so|to dan pho|tdp|to|khu pho|khom|lang|buon|khoi|khu vuc",
    "xa": "cac xa|cac phuong|xa|phuong|thi tran",
    "huyen": "cac huyen|huyen|quan|thi xa|thanh pho|tx|tp",
    "tinh": "tinh",
}
_LEVEL_OF = {head: level for level, heads in _LEVELS.items() for head in heads.split("|")}
_LEVEL = re.compile(rf"({'|'.join(sorted(_LEVEL_OF, key=len, reverse=True))})(?: |$)")
_CITIES = {"ha noi", "hai phong", "da nang", "hue", "can tho", "ho chi minh", "tphcm"}
