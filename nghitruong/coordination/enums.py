"""Kinds of gatherings of coordination, tasks, groups of addressees and signing capacities."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from nghitruong.meetings.enums import MeetingKind

GATHERINGS = (MeetingKind.BRIEFING, MeetingKind.JOINT, MeetingKind.WORKING, MeetingKind.REVIEW)
"""Meetings shown on the pages of coordination; a notice may follow from any meeting."""


class NoticeState(TextChoices):
    DRAFT = "draft", _("dự thảo")
    ISSUED = "issued", _("đã ban hành")
    DISCARDED = "discarded", _("đã bỏ dự thảo")


class TaskKind(TextChoices):
    """A proposal goes upward: it asks, and nobody owes it (issue 4)."""

    TASK = "task", _("nhiệm vụ")
    ANSWER = "answer", _("trả lời bằng văn bản")
    PROPOSAL = "proposal", _("đề xuất, kiến nghị lên cấp trên")


class Group(TextChoices):
    """Addressees named as a group in a conclusion; resolved to organs on the day, shown for confirmation."""

    COMMUNE_COMMITTEES = "commune_committees", _("Ủy ban nhân dân các xã, phường")
    COMMUNE_STANDING = "commune_standing", _("Thường trực Hội đồng nhân dân các xã, phường")
    COMMUNE_FRONTS = "commune_fronts", _("Ủy ban Mặt trận Tổ quốc các xã, phường")
    COMMITTEES = "committees", _("các Ban của Hội đồng nhân dân")
    GROUPS = "groups", _("các Tổ đại biểu Hội đồng nhân dân")
    DEPARTMENTS = "departments", _("các cơ quan chuyên môn")


class Part(TextChoices):
    LEAD = "lead", pgettext_lazy("part in a task", "chủ trì")
    HELPS = "helps", pgettext_lazy("part in a task", "phối hợp")
