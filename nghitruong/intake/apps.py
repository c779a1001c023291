from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IntakeConfig(AppConfig):
    name = "nghitruong.intake"
    verbose_name = _("đọc văn bản")
