"""Kinds of documents (NĐ 30/2020, law.md 12.5) that this product writes or files now."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DocumentKind(TextChoices):
    LETTER = "cong_van", _("Công văn")
    REPORT = "bao_cao", _("Báo cáo")
    MINUTES = "bien_ban", _("Biên bản")
    NOTICE = "thong_bao", pgettext_lazy("kind of document", "Thông báo")
    PLAN = "ke_hoach", _("Kế hoạch")
    DECISION = "quyet_dinh", _("Quyết định")
    RESOLUTION = "nghi_quyet", _("Nghị quyết")
    SUBMISSION = "to_trinh", _("Tờ trình")
    PHOTO = "anh", _("Ảnh chụp")
    RECORDING = "ghi_am", _("Ghi âm")
    OTHER = "khac", _("Tài liệu khác")
