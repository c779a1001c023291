"""The life of a round of voter contact: open, then summarised; one line a deed, with its basis (law.md 7)."""

from django.utils.translation import gettext_lazy as _

from nghitruong.base.flow import Flow, Step
from nghitruong.contacts.enums import RoundState

_OPEN = frozenset({RoundState.OPEN})
_NQLT = "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN"
_RULES = "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)"

ROUND = Flow(
    "round",
    [
        Step("edit_round", _("sửa đợt tiếp xúc"), _OPEN, "", _RULES),
        Step("add_point", _("thêm điểm tiếp xúc"), _OPEN, "", f"{_NQLT}, Điều 18, 19"),
        Step("edit_point", _("sửa điểm tiếp xúc"), _OPEN, "", _RULES),
        Step("hold_point", _("ghi nhận buổi tiếp xúc đã diễn ra"), _OPEN, "", f"{_NQLT}, Điều 24"),
        Step("cancel_point", _("hủy điểm tiếp xúc"), _OPEN, "", _RULES),
        Step("take_opinion", _("ghi ý kiến cử tri"), _OPEN, "", f"{_NQLT}, Điều 24"),
        Step("edit_opinion", _("sửa ý kiến đã ghi"), _OPEN, "", _RULES),
        Step("reclassify", _("phân loại lại ý kiến"), frozenset(RoundState), "", _RULES),
        Step("answer_on_spot", _("ghi trả lời tại chỗ"), _OPEN, "", f"{_NQLT}, Điều 24"),
        Step("attach_source", _("kèm ảnh, ghi âm vào ý kiến"), _OPEN, "", _RULES),
        Step("summarise_round", _("tổng hợp đợt tiếp xúc"), _OPEN, RoundState.SUMMARISED, _RULES),
        Step("reopen_round", _("mở lại đợt để bổ sung"), frozenset({RoundState.SUMMARISED}), RoundState.OPEN, _RULES),
    ],
    dict(RoundState.choices),
)
