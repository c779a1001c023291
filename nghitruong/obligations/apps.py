from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ObligationsConfig(AppConfig):
    name = "nghitruong.obligations"
    verbose_name = _("sổ nghĩa vụ")

    def ready(self) -> None:
        """Announce the ledger: subjects, journal words, due dates that follow their clocks."""
        from django.urls import reverse

        from nghitruong.audit import services as audit
        from nghitruong.base import subjects
        from nghitruong.base.actor import Actor
        from nghitruong.obligations import services
        from nghitruong.obligations.models import Obligation

        def load(ids: Iterable[int]) -> dict[int, Any]:
            return dict(Obligation.objects.in_bulk(list(ids)))

        def visible(actor: Actor, ids: Iterable[int]) -> set[int]:
            return set(Obligation.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))

        subjects.register(
            services.due.SUBJECT,
            subjects.Kind(
                noun=str(_("nghĩa vụ")),
                load=load,
                label=str,
                url=lambda owed: reverse("obligations:detail", args=[owed.pk]),
                visible=visible,
            ),
        )
        audit.follow(prefix="clock.", follower=services.follow_clock)
        audit.name_deeds(
            labels={
                "obligation.open": _("Ghi nghĩa vụ"),
                "obligation.fulfil": _("Báo cáo đã thực hiện"),
                "obligation.accept": _("Chấp nhận kết quả thực hiện"),
                "obligation.refuse": _("Chưa chấp nhận kết quả thực hiện"),
                "obligation.extend": _("Gia hạn"),
                "obligation.reassign": _("Chuyển cơ quan thực hiện"),
                "obligation.set_deadline": _("Ấn định thời hạn"),
                "obligation.urge": _("Đôn đốc"),
                "obligation.cancel": _("Hủy nghĩa vụ"),
                "obligation.redate": _("Tính lại thời hạn"),
                "obligation.remind": _("Nhắc hạn"),
            }
        )
