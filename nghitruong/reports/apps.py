from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReportsConfig(AppConfig):
    name = "nghitruong.reports"
    verbose_name = _("báo cáo định kỳ")

    def ready(self) -> None:
        """Announce reports to the floors below: subject, journal words, menu."""
        from nghitruong.audit.services import name_deeds
        from nghitruong.base.actor import Actor
        from nghitruong.base.subjects import Kind, register
        from nghitruong.reports.models import Report
        from nghitruong.ui.enums import Group
        from nghitruong.ui.rules import Entry, add_entry

        def load(ids: Iterable[int]) -> dict[int, Any]:
            return Report.objects.in_bulk(list(ids))

        def visible(actor: Actor, ids: Iterable[int]) -> set[int]:
            return set(Report.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))

        register("reports.report", Kind(_("báo cáo định kỳ"), load, str, Report.get_absolute_url, visible))
        name_deeds(
            {
                "report.draft": _("lập báo cáo định kỳ"),
                "report.edit": _("sửa lời báo cáo"),
                "report.recompute": _("tính lại số liệu báo cáo"),
                "report.sign": _("ký báo cáo, chốt số liệu"),
                "report.compare": _("tính lại để đối chiếu"),
                "report.discard": _("bỏ dự thảo báo cáo"),
            }
        )
        add_entry(
            Entry(
                "reports:index",
                _("Báo cáo định kỳ"),
                "file-earmark-check",
                Group.COUNCIL,
                80,
                short=_("Báo cáo"),
                allowed=lambda actor: (
                    actor.membership_id is not None and actor.role not in {"auditor", "administrator"}
                ),
            )
        )
