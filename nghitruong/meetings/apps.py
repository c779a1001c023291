from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MeetingsConfig(AppConfig):
    name = "nghitruong.meetings"
    verbose_name = _("cuộc họp")

    def ready(self) -> None:
        """Announce meetings as subjects."""
        from nghitruong.base.subjects import Kind, register
        from nghitruong.meetings.models import Meeting

        register(
            "meetings.meeting",
            Kind(
                noun=str(_("cuộc họp")),
                load=Meeting.objects.in_bulk,
                label=str,
                url=Meeting.get_absolute_url,
                visible=lambda actor, ids: set(
                    Meeting.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True)
                ),
            ),
        )
