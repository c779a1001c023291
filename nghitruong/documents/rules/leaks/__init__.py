"""Publish guard: what a file carries that its reader does not see, and whose data it shows (quality goal S6)."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator

import pypdfium2
from django.utils.translation import gettext as _
from lxml import etree

from nghitruong.base.errors import Invalid
from nghitruong.documents.rules.files import DOCX, PDF, XLSX, kind_of
from nghitruong.documents.rules.leaks.cleaning import clean_file
from nghitruong.documents.rules.leaks.found import MOST_BYTES, Leak
from nghitruong.documents.rules.leaks.pdf import in_pdf
from nghitruong.documents.rules.leaks.persons import persons
from nghitruong.documents.rules.leaks.sheets import in_workbook
from nghitruong.documents.rules.leaks.word import in_word

__all__ = ["Leak", "clean_file", "leaks", "persons"]


def leaks(name: str, content: bytes) -> list[Leak]:
    """Return what a .docx, .xlsx or .pdf carries unseen, and personal identifiers in its words.

    Raises Invalid, in words, for another kind of file or one that cannot be opened.
    """
    mime = kind_of(name, content, most_bytes=MOST_BYTES)
    looks: dict[str, Callable[[bytes], Iterator[Leak]]] = {DOCX: in_word, XLSX: in_workbook, PDF: in_pdf}
    if mime not in looks:
        raise Invalid(_("Chỉ kiểm tra được tệp Word (.docx), Excel (.xlsx) và PDF trước khi công bố."))
    try:
        return list(looks[mime](content))
    except (KeyError, ValueError, etree.XMLSyntaxError, zipfile.BadZipFile, pypdfium2.PdfiumError) as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
