"""Who gets a document: the lines under "Nơi nhận:"; and whom a letter is addressed to: "Kính gửi:"."""

from __future__ import annotations

import re

from nghitruong.intake.rules.plain import UPPER, Plain
from nghitruong.intake.rules.source import Found

_BEGINS = re.compile(r"(?:^|\n)[^\n]{0,60}?N[ơo]i nh[ậâa]n\s*[:.]?", re.IGNORECASE)
_ITEM = re.compile(r"[ ]*[-–•+]\s*")
_SIGNING = re.compile(
    rf"(?:\s{{2,}}|(?<=[;.,])\s+|^\s*)(?:(?:TM|KT|TL|TUQ|Q)\s*\.\s*[{UPPER}]{{2}}|(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|CHÁNH|TRƯỞNG|GIÁM ĐỐC|BÍ THƯ|CHỦ NHIỆM|CHỦ TỌA|CHỦ TOẠ)\b).*$"
)
_ADDRESSED = re.compile(r"(?:^|\n)\s*Kính gửi\s*:\s*(?P<rest>[^\n]*(?:\n+[ ]*[-–+•][^\n]+)*)")


def recipients(plain: Plain) -> list[Found]:
    """Return the recipients in order, each without its dash and its closing mark."""
    begins = list(_BEGINS.finditer(plain.text))
    if not begins:
        return []
    place = begins[-1].end()
    found: list[Found] = []
    blank = 0
    for start, line in _lines(plain.text, place):
        if not line.strip():
            blank += 1
            continue
        cut = _SIGNING.sub("", line)
        item = _ITEM.match(cut)
        if item:
            found += _parts(plain, start + item.end(), cut[item.end() :])
        elif found and not cut.strip():
            continue
        elif found and _continues(plain, found[-1], cut, blank):
            last = found.pop()
            end = start + len(cut.rstrip(" ;.,"))
            found.append(plain.source.found(last.start, plain.place(end - 1) + 1))
        elif found and cut.strip():
            break
        blank = 0
    return found


def _lines(text: str, start: int) -> list[tuple[int, str]]:
    lines = []
    for line in text[start:].split("\n"):
        lines.append((start, line))
        start += len(line) + 1
    return lines


def _parts(plain: Plain, start: int, line: str) -> list[Found]:
    """Return the one recipient of a line, or several that two columns or a lost line end put on it."""
    found = []
    for piece in re.finditer(r"(?:[^;]|;(?!\s+[-–]))+", line):
        words = piece.group()
        text = re.sub(r"^\s*[-–]\s*", "", words)
        lead = len(words) - len(text)
        text = re.sub(r"\s{3,}\S.*$", "", text.rstrip()).rstrip(" ;.,/")
        if text.strip():
            found.append(plain.found(start + piece.start() + lead, start + piece.start() + lead + len(text)))
    return found


def _continues(plain: Plain, last: Found, line: str, blank: int) -> bool:
    """Say whether a line without a dash goes on with the recipient above: it was not closed and begins small."""
    closed = plain.source.text[last.end : last.end + 1] in {";", "."}
    return not closed and not blank and bool(re.match(r"\s*[a-zà-ỹđ(]", line))


def addressees(plain: Plain) -> list[Found]:
    """Return whom a letter is addressed to."""
    match = _ADDRESSED.search(plain.text)
    if match is None:
        return []
    found = []
    start = match.start("rest")
    for piece in re.finditer(r"[^\n;]+", match["rest"]):
        text = re.sub(r"^\s*[-–+•]\s*", "", piece.group())
        lead = len(piece.group()) - len(text)
        text = text.rstrip(" .;,")
        if text.strip():
            found.append(plain.found(start + piece.start() + lead, start + piece.start() + lead + len(text)))
    return found
