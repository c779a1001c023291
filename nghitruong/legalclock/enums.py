"""Day types, confidence and the kinds of calendar days."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class DayType(TextChoices):
    CALENDAR = "calendar", _("ngày")
    WORKING = "working", _("ngày làm việc")


class Direction(TextChoices):
    AFTER = "after", _("sau sự kiện")
    BEFORE = "before", _("trước sự kiện")


class Confidence(TextChoices):
    VERIFIED = "verified", _("đã kiểm chứng")
    TO_CONFIRM = "to_confirm", _("chưa kiểm chứng")


class DayKind(TextChoices):
    HOLIDAY = "holiday", _("ngày lễ")
    COMPENSATORY = "compensatory", _("ngày nghỉ bù")
    SWAPPED_OFF = "swapped_off", _("ngày nghỉ hoán đổi")
    SWAPPED_ON = "swapped_on", _("ngày làm bù")


class ClockState(TextChoices):
    RUNNING = "running", _("đang chạy")
    PAUSED = "paused", _("tạm dừng")
    CLOSED = "closed", _("đã đóng")
