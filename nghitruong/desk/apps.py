from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "nghitruong.desk"
    verbose_name = _("bàn làm việc")

    def ready(self) -> None:
        """Put the desk first in the menu."""
        from nghitruong.ui import rules as ui
        from nghitruong.ui.enums import Group

        ui.add_entry(
            ui.Entry(
                "desk:desk",
                _("Bàn làm việc"),
                "columns-gap",
                group=Group.TOP,
                order=10,
                short=_("Bàn việc"),
                allowed=lambda actor: actor.role != "auditor",
                phone=True,
            )
        )
