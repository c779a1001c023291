from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    name = "nghitruong.notices"
    verbose_name = _("thông báo")

    def ready(self) -> None:
        """Tell the frame where notices are read."""
        from nghitruong.notices import selectors
        from nghitruong.ui import rules as ui

        ui.set_bell(ui.Bell("notices:index", selectors.unread))
