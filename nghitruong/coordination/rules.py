"""Groups of addressees as conclusions name them, and the words of a task. No ORM, no clock."""

from __future__ import annotations

import re

from nghitruong.coordination.enums import Group
from nghitruong.language import fold

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
