"""The life of an obligation: it ends only when the one it was owed to accepts (architecture, rule 1)."""

from django.utils.translation import gettext_lazy as _

from nghitruong.base.flow import Flow, Step
from nghitruong.obligations.enums import State

_BASIS = "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)"
_FOLLOW = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 31 khoản 6"

OBLIGATION = Flow(
    "obligation",
    [
        Step("fulfil", _("báo cáo đã thực hiện"), frozenset({State.OPEN}), State.FULFILLED, _FOLLOW),
        Step("accept", _("chấp nhận"), frozenset({State.FULFILLED}), State.ACCEPTED, _FOLLOW),
        Step("refuse", _("chưa chấp nhận"), frozenset({State.FULFILLED}), State.OPEN, _FOLLOW),
        Step("extend", _("gia hạn"), frozenset({State.OPEN}), "", _BASIS),
        Step("reassign", _("chuyển cơ quan thực hiện"), frozenset({State.OPEN, State.FULFILLED}), "", _BASIS),
        Step("set_deadline", _("ấn định thời hạn"), frozenset({State.OPEN}), "", _BASIS),
        Step("urge", _("đôn đốc"), frozenset({State.OPEN, State.FULFILLED}), "", _BASIS),
        Step("cancel", _("hủy"), frozenset({State.OPEN, State.FULFILLED}), State.CANCELLED, _BASIS),
    ],
    {str(value): label for value, label in State.choices},
)
