"""A reading: taken in, read, reviewed item by item, closed. An item: accepted (perhaps corrected) or rejected."""

from django.utils.translation import gettext_lazy as _

from nghitruong.base.flow import Flow, Step
from nghitruong.intake.enums import ProposalState, ReadingState

_RULES = "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)"
_UNREAD = frozenset({ReadingState.WAITING, ReadingState.RUNNING})

READING = Flow(
    "reading",
    [
        Step("cancel", _("dừng đọc"), _UNREAD, ReadingState.CANCELLED, _RULES),
        Step("retry", _("đọc lại"), frozenset({ReadingState.FAILED, ReadingState.CANCELLED}), ReadingState.WAITING, _RULES),
        Step("accept_certain", _("nhận mọi mục không có điều ngờ"), frozenset({ReadingState.READ}), "", _RULES),
        Step("close", _("kết thúc duyệt"), frozenset({ReadingState.READ}), ReadingState.CLOSED, _RULES),
    ],
    dict(ReadingState.choices),
)  # fmt: skip
PROPOSAL = Flow(
    "proposal",
    [
        Step("accept", _("nhận"), frozenset({ProposalState.PROPOSED}), ProposalState.ACCEPTED, _RULES),
        Step("reject", _("không nhận"), frozenset({ProposalState.PROPOSED}), ProposalState.REJECTED, _RULES),
        Step("restore", _("xét lại"), frozenset({ProposalState.REJECTED}), ProposalState.PROPOSED, _RULES),
    ],
    dict(ProposalState.choices),
)
