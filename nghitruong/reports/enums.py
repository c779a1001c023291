"""Choices of periodic reports."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Period(models.TextChoices):
    MONTH = "month", _("tháng")
    QUARTER = "quarter", _("quý")
    HALF_YEAR = "half_year", _("6 tháng")
    NINE_MONTHS = "nine_months", _("9 tháng")
    YEAR = "year", _("năm")
    TERM = "term", _("nhiệm kỳ")


class ReportState(models.TextChoices):
    DRAFT = "draft", _("dự thảo")
    SIGNED = "signed", _("đã ký, số liệu đã chốt")


class Section(models.TextChoices):
    """The parts of a report, in their order (law.md 14.1)."""

    SESSIONS = "sessions", _("Kỳ họp và các phiên họp")
    CONTACTS = "contacts", _("Tiếp xúc cử tri")
    PETITIONS = "petitions", _("Kiến nghị của cử tri")
    TASKS = "tasks", _("Lời hứa và công việc được giao")
    STATED = "stated", _("Số liệu nêu trong văn bản")
