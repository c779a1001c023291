"""Files taken in: what an import brought, a long one on its way, how an office names its columns."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.contacts.models import Point
from nghitruong.documents.models import StoredFile
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Intake


class ImportBatchQuerySet(models.QuerySet["ImportBatch"]):
    def visible_to(self, actor: Actor) -> ImportBatchQuerySet:
        """The office and the Standing Committee of the council it was taken in for."""
        if actor.is_system:
            return self
        return self.filter(council_id__in=actor.council_ids) if actor.has("petitions.keep") else self.none()


class ImportBatch(models.Model):
    """One file taken in: what it held and what came of each row."""

    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    point = models.ForeignKey(Point, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("buổi"))
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, verbose_name=_("tệp"))
    name = models.CharField(_("tên tệp"), max_length=255)
    at = models.DateTimeField(_("lúc"))
    by = models.CharField(_("người nhập"), max_length=200)
    rows = models.PositiveIntegerField(_("số dòng"))
    accepted = models.PositiveIntegerField(_("đã nhận"))
    unchanged = models.PositiveIntegerField(_("không đổi"))
    rejected = models.JSONField(_("bị loại"), default=list)
    notes = models.JSONField(_("ghi chú trong tệp"), default=list)
    undone_at = models.DateTimeField(_("hoàn tác lúc"), null=True, blank=True)
    undone_by = models.CharField(_("người hoàn tác"), max_length=200, blank=True)
    undone = models.PositiveIntegerField(_("đã rút khỏi sổ"), default=0)
    kept = models.JSONField(_("giữ lại"), default=list)
    indexed_to = models.BigIntegerField(_("đã lập chỉ mục đến"), null=True, blank=True)
    compared_to = models.BigIntegerField(_("đã so trùng lặp đến"), null=True, blank=True)
    """The last petition made ready for the search, and the last compared; None: all of them."""

    objects: ClassVar[models.Manager[ImportBatch]] = models.Manager.from_queryset(ImportBatchQuerySet)()

    class Meta:
        verbose_name = _("lần nhập tệp")
        verbose_name_plural = _("lần nhập tệp")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("petitions:batch", args=[self.pk])


class LongFileQuerySet(models.QuerySet["LongFile"]):
    def visible_to(self, actor: Actor) -> LongFileQuerySet:
        """Who will see what comes of it."""
        if actor.is_system:
            return self
        return self.filter(council_id__in=actor.council_ids) if actor.has("petitions.keep") else self.none()


class LongFile(models.Model):
    """A file too long to be read while a person waits: what a worker has made of it so far (jobs.work).

    `summary` is what the preview shows; the rows read lie in a file of their own until they are written or not.
    """

    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    point = models.ForeignKey(Point, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("buổi"))
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name=_("tệp"))
    name = models.CharField(_("tên tệp"), max_length=255)
    is_whole = models.BooleanField(_("không tách ô"), default=False)
    membership_id = models.BigIntegerField(_("chức vụ"), null=True)
    by = models.CharField(_("người nhập"), max_length=200)
    at = models.DateTimeField(_("lúc"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=Intake, default=Intake.WAITING)
    tries = models.PositiveSmallIntegerField(_("số lần thử"), default=0)
    summary = models.JSONField(_("bản xem trước"), default=dict)
    reason = models.CharField(_("lý do"), max_length=500, blank=True)
    batch = models.OneToOneField(
        ImportBatch, models.CASCADE, null=True, blank=True, related_name="long_file", verbose_name=_("lần nhập tệp")
    )

    objects: ClassVar[models.Manager[LongFile]] = models.Manager.from_queryset(LongFileQuerySet)()

    class Meta:
        verbose_name = _("tệp dài đang nhập")
        verbose_name_plural = _("tệp dài đang nhập")
        ordering = ["pk"]
        indexes = [models.Index(fields=["state"], name="petitions_long_file_state")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("petitions:long_file", args=[self.pk])

    @property
    def is_open(self) -> bool:
        return self.state not in {Intake.DONE, Intake.CANCELLED, Intake.FAILED}

    @property
    def is_at_work(self) -> bool:
        return self.is_open and self.state != Intake.READY


class ColumnReading(models.Model):
    """What an office said the columns of its files hold: `columns` {place: name}, by the shape of the header."""

    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    shape = models.CharField(max_length=64)
    columns = models.JSONField(_("các cột"), default=dict)
    at = models.DateTimeField(_("lúc"))
    by = models.CharField(_("người đặt"), max_length=200)

    class Meta:
        verbose_name = _("cách đọc cột")
        verbose_name_plural = _("cách đọc cột")
        constraints = [models.UniqueConstraint(fields=["council", "shape"], name="petitions_columns_read_once")]

    def __str__(self) -> str:
        return self.shape[:12]
