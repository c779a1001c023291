"""Workbooks that offices take away: a sample roster, and the rows that were rejected."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from nghitruong.base.official import official_language
from nghitruong.organisation.rules.roster import LABELS

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
SAMPLE = (
    ("Phạm Thị Mẫu Một", "05/08/1975", "Nữ", "Kinh", "Chủ tịch Hội đồng nhân dân", "Tổ 1", "", "x", "", ""),
    ("Trần Văn Mẫu Hai", "12-3-1980", "Nam", "Kinh", "Phó Chủ tịch Hội đồng nhân dân", "Tổ 2", "", "x", "", ""),
    ("Võ Thị Mẫu Ba", "1982", "Nữ", "Kinh", "Trưởng Ban, Ủy viên Thường trực", "Tổ 1", "Kinh tế - Ngân sách", "", "", ""),
    ("Đinh Văn Mẫu Bốn", "ngày 2 tháng 9 năm 1990", "Nam", "Hrê", "Đại biểu", "Tổ 2", "Văn hóa - Xã hội", "", "", ""),
)  # fmt: skip


def plain_cell(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(FORMULA_STARTS) else text


def _workbook(title: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    book = Workbook()
    sheet = book.active
    if sheet is None:
        sheet = book.create_sheet()
    sheet.title = title
    sheet.append(list(header))
    for row in rows:
        sheet.append([plain_cell(cell) for cell in row])
    for place, name in enumerate(header, start=1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = max(12, len(name) + 4)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@official_language()
def sample_roster() -> bytes:
    """Return a workbook with the columns an import reads and four invented people."""
    return _workbook(_("Danh sách mẫu"), list(LABELS.values()), SAMPLE)


@official_language()
def rejected_roster(rows: Iterable[tuple[int, Mapping[str, str], Sequence[str]]]) -> bytes:
    """Return the rejected rows (number, cells, reasons) as they were, with why; ready to be mended and sent again."""
    header = [*LABELS.values(), _("Dòng trong tệp"), _("Lý do từ chối")]
    return _workbook(
        _("Dòng bị từ chối"),
        header,
        ([*(cells.get(key, "") for key in LABELS), str(number), " ".join(why)] for number, cells, why in rows),
    )
