"""Groups of addressees as conclusions name them, and the meeting a title tells of. No ORM, no clock."""

from __future__ import annotations

import re

from nghitruong.coordination.enums import Group
from nghitruong.language import fold, normalise

_MANY_COMMUNES = r"(?:cac |15 |13 |\d+ )?(?:xa,? phuong|phuong,? xa|xa,? phuong,? thi tran|xa, thi tran)"
_NAMED: tuple[tuple[Group, str], ...] = (
    (Group.COMMUNE_STANDING, rf"(?:thuong truc )?(?:hdnd|hoi dong nhan dan) {_MANY_COMMUNES}"),
    (Group.COMMUNE_COMMITTEES, rf"(?:ubnd|uy ban nhan dan) {_MANY_COMMUNES}"),
    (Group.COMMUNE_FRONTS, rf"(?:mttq|ubmttq|mat tran)[a-z ]* {_MANY_COMMUNES}"),
    (Group.COMMITTEES, r"cac ban (?:cua )?(?:hdnd|hoi dong nhan dan)"),
    (Group.GROUPS, r"(?:to truong )?cac to dai bieu"),
    (Group.DEPARTMENTS, r"cac (?:co quan chuyen mon|phong,? ban|so,? ban|co quan,? ban,? nganh)"),
    (Group.COMMUNE_COMMITTEES, rf"^(?:cac )?(?:dia phuong|{_MANY_COMMUNES})$"),
)


def group_of(addressee: str) -> str:
    """Return the group (`Group` value) these words name, or "": "UBND các xã, phường" is all People's Committees.

    Words that name none are left to a person; nothing is guessed beyond this table.
    """
    words = re.sub(r"\s+", " ", fold(addressee)).strip(" .;:")
    return next((group.value for group, pattern in _NAMED if re.search(pattern, words)), "")


_CONCLUDED = re.compile(r"(?:thông báo\s+)?kết luận\b", re.IGNORECASE)
_MEETING = re.compile(
    r"(?:(?:thông báo\s+)?kết luận\s+|.*?\btại\s+)?(?P<meeting>(?:các\s+)?"
    r"(?:hội nghị|hội thảo|tọa đàm|toạ đàm|cuộc họp|cuộc làm việc|phiên|kỳ họp|buổi|giao ban)\b.*)",
    re.IGNORECASE,
)
_ON_DAY = re.compile(
    r"[\s,;(]*\b(?:vào\s+)?ngày\s+\d{1,2}\s*"
    r"(?:[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|tháng\s+\d{1,2}\s+năm\s+\d{4})[\s.;)]*$",
    re.IGNORECASE,
)


def meeting_of(title: str, *, of_meeting: bool = False) -> str:
    """Return the meeting that a title names, without its day: "Hội nghị X" of "Kết luận … tại Hội nghị X ngày 2/3/2026".

    A title `of_meeting`, a meeting's own, is its name, unless it begins with what was concluded there. "" where
    none is named: a conclusion is nothing that anybody holds.
    """
    words = normalise(title)
    if not of_meeting or _CONCLUDED.match(words):
        named = _MEETING.match(words)
        words = named["meeting"] if named else ""
    return _ON_DAY.sub("", words).strip(" .,;")
