"""The life of a report: a draft that people put into words, then signed with its figures frozen."""

from django.utils.translation import gettext_lazy as _

from nghitruong.base.flow import Flow, Step
from nghitruong.reports.enums import ReportState

_RULES = "Quy chế làm việc của Hội đồng nhân dân (chưa kiểm chứng)"
_DRAFT = frozenset({ReportState.DRAFT})

REPORT = Flow(
    "report",
    [
        Step("edit", _("sửa lời"), _DRAFT, "", _RULES),
        Step("recompute", _("tính lại số liệu"), _DRAFT, "", _RULES),
        Step("sign", _("ký và chốt số liệu"), _DRAFT, ReportState.SIGNED, _RULES),
        Step("discard", _("bỏ dự thảo"), _DRAFT, "", _RULES),
        Step("compare", _("tính lại để đối chiếu"), frozenset({ReportState.SIGNED}), "", _RULES),
    ],
    dict(ReportState.choices),
)
