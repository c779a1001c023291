"""The life of a notice of conclusion: drafted, then signed and issued; what follows lives in the ledger."""

from django.utils.translation import gettext_lazy as _

from nghitruong.base.flow import Flow, Step
from nghitruong.coordination.enums import NoticeState

_RULES = "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)"
_ISSUE = "Nghị định số 30/2020/NĐ-CP, Điều 13, 15"
_DRAFT = frozenset({NoticeState.DRAFT})
_ISSUED = frozenset({NoticeState.ISSUED})

NOTICE = Flow(
    "notice",
    [
        Step("edit_conclusion", _("sửa dự thảo"), _DRAFT, "", _RULES),
        Step("add_task", _("thêm nhiệm vụ"), _DRAFT | _ISSUED, "", _RULES),
        Step("edit_task", _("sửa nhiệm vụ"), _DRAFT, "", _RULES),
        Step("remove_task", _("bỏ nhiệm vụ"), _DRAFT, "", _RULES),
        Step("issue_conclusion", _("ban hành"), _DRAFT, NoticeState.ISSUED, _ISSUE),
        Step("enter_conclusion", _("ghi thông báo đã ban hành ngoài hệ thống"), _DRAFT, NoticeState.ISSUED, _RULES),
        Step("discard_conclusion", _("bỏ dự thảo"), _DRAFT, NoticeState.DISCARDED, _RULES),
        Step("receive_conclusion", _("xác nhận đã nhận"), _ISSUED, "", _RULES),
        Step("amend_conclusion", _("soạn thông báo sửa đổi"), _ISSUED, "", _RULES),
        Step("report_task", _("báo cáo tiến độ"), _ISSUED, "", _RULES),
    ],
    dict(NoticeState.choices),
)
