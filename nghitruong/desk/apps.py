from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DeskConfig(AppConfig):
    name = "nghitruong.desk"
    verbose_name = _("bàn làm việc")

    def ready(self) -> None:
        """Put the desk first in the menu; tell organs of the texts that are sent or routed to them.

        Registers and notices stand on one floor and do not know each other, so they are joined from above.
        """
        from nghitruong.audit.models import Entry
        from nghitruong.base.official import official
        from nghitruong.documents.models import Delivery, Incoming
        from nghitruong.notices import services as notices
        from nghitruong.organisation.models import Organ
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

        def sent_to(entry: Entry) -> list[Organ]:
            """A secret text is announced to nobody here: its entry is for the keepers alone."""
            sent = Delivery.objects.filter(paper=entry.object_id, sent_at=entry.at, paper__secrecy="none")
            return [each.organ for each in sent.select_related("organ") if each.organ is not None]

        def routed_to(entry: Entry) -> list[Organ]:
            routed = Incoming.objects.filter(pk=entry.object_id, secrecy="none").select_related("handler_organ")
            return [each.handler_organ for each in routed if each.handler_organ is not None]

        for deed in ("paper.issue", "paper.distribute"):
            notices.follow(
                deed=deed,
                organs=sent_to,
                text=lambda entry: official(_("Văn bản gửi tới, chờ nhận: %(paper)s"), paper=entry.label),
            )
        notices.follow(
            deed="incoming.route",
            organs=routed_to,
            text=lambda entry: official(_("Văn bản đến được chuyển xử lý: %(paper)s"), paper=entry.label),
        )
