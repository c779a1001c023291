"""What a PDF hides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_int, c_uint

import pypdfium2
from django.utils.translation import gettext as _
from pypdfium2 import raw

from nghitruong.documents.rules.leaks.found import MOST_TOLD, Leak
from nghitruong.documents.rules.leaks.package import is_person
from nghitruong.documents.rules.leaks.persons import persons

OPAQUE, MOST_OF_IT = 200, 0.8
Box = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""


def in_pdf(content: bytes) -> Iterator[Leak]:
    book = pypdfium2.PdfDocument(content)
    try:
        given = book.get_metadata_dict(skip_empty=True)
        if is_person(given.get("Author", "")):
            yield Leak(
                "author", _("Tên người soạn hoặc người sửa trong thuộc tính tệp."), given["Author"], cleaned=False
            )
        for count in range(book.count_attachments()):
            yield Leak("embedded", _("Tệp nhúng bên trong."), book.get_attachment(count).get_name(), cleaned=False)
        scripts = raw.FPDFDoc_GetJavaScriptActionCount(book) > 0
        words, covered, notes = [], list[str](), False
        for page in book:
            text = page.get_textpage()
            words.append(text.get_text_range())
            covered += _covered(page, text)
            notes = notes or _has_notes(page)
            page.close()
    finally:
        book.close()
    for each in covered[:MOST_TOLD]:
        yield Leak("hidden", _("Chữ bị che nhưng vẫn đọc được khi chép ra."), each, cleaned=False)
    yield from _in_bytes(content, has_scripts=scripts, has_notes=notes)
    yield from persons("\n".join(words))


def _in_bytes(content: bytes, *, has_scripts: bool, has_notes: bool) -> Iterator[Leak]:
    for each in re.findall(rb"<dc:creator>.{0,200}?<rdf:li[^>]*>([^<]{1,200})<", content, re.DOTALL)[:1]:
        if is_person(name := each.decode("utf-8", "replace")):
            yield Leak("author", _("Tên người soạn hoặc người sửa trong thuộc tính tệp."), name, cleaned=False)
    if b"Exif\x00\x00" in content:
        yield Leak("photo", _("Ảnh còn thông tin máy ảnh hoặc nơi chụp."), "", cleaned=False)
    unsigned = content.partition(b"/ByteRange")[0]
    """A signature is added after the text without touching it; what was added before it is an earlier state."""
    if unsigned.count(b"%%EOF") > 1 and b"/Linearized" not in content[:2048]:
        yield Leak("previous", _("Còn bản trước khi sửa nằm trong tệp."), "", cleaned=False)
    if has_notes or re.search(rb"/Subtype ?/(Text|FreeText|Popup|Highlight|StrikeOut|Redact)\b", content):
        yield Leak("comment", _("Ý kiến ghi bên lề."), "", cleaned=False)
    if has_scripts or re.search(rb"/JavaScript\b|/S ?/JS\b|/S ?/Launch\b", content):
        yield Leak("script", _("Mã chạy khi mở tệp."), "", cleaned=False)


def _has_notes(page: pypdfium2.PdfPage) -> bool:
    """Say whether somebody wrote remarks onto the page; links and fields are none."""
    for place in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, place)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        if kind not in {raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET}:
            return True
    return False


def _covered(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> list[str]:
    """Return the words that something opaque was drawn over afterwards."""
    found, seen = list[str](), list[Box]()
    for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        box = one.get_bounds()
        if one.type == raw.FPDF_PAGEOBJ_TEXT:
            seen.append(box)
        elif _is_opaque(one):
            hidden = [each for each in seen if _lies_under(each, box)]
            found += [words for each in hidden if (words := text.get_text_bounded(*each).strip())]
            seen = [each for each in seen if each not in hidden]
    return found


def _is_opaque(path: pypdfium2.PdfObject) -> bool:
    mode, stroke = c_int(), c_int()
    raw.FPDFPath_GetDrawMode(path, mode, stroke)
    shades = [c_uint() for _shade in range(4)]
    return bool(mode.value and raw.FPDFPageObj_GetFillColor(path, *shades) and shades[3].value > OPAQUE)


def _lies_under(text: Box, cover: Box) -> bool:
    """Say whether most of a piece of text lies under something."""
    left, bottom = max(text[0], cover[0]), max(text[1], cover[1])
    right, top = min(text[2], cover[2]), min(text[3], cover[3])
    area = (text[2] - text[0]) * (text[3] - text[1])
    return area > 0 and right > left and top > bottom and (right - left) * (top - bottom) >= MOST_OF_IT * area
