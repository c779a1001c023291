"""A document of a kind from its data: in the product's own layout, or in an office's Word template."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from docxtpl import DocxTemplate
from jinja2 import TemplateError

from nghitruong.base.errors import Invalid
from nghitruong.base.official import official_language
from nghitruong.documents.exports.layout import let_go, official_docx
from nghitruong.documents.exports.pdf import official_pdf
from nghitruong.documents.rules.kinds import Kind, context_of, lists_of, pattern_of, slots_of, text_of
from nghitruong.documents.rules.templates import check_template, sandbox
from nghitruong.documents.rules.text import clean


@official_language()
def render(kind: Kind, data: Mapping[str, Any], *, form: str, at: datetime | None = None) -> bytes:
    """Return a document as .docx or .pdf (`form`); raise Invalid with every want of the data in words."""
    text = text_of(kind, data)
    return official_pdf(text, at=at) if form == "pdf" else official_docx(text)


@official_language()
def fill(kind: Kind, data: Mapping[str, Any], template: bytes) -> bytes:
    """Return a .docx made of an office's template, judged anew before it runs. Values are escaped: they stay words."""
    check_template("mau.docx", template, slots_of(kind), lists_of(kind))
    text = text_of(kind, data)
    book = DocxTemplate(io.BytesIO(template))
    try:
        book.render(_clean(context_of(kind, data)), jinja_env=sandbox(), autoescape=True)
        book.docx.core_properties.title = clean(text.abstract)[:250]
        book.docx.core_properties.author = clean(text.issuing)[:250]
        out = io.BytesIO()
        book.save(out)
        let_go(book.docx)
    except (TemplateError, ValueError, SyntaxError) as error:
        raise Invalid(_("Không điền được mẫu này: %(why)s") % {"why": str(error)[:200]}) from error
    return out.getvalue()


@official_language()
def pattern_docx(kind: Kind) -> bytes:
    """Return the Word template an office starts from: the product's own wording with placeholders."""
    return official_docx(pattern_of(kind))


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value).replace("\t", " ")
    if isinstance(value, list):
        return [_clean(each) for each in value]
    return {name: _clean(each) for name, each in value.items()}
