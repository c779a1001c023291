"""Rules as data, the working-day calendar, and clocks that run under both."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghitruong.legalclock.enums import ClockState, Confidence, DayKind, DayType, Direction


class Rule(models.Model):
    """One statutory period. `key` + `valid_from` is unique: law is chosen by the date of the event.

    `council_id` None is the national default; a council's own row (with its own citation) goes before it.
    `number` None means: the law names the duty but no number of days.
    """

    key = models.CharField(_("mã quy tắc"), max_length=60, db_index=True)
    council_id = models.BigIntegerField(_("Hội đồng nhân dân"), null=True, blank=True, db_index=True)
    label = models.CharField(_("tên"), max_length=200)
    dates = models.CharField(_("ấn định"), max_length=300)
    number = models.PositiveSmallIntegerField(_("số ngày"), null=True, blank=True)
    day_type = models.CharField(_("loại ngày"), max_length=10, choices=DayType)
    direction = models.CharField(_("hướng đếm"), max_length=10, choices=Direction, default=Direction.AFTER)
    counts_from = models.CharField(_("tính từ"), max_length=200)
    rolls = models.BooleanField(_("lùi sang ngày làm việc kế tiếp"), default=True)
    citation = models.CharField(_("căn cứ"), max_length=300)
    valid_from = models.DateField(_("áp dụng từ"), null=True, blank=True)
    valid_to = models.DateField(_("áp dụng đến"), null=True, blank=True)
    confidence = models.CharField(_("độ tin cậy"), max_length=12, choices=Confidence, default=Confidence.TO_CONFIRM)
    confirmed_by = models.CharField(_("người xác nhận"), max_length=300, blank=True)
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("quy tắc thời hạn")
        verbose_name_plural = _("quy tắc thời hạn")
        constraints = [
            models.UniqueConstraint(
                fields=["key", "council_id", "valid_from"], nulls_distinct=False, name="legalclock_rule_once"
            )
        ]

    def __str__(self) -> str:
        return self.label


class Day(models.Model):
    """A day on which the calendar departs from Monday-to-Friday. One row a day."""

    on = models.DateField(_("ngày"), unique=True)
    kind = models.CharField(_("loại"), max_length=12, choices=DayKind)
    name = models.CharField(_("tên"), max_length=200)
    swapped_with = models.DateField(_("hoán đổi với"), null=True, blank=True)
    citation = models.CharField(_("căn cứ"), max_length=300)
    is_forecast = models.BooleanField(_("dự kiến"), default=False)
    confidence = models.CharField(_("độ tin cậy"), max_length=12, choices=Confidence, default=Confidence.VERIFIED)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("ngày nghỉ, ngày làm bù")
        verbose_name_plural = _("ngày nghỉ, ngày làm bù")
        ordering = ["on"]

    @property
    def is_off(self) -> bool:
        return self.kind != DayKind.SWAPPED_ON

    def __str__(self) -> str:
        return f"{self.on:%d/%m/%Y} {self.name}"


class Clock(models.Model):
    """A period running for one subject. The rule's words are copied in: a closed clock never changes."""

    kind = models.CharField(_("loại hồ sơ"), max_length=80)
    object_id = models.BigIntegerField(_("mã hồ sơ"))
    rule = models.ForeignKey(Rule, models.PROTECT, null=True, blank=True, verbose_name=_("quy tắc"))
    council_id = models.BigIntegerField(null=True, blank=True)
    label = models.CharField(_("thời hạn"), max_length=200)
    number = models.PositiveSmallIntegerField(_("số ngày"))
    day_type = models.CharField(_("loại ngày"), max_length=10, choices=DayType)
    direction = models.CharField(_("hướng đếm"), max_length=10, choices=Direction, default=Direction.AFTER)
    rolls = models.BooleanField(default=True)
    citation = models.CharField(_("căn cứ"), max_length=300)
    confidence = models.CharField(_("độ tin cậy"), max_length=12, choices=Confidence)
    from_on = models.DateField(_("tính từ ngày"))
    from_event = models.CharField(_("sự kiện"), max_length=200)
    due_on = models.DateField(_("hạn"))
    steps = models.JSONField(_("cách tính"), default=list)
    state = models.CharField(_("trạng thái"), max_length=10, choices=ClockState, default=ClockState.RUNNING)
    paused_on = models.DateField(_("dừng từ ngày"), null=True, blank=True)
    closed_on = models.DateField(_("đóng ngày"), null=True, blank=True)

    class Meta:
        verbose_name = _("đồng hồ thời hạn")
        verbose_name_plural = _("đồng hồ thời hạn")
        indexes = [models.Index(fields=["kind", "object_id"], name="legalclock_clock_subject")]
        constraints = [
            models.CheckConstraint(
                condition=Q(state=ClockState.CLOSED, closed_on__isnull=False)
                | (~Q(state=ClockState.CLOSED) & Q(closed_on__isnull=True)),
                name="legalclock_closed_has_day",
            ),
            models.CheckConstraint(
                condition=Q(state=ClockState.PAUSED, paused_on__isnull=False) | ~Q(state=ClockState.PAUSED),
                name="legalclock_paused_has_day",
            ),
        ]

    def __str__(self) -> str:
        return self.label


class Pause(models.Model):
    """A stretch in which a clock stood still, and why. Running time and whole time are both kept."""

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="pauses", verbose_name=_("đồng hồ"))
    from_on = models.DateField(_("từ ngày"))
    to_on = models.DateField(_("đến ngày"), null=True, blank=True)
    reason = models.CharField(_("lý do"), max_length=300)

    class Meta:
        verbose_name = _("khoảng tạm dừng")
        verbose_name_plural = _("khoảng tạm dừng")

    def __str__(self) -> str:
        return self.reason


class Extension(models.Model):
    """Days added to a clock by a deed, with reason and basis."""

    clock = models.ForeignKey(Clock, models.CASCADE, related_name="extensions", verbose_name=_("đồng hồ"))
    number = models.PositiveSmallIntegerField(_("số ngày"))
    day_type = models.CharField(_("loại ngày"), max_length=10, choices=DayType)
    on = models.DateField(_("gia hạn ngày"))
    reason = models.CharField(_("lý do"), max_length=300)
    citation = models.CharField(_("căn cứ"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("gia hạn")
        verbose_name_plural = _("gia hạn")

    def __str__(self) -> str:
        return self.reason
