"""Several asks in one cell, and an answer written under a petition in its own cell. Pure."""

from __future__ import annotations

import re

_NUMBERED = re.compile(r"(?:^|\n)\s*(?:\(?(\d{1,2})[.)/:]|(\d{1,2})\s*[-–])\s+(?=\S)")
_RUN_ON = re.compile(r"(?:^|(?<=[.;:!?])\s+|\n\s*)\(?(\d{1,2})[.)]\s+(?=[^\W\d_])")
_DASHED = re.compile(r"(?:^|\n)\s*[-–—+•*▪]\s*(?=\S)")
_ANSWER = re.compile(
    r"(?:^|\n|(?<=[.;!?])\s+)\s*[-–*+]?\s*(?:TRẢ LỜI|Trả lời|GIẢI TRÌNH|Giải trình|Ý KIẾN TRẢ LỜI|Nội dung trả lời"
    r"|KẾT QUẢ GIẢI QUYẾT|Kết quả giải quyết)(?:\s+của[^:\n]{3,60})?\s*:\s*"
)
SHORTEST = 4
"""Words that an ask holds at least: shorter pieces mean that the list is no list of asks."""
LEAD_IN = 14


def asks(text: str) -> list[str]:
    """Return the separate asks of a cell, or the cell whole where it is not surely a list of asks.

    Sure is: every piece numbered from 1 on without a gap (or each line dashed), at least two, each a sentence of
    its own, and nothing before the first but a short lead-in that ends in a colon (kept with each ask).
    """
    if "\n" not in text and not ("1" in text and "2" in text):
        return [text]  # neither lines nor numbers: most cells
    for form in (_NUMBERED, _RUN_ON, _DASHED):
        marks = list(form.finditer(text))
        if len(marks) < 2:
            continue
        numbers = [next((int(one) for one in mark.groups() if one), 0) for mark in marks]
        if form is not _DASHED and numbers != list(range(1, len(marks) + 1)):
            continue
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        pieces = [text[mark.end() : end].strip(" \n;") for mark, end in zip(marks, ends, strict=True)]
        before = text[: marks[0].start()].strip()
        if before and (not before.endswith(":") or len(before.split()) > LEAD_IN):
            continue
        if all(len(piece.split()) >= SHORTEST for piece in pieces):
            return [f"{before} {piece}" if before else piece for piece in pieces]
    return [text]


def parted(text: str) -> tuple[str, str]:
    """Return (the petition, the answer written after "TRẢ LỜI:" in the same cell or "")."""
    found = _ANSWER.search(text)
    return (text[: found.start()].strip(), text[found.end() :].strip()) if found else (text, "")
