from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ContactsConfig(AppConfig):
    name = "nghitruong.contacts"
    verbose_name = _("tiếp xúc cử tri")
