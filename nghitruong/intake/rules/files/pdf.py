"""The words of a PDF: those it holds, in reading order; pages that are pictures are recognised."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.intake.rules.files import scan
from nghitruong.intake.rules.files.layout import Word, page_text, pages_text

if TYPE_CHECKING:
    from nghitruong.intake.rules.files.taking import Watch

LEAST_LETTERS = 40
"""A page with fewer letters of its own is taken for a picture."""
_HYPHENS = {0x02: "-", 0xFFFE: "-"}
"""How the library gives a hyphen at the end of a line."""
_BROKEN = re.compile("[\ufffd\ue000-\uf8ff]")


def read_pdf(name: str, content: bytes, watch: Watch | None = None) -> tuple[str, list[str]]:
    """Return a PDF's text and notes of how it was read. Raises Invalid: password, damage, too many pages."""
    import pypdfium2

    from nghitruong.intake.rules.files.taking import MOST_PAGES

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Invalid(
                _("Tệp «%(name)s» được đặt mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.") % {"name": name}
            ) from error
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    try:
        count = len(document)
        if count > MOST_PAGES:
            raise Invalid(
                _("Tệp «%(name)s» có %(count)s trang; đọc được tối đa %(most)s trang.")
                % {"name": name, "count": count, "most": MOST_PAGES}
            )
        pages = [_words(document, place) for place in range(count)]
        scanned = [place for place, (words, _width) in enumerate(pages) if not _is_text(words)]
        has_pictures = [place for place in scanned if _has_picture(document, place)]
        return _told(name, document, pages, has_pictures, watch)
    except pypdfium2.PdfiumError as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    finally:
        document.close()


def _told(
    name: str, document: Any, pages: list[tuple[list[Word], float]], scanned: list[int], watch: Watch | None
) -> tuple[str, list[str]]:
    from nghitruong.intake.rules.files.taking import MOST_SCANNED

    if len(scanned) > MOST_SCANNED:
        raise Invalid(
            _("Tệp «%(name)s» có %(count)s trang quét; đọc được tối đa %(most)s trang một lần. Hãy tách tệp.")
            % {"name": name, "count": len(scanned), "most": MOST_SCANNED}
        )
    told: list[list[str]] = []
    for place, (words, width) in enumerate(pages):
        if place not in scanned:
            told.append(page_text(words, width))
            continue
        if watch is not None:
            watch(scanned.index(place), len(scanned))
        told.append(scan.read_page(scan.drawn(document, place)))
    notes = []
    if scanned:
        notes.append(_("%(count)s trang là bản quét, chữ được nhận dạng: hãy đối chiếu.") % {"count": len(scanned)})
    return pages_text(told), notes


def _words(document: Any, place: int) -> tuple[list[Word], float]:
    """Return the runs of letters of a page with their places, the top of the page at 0."""
    page = document[place]
    width, height = page.get_size()
    text = page.get_textpage()
    words = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        words.append(
            Word(
                text.get_text_bounded(left, bottom, right, top).replace("\r\n", " ").translate(_HYPHENS),
                left,
                height - top,
                right,
                height - bottom,
            )
        )
    text.close()
    page.close()
    return words, width


def _is_text(words: list[Word]) -> bool:
    letters = "".join(word.text for word in words)
    return len(letters.strip()) >= LEAST_LETTERS and len(_BROKEN.findall(letters)) < 0.05 * len(letters)


def _has_picture(document: Any, place: int) -> bool:
    """Say whether anything is drawn on a page without words: an empty page is no scan."""
    page = document[place]
    drawn = any(True for _one in page.get_objects(max_depth=3))
    page.close()
    return drawn
