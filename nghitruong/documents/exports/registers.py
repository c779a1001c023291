"""The registers as tables to take along (law.md 12.6: the columns of the outgoing and the incoming register)."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from nghitruong.base.official import official_language
from nghitruong.documents.exports.tables import table_xlsx
from nghitruong.documents.models import Incoming, Paper


@official_language()
def outgoing_xlsx(rows: Iterable[Paper]) -> bytes:
    """Return the outgoing register, in the order given; `rows` come with organ and deliveries loaded."""
    head = [
        _("Số, ký hiệu"), _("Ngày văn bản"), _("Loại văn bản"), _("Trích yếu"), _("Cơ quan ban hành"), _("Người ký"),
        _("Nơi nhận"), _("Nơi lưu"), _("Số lượng bản"), _("Ghi chú"),
    ]  # fmt: skip
    table = [
        [
            row.code, row.signed_on, row.get_kind_display(), row.abstract, row.organ.name, row.signer_name,
            "; ".join(each.name for each in row.deliveries.all()), row.keeper, row.copies, row.note,
        ]
        for row in rows
    ]  # fmt: skip
    return table_xlsx(_("Sổ văn bản đi"), head, table)


@official_language()
def incoming_xlsx(rows: Iterable[Incoming]) -> bytes:
    """Return the incoming register, in the order given; `rows` come with their handlers loaded."""
    head = [
        _("Ngày đến"), _("Số đến"), _("Nơi gửi"), _("Số, ký hiệu"), _("Ngày văn bản"), _("Loại văn bản"),
        _("Trích yếu"), _("Đơn vị, người xử lý"), _("Hạn xử lý"), _("Tình trạng"), _("Kết quả xử lý"), _("Ghi chú"),
    ]  # fmt: skip
    table = [
        [
            row.arrived_on, row.shown_number, row.author, row.code, row.signed_on, row.get_kind_display(), row.abstract,
            ", ".join(filter(None, [
                row.handler.person.name if row.handler else "", row.handler_organ.name if row.handler_organ else "",
            ])),
            row.due_on, row.get_state_display(), row.outcome, row.note,
        ]
        for row in rows
    ]  # fmt: skip
    return table_xlsx(_("Sổ văn bản đến"), head, table)
