"""Rules as data, the working-day calendar, and clocks that run under both."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.legalclock import rules
from nghitruong.legalclock.enums import ClockState, Confidence, DayKind, DayType, Direction


class RuleQuerySet(models.QuerySet["Rule"]):
    def visible_to(self, actor: Actor) -> RuleQuerySet:
        """National rules, and the own rules of the councils this office reaches."""
        return self.filter(Q(council_id__isnull=True) | Q(council_id__in=actor.council_ids))

    def on(self, day: date) -> RuleQuerySet:
        """Rules in force on this day."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )


class Rule(models.Model):
    """One statutory period. `key` + `valid_from` is unique: law is chosen by the date of the event.

    `council_id` None is the national default; a council's own row (with its own citation) goes before it.
    `number` None means: the law names the duty but no number of days.
    """

    key = models.CharField(_("mã quy tắc"), max_length=60, db_index=True)
    law_id = models.CharField(_("số hiệu tra cứu"), max_length=20, blank=True)
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
    note = models.CharField(_("ghi chú"), max_length=400, blank=True)
    confirmed_by = models.CharField(_("người xác nhận"), max_length=300, blank=True)
    confirmed_at = models.DateTimeField(_("xác nhận lúc"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Rule]] = models.Manager.from_queryset(RuleQuerySet)()

    class Meta:
        verbose_name = _("quy tắc thời hạn")
        verbose_name_plural = _("quy tắc thời hạn")
        ordering = ["key", "valid_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                "key",
                Coalesce("council_id", 0),
                Coalesce("valid_from", date(1, 1, 1)),
                name="legalclock_rule_once",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lte=models.F("valid_to")),
                name="legalclock_rule_in_order",
            ),
        ]

    @property
    def is_verified(self) -> bool:
        return self.confidence == Confidence.VERIFIED

    def __str__(self) -> str:
        return self.label


class Year(models.Model):
    """A year whose table of days off is here, and the plan it rests on. Without this row nothing is counted strictly."""

    number = models.PositiveSmallIntegerField(_("năm"), primary_key=True)
    citation = models.CharField(_("căn cứ"), max_length=300)
    is_forecast = models.BooleanField(_("dự kiến"), default=False)
    confidence = models.CharField(_("độ tin cậy"), max_length=12, choices=Confidence, default=Confidence.TO_CONFIRM)

    class Meta:
        verbose_name = _("bảng ngày nghỉ của năm")
        verbose_name_plural = _("bảng ngày nghỉ của năm")
        ordering = ["number"]

    def __str__(self) -> str:
        return str(self.number)


class Day(models.Model):
    """A day on which the calendar departs from Monday-to-Friday. One row a day."""

    year = models.ForeignKey(Year, models.PROTECT, related_name="days", verbose_name=_("bảng của năm"))
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


class ClockQuerySet(models.QuerySet["Clock"]):
    def visible_to(self, actor: Actor) -> ClockQuerySet:
        """Clocks of the councils this office reaches; the subject's own module decides further (selectors.clock)."""
        return self.filter(Q(council_id__isnull=True) | Q(council_id__in=actor.council_ids))

    def for_subjects(self, kind: str, ids: Iterable[int]) -> ClockQuerySet:
        return self.filter(kind=kind, object_id__in=list(ids))


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
    way = models.JSONField(_("cách tính"), default=list)
    state = models.CharField(_("trạng thái"), max_length=10, choices=ClockState, default=ClockState.RUNNING)
    paused_on = models.DateField(_("dừng từ ngày"), null=True, blank=True)
    closed_on = models.DateField(_("đóng ngày"), null=True, blank=True)

    objects: ClassVar[models.Manager[Clock]] = models.Manager.from_queryset(ClockQuerySet)()

    class Meta:
        verbose_name = _("đồng hồ thời hạn")
        verbose_name_plural = _("đồng hồ thời hạn")
        indexes = [
            models.Index(fields=["kind", "object_id"], name="legalclock_clock_subject"),
            models.Index(fields=["state", "due_on"], name="legalclock_clock_due"),
        ]
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

    @property
    def derivation(self) -> rules.Derivation:
        """How the due date was reached, as it was worked out when the clock last moved."""
        return rules.Derivation.from_json(self.due_on, self.way)

    @property
    def steps(self) -> list[dict[str, Any]]:
        """The derivation day by day: [{"on", "counts", "why", "kind"}]; kept in the database as runs of equal days."""
        return self.derivation.steps

    @property
    def is_running(self) -> bool:
        return self.state == ClockState.RUNNING

    @property
    def is_closed(self) -> bool:
        return self.state == ClockState.CLOSED

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
        ordering = ["from_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["clock"], condition=Q(to_on__isnull=True), name="legalclock_one_open_pause"
            ),
        ]

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
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.reason
