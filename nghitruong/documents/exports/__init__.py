"""Files out of the house: official texts as .docx (NĐ 30/2020, Phụ lục I) and tables as .xlsx or .csv."""

from nghitruong.documents.exports.layout import annex_alone_docx, official_docx
from nghitruong.documents.exports.pdf import official_pdf
from nghitruong.documents.exports.render import fill, pattern_docx, render
from nghitruong.documents.exports.tables import table_csv, table_xlsx
from nghitruong.documents.rules.text import (
    Annex,
    Grid,
    Heading,
    OfficialText,
    Paragraph,
    Signature,
    Signer,
    number_and_symbol,
    place_and_date,
    signature,
    signed_by,
)

__all__ = [
    "Annex",
    "Grid",
    "Heading",
    "OfficialText",
    "Paragraph",
    "Signature",
    "Signer",
    "annex_alone_docx",
    "fill",
    "number_and_symbol",
    "official_docx",
    "official_pdf",
    "pattern_docx",
    "place_and_date",
    "render",
    "signature",
    "signed_by",
    "table_csv",
    "table_xlsx",
]
