"""Kinds of gatherings and how people attended."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class MeetingKind(TextChoices):
    CONTACT = "contact", _("buổi tiếp xúc cử tri")
    SESSION = "session", _("kỳ họp")
    STANDING = "standing", _("phiên họp Thường trực")
    VERIFICATION = "verification", _("buổi xác minh")
    JOINT = "joint", _("hội nghị liên tịch")
    BRIEFING = "briefing", _("hội nghị giao ban, trực báo")
    WORKING = "working", _("buổi làm việc")
    REVIEW = "review", _("hội nghị đánh giá quy chế phối hợp")
    OTHER = "other", _("cuộc họp khác")


class MeetingState(TextChoices):
    PLANNED = "planned", _("đã lên lịch")
    HELD = "held", _("đã diễn ra")
    CANCELLED = "cancelled", _("đã hủy")


class Mode(TextChoices):
    IN_PERSON = "in_person", _("trực tiếp")
    ONLINE = "online", _("trực tuyến")
    MIXED = "mixed", _("trực tiếp kết hợp trực tuyến")
    WRITTEN = "written", _("bằng văn bản, không họp")


class SessionType(TextChoices):
    """Sessions of all types take numbers in one series (law.md SES-01, SES-03, SES-08)."""

    REGULAR = "regular", _("thường lệ")
    THEMATIC = "thematic", _("chuyên đề")
    AD_HOC = "ad_hoc", _("giải quyết công việc phát sinh đột xuất")


class Presence(TextChoices):
    INVITED = "invited", _("được mời, phân công")
    PRESENT = "present", _("có mặt")
    EXCUSED = "excused", _("vắng có lý do")
    ABSENT = "absent", _("vắng không lý do")


class Part(TextChoices):
    """In what part somebody was called."""

    DELEGATE = "delegate", _("đại biểu")
    AGENCY = "agency", _("cơ quan dự, trả lời")
    FRONT = "front", _("Mặt trận Tổ quốc")
    SECRETARY = "secretary", _("thư ký, ghi biên bản")
    GUEST = "guest", _("khách mời")
