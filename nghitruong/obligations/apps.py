from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ObligationsConfig(AppConfig):
    name = "nghitruong.obligations"
    verbose_name = _("sổ nghĩa vụ")
