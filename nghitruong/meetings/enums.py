"""Kinds of gatherings and how people attended."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingKind(TextChoices):
    CONTACT = "contact", _("buổi tiếp xúc cử tri")
    SESSION = "session", _("kỳ họp")
    STANDING = "standing", _("phiên họp Thường trực")
    VERIFICATION = "verification", _("buổi xác minh")
    OTHER = "other", _("cuộc họp khác")


class MeetingState(TextChoices):
    PLANNED = "planned", _("đã lên lịch")
    HELD = "held", _("đã diễn ra")
    CANCELLED = "cancelled", _("đã hủy")


class Mode(TextChoices):
    IN_PERSON = "in_person", _("trực tiếp")
    ONLINE = "online", _("trực tuyến")
    MIXED = "mixed", _("trực tiếp kết hợp trực tuyến")


class Presence(TextChoices):
    INVITED = "invited", _("được mời, phân công")
    PRESENT = "present", _("có mặt")
    EXCUSED = "excused", _("vắng có lý do")
    ABSENT = "absent", _("vắng không lý do")
