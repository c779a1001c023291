from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MeetingsConfig(AppConfig):
    name = "nghitruong.meetings"
    verbose_name = _("cuộc họp")

    def ready(self) -> None:
        """Announce meetings to the floors below: subjects, journal words, menu."""
        from nghitruong.audit.services import name_deeds
        from nghitruong.base.actor import Actor
        from nghitruong.base.subjects import Kind, register
        from nghitruong.meetings.models import Meeting
        from nghitruong.ui.enums import Group
        from nghitruong.ui.rules import Entry, add_entry

        def sits(actor: Actor) -> bool:
            return actor.membership_id is not None and actor.role not in {"auditor", "administrator"}

        register(
            "meetings.meeting",
            Kind(
                noun=_("cuộc họp"),
                load=Meeting.objects.in_bulk,
                label=str,
                url=Meeting.get_absolute_url,
                visible=lambda actor, ids: set(
                    Meeting.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True)
                ),
            ),
        )
        name_deeds(
            {
                "meeting.plan": _("lên lịch cuộc họp"),
                "meeting.edit": _("sửa lịch họp"),
                "meeting.call": _("mời, phân công người dự"),
                "meeting.invite": _("mời cơ quan dự họp"),
                "meeting.seat": _("ghi điểm cầu"),
                "meeting.set_agenda": _("ghi nội dung họp"),
                "meeting.minute": _("ghi biên bản"),
                "meeting.attend": _("điểm danh"),
                "meeting.hold": _("ghi nhận cuộc họp đã diễn ra"),
                "meeting.cancel": _("hủy cuộc họp"),
            }
        )
        add_entry(Entry("meetings:meetings", _("Lịch họp"), "calendar3", Group.TOP, 30, short=_("Lịch"), allowed=sits))
        add_entry(
            Entry(
                "meetings:sessions",
                pgettext_lazy("menu", "Kỳ họp"),
                "bank",
                Group.COUNCIL,
                30,
                allowed=lambda actor: sits(actor) and not actor.has("agency.answer"),
            )
        )
