from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor


class TerritoryConfig(AppConfig):
    name = "nghitruong.territory"
    verbose_name = _("đơn vị hành chính")

    def ready(self) -> None:
        from nghitruong.audit import services as audit
        from nghitruong.base import subjects
        from nghitruong.territory.models import Unit
        from nghitruong.ui import rules as ui
        from nghitruong.ui.enums import Group

        def visible(actor: Actor, ids: Iterable[int]) -> set[int]:
            return set(Unit.objects.visible_to(actor).filter(pk__in=ids).values_list("pk", flat=True))

        subjects.register(
            "territory.unit",
            subjects.Kind(
                noun=cast("str", self.verbose_name),
                load=Unit.objects.in_bulk,
                label=str,
                url=Unit.get_absolute_url,
                visible=visible,
            ),
        )
        audit.name_deeds(
            {
                "unit.load": _("nạp danh mục đơn vị hành chính"),
                "unit.add": _("thêm đơn vị hành chính"),
                "unit.correct": _("sửa đơn vị hành chính"),
                "unit.end": _("ghi ngày kết thúc đơn vị hành chính"),
                "unit.succeed": _("ghi kế thừa đơn vị hành chính"),
            }
        )
        ui.add_entry(
            ui.Entry(
                "territory:index",
                cast("str", _("Đơn vị hành chính")),
                "geo-alt",
                Group.SYSTEM,
                order=60,
                short=cast("str", _("Địa bàn")),
            )
        )
