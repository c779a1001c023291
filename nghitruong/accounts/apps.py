from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "nghitruong.accounts"
    verbose_name = _("tài khoản")
