"""The procedure of a petition, readable by a lawyer: one line a deed, with its legal basis (law.md 7, 8)."""

from django.utils.translation import gettext_lazy as _

from nghitruong.base.flow import Flow, Step
from nghitruong.petitions.enums import State

_OPEN = frozenset(
    {State.RECEIVED, State.SORTED, State.FORWARDED, State.RETURNED, State.ANSWERED, State.REOPENED, State.ACCEPTED}
)
_WITH_AGENCY = frozenset({State.FORWARDED, State.REOPENED})

PETITION = Flow(
    "petition",
    [
        Step(
            "sort",
            _("phân loại"),
            frozenset({State.RECEIVED, State.SORTED, State.RETURNED}),
            State.SORTED,
            "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 31 khoản 6",
        ),
        Step(
            "reclassify",
            _("xác định không phải kiến nghị"),
            frozenset({State.RECEIVED, State.SORTED}),
            State.NOTED,
            "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)",
        ),
        Step(
            "restore",
            _("đưa trở lại là kiến nghị"),
            frozenset({State.NOTED}),
            State.RECEIVED,
            "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)",
        ),
        Step(
            "send_down",
            _("chuyển xuống cấp dưới giải quyết"),
            frozenset({State.RECEIVED, State.SORTED, State.RETURNED}),
            State.RECEIVED,
            "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)",
        ),
        Step(
            "forward",
            _("chuyển giải quyết"),
            frozenset({State.SORTED}),
            State.FORWARDED,
            "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 31 khoản 6",
        ),
        Step(
            "urge",
            _("đôn đốc"),
            _WITH_AGENCY | {State.ANSWERED},
            "",
            "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)",
        ),
        Step("extend", _("gia hạn"), _WITH_AGENCY, "", "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)"),
        Step(
            "send_back",
            _("trả lại, không đúng thẩm quyền"),
            frozenset({State.FORWARDED}),
            State.RETURNED,
            "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)",
        ),
        Step(
            "answer",
            _("trả lời"),
            _WITH_AGENCY | {State.ANSWERED},
            State.ANSWERED,
            "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN, Điều 49 khoản 2 "
            "(áp dụng tương tự, chưa kiểm chứng)",
        ),
        Step(
            "commit",
            _("ghi lời hứa"),
            frozenset({State.ANSWERED}),
            "",
            "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)",
        ),
        Step(
            "verify",
            _("xác minh tại chỗ"),
            frozenset({State.ANSWERED, State.REOPENED}),
            "",
            "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN, Điều 54 khoản 2",
        ),
        Step(
            "accept",
            _("chấp nhận kết quả"),
            frozenset({State.ANSWERED}),
            State.ACCEPTED,
            "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN, Điều 54 khoản 2",
        ),
        Step(
            "reopen",
            _("mở lại"),
            frozenset({State.ANSWERED, State.ACCEPTED, State.CLOSED}),
            State.REOPENED,
            "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN, Điều 54 khoản 2",
        ),
        Step(
            "close",
            _("kết thúc"),
            frozenset({State.ACCEPTED}),
            State.CLOSED,
            "Nghị quyết liên tịch số 72/2025/NQLT/UBTVQH15-CP-ĐCTUBTWMTTQVN, Điều 54 khoản 2",
        ),
        Step(
            "carry_over",
            _("chuyển sang kỳ họp sau"),
            _OPEN,
            "",
            "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)",
        ),
        Step(
            "inherit",
            _("tiếp nhận từ cơ quan kết thúc hoạt động"),
            _OPEN,
            "",
            "Luật Tổ chức chính quyền địa phương số 72/2025/QH15, Điều 54 khoản 8",
        ),
    ],
    {str(value): label for value, label in State.choices},
)
