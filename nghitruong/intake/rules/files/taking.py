"""Take the words out of a file after its kind, its size and its harm were looked at."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.documents import rules as documents
from nghitruong.language import decode_legacy

MOST_BYTES = 50 * 1024 * 1024
MOST_PAGES = 300
"""Pages of a PDF that holds its words."""
MOST_SCANNED = 60
"""Pages that have to be recognised from pictures, at some seconds each."""
MOST_LETTERS = 3_000_000

Watch = Callable[[int, int], None]
"""Told (pages done, pages in all) before each scanned page; whatever it raises ends the reading: so it is cancelled."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The text of a file (NFC) and what was done to get it, in words for the reader."""

    text: str
    notes: tuple[str, ...] = ()


def read_file(name: str, content: bytes, *, watch: Watch | None = None) -> Taken:
    """Return a file's text.

    Raises Invalid, in words, for an empty file, one too large, of another kind than its content says, protected by a
    password, with macros, packed as a bomb or damaged, and for a scan when this machine has no recogniser.
    """
    label = documents.clean_name(name)
    if not content.strip():
        raise Invalid(_("Tệp «%(name)s» không có nội dung.") % {"name": label})
    mime = documents.kind_of(label, content, most_bytes=MOST_BYTES)
    if mime == documents.TEXT:
        taken = read_text(_decoded(content))
    elif mime == documents.DOCX:
        from nghitruong.intake.rules.files.word import read_word

        taken = read_text(read_word(label, content))
    elif mime == documents.PDF:
        from nghitruong.intake.rules.files.pdf import read_pdf

        text, notes = read_pdf(label, content, watch)
        taken = read_text(text)
        taken = Taken(taken.text, (*notes, *taken.notes))
    elif mime in documents.IMAGES:
        from nghitruong.intake.rules.files.scan import read_picture

        taken = Taken(_clean(read_picture(label, content, watch)), (_("Chữ được nhận dạng từ ảnh: hãy đối chiếu."),))
    else:
        raise Invalid(
            _("Tệp «%(name)s» không phải văn bản đọc được: Word (.docx), PDF, ảnh hoặc .txt.") % {"name": label}
        )
    if not taken.text.strip():
        raise Invalid(_("Tệp «%(name)s» không có chữ nào đọc được.") % {"name": label})
    if len(taken.text) > MOST_LETTERS:
        raise Invalid(_("Tệp «%(name)s» dài quá mức đọc được.") % {"name": label})
    return taken


def read_text(text: str) -> Taken:
    """Return a pasted text ready to read: NFC, letters of old fonts in Unicode, and a note of what was changed."""
    notes = []
    decoded = decode_legacy(text)
    if decoded != text:
        notes.append(_("Văn bản dùng bảng mã cũ (TCVN3 hoặc VNI), đã chuyển sang Unicode."))
    composed = unicodedata.normalize("NFC", decoded)
    if composed != decoded:
        notes.append(_("Văn bản dùng Unicode tổ hợp, đã chuyển sang dựng sẵn."))
    return Taken(_clean(composed), tuple(notes))


def _clean(text: str) -> str:
    """Return the text with one kind of line end and without letters nobody sees."""
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in text if c in "\n\t\f" or unicodedata.category(c) not in {"Cc", "Cf"})


def _decoded(content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Old Vietnamese fonts and code page 1258 are 8 bits wide; which of them is told by the words they make.
        from nghitruong.language.legacy import spelt_words

        readings = [content.decode("cp1258", errors="replace"), content.decode("latin-1")]
        decoded = [unicodedata.normalize("NFC", decode_legacy(reading)) for reading in readings]
        best = max(range(len(decoded)), key=lambda place: spelt_words(decoded[place]))
        return readings[best]
