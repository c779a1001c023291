"""The four lists of the desk."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Pile(TextChoices):
    I_OWE = "toi-no", _("Tôi nợ")
    OWED = "no-toi", _("Nợ tôi")
    LATE = "qua-han", _("Quá hạn")
    FRESH = "moi", _("Mới")
