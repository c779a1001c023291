from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "nghitruong.search"
    verbose_name = _("tìm kiếm")

    def ready(self) -> None:
        from nghitruong.audit import services as audit
        from nghitruong.search import services

        services.register_organisation()
        audit.follow(prefix="", follower=services.follow_entry)
