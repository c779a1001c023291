"""What a PDF hides."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2
from django.utils.translation import gettext as _

from nghitruong.documents.rules.leaks.found import Leak
from nghitruong.documents.rules.leaks.package import is_person
from nghitruong.documents.rules.leaks.persons import persons


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
        words = []
        for page in book:
            words.append(page.get_textpage().get_text_range())
            page.close()
    finally:
        book.close()
    if content.count(b"%%EOF") > 1 and content.count(b"startxref") > 1 and b"/Linearized" not in content[:2048]:
        yield Leak("previous", _("Còn bản trước khi sửa nằm trong tệp."), "", cleaned=False)
    if re.search(rb"/Subtype ?/(Text|FreeText|Popup|Highlight|StrikeOut|Redact)\b", content):
        yield Leak("comment", _("Ý kiến ghi bên lề."), "", cleaned=False)
    if re.search(rb"/JavaScript\b|/S ?/JS\b|/S ?/Launch\b", content):
        yield Leak("script", _("Mã chạy khi mở tệp."), "", cleaned=False)
    yield from persons("\n".join(words))
