"""Official texts that came."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.documents.enums import (
    IncomingState,
    PaperKind,
    Secrecy,
    Urgency,
)
from nghitruong.documents.models.files import Document
from nghitruong.documents.models.registers.papers import Delivery
from nghitruong.documents.models.registers.series import (
    Series,
    house_of,
    is_nobody,
)
from nghitruong.documents.rules import numbering
from nghitruong.organisation.models import Membership, Organ


class IncomingQuerySet(models.QuerySet["Incoming"]):
    def visible_to(self, actor: Actor) -> IncomingQuerySet:
        """The register's own house, and the organ or person it was routed to; secret ones only their keepers."""
        if actor.is_system:
            return self
        if is_nobody(actor):
            return self.none()
        house = house_of(actor)
        own = house if actor.has("documents.keep") else house & Q(secrecy=Secrecy.NONE)
        routed = Q(handler_organ_id__in=actor.organ_ids) | Q(handler__person_id=actor.person_id or 0)
        return self.filter(own | (routed & Q(secrecy=Secrecy.NONE)))


class Incoming(models.Model):
    """An official text that came in: one yearly series for paper and electronic ones (law.md 12.6)."""

    council = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Hội đồng nhân dân")
    )
    body = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("sổ của"))
    series = models.ForeignKey(Series, models.PROTECT, related_name="incoming", verbose_name=_("dãy số"))
    year = models.PositiveSmallIntegerField(_("năm"))
    number = models.PositiveIntegerField(_("số đến"))
    arrived_on = models.DateField(_("ngày đến"))
    organ = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan ban hành")
    )
    author = models.CharField(_("nơi gửi"), max_length=200)
    code = models.CharField(_("số, ký hiệu"), max_length=80, blank=True)
    signed_on = models.DateField(_("ngày văn bản"), null=True, blank=True)
    kind = models.CharField(_("loại văn bản"), max_length=16, choices=PaperKind, blank=True)
    abstract = models.CharField(_("trích yếu"), max_length=500)
    urgency = models.CharField(_("độ khẩn"), max_length=8, choices=Urgency, default=Urgency.NORMAL)
    secrecy = models.CharField(_("độ mật"), max_length=8, choices=Secrecy, default=Secrecy.NONE)
    channel = models.CharField(_("đường đến"), max_length=60, blank=True)
    due_on = models.DateField(_("hạn xử lý"), null=True, blank=True)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tệp văn bản")
    )
    delivery = models.OneToOneField(
        Delivery, models.PROTECT, null=True, blank=True, related_name="entry", verbose_name=_("gửi từ trong hệ thống")
    )
    subject_kind = models.CharField(max_length=80, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    handler_organ = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("đơn vị xử lý")
    )
    handler = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người xử lý")
    )
    instruction = models.CharField(_("ý kiến phân phối"), max_length=300, blank=True)
    outcome = models.CharField(_("kết quả xử lý"), max_length=500, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=IncomingState, default=IncomingState.REGISTERED)
    registered_at = models.DateTimeField(_("vào sổ lúc"))
    folded = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Incoming]] = models.Manager.from_queryset(IncomingQuerySet)()

    class Meta:
        verbose_name = _("văn bản đến")
        verbose_name_plural = _("văn bản đến")
        indexes = [models.Index(fields=["body", "year", "-number"], name="documents_incoming_register")]
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "number"], name="documents_incoming_number_once"),
            models.CheckConstraint(
                condition=Q(secrecy=Secrecy.NONE) | Q(document__isnull=True), name="documents_no_secret_incoming"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code or _('không số')}, {self.author}: {self.abstract}"[:300]

    @property
    def shown_number(self) -> str:
        """The arrival number as it is stamped."""
        return numbering.padded(self.number)

    def get_absolute_url(self) -> str:
        return reverse("documents:incoming_paper", args=[self.pk])
