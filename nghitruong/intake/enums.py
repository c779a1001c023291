"""Choices of reading documents into records."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadingState(models.TextChoices):
    WAITING = "waiting", _("chờ đọc")
    RUNNING = "running", _("đang đọc")
    READ = "read", _("đã đọc, chờ duyệt")
    FAILED = "failed", _("không đọc được")
    CANCELLED = "cancelled", _("đã dừng đọc")
    CLOSED = "closed", _("đã duyệt xong")


class ProposalKind(models.TextChoices):
    """What an item becomes once a person has accepted it."""

    ENTRY = "entry", _("văn bản đến")
    MEETING = "meeting", _("cuộc họp")
    TASK = "task", _("việc được giao")
    UPWARD = "upward", _("đề xuất lên cấp trên")
    FIGURE = "figure", _("số liệu")
    LIMITATION = "limitation", _("hạn chế được nêu")
    CITED = "cited", _("văn bản được viện dẫn")


class ProposalState(models.TextChoices):
    PROPOSED = "proposed", _("chờ duyệt")
    ACCEPTED = "accepted", _("đã nhận")
    REJECTED = "rejected", _("không nhận")
