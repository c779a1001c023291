"""Files out of the house: official texts as .docx (NĐ 30/2020, Phụ lục I) and tables as .xlsx or .csv."""

from nghitruong.documents.exports.layout import official_docx
from nghitruong.documents.exports.tables import table_csv, table_xlsx
from nghitruong.documents.rules.text import (
    Grid,
    Heading,
    OfficialText,
    Paragraph,
    Signature,
    number_and_symbol,
    place_and_date,
    signature,
)

__all__ = [
    "Grid",
    "Heading",
    "OfficialText",
    "Paragraph",
    "Signature",
    "number_and_symbol",
    "official_docx",
    "place_and_date",
    "signature",
    "table_csv",
    "table_xlsx",
]
