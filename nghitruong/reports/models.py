"""A periodic report, its figures with the records behind them, and its sentences."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.base.official import official_language
from nghitruong.documents.models import Document
from nghitruong.organisation.models import Organ
from nghitruong.reports import rules
from nghitruong.reports.enums import Period, ReportState, Section


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, actor: Actor) -> ReportQuerySet:
        """Whoever sits in the council or above it; of others' reports nobody, of drafts not the agencies."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        own = self.filter(council_id__in=actor.council_ids)
        return own.filter(state=ReportState.SIGNED) if actor.has("agency.answer") else own


class Report(models.Model):
    """`since`–`until` is what is covered, `as_of` the day to which things are told. Signed: its figures are frozen.

    `later`: the stated figures that a comparison found and the signed report does not have, by number.
    """

    council = models.ForeignKey(Organ, models.PROTECT, related_name="reports", verbose_name=_("Hội đồng nhân dân"))
    period = models.CharField(_("kỳ báo cáo"), max_length=12, choices=Period)
    since = models.DateField(_("từ ngày"))
    until = models.DateField(_("đến ngày"))
    as_of = models.DateField(_("số liệu tính đến ngày"))
    with_lower = models.BooleanField(_("gồm cả các Hội đồng nhân dân cấp dưới"), default=False)
    state = models.CharField(_("trạng thái"), max_length=8, choices=ReportState, default=ReportState.DRAFT)
    computed_at = models.DateTimeField(_("tính lúc"))
    compared_at = models.DateTimeField(_("đối chiếu lúc"), null=True, blank=True)
    later = models.JSONField(default=list)
    signed_on = models.DateField(_("ngày ký"), null=True, blank=True)
    signer = models.CharField(_("người ký"), max_length=200, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("văn bản")
    )
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Report]] = models.Manager.from_queryset(ReportQuerySet)()

    class Meta:
        verbose_name = _("báo cáo định kỳ")
        verbose_name_plural = _("báo cáo định kỳ")
        ordering = ["-until", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(since__lte=models.F("until")), name="reports_in_order"),
            models.CheckConstraint(condition=Q(as_of__gte=models.F("since")), name="reports_as_of_not_before"),
            models.CheckConstraint(
                condition=Q(state=ReportState.SIGNED, signed_on__isnull=False, signer__gt="")
                | Q(state=ReportState.DRAFT, signed_on__isnull=True, signer=""),
                name="reports_signed_by_somebody",
            ),
        ]
        indexes = [models.Index(fields=["council", "-until"], name="reports_council_newest")]

    def __str__(self) -> str:
        with official_language():
            return str(_("Báo cáo hoạt động %(period)s")) % {"period": self.named}

    @property
    def named(self) -> str:
        """Return the period's name ("quý II năm 2026")."""
        return rules.named(self.period, self.since, self.until)

    @property
    def is_signed(self) -> bool:
        return self.state == ReportState.SIGNED

    def get_absolute_url(self) -> str:
        return reverse("reports:report", args=[self.pk])


class Figure(models.Model):
    """A figure of a report: its amount, and the numbers of the records that were counted when it was computed.

    `council` is None for the report's own figure; with lower councils each has a row besides. `again` (from
    `again_low` to `again_high`) is what a later comparison found.

    A figure that documents state keeps what they say as well: `label` what is counted, `said` the figure as written,
    its period, its source and its words.
    """

    report = models.ForeignKey(Report, models.CASCADE, related_name="figures")
    key = models.CharField(max_length=40)
    place = models.PositiveSmallIntegerField()
    council = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="+")
    value = models.DecimalField(_("số"), max_digits=18, decimal_places=4, null=True, blank=True)
    low = models.DecimalField(_("từ"), max_digits=18, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(_("đến"), max_digits=18, decimal_places=4, null=True, blank=True)
    records = models.JSONField(default=list)
    again = models.DecimalField(_("tính lại"), max_digits=18, decimal_places=4, null=True, blank=True)
    again_low = models.DecimalField(_("tính lại, từ"), max_digits=18, decimal_places=4, null=True, blank=True)
    again_high = models.DecimalField(_("tính lại, đến"), max_digits=18, decimal_places=4, null=True, blank=True)
    label = models.CharField(_("nội dung"), max_length=300, blank=True)
    said = models.CharField(_("viết trong văn bản"), max_length=60, blank=True)
    period = models.CharField(_("kỳ số liệu"), max_length=120, blank=True)
    source = models.CharField(_("nguồn"), max_length=300, blank=True)
    words = models.TextField(_("nguyên văn"), blank=True)

    class Meta:
        verbose_name = _("số liệu của báo cáo")
        verbose_name_plural = _("số liệu của báo cáo")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "key"], condition=Q(council__isnull=True), name="reports_figure_once"
            ),
            models.UniqueConstraint(
                fields=["report", "key", "council"],
                condition=Q(council__isnull=False),
                name="reports_figure_once_a_council",
            ),
            models.CheckConstraint(
                condition=Q(low__isnull=True, high__isnull=True) | Q(low__lte=models.F("high")),
                name="reports_range_in_order",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.described.label}: {self.written}"

    @property
    def described(self) -> rules.Described:
        return rules.described(self.key, self.label)

    @property
    def amount(self) -> rules.Amount:
        return rules.Amount(self.value, self.low, self.high)

    @property
    def written(self) -> str:
        return self.said or rules.written_amount(self.amount, percent=self.described.is_rate)

    @property
    def amount_again(self) -> rules.Amount:
        return rules.Amount(self.again, self.again_low, self.again_high)

    @property
    def written_again(self) -> str:
        is_percent = self.described.is_rate or self.said.endswith("%")
        return rules.written_amount(self.amount_again, percent=is_percent)

    @property
    def has_moved(self) -> bool:
        """Whether a later comparison found another number, or none where there was one."""
        return self.report.compared_at is not None and self.amount_again != self.amount

    @property
    def is_stated(self) -> bool:
        """Whether documents state the figure, so that it was not counted here."""
        return self.key.startswith(rules.STATED)

    def get_absolute_url(self) -> str:
        return reverse("reports:figure", args=[self.pk])


ADDED_FROM = 1000
"""Sentences that people added are placed from here on, so that recomputing moves none of them."""


class Passage(models.Model):
    """A sentence: `proposed` from figures, `text` as people left it. The figures it says are named by `keys`."""

    report = models.ForeignKey(Report, models.CASCADE, related_name="passages")
    section = models.CharField(_("phần"), max_length=12, choices=Section)
    place = models.PositiveSmallIntegerField()
    proposed = models.TextField(_("câu đề xuất"), blank=True)
    text = models.TextField(_("câu"), blank=True)
    keys = models.JSONField(default=list)

    class Meta:
        verbose_name = _("câu của báo cáo")
        verbose_name_plural = _("câu của báo cáo")
        ordering = ["place", "pk"]
        constraints = [models.UniqueConstraint(fields=["report", "place"], name="reports_passage_placed")]

    def __str__(self) -> str:
        return self.text

    @property
    def name(self) -> str:
        """Return what the sentence is called while it lasts: by its figures, or by its place when a person added it."""
        return "-".join(self.keys) or f"them-{self.place}"

    @property
    def is_edited(self) -> bool:
        return self.text != self.proposed
