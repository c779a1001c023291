"""States of an obligation. It ends only when the one it was owed to accepts, with evidence."""

from django.db.models import IntegerChoices, TextChoices
from django.utils.translation import gettext_lazy as _


class State(TextChoices):
    OPEN = "open", _("đang thực hiện")
    FULFILLED = "fulfilled", _("đã báo cáo, chờ chấp nhận")
    ACCEPTED = "accepted", _("đã được chấp nhận")
    CANCELLED = "cancelled", _("đã hủy")


class Nature(TextChoices):
    ANSWER = "answer", _("trả lời")
    COORDINATION = "coordination", _("phối hợp trả lời")
    COMMITMENT = "commitment", _("lời hứa, cam kết")
    TASK = "task", _("công việc phải làm")


class Reminder(IntegerChoices):
    """Days from the due date; negative before."""

    BEFORE_15 = -15, _("trước hạn 15 ngày")
    BEFORE_7 = -7, _("trước hạn 7 ngày")
    BEFORE_3 = -3, _("trước hạn 3 ngày")
    AFTER_3 = 3, _("quá hạn 3 ngày")
    AFTER_7 = 7, _("quá hạn 7 ngày")
    AFTER_15 = 15, _("quá hạn 15 ngày")


class Rung(IntegerChoices):
    """The ladder of escalation seen in practice (law.md 6.3: local practice, not verified as law)."""

    NONE = 0, _("chưa đôn đốc")
    FIRST = 1, _("đôn đốc lần đầu")
    AGAIN = 2, _("đôn đốc tiếp")
    AUTHORITY = 3, _("đề nghị cấp có thẩm quyền xử lý")
    EXPLANATION = 4, _("đưa ra phiên giải trình")
    QUESTION = 5, _("đưa ra chất vấn")
    OVERSIGHT = 6, _("giám sát lại")
    COUNCIL = 7, _("báo cáo Hội đồng nhân dân")


DEED_LABELS = {
    "open": _("Ghi nghĩa vụ"),
    "fulfil": _("Báo cáo đã thực hiện"),
    "accept": _("Chấp nhận kết quả thực hiện"),
    "refuse": _("Chưa chấp nhận kết quả thực hiện"),
    "extend": _("Gia hạn"),
    "reassign": _("Chuyển cơ quan thực hiện"),
    "set_deadline": _("Ấn định thời hạn"),
    "urge": _("Đôn đốc"),
    "cancel": _("Hủy nghĩa vụ"),
    "redate": _("Tính lại thời hạn"),
    "remind": _("Nhắc hạn"),
    "ask": _("Hỏi thời hạn"),
}
"""A deed's words: on its button, over its page and in the journal."""
