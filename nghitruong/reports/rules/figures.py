"""The figures a periodic report knows (law.md 14.1, 14.3): what each counts, in which unit, and of what it is a part."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nghitruong.reports.enums import Section


@dataclass(frozen=True, slots=True)
class Described:
    """`kind` names the records that stand behind (base.subjects). A rate is `key` of `whole` in percent."""

    key: str
    section: Section
    label: Any
    unit: Any
    kind: str
    whole: str = ""

    @property
    def is_rate(self) -> bool:
        return bool(self.whole)


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: one number, or from `low` to `high`, or neither ("không có số liệu")."""

    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def is_known(self) -> bool:
        return self.value is not None or self.low is not None

    @property
    def is_range(self) -> bool:
        return self.value is None and self.low is not None


_P, _M, _O = "petitions.petition", "meetings.meeting", "obligations.obligation"
_petitions = pgettext_lazy("đơn vị", "kiến nghị")
_tasks = pgettext_lazy("đơn vị", "việc")
_percent = "%"

FIGURES: tuple[Described, ...] = (
    Described("sessions", Section.SESSIONS, _("Kỳ họp đã tổ chức"), pgettext_lazy("đơn vị", "kỳ họp"), _M),
    Described("standing", Section.SESSIONS, _("Phiên họp Thường trực"), pgettext_lazy("đơn vị", "phiên họp"), _M),
    Described("gatherings", Section.SESSIONS, _("Hội nghị, cuộc họp khác"), pgettext_lazy("đơn vị", "cuộc"), _M),
    Described("rounds", Section.CONTACTS, _("Đợt tiếp xúc cử tri"), pgettext_lazy("đơn vị", "đợt"), "contacts.round"),
    Described("points", Section.CONTACTS, _("Điểm tiếp xúc cử tri"), pgettext_lazy("đơn vị", "điểm"), "contacts.point"),
    Described("voters", Section.CONTACTS, _("Lượt cử tri dự"), pgettext_lazy("đơn vị", "lượt"), "contacts.point"),
    Described("speakers", Section.CONTACTS, _("Lượt phát biểu"), pgettext_lazy("đơn vị", "lượt"), "contacts.point"),
    Described(
        "opinions", Section.CONTACTS, _("Ý kiến được ghi"), pgettext_lazy("đơn vị", "ý kiến"), "contacts.opinion"
    ),
    Described("received", Section.PETITIONS, _("Kiến nghị tiếp nhận"), _petitions, _P),
    Described("level_national", Section.PETITIONS, _("Thuộc thẩm quyền trung ương"), _petitions, _P),
    Described("level_province", Section.PETITIONS, _("Thuộc thẩm quyền cấp tỉnh"), _petitions, _P),
    Described("level_district", Section.PETITIONS, _("Thuộc thẩm quyền cấp huyện (trước 1/7/2025)"), _petitions, _P),
    Described("level_commune", Section.PETITIONS, _("Thuộc thẩm quyền cấp xã"), _petitions, _P),
    Described("level_unsorted", Section.PETITIONS, _("Chưa xác định thẩm quyền"), _petitions, _P),
    Described("forwarded", Section.PETITIONS, _("Đã chuyển cơ quan có thẩm quyền"), _petitions, _P),
    Described("answered", Section.PETITIONS, _("Đã trả lời"), _petitions, _P),
    Described("answered_rate", Section.PETITIONS, _("Tỷ lệ đã trả lời"), _percent, _P, whole="forwarded"),
    Described("fallen_due", Section.PETITIONS, _("Đã đến hạn trả lời"), _petitions, _P),
    Described("on_time", Section.PETITIONS, _("Trả lời đúng hạn"), _petitions, _P),
    Described("on_time_rate", Section.PETITIONS, _("Tỷ lệ đúng hạn"), _percent, _P, whole="fallen_due"),
    Described("settled", Section.PETITIONS, _("Đã giải quyết xong"), _petitions, _P),
    Described("settled_rate", Section.PETITIONS, _("Tỷ lệ giải quyết xong"), _percent, _P, whole="answered"),
    Described("unanswered", Section.PETITIONS, _("Đã chuyển, chưa trả lời"), _petitions, _P),
    Described("reopened", Section.PETITIONS, _("Mở lại"), _petitions, _P),
    Described("carried", Section.PETITIONS, _("Chuyển qua nhiều kỳ họp"), _petitions, _P),
    Described("promised", Section.TASKS, _("Lời hứa được ghi vào sổ"), _tasks, _O),
    Described("tasked", Section.TASKS, _("Công việc được giao"), _tasks, _O),
    Described("done", Section.TASKS, _("Đã được chấp nhận kết quả"), _tasks, _O),
    Described("overdue", Section.TASKS, _("Quá hạn"), _tasks, _O),
    Described("undated", Section.TASKS, _("Chưa có thời hạn"), _tasks, _O),
)
_BY_KEY = {each.key: each for each in FIGURES}


STATED = "stated-"
"""Keys of figures that documents state begin so; the number of the first record of the figure follows."""


def described(key: str, label: str = "") -> Described:
    """Return what a figure's key stands for; a figure of documents is described by `label`, its own words.

    Raises KeyError for an unknown key.
    """
    if key.startswith(STATED):
        return Described(key, Section.STATED, label, "", "documents.statedfigure")
    return _BY_KEY[key]
