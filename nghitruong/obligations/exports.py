"""The ledger as a table to take along."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from nghitruong.base.official import official_language
from nghitruong.documents.exports import table_xlsx
from nghitruong.obligations import selectors
from nghitruong.obligations.enums import Nature, State
from nghitruong.obligations.models import ObligationQuerySet


@official_language()
def ledger_xlsx(rows: ObligationQuerySet, *, on: date) -> bytes:
    """Return the rows, in their order, as a workbook; `on` is the day by which lateness is told."""
    head = [
        _("Phải làm"),
        _("Thuộc việc"),
        _("Loại"),
        _("Bên có nghĩa vụ"),
        _("Người chịu trách nhiệm"),
        _("Bên có quyền"),
        _("Phát sinh ngày"),
        _("Hạn"),
        _("Căn cứ của hạn"),
        _("Quá hạn (ngày)"),
        _("Trạng thái"),
        _("Mức đôn đốc"),
        _("Báo cáo xong ngày"),
        _("Kết quả, bằng chứng"),
        _("Đóng ngày"),
    ]
    said = {value: str(label) for value, label in [*Nature.choices, *State.choices]}  # once, not for every row
    table = []
    for owed in rows:
        is_late = owed.due_on is not None and owed.state == "open" and owed.due_on < on
        table.append(
            [
                owed.what,
                owed.subject_label,
                said.get(owed.nature, ""),
                owed.debtor.name,
                owed.debtor_person,
                owed.creditor.name,
                owed.opened_on,
                owed.due_on or _("chưa có thời hạn"),
                owed.clock.citation if owed.clock else owed.due_basis,
                (on - owed.due_on).days if is_late and owed.due_on else None,
                said.get(owed.state, ""),
                selectors.rung(owed),
                owed.fulfilled_on,
                owed.evidence,
                owed.closed_on,
            ]
        )
    return table_xlsx(_("Sổ nghĩa vụ"), head, table)
