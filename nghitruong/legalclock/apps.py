from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class LegalclockConfig(AppConfig):
    name = "nghitruong.legalclock"
    verbose_name = _("thời hạn luật định")

    def ready(self) -> None:
        from django.urls import reverse

        from nghitruong.audit import services as audit
        from nghitruong.base.subjects import Kind
        from nghitruong.base.subjects import register as announce
        from nghitruong.legalclock import jobs, selectors
        from nghitruong.legalclock.models import Clock, Day, Rule, Year
        from nghitruong.ui import enums as ui_enums
        from nghitruong.ui import rules as ui

        announce(
            "legalclock.clock",
            Kind(
                noun=_("thời hạn"),
                load=Clock.objects.in_bulk,
                label=str,
                url=lambda clock: reverse("legalclock:clock", args=[clock.pk]),
                visible=lambda actor, ids: selectors.may_see(
                    actor, Clock.objects.visible_to(actor).filter(pk__in=list(ids))
                ),
            ),
        )
        announce(
            "legalclock.rule",
            Kind(
                noun=_("quy tắc thời hạn"),
                load=Rule.objects.in_bulk,
                label=str,
                url=lambda rule: reverse("legalclock:rule", args=[rule.pk]),
                visible=lambda actor, ids: set(
                    Rule.objects.visible_to(actor).filter(pk__in=list(ids)).values_list("pk", flat=True)
                ),
            ),
        )
        announce(
            "legalclock.day",
            Kind(
                noun=_("ngày nghỉ, ngày làm bù"),
                load=Day.objects.in_bulk,
                label=str,
                url=lambda day: reverse("legalclock:calendar", args=[day.on.year]),
                visible=lambda _actor, ids: set(ids),
            ),
        )
        announce(
            "legalclock.year",
            Kind(
                noun=_("bảng ngày nghỉ của năm"),
                load=Year.objects.in_bulk,
                label=str,
                url=lambda year: reverse("legalclock:calendar", args=[year.pk]),
                visible=lambda _actor, ids: set(ids),
            ),
        )
        checks.register(jobs.calendar_check, checks.Tags.database)
        audit.name_deeds(
            {
                "clock.start": _("bắt đầu tính thời hạn"),
                "clock.pause": _("tạm dừng thời hạn"),
                "clock.resume": _("tính tiếp thời hạn"),
                "clock.extend": _("gia hạn"),
                "clock.close": _("đóng thời hạn"),
                "clock.redate": _("tính lại thời hạn vì lịch thay đổi"),
                "day.keep": _("ghi ngày nghỉ, ngày làm bù"),
                "day.remove": _("bỏ ngày khỏi lịch"),
                "year.open": _("lập bảng ngày nghỉ của năm"),
                "year.confirm": _("xác nhận lịch chính thức của năm"),
                "rule.override": _("đặt thời hạn riêng"),
                "rule.withdraw": _("bỏ thời hạn riêng"),
                "rule.confirm": _("xác nhận quy tắc thời hạn"),
            }
        )
        ui.add_entry(
            ui.Entry("legalclock:rules", _("Thời hạn, lịch làm việc"), "clock-history", ui_enums.Group.RECORDS, 80)
        )
