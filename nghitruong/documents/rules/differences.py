"""What an edited Word file says otherwise: paragraph by paragraph, then word by word."""

from __future__ import annotations

import difflib
import io
import re
import zipfile
from dataclasses import dataclass

import docx
from django.utils.translation import gettext as _
from docx.oxml.ns import qn

from nghitruong.base.errors import Invalid
from nghitruong.documents.rules.files import DOCX, kind_of

MOST_BYTES = 30 * 1024 * 1024
MOST_PARAGRAPHS = 5_000
SAME, CUT, ADDED, CHANGED = "same", "cut", "added", "changed"
ALIKE = 0.4
"""Two paragraphs with fewer words in common are one cut and one added."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stayed, were cut or were added."""

    words: str
    state: str


@dataclass(frozen=True, slots=True)
class Difference:
    """One paragraph that differs; `place` is its number in the edited file (in the first one where it was cut)."""

    place: int
    state: str
    pieces: tuple[Piece, ...]


def paragraphs(name: str, content: bytes) -> list[str]:
    """Return a .docx's paragraphs in order, tables included; raise Invalid, in words, for another file."""
    if kind_of(name, content, most_bytes=MOST_BYTES) != DOCX:
        raise Invalid(_("Chỉ so sánh được tệp Word (.docx)."))
    try:
        body = docx.Document(io.BytesIO(content)).element.body
    except (KeyError, ValueError, SyntaxError, AttributeError, zipfile.BadZipFile) as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    lines = (_said(each) for each in body.iter(qn("w:p")))
    return [line for line in lines if line][:MOST_PARAGRAPHS]


def _said(paragraph: object) -> str:
    """Return the words as they will stand: what is tracked as deleted is gone, what is inserted is there."""
    parts = [
        each.text or "" if each.tag == qn("w:t") else " "
        for each in paragraph.iter(qn("w:t"), qn("w:br"), qn("w:tab"))  # type: ignore[attr-defined] # an lxml element
    ]
    return " ".join("".join(parts).split())


def differences(before: list[str], after: list[str]) -> list[Difference]:
    """Return what differs between two texts, in the order of the edited one."""
    found: list[Difference] = []
    match = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for what, i, i_end, j, j_end in match.get_opcodes():
        if what == "equal":
            continue
        old, new = before[i:i_end], after[j:j_end]
        for step in range(max(len(old), len(new))):
            was = old[step] if step < len(old) else None
            now = new[step] if step < len(new) else None
            found += _paragraph(i + step + 1, j + step + 1, was, now)
    return found


def _paragraph(old_place: int, new_place: int, was: str | None, now: str | None) -> list[Difference]:
    if was is not None and now is not None and difflib.SequenceMatcher(None, was.split(), now.split()).ratio() >= ALIKE:
        return [Difference(new_place, CHANGED, _pieces(was, now))]
    found = []
    if was is not None:
        found.append(Difference(old_place, CUT, (Piece(was, CUT),)))
    if now is not None:
        found.append(Difference(new_place, ADDED, (Piece(now, ADDED),)))
    return found


def _pieces(was: str, now: str) -> tuple[Piece, ...]:
    old, new = re.findall(r"\S+\s*", was), re.findall(r"\S+\s*", now)
    pieces: list[Piece] = []
    bare = difflib.SequenceMatcher(None, [w.strip() for w in old], [w.strip() for w in new], autojunk=False)
    for what, i, i_end, j, j_end in bare.get_opcodes():
        if what == "equal":
            pieces.append(Piece("".join(new[j:j_end]), SAME))
            continue
        if i_end > i:
            pieces.append(Piece("".join(old[i:i_end]), CUT))
        if j_end > j:
            pieces.append(Piece("".join(new[j:j_end]), ADDED))
    return tuple(pieces)
