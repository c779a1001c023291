"""Tables out of the house. No cell is ever a formula: what a voter wrote stays what a voter wrote."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from django.utils import timezone
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from nghitruong.documents.rules.text import written

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheet programs may take for the beginning of a formula."""
A4 = "9"
LONGEST_CELL = 32_767
WIDEST = 60
_SHEET_NAME = re.compile(r"[\\/*?:\[\]]")


def table_xlsx(title: str, headers: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return a workbook of one sheet: head row frozen and filtered, days as days, text as text.

    `title` names the sheet (31 letters at most). Moments are written in the house's local time.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_SHEET_NAME.sub(" ", title)[:31].strip("' ") or "Bảng")
    given = [list(row) for row in rows]
    for place, header in enumerate(headers):
        longest = max([len(header), *(len(written(row[place])) for row in given[:500])])
        sheet.column_dimensions[get_column_letter(place + 1)].width = min(max(longest + 2, 8), WIDEST)
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", A4
    if headers:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headers))}{len(given) + 1}"
    looks = _looks(sheet)
    sheet.append([_look(sheet, header, looks["head"]) for header in headers])
    for row in given:
        sheet.append([_cell(sheet, value, looks) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _looks(sheet: WriteOnlyWorksheet) -> dict[str, Cell]:
    """Return one cell of each look: a workbook asks long for each style, so every other cell borrows from these."""
    looks = {name: WriteOnlyCell(sheet) for name in ("head", "text", "quoted", "day", "moment")}
    looks["head"].font = Font(bold=True)
    looks["head"].alignment = Alignment(wrap_text=True, vertical="center")
    for name in ("text", "quoted"):
        looks[name].alignment = Alignment(wrap_text=True, vertical="top")
    looks["quoted"].quotePrefix = True
    looks["day"].number_format = "dd/mm/yyyy"
    looks["moment"].number_format = "dd/mm/yyyy hh:mm"
    return looks


def _look(sheet: WriteOnlyWorksheet, value: object, look: Any) -> Any:
    cell: Any = WriteOnlyCell(sheet)
    cell._style = look._style
    cell._value = value  # what the setter would guess from the words is never wanted
    cell.data_type = "d" if isinstance(value, datetime) else "s"
    return cell


def _cell(sheet: WriteOnlyWorksheet, value: object, looks: dict[str, Cell]) -> object:
    """A number and a day keep their kind; everything else is text, and text that looks like a formula says so."""
    if isinstance(value, datetime):
        moment = timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
        return _look(sheet, moment, looks["moment"])
    if isinstance(value, date):
        return _look(sheet, datetime.combine(value, time()), looks["day"])
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    words = ILLEGAL_CHARACTERS_RE.sub("", written(value))[:LONGEST_CELL]
    if not words:
        return None
    return _look(sheet, words, looks["quoted" if words.startswith(FORMULA_STARTS) else "text"])


def table_csv(headers: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """Return the same table as UTF-8 .csv with a mark that Excel knows; would-be formulas get an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    for row in [headers, *rows]:
        writer.writerow([_harmless(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _harmless(value: object) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    words = written(value)
    return f"'{words}" if words.startswith(FORMULA_STARTS) else words
