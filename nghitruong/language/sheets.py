"""Tables of office files as rows of text: .xlsx, .xls, .ods, .csv, tables of .docx, .jsonl.

The bytes are not trusted: kind by content, size, password and compression are looked at before anything is opened.
"""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
MOST_RATIO = 150
MOST_ROWS = 100_000
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"MZ", b"\x7fELF", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file. `rows` hold stripped text; `first` is the number of the first row as the file counts.

    `is_records`: every row is a record, even an empty one; in a sheet a blank row is only space.
    """

    name: str
    rows: list[list[str]]
    first: int = 1
    is_records: bool = False


def read_tables(name: str, content: bytes, *, most_bytes: int = MOST_BYTES) -> list[Table]:
    """Return the tables of an office file, empty ones left out.

    Raises Invalid, in words for the reader, when the file is empty, too large, of another kind than its content
    says, protected by a password, a compression bomb, or damaged.
    """
    if not content.strip():
        raise Invalid(_("Tệp «%(name)s» không có nội dung.") % {"name": name})
    if len(content) > most_bytes:
        raise Invalid(
            _("Tệp «%(name)s» lớn hơn mức cho phép (%(mb)s MB). Hãy chia nhỏ tệp rồi nhập từng phần.")
            % {"name": name, "mb": most_bytes // 1024 // 1024}
        )
    if content.startswith(OLE):
        if ENCRYPTED in content:
            raise Invalid(_("Tệp «%(name)s» được đặt mật khẩu. Hãy bỏ mật khẩu rồi nhập lại.") % {"name": name})
        return _workbook(name, content)
    if content.startswith(b"PK\x03\x04"):
        return _packed(name, content)
    if content.startswith(BINARY):
        raise _wrong_kind(name)
    return _plain(name, content)


def _wrong_kind(name: str) -> Invalid:
    return Invalid(
        _("Tệp «%(name)s» không phải bảng tính Excel (.xlsx), tệp .csv, bảng trong Word (.docx) hoặc .jsonl.")
        % {"name": name}
    )


def _packed(name: str, content: bytes) -> list[Table]:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
    except zipfile.BadZipFile as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    unpacked = sum(info.file_size for info in infos)
    if unpacked > MOST_UNPACKED or unpacked > MOST_RATIO * max(len(content), 100_000):
        raise Invalid(_("Tệp «%(name)s» nén bất thường nên không được mở.") % {"name": name})
    names = {info.filename for info in infos}
    if "word/document.xml" in names:
        return _word(name, content)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names or "content.xml" in names:
        return _workbook(name, content)
    raise _wrong_kind(name)


def _workbook(name: str, content: bytes) -> list[Table]:
    from python_calamine import CalamineWorkbook

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = [(sheet, book.get_sheet_by_name(sheet)) for sheet in book.sheet_names]
        tables = [
            Table(title, [[_text(cell) for cell in row] for row in sheet.to_python(skip_empty_area=False)[:MOST_ROWS]])
            for title, sheet in sheets
        ]
    except Exception as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    return [table for table in tables if any(any(row) for row in table.rows)]


def _word(name: str, content: bytes) -> list[Table]:
    from docx import Document

    try:
        document = Document(io.BytesIO(content))
        tables = [
            Table(f"{_('Bảng')} {place}", [_cells(row) for row in table.rows])
            for place, table in enumerate(document.tables, start=1)
        ]
    except Exception as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    if not tables:
        raise Invalid(_("Tệp Word «%(name)s» không có bảng nào để nhập.") % {"name": name})
    return tables


def _cells(row: Any) -> list[str]:
    """Return a Word row's texts; a merged cell, given several times by the library, is taken once."""
    seen: list[Any] = []
    texts = []
    for cell in row.cells:
        if cell._tc in seen:
            continue
        seen.append(cell._tc)
        texts.append(cell.text.strip())
    return texts


def _plain(name: str, content: bytes) -> list[Table]:
    text = _decoded(name, content)
    if name.lower().endswith((".jsonl", ".json")) or text.lstrip().startswith("{"):
        return [_json_lines(name, text)]
    sample = text[:20_000]
    try:
        dialect: Any = csv.Sniffer().sniff(sample, delimiters=",;\t|")
        dialect.doublequote = True
    except csv.Error:
        dialect = csv.excel
    try:
        rows = [[_text(cell) for cell in row] for row in csv.reader(io.StringIO(text, newline=""), dialect)]
    except csv.Error as error:
        raise Invalid(_("Tệp «%(name)s» không đọc được theo dạng .csv.") % {"name": name}) from error
    return [Table(name, rows[:MOST_ROWS])]


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16")
    for encoding in ("utf-8-sig", "cp1258"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise _wrong_kind(name)


def _json_lines(name: str, text: str) -> Table:
    """Return JSON objects, one a line, as a table whose first row holds the names."""
    records: list[dict[str, Any]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except json.JSONDecodeError as error:
            raise Invalid(_("Dòng %(n)s của tệp «%(name)s» không phải JSON.") % {"n": number, "name": name}) from error
        if not isinstance(record, dict):
            raise Invalid(_("Dòng %(n)s của tệp «%(name)s» không phải JSON.") % {"n": number, "name": name})
        records.append(record)
    names = list(dict.fromkeys(key for record in records for key in record))
    return Table(
        name, [names, *[[_text(record.get(key)) for key in names] for record in records]], first=0, is_records=True
    )


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y") if not (value.hour or value.minute) else value.strftime("%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    return str(value).replace("\xa0", " ").strip()


def column(row: Sequence[str], place: int | None) -> str:
    """Return the cell at `place`, or "" where the row is shorter or the column is not there."""
    return row[place] if place is not None and place < len(row) else ""
