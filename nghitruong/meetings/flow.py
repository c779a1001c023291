"""The life of a gathering: planned, then held or cancelled. One line a deed, with its basis (law.md 3, 7)."""

from nghitruong.base.flow import Flow, Step
from nghitruong.meetings.enums import MeetingState

_RULES = "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)"

MEETING = Flow(
    "meeting",
    [
        Step("edit", "sửa", frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step("call", "mời, phân công", frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step("attend", "điểm danh", frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step(
            "hold",
            "ghi nhận đã diễn ra",
            frozenset({MeetingState.PLANNED, MeetingState.HELD}),
            MeetingState.HELD,
            _RULES,
        ),
        Step("cancel", "hủy", frozenset({MeetingState.PLANNED}), MeetingState.CANCELLED, _RULES),
    ],
    dict(MeetingState.choices),
)
