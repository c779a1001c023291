"""Figures that a document states, kept with their words until the module that owns such figures exists."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Subject
from nghitruong.documents.models.files import Document
from nghitruong.organisation.models import Organ


class StatedFigureQuerySet(models.QuerySet["StatedFigure"]):
    def visible_to(self, actor: Actor) -> StatedFigureQuerySet:
        """The people of the council that keeps the document, and the offices above it."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"} or actor.has("agency.answer"):
            return self.none()
        return self.filter(council_id__in=actor.council_ids)

    def told_in(self, since: date, until: date, as_of: date) -> StatedFigureQuerySet:
        """What is told of a time within `since`–`until`, in documents of `as_of` or before.

        A figure of a year is not one of its quarters. Without a period the day of the document counts, and without
        that the day on which the figure was accepted.
        """
        known = Q(said_on__isnull=True) | Q(said_on__lte=as_of)
        written = Q(said_on__range=(since, until)) | Q(said_on__isnull=True, stated_at__date__range=(since, until))
        closed = Q(until__range=(since, until)) & (Q(since__isnull=True) | Q(since__gte=since))
        begun = Q(until__isnull=True) & written & (Q(since__isnull=True) | Q(since__gte=since))
        return self.filter(known & (closed | begun))


class StatedFigure(models.Model):
    """`value`, or from `low` to `high`; `what` is counted, by `organ` where it is known, in `since`–`until`.

    `words` are the document's own and contain the figure; `period` as the document says it. `key` joins figures that
    mean the same in different documents, so that they can be counted and compared; "" where nobody has said so.
    `said_on` is the day of the document; `origin_kind` and `origin_id` point at what the figure was read from.
    """

    council = models.ForeignKey(
        Organ, models.PROTECT, related_name="stated_figures", verbose_name=_("Hội đồng nhân dân")
    )
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="figures", verbose_name=_("văn bản")
    )
    source = models.CharField(_("nguồn"), max_length=300)
    key = models.CharField(_("chỉ tiêu"), max_length=40, blank=True, db_index=True)
    value = models.DecimalField(_("số"), max_digits=18, decimal_places=4, null=True, blank=True)
    low = models.DecimalField(_("từ"), max_digits=18, decimal_places=4, null=True, blank=True)
    high = models.DecimalField(_("đến"), max_digits=18, decimal_places=4, null=True, blank=True)
    figure = models.CharField(_("viết trong văn bản"), max_length=60)
    what = models.CharField(_("nội dung"), max_length=300)
    organ = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan"))
    since = models.DateField(_("từ ngày"), null=True, blank=True)
    until = models.DateField(_("đến ngày"), null=True, blank=True)
    period = models.CharField(_("kỳ số liệu"), max_length=120, blank=True)
    words = models.TextField(_("nguyên văn"))
    said_on = models.DateField(_("ngày của văn bản"), null=True, blank=True)
    origin_kind = models.CharField(max_length=80, blank=True)
    origin_id = models.BigIntegerField(null=True, blank=True)
    stated_at = models.DateTimeField(_("ghi lúc"))

    objects: ClassVar[models.Manager[StatedFigure]] = models.Manager.from_queryset(StatedFigureQuerySet)()

    class Meta:
        verbose_name = _("số liệu nêu trong văn bản")
        verbose_name_plural = _("số liệu nêu trong văn bản")
        ordering = ["-stated_at", "pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(words=""), name="documents_figure_has_words"),
            models.CheckConstraint(
                condition=Q(value__isnull=False, low__isnull=True, high__isnull=True)
                | Q(value__isnull=True, low__isnull=False, high__isnull=False, low__lte=models.F("high")),
                name="documents_figure_is_a_number_or_range",
            ),
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__isnull=True) | Q(since__lte=models.F("until")),
                name="documents_figure_period_in_order",
            ),
        ]
        indexes = [models.Index(fields=["council", "key", "until"], name="documents_figure_key")]

    def __str__(self) -> str:
        if self.figure.endswith("%"):
            return f"{self.what.removeprefix('% ')} {self.figure}"
        return f"{self.figure} {self.what}"

    @property
    def origin(self) -> Subject | None:
        """Return what the figure was read from."""
        return Subject(self.origin_kind, self.origin_id) if self.origin_kind and self.origin_id else None

    def get_absolute_url(self) -> str:
        return reverse("documents:stated_figure", args=[self.pk])
