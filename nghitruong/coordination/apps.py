from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, time
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    name = "nghitruong.coordination"
    verbose_name = _("phối hợp, thông báo kết luận")

    def ready(self) -> None:
        """Announce notices and shares to the floors below: subjects, journal words, menu, meetings' pages."""
        from nghitruong.audit.services import name_deeds
        from nghitruong.base.actor import Actor
        from nghitruong.base.subjects import Kind, Words, register
        from nghitruong.coordination import policies, services
        from nghitruong.coordination.models import Assignment, ConclusionNotice
        from nghitruong.coordination.selectors import offered
        from nghitruong.meetings.rules import register_offer
        from nghitruong.ui.enums import Group
        from nghitruong.ui.rules import Entry, add_entry

        def visible_in(model: Any) -> Any:
            def visible(actor: Actor, ids: Iterable[int]) -> set[int]:
                return set(model.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))

            return visible

        def notices(ids: Iterable[int]) -> dict[int, Any]:
            return ConclusionNotice.objects.in_bulk(list(ids))

        def shares(ids: Iterable[int]) -> dict[int, Any]:
            return Assignment.objects.select_related("task", "organ").in_bulk(list(ids))

        def words(notice: Any) -> Words:
            told = {each.organ_id for each in notice.recipients.all()} | {notice.organ_id}
            asked = list(notice.tasks.all())
            told |= {share.organ_id for task in asked for share in task.assignments.all()}
            return Words(
                title=str(notice),
                body=" ".join([notice.results, notice.limitations, notice.chairs, *(each.what for each in asked)]),
                at=datetime.combine(notice.issued_on or notice.held_on, time(12), tzinfo=UTC),
                council_id=notice.council_id,
                organ_ids=tuple(sorted(told)),
            )

        register(
            policies.NOTICES,
            Kind(
                _("thông báo kết luận"),
                notices,
                str,
                ConclusionNotice.get_absolute_url,
                visible_in(ConclusionNotice),
                words,
                reads=("tasks__assignments", "recipients"),
            ),
        )
        register(
            policies.ASSIGNMENTS,
            Kind(
                _("việc theo kết luận"), shares, str, Assignment.get_absolute_url,
                visible_in(Assignment),
            ),
        )  # fmt: skip
        services.follow_deeds()
        name_deeds(
            {
                "conclusion.draft": _("soạn thông báo kết luận"),
                "conclusion.edit": _("sửa dự thảo thông báo"),
                "conclusion.issue": _("ban hành thông báo kết luận"),
                "conclusion.enter": _("ghi thông báo đã ban hành ngoài hệ thống"),
                "conclusion.discard": _("bỏ dự thảo thông báo"),
                "conclusion.receive": _("xác nhận đã nhận thông báo"),
                "conclusion.amend": _("soạn thông báo sửa đổi"),
                "task.add": _("thêm nhiệm vụ vào dự thảo"),
                "task.edit": _("sửa nhiệm vụ của dự thảo"),
                "task.remove": _("bỏ nhiệm vụ khỏi dự thảo"),
                "task.report": _("báo cáo tiến độ"),
            }
        )
        register_offer(offered)
        add_entry(
            Entry(
                "coordination:notices",
                _("Phối hợp, kết luận"),
                "diagram-3",
                Group.COUNCIL,
                40,
                short=_("Kết luận"),
                allowed=policies.reads,
            )
        )
        add_entry(
            Entry(
                "coordination:follow_up",
                _("Theo dõi kết luận"),
                "list-check",
                Group.COUNCIL,
                41,
                allowed=policies.reads,
            )
        )
