"""The life of an official text going out and of one that came in (NĐ 30/2020; law.md 12.4, 12.6)."""

from django.utils.translation import gettext_lazy as _

from nghitruong.base.flow import Flow, Step
from nghitruong.documents.enums import IncomingState, PaperState

_DECREE = "Nghị định 30/2020/NĐ-CP"

PAPER = Flow(
    "paper",
    [
        Step("submit", _("trình ký"), frozenset({PaperState.DRAFT}), PaperState.SUBMITTED, _DECREE),
        Step("send_back", _("trả lại dự thảo"), frozenset({PaperState.SUBMITTED}), PaperState.DRAFT, _DECREE),
        Step("drop", _("bỏ dự thảo"), frozenset({PaperState.DRAFT, PaperState.SUBMITTED}), PaperState.DROPPED, _DECREE),
        Step(
            "issue", _("ký ban hành"), frozenset({PaperState.DRAFT, PaperState.SUBMITTED}), PaperState.ISSUED,
            f"{_DECREE}, Điều 13, 15",
        ),
        Step("distribute", _("gửi tới nơi nhận"), frozenset({PaperState.ISSUED}), "", _DECREE),
        Step("correct", _("sửa đổi, đính chính"), frozenset({PaperState.ISSUED}), "", _DECREE),
    ],
    dict(PaperState.choices),
)  # fmt: skip

INCOMING = Flow(
    "incoming",
    [
        Step(
            "route", _("chuyển xử lý"), frozenset({IncomingState.REGISTERED, IncomingState.ROUTED}),
            IncomingState.ROUTED, _DECREE,
        ),
        Step(
            "finish", _("ghi đã xử lý"), frozenset({IncomingState.REGISTERED, IncomingState.ROUTED}),
            IncomingState.FINISHED, _DECREE,
        ),
    ],
    dict(IncomingState.choices),
)  # fmt: skip
