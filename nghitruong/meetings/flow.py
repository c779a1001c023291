"""The life of a gathering: planned, then held or cancelled. One line a deed, with its basis (law.md 3, 7)."""

from django.utils.translation import gettext_lazy as _

from nghitruong.base.flow import Flow, Step
from nghitruong.meetings.enums import MeetingState

_RULES = "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)"

MEETING = Flow(
    "meeting",
    [
        Step("edit", _("sửa"), frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step("call", _("mời, phân công"), frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step("seat", _("ghi điểm cầu"), frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step("invite", _("mời cơ quan dự"), frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step("set_agenda", _("ghi nội dung họp"), frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step("minute", _("ghi biên bản"), frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step("attend", _("điểm danh"), frozenset({MeetingState.PLANNED, MeetingState.HELD}), "", _RULES),
        Step(
            "hold",
            _("ghi nhận đã diễn ra"),
            frozenset({MeetingState.PLANNED, MeetingState.HELD}),
            MeetingState.HELD,
            _RULES,
        ),
        Step("cancel", _("hủy"), frozenset({MeetingState.PLANNED}), MeetingState.CANCELLED, _RULES),
    ],
    dict(MeetingState.choices),
)
