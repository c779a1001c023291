"""The life of an obligation: it ends only when the one it was owed to accepts (architecture, rule 1)."""

from nghitruong.base.flow import Flow, Step
from nghitruong.obligations.enums import State

_BASIS = "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)"
_FOLLOW = "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 31 khoản 6"

OBLIGATION = Flow(
    "obligation",
    [
        Step("fulfil", "báo cáo đã thực hiện", frozenset({State.OPEN}), State.FULFILLED, _FOLLOW),
        Step("accept", "chấp nhận", frozenset({State.FULFILLED}), State.ACCEPTED, _FOLLOW),
        Step("refuse", "chưa chấp nhận", frozenset({State.FULFILLED}), State.OPEN, _FOLLOW),
        Step("extend", "gia hạn", frozenset({State.OPEN}), "", _BASIS),
        Step("reassign", "chuyển cơ quan thực hiện", frozenset({State.OPEN, State.FULFILLED}), "", _BASIS),
        Step("set_deadline", "ấn định thời hạn", frozenset({State.OPEN}), "", _BASIS),
        Step("urge", "đôn đốc", frozenset({State.OPEN, State.FULFILLED}), "", _BASIS),
        Step("cancel", "hủy", frozenset({State.OPEN, State.FULFILLED}), State.CANCELLED, _BASIS),
    ],
    {str(value): label for value, label in State.choices},
)
