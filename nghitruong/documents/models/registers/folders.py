"""Copies made of texts, and files by matter."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.documents.enums import (
    CopyKind,
    FolderState,
)
from nghitruong.documents.models.registers.incoming import Incoming
from nghitruong.documents.models.registers.papers import Paper
from nghitruong.documents.models.registers.series import (
    Series,
    house_of,
    is_nobody,
)
from nghitruong.organisation.models import Membership, Organ


class Copy(models.Model):
    """A copy made of a text that came in or went out, with a number of its own series (law.md 12.5: SY, TrS, SL)."""

    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="copied")
    incoming = models.ForeignKey(Incoming, models.PROTECT, null=True, blank=True, related_name="copied")
    kind = models.CharField(_("hình thức sao"), max_length=4, choices=CopyKind)
    series = models.ForeignKey(Series, models.PROTECT, related_name="copies_made")
    year = models.PositiveSmallIntegerField(_("năm"))
    number = models.PositiveIntegerField(_("số"))
    code = models.CharField(_("số, ký hiệu bản sao"), max_length=80)
    made_on = models.DateField(_("ngày sao"))
    signer = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name=_("người ký bản sao"))
    extract = models.CharField(_("phần trích"), max_length=300, blank=True)
    recipients = models.CharField(_("nơi nhận"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("bản sao")
        verbose_name_plural = _("bản sao")
        ordering = ["made_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "number"], name="documents_copy_number_once"),
            models.CheckConstraint(
                condition=Q(paper__isnull=False, incoming__isnull=True) | Q(paper__isnull=True, incoming__isnull=False),
                name="documents_copy_of_one",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class FolderQuerySet(models.QuerySet["Folder"]):
    def visible_to(self, actor: Actor) -> FolderQuerySet:
        """The house whose file it is."""
        if actor.is_system:
            return self
        return self.none() if is_nobody(actor) else self.filter(house_of(actor))


class Folder(models.Model):
    """A file by matter (hồ sơ) with a list of contents; closed when the work has ended."""

    council = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Hội đồng nhân dân")
    )
    body = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan lập hồ sơ"))
    year = models.PositiveSmallIntegerField(_("năm"))
    code = models.CharField(_("số, ký hiệu hồ sơ"), max_length=40)
    title = models.CharField(_("tiêu đề hồ sơ"), max_length=300)
    retention = models.CharField(_("thời hạn bảo quản"), max_length=60, blank=True)
    keeper = models.CharField(_("người lập hồ sơ"), max_length=200)
    opened_on = models.DateField(_("mở ngày"))
    closed_on = models.DateField(_("đóng ngày"), null=True, blank=True)
    state = models.CharField(_("trạng thái"), max_length=6, choices=FolderState, default=FolderState.OPEN)

    objects: ClassVar[models.Manager[Folder]] = models.Manager.from_queryset(FolderQuerySet)()

    class Meta:
        verbose_name = _("hồ sơ")
        verbose_name_plural = _("hồ sơ")
        ordering = ["-year", "code"]
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "code"], name="documents_folder_once"),
            models.CheckConstraint(
                condition=Q(state=FolderState.OPEN, closed_on__isnull=True)
                | Q(state=FolderState.CLOSED, closed_on__isnull=False),
                name="documents_folder_closed_on",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code}, {self.title}"

    def get_absolute_url(self) -> str:
        return reverse("documents:folder", args=[self.pk])


class FolderItemQuerySet(models.QuerySet["FolderItem"]):
    def visible_to(self, actor: Actor) -> FolderItemQuerySet:
        """What a file lists, without the entries that the actor may not see (secret texts)."""
        papers, incoming = Paper.objects.visible_to(actor), Incoming.objects.visible_to(actor)
        return self.filter(Q(paper__in=papers) | Q(incoming__in=incoming))


class FolderItem(models.Model):
    """One line of a file's list of contents."""

    folder = models.ForeignKey(Folder, models.PROTECT, related_name="items", verbose_name=_("hồ sơ"))
    seq = models.PositiveIntegerField(_("thứ tự"))
    paper = models.ForeignKey(Paper, models.PROTECT, null=True, blank=True, related_name="filed")
    incoming = models.ForeignKey(Incoming, models.PROTECT, null=True, blank=True, related_name="filed")
    added_at = models.DateTimeField(_("đưa vào lúc"))

    objects: ClassVar[models.Manager[FolderItem]] = models.Manager.from_queryset(FolderItemQuerySet)()

    class Meta:
        verbose_name = _("văn bản trong hồ sơ")
        verbose_name_plural = _("văn bản trong hồ sơ")
        ordering = ["seq"]
        constraints = [
            models.UniqueConstraint(fields=["folder", "seq"], name="documents_item_seq_once"),
            models.UniqueConstraint(
                fields=["folder", "paper"], condition=Q(paper__isnull=False), name="documents_item_paper_once"
            ),
            models.UniqueConstraint(
                fields=["folder", "incoming"], condition=Q(incoming__isnull=False), name="documents_item_incoming_once"
            ),
            models.CheckConstraint(
                condition=Q(paper__isnull=False, incoming__isnull=True) | Q(paper__isnull=True, incoming__isnull=False),
                name="documents_item_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.seq}. {self.paper or self.incoming}"
