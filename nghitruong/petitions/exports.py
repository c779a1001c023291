"""Spreadsheets out. No cell ever starts a formula: every value is written as text, number or date."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django.http import HttpResponse  # noqa: TID251 -- a file as an answer
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from nghitruong.petitions.models import ImportBatch, Petition

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def workbook(title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int]) -> bytes:
    """Write one sheet: bold headings that stay in view, dates as dates, all else as text that no program computes."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title[:31])
    sheet.freeze_panes = "A2"
    for place, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[place]].width = width
    sheet.append([_cell(sheet, heading, bold=True) for heading in headings])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Any, *, bold: bool = False) -> Any:
    cell = WriteOnlyCell(sheet, value="" if value is None else value)
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, str):
        cell.data_type = "s"
        cell.quotePrefix = value[:1] in "=+-@\t\r"
    cell.font = Font(name="Times New Roman", size=12, bold=bold)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def petitions_xlsx(rows: Iterable[Petition], *, with_voter: bool) -> bytes:
    """The register as a spreadsheet: answered and settled in two columns."""
    headings = [
        _("Mã"), _("Ngày tiếp nhận"), _("Nội dung"), _("Nơi nêu"), _("Lĩnh vực"), _("Thẩm quyền"),
        _("Cơ quan giải quyết"), _("Trạng thái"), _("Hạn trả lời"), _("Ngày trả lời"), _("Kết quả trả lời"),
        _("Ngày giải quyết xong"), *([_("Cử tri")] if with_voter else []),
    ]  # fmt: skip
    values = (
        [
            p.code, p.received_on, p.text, p.place or str(p.unit or ""), str(p.field or ""), p.get_level_display(),
            p.lead.name if p.lead else "", str(p.get_state_display()), p.due_on, p.answered_on,
            str(p.get_outcome_display()), p.settled_on, *([p.voter] if with_voter else []),
        ]
        for p in rows
    )  # fmt: skip
    return workbook(_("Kiến nghị cử tri"), headings, values, [16, 14, 70, 30, 24, 14, 36, 22, 14, 14, 24, 14, 24])


def rejected_xlsx(batch: ImportBatch) -> bytes:
    """The rows that did not come in, with their reasons, ready to be mended and sent again."""
    names = list(dict.fromkeys(name for row in batch.rejected for name in row.get("values", {})))
    shown = {"ref": _("Mã"), "text": _("Nội dung"), "place": _("Địa bàn"), "date": _("Ngày"), "field": _("Lĩnh vực"),
             "level": _("Thẩm quyền"), "answer": _("Trả lời"), "agency": _("Cơ quan"), "status": _("Tình trạng"),
             "session": _("Kỳ họp"), "voter": _("Cử tri"), "channel": _("Nguồn"), "voices": _("Số người")}  # fmt: skip
    headings = [_("Dòng trong tệp"), _("Lý do bị loại"), *[shown.get(name, name) for name in names]]
    rows = (
        [row["row"], row["reason"], *[row.get("values", {}).get(name, "") for name in names]] for row in batch.rejected
    )
    return workbook(_("Dòng bị loại"), headings, rows, [14, 50, *[30] * len(names)])


def as_attachment(content: bytes, name: str, mime: str = XLSX) -> HttpResponse:
    response = HttpResponse(content, content_type=mime)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
