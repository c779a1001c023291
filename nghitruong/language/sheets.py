"""Tables of office files as rows of text: .xlsx, .xls, .ods, .csv, tables of .docx, .jsonl.

The bytes are not trusted: kind by content, size, password and compression are looked at before anything is opened.
"""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple, TypeVar

from django.utils.translation import gettext as _

from nghitruong.base.errors import Invalid
from nghitruong.language.legacy import decode_legacy, decoder_for, spelt_words

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 400 * 1024 * 1024
MOST_RATIO = 150
MOST_ROWS = 100_000
EVERY = 500
Told = Callable[[int], None]
T = TypeVar("T")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
BINARY = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"MZ", b"\x7fELF", b"GIF8", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


class Span(NamedTuple):
    """A merged cell: its first and last row and column, counted from 0 within the table."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a file. `rows` hold stripped text; `first` is the number of the first row as the file counts.

    `is_records`: every row is a record, even an empty one; in a sheet a blank row is only space. A merged cell's
    words stand in its first cell, its reach in `spans`. `lead`: the line of text before a table of a Word file.
    What the file hides is read like the rest; `is_hidden`, `hidden_rows` and `hidden_columns` (from 0) tell of it.
    """

    name: str
    rows: list[list[str]]
    first: int = 1
    is_records: bool = False
    spans: tuple[Span, ...] = ()
    lead: str = ""
    is_hidden: bool = False
    hidden_rows: frozenset[int] = field(default=frozenset())
    hidden_columns: frozenset[int] = field(default=frozenset())


def read_tables(
    name: str, content: bytes, *, most_bytes: int = MOST_BYTES, told: Told = lambda _rows: None
) -> list[Table]:
    """Return the tables of an office file, empty ones left out.

    `told` hears at least every EVERY rows how many of a table are read; a BaseException of it ends the reading.

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
        return _workbook(name, content, told)
    if content.startswith(b"PK\x03\x04"):
        return _packed(name, content, told)
    if content.startswith(BINARY):
        raise _wrong_kind(name)
    return _plain(name, content, told)


def _wrong_kind(name: str) -> Invalid:
    return Invalid(
        _("Tệp «%(name)s» không phải bảng tính Excel (.xlsx), tệp .csv, bảng trong Word (.docx) hoặc .jsonl.")
        % {"name": name}
    )


def _packed(name: str, content: bytes, told: Told) -> list[Table]:
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
        return _word(name, content, told)
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names or "content.xml" in names:
        return _workbook(name, content, told)
    raise _wrong_kind(name)


def _workbook(name: str, content: bytes, told: Told) -> list[Table]:
    from python_calamine import CalamineWorkbook, SheetVisibleEnum

    tables = []
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        visible = {sheet.name: sheet.visible == SheetVisibleEnum.Visible for sheet in book.sheets_metadata}
        hidden = _hidden(content)
        for place, title in enumerate(book.sheet_names):
            sheet = book.get_sheet_by_name(title)
            cells = sheet.to_python(skip_empty_area=False, nrows=MOST_ROWS)
            rows, columns = hidden.get(place, (frozenset(), frozenset()))
            spans = tuple(
                Span(top, left, bottom, right)
                for (top, left), (bottom, right) in sheet.merged_cell_ranges or []
                if top < len(cells)
            )
            tables.append(
                Table(
                    title,
                    _decoded_rows(cells, told),
                    spans=spans,
                    is_hidden=not visible.get(title, True),
                    hidden_rows=rows,
                    hidden_columns=columns,
                )
            )
    except Exception as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    return [table for table in tables if any(any(row) for row in table.rows)]


_HIDDEN = rb'\bhidden="(?:1|true)"'
_ROW = re.compile(rb'<row\b[^>]*?\br="(\d+)"[^>]*>')
_COLUMN = re.compile(rb"<col\b[^>]*>")
_BOUNDS = re.compile(rb'\b(min|max)="(\d+)"')


def _hidden(content: bytes) -> dict[int, tuple[frozenset[int], frozenset[int]]]:
    """Return, by the sheet's place in an .xlsx, which rows and columns it hides; {} for other kinds."""
    if not content.startswith(b"PK"):
        return {}
    found: dict[int, tuple[frozenset[int], frozenset[int]]] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        files = set(archive.namelist())
        for place in range(len(files)):
            path = f"xl/worksheets/sheet{place + 1}.xml"
            if path not in files:
                break
            text = archive.read(path)
            if b"hidden" not in text:
                continue
            rows = {int(hit[1]) - 1 for hit in _ROW.finditer(text) if re.search(_HIDDEN, hit[0])}
            columns: set[int] = set()
            for hit in _COLUMN.findall(text):
                if re.search(_HIDDEN, hit):
                    bounds = {key: int(value) for key, value in _BOUNDS.findall(hit)}
                    columns |= set(range(bounds.get(b"min", 1) - 1, min(bounds.get(b"max", 1), 200)))
            found[place] = (frozenset(rows), frozenset(columns))
    return found


def _decoded_rows(cells: Sequence[Sequence[Any]], told: Told) -> list[list[str]]:
    """Return a sheet's cells as Unicode text; a table typed in an old font is read by one table of letters."""
    rows = [[_text(cell) for cell in row] for row in _heard(cells, told)]
    odd = [(row, place) for row in rows for place, cell in enumerate(row) if not cell.isascii()]
    sample = "\n".join(row[place] for row, place in odd[:400])
    read = decoder_for(sample) or decode_legacy
    for row, place in _heard(odd, told):
        row[place] = unicodedata.normalize("NFC", read(row[place]))
    return rows


def _heard(rows: Iterable[T], told: Told) -> Iterator[T]:
    """Yield the rows, and tell every EVERY of them how many are done."""
    for place, row in enumerate(rows):
        if place % EVERY == 0:
            told(place)
        yield row


def _word(name: str, content: bytes, told: Told) -> list[Table]:
    from docx import Document
    from docx.oxml.ns import qn

    tables: list[Table] = []
    lead = ""
    try:
        for block in Document(io.BytesIO(content)).element.body:
            if block.tag == qn("w:p"):
                lead = _text("".join(block.itertext(qn("w:t")))) or lead
            elif block.tag == qn("w:tbl"):
                rows, spans = _grid(block, told)
                title = f"{_('Bảng')} {len(tables) + 1}"
                tables.append(
                    Table(title, _decoded_rows(rows, told), spans=spans, lead=unicodedata.normalize("NFC", lead))
                )
                lead = ""
    except Exception as error:
        raise Invalid(_("Tệp «%(name)s» bị hỏng, không mở được.") % {"name": name}) from error
    if not tables:
        raise Invalid(_("Tệp Word «%(name)s» không có bảng nào để nhập.") % {"name": name})
    return tables


def _grid(table: Any, told: Told) -> tuple[list[list[str]], tuple[Span, ...]]:
    """Return a Word table by its grid: a merged cell's words in its first place, "" in the others."""
    rows: list[list[str]] = []
    spans: list[Span] = []
    running: dict[int, Span] = {}
    for line in _heard(table.tr_lst, told):
        row = [""] * line.grid_before
        for cell in line.tc_lst:
            left, wide, goes_on = len(row), cell.grid_span, cell.vMerge == "continue"
            row += ["" if goes_on else _text("\n".join(part.text for part in cell.p_lst)), *[""] * (wide - 1)]
            top = running[left].top if goes_on and left in running else len(rows)
            running[left] = Span(top, left, len(rows), left + wide - 1)
            if goes_on and spans and (known := Span(top, left, len(rows) - 1, left + wide - 1)) in spans[-20:]:
                spans.remove(known)
            if wide > 1 or goes_on:
                spans.append(running[left])
        rows.append(row)
    return rows, tuple(spans)


def _plain(name: str, content: bytes, told: Told) -> list[Table]:
    text = _decoded(name, content)
    if name.lower().endswith((".jsonl", ".json")) or text.lstrip().startswith("{"):
        return [_json_lines(name, text, told)]
    first, parted = 1, re.match(r"sep=(.)\r?\n", text)
    if parted:
        first, text = 2, text[parted.end() :]
    delimiter = parted[1] if parted else _delimiter(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise Invalid(_("Tệp «%(name)s» không đọc được theo dạng .csv.") % {"name": name}) from error
    return [Table(name, _decoded_rows(rows[:MOST_ROWS], told), first=first)]


def _delimiter(text: str) -> str:
    """Return the sign that parts most lines into the same number of cells."""
    best, most = ",", 0.0
    for sign in ",;\t|":
        try:
            rows = [row for _n, row in zip(range(200), csv.reader(_pieces(text), delimiter=sign), strict=False)]
        except csv.Error:
            continue
        widths = Counter(len(row) for row in rows if len(row) > 1)
        if widths:
            width, times = widths.most_common(1)[0]
            worth = times / max(1, sum(any(row) for row in rows)) + min(width, 20) / 1000
            if worth > most:
                best, most = sign, worth
    return best


def _pieces(text: str) -> Iterator[str]:
    yield from io.StringIO(text[:200_000], newline="")


def _decoded(name: str, content: bytes) -> str:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if content[:4000].count(0) > len(content[:4000]) // 4:
        return content.decode("utf-16-le" if content[1:2] == b"\x00" else "utf-16-be", errors="replace")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _of_one_byte(content)
    if not text or "\x00" in text:
        raise _wrong_kind(name)
    return text


def _of_one_byte(content: bytes) -> str:
    """Return a text of one byte a letter: cp1258, or an old font's letters that were saved as cp1252."""
    readings = []
    for encoding in ("cp1258", "latin-1"):
        try:
            readings.append(unicodedata.normalize("NFC", content.decode(encoding)))
        except UnicodeDecodeError:
            continue
    if len(readings) == 2:  # the old letters stay: the table is read as one later on
        plain = decoder_for(readings[1][:100_000])
        if plain and spelt_words(plain(readings[1][:100_000])) > spelt_words(readings[0][:100_000]):
            return readings[1]
        return readings[0]
    return readings[-1] if readings else ""


def _json_lines(name: str, text: str, told: Told) -> Table:
    """Return JSON objects, one a line, as a table whose first row holds the names."""
    records: list[dict[str, Any]] = []
    for number, line in enumerate(_heard(text.splitlines(), told), start=1):
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
    cells: list[list[Any]] = [list(names), *[[record.get(key) for key in names] for record in records]]
    return Table(name, _decoded_rows(cells, told), first=0, is_records=True)


_INVISIBLE = {0xA0: " ", 0x202F: " ", 0x200B: None, 0x200C: None, 0x200D: None, 0x2060: None, 0xFEFF: None}
_UNSEEN = re.compile("[" + "".join(map(chr, _INVISIBLE)) + "]")


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
    text = str(value)
    if _UNSEEN.search(text):  # rare, and a look is ten times cheaper than a translation
        text = text.translate(_INVISIBLE)
    return unicodedata.normalize("NFC", text).strip(" \t\r\n")


def column(row: Sequence[str], place: int | None) -> str:
    """Return the cell at `place`, or "" where the row is shorter or the column is not there."""
    return row[place] if place is not None and place < len(row) else ""
