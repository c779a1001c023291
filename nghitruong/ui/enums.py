"""Tones of states and the groups of the menu."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Tone(TextChoices):
    """How a state looks; each has a shape and a word beside its colour."""

    LATE = "late", _("quá hạn")
    SOON = "soon", _("sắp đến hạn")
    DONE = "done", _("xong")
    CALM = "calm", _("bình thường")
    INFO = "info", _("cần biết")
    NONE = "none", _("chưa có gì")


class Group(TextChoices):
    """Where an entry of the menu stands."""

    TOP = "top", _("Việc của tôi")
    COUNCIL = "council", _("Việc của Hội đồng")
    RECORDS = "records", _("Hồ sơ và số liệu")
    SYSTEM = "system", _("Hệ thống")
    PERSONAL = "personal", _("Tài khoản")
