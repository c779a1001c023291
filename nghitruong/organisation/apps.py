from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationConfig(AppConfig):
    name = "nghitruong.organisation"
    verbose_name = _("tổ chức")

    def ready(self) -> None:
        from nghitruong.accounts.services import name_roles
        from nghitruong.organisation.enums import Role

        name_roles(choices=[(role.value, role.label) for role in Role])
