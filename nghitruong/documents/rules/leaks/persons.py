"""Personal identifiers in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from nghitruong.documents.rules.leaks.found import MOST_TOLD, Leak

_CITIZEN = re.compile(r"(?<![\d./-])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?![\d/])")
_OLD_IDENTITY = re.compile(
    r"(?:CMND|chứng minh (?:nhân dân|thư)|CCCD|căn cước)[^\d\n]{0,30}(\d{9}|\d{12})(?!\d)", re.IGNORECASE
)
_PHONE = re.compile(r"(?<![\d./-])(?:\+?84|0)[ .-]?[35789]\d(?:[ .-]?\d){7}(?![\d/])")
_BANK = re.compile(r"(?:số tài khoản|STK|tài khoản(?: ngân hàng)?)[^\d\n]{0,30}(\d(?:[ .-]?\d){7,18})", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@(?!\S*gov\.vn)[\w-]+\.[\w.]+")


def persons(words: str) -> Iterator[Leak]:
    """Return personal identifiers in a text: citizen's card, phone, bank account, private mail address."""
    told = {
        "citizen": (_("Số căn cước, chứng minh nhân dân."), [*_CITIZEN.findall(words), *_OLD_IDENTITY.findall(words)]),
        "phone": (_("Số điện thoại."), _PHONE.findall(words)),
        "bank": (_("Số tài khoản ngân hàng."), _BANK.findall(words)),
        "mail": (_("Địa chỉ thư điện tử cá nhân."), _MAIL.findall(words)),
    }
    seen: set[str] = set()
    for code, (sentence, found) in told.items():
        for each in found[:MOST_TOLD]:
            digits = re.sub(r"\D", "", each) or each
            if digits not in seen:
                seen.add(digits)
                yield Leak(code, sentence, each.strip(), cleaned=False)
