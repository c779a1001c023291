from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LegalclockConfig(AppConfig):
    name = "nghitruong.legalclock"
    verbose_name = _("thời hạn luật định")
