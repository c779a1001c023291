"""Does a petition itself say that it was asked before? Its own words, literally, or nothing."""

from __future__ import annotations

import itertools
import re
import unicodedata
from dataclasses import dataclass

from nghitruong.language.spans import Placed, placed

_ASK = "(?:kien nghi|de nghi|phan anh|de xuat|neu|hoi|co y kien|keu|gui don|lam don|trinh bay|bao cao|yeu cau|phan nan)"
_WHO = "(?:cu tri|nhan dan|ba con|nguoi dan|chung toi|toi|gia dinh)"
_TIMES = r"(?:\d+|hai|ba|bon|nam|vai|may|nhieu)"
_MANY = (
    rf"(?:(?:rat )?nhieu (?:lan|nam|nhiem ky|khoa|ky hop|ky|cuoc tiep xuc|lan tiep xuc|hoi nghi)|"
    rf"{_TIMES}(?: \d+)? (?:lan|ky hop|nhiem ky)(?: lien(?: tiep)?)?)"
)
_EARLIER = (
    "(?:(?:o |tai )?(?:cac|nhieu|nhung) (?:ky hop|ky|(?:cuoc|buoi|dot|lan|hoi nghi) tiep xuc(?: cu tri)?|lan|nhiem ky|dot|khoa) "
    "truoc(?: day| do)?|truoc day|lan truoc|ky truoc|ky hop truoc|nhiem ky truoc|khoa truoc|(?:cuoc|buoi|dot|lan) tiep xuc(?: cu tri)? truoc)"
)
_HANDLED = "(?:giai quyet|giai dap|tra loi|xem xet|quan tam|khac phuc|xu ly|chuyen bien|thuc hien|hoi am|dut diem|ket qua|phan hoi)"
_UNHANDLED = rf"(?:chua|khong)(?: (?:duoc|thay|co|he|ai)){{0,3}} {_HANDLED}"
_BETWEEN = r"(?:lai|rat|da|qua|duoc|len|toi|phai|cap tren|voi)"
_NOT = "(?:chua|khong)"

_STRICT = [
    rf"{_ASK}(?: {_BETWEEN}){{0,3}} {_MANY}",
    rf"{_MANY} (?:(?:da|qua|lien|nay|roi|duoc|co|{_WHO}) ){{1,4}}{_ASK}",
    rf"(?:rat )?nhieu (?:lan|nhiem ky|khoa|ky hop|ky) {_ASK}",
    r"nhieu nam (?:kien nghi|phan anh|de xuat)",
    rf"{_WHO} (?:da )?(?:lien tuc|thuong xuyen|nam nao cung|ky nao cung) (?:kien nghi|phan anh|de xuat|neu|keu)",
    rf"{_ASK} (?:da|tu) lau(?: \S+){{0,3}}? (?:{_NOT}|van|nhung|ma)",
    rf"{_ASK} (?:cu|lan truoc|truoc do|truoc day)",
]
"""Patterns broken by a comma: "tăng liên tục, đề nghị …" is no statement."""
_LOOSE = [
    rf"(?:da|tung)(?: (?:duoc|tung|nhieu lan|{_WHO})){{0,3}} {_ASK}(?: \S+){{0,6}}? {_EARLIER}",
    rf"{_EARLIER}(?: (?:cung|da|tung|duoc|{_WHO})){{1,5}} {_ASK}",
    rf"(?:da|tung) (?:nhieu lan )?{_ASK}(?: \S+){{0,10}}? {_UNHANDLED}",
    (
        rf"{_ASK}(?: \S+){{0,5}}? tu (?:dau |cuoi |giua )?(?:nam|thang|ky hop|nhiem ky|khoa)(?: \S+){{1,4}}? "
        rf"(?:den|toi) nay(?: \S+){{0,2}}? {_UNHANDLED}"
    ),
    r"nhac lai (?:noi dung|y kien|kien nghi|de nghi|viec|van de|phan anh)|(?:cu tri|xin|phai) nhac lai",
    r"(?<!thu )hoi lai|(?:kien nghi|de nghi|phan anh|neu|de xuat) lai|(?:them )?mot lan nua (?:kien nghi|de nghi|phan anh|neu|de xuat)",
    r"(?:kien nghi|de nghi|phan anh|neu|de xuat)(?: \S+){0,2} (?:them )?mot lan nua|tai kien nghi",
    rf"{_WHO} (?:lai |van )?tiep tuc (?:co y kien )?(?:kien nghi|phan anh|de xuat|neu|hoi|de nghi)",
    r"^(?:lai |van )?tiep tuc (?:kien nghi|phan anh|neu|de nghi)",
    rf"lan thu (?:\d+|hai|ba|tu|nam|sau)(?: \S+){{0,3}}? {_ASK}",
    rf"{_ASK}(?: \S+){{0,3}}? lan thu (?:\d+|hai|ba|tu|nam|sau)",
    (
        rf"{_MANY}(?: \S+){{0,2}}? (?:hua|co ke hoach|khao sat|do dac|lap du an|cam ket|tra loi|giai trinh)"
        rf"(?: \S+){{0,8}}? (?:nhung |ma |song )?(?:\S+ ){{0,3}}?{_NOT}"
    ),
    (
        rf"(?:da|tung)(?: \S+){{0,2}}? (?:hua|tra loi|cam ket|giai trinh|ghi nhan|tiep thu)(?: \S+){{0,8}}? "
        rf"(?:nhung|ma|song)(?: \S+){{0,4}}? {_NOT}"
    ),
    r"(?<!de )(?<!tranh )(?<!chan )tai dien|dau lai hoan do|dau van hoan day|dau van con do",
    (
        r"(?:truoc day|da tung|da duoc|da)(?: \S+){0,8}? (?:xu ly|khac phuc|giai quyet|xu phat|sua chua|nhac nho)(?: \S+){0,6}? "
        r"(?:nhung|nay|hien nay)(?: (?!de|kien|mong|xin)\S+){0,2}? (?:lai|tiep tuc|van)(?! (?:de nghi|kien nghi))"
    ),
]
_PATTERNS = [
    (re.compile(rf"(?<!\S)(?:{pattern})(?!\S)"), signs)
    for patterns, signs in ((_STRICT, ".;:!?,\n"), (_LOOSE, ".;:!?\n"))
    for pattern in patterns
]
_WRITTEN = {
    "neu": {"nêu"}, "hoi": {"hỏi"}, "lai": {"lại"}, "lan": {"lần"}, "ky": {"kỳ", "kì"}, "hua": {"hứa"}, "keu": {"kêu"},
    "truoc": {"trước"}, "cu": {"cũ", "cử"}, "khoa": {"khóa", "khoá"}, "dot": {"đợt"}, "van": {"vẫn"}, "lau": {"lâu"},
    "da": {"đã"}, "tung": {"từng"}, "chua": {"chưa"}, "nua": {"nữa"}, "nghi": {"nghị"}, "nam": {"năm"}, "nhac": {"nhắc"},
    "tai": {"tái", "tại"}, "dien": {"diễn"}, "don": {"đơn"}, "nay": {"nay"}, "nhieu": {"nhiều"}, "ma": {"mà"},
}  # fmt: skip
"""Syllables with other meanings once accents are gone ("nếu" is if): where a text has accents, these must be right."""


@dataclass(frozen=True, slots=True)
class SaysRepeated:
    """The literal words of a petition that say it was asked before, and where they stand."""

    quote: str
    start: int
    end: int


def says_repeated(text: str) -> SaysRepeated | None:
    """Return the words that say it was asked, promised or settled before, or None. Accents and case do not matter."""
    read = placed(text)
    if not read:
        return None
    stream = " ".join(one.syllable for one in read)
    starts = _starts(read)
    plain = stream == " ".join(text[one.start : one.end].lower() for one in read)
    best: SaysRepeated | None = None
    for pattern, signs in _PATTERNS:
        for match in pattern.finditer(stream):
            first = starts[match.start()]
            words = read[first : first + match.group().count(" ") + 1]
            between = "".join(text[a.end : b.start] for a, b in itertools.pairwise(words))
            if any(sign in signs for sign in between) or not (plain or _as_written(text, words)):
                continue
            begin, end = words[0].start, words[-1].end
            if best is None or end - begin > best.end - best.start:
                best = SaysRepeated(text[begin:end], begin, end)
    return best


def _as_written(text: str, words: list[Placed]) -> bool:
    return all(
        one.syllable not in _WRITTEN
        or unicodedata.normalize("NFC", text[one.start : one.end]).lower() in _WRITTEN[one.syllable]
        for one in words
    )


def _starts(read: list[Placed]) -> dict[int, int]:
    places, at = {}, 0
    for number, one in enumerate(read):
        places[at] = number
        at += len(one.syllable) + 1
    return places
