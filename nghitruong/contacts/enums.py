"""Forms of voter contact (NQLT 72/2025 Đ.18, 19, 21) and what a voter's words are."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RoundKind(TextChoices):
    BEFORE_SESSION = "before", _("trước kỳ họp")
    AFTER_SESSION = "after", _("sau kỳ họp")
    THEMATIC = "thematic", _("chuyên đề")
    BY_GROUP = "group", _("theo đối tượng")
    RESIDENCE = "residence", _("nơi cư trú, nơi làm việc")
    OUTSIDE = "outside", _("ngoài đơn vị bầu cử")
    PERSONAL = "personal", _("cá nhân, nhóm cử tri")
    WRITTEN = "written", _("thu nhận ý kiến bằng văn bản")


class RoundState(TextChoices):
    OPEN = "open", _("đang thực hiện")
    SUMMARISED = "summarised", _("đã tổng hợp")


class OpinionKind(TextChoices):
    PETITION = "petition", _("kiến nghị")
    OPINION = "opinion", _("ý kiến")
    THANKS = "thanks", _("cảm ơn, ghi nhận")
    REFERRED = "referred", _("khiếu nại, tố cáo (đã hướng dẫn)")
