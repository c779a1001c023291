"""Official texts going out, what later ones change of them, and to whom they went."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.documents.enums import (
    Capacity,
    Nature,
    PaperKind,
    PaperState,
    RelationKind,
    Secrecy,
    Urgency,
)
from nghitruong.documents.models.files import Document
from nghitruong.documents.models.registers.series import (
    INSIDE,
    Series,
    house_of,
    is_nobody,
    register_body,
)
from nghitruong.documents.rules import numbering
from nghitruong.organisation.models import Membership, Organ


class PaperQuerySet(models.QuerySet["Paper"]):
    def visible_to(self, actor: Actor) -> PaperQuerySet:
        """The house sees what it issued, its keepers and the drafting organ also drafts; recipients what came to them.

        Of a secret text only the keepers of the register see the entry.
        """
        if actor.is_system:
            return self
        if is_nobody(actor):
            return self.none()
        house = house_of(actor)
        if actor.has("documents.keep"):
            own = house
        else:
            drafts = Q(organ_id__in=actor.organ_ids) | Q(signer_id=actor.membership_id)
            own = house & (Q(state=PaperState.ISSUED) | drafts) & Q(secrecy=Secrecy.NONE)
        came = Q(state=PaperState.ISSUED, secrecy=Secrecy.NONE) & Q(
            pk__in=Delivery.objects.visible_to(actor).values("paper_id")
        )
        return self.filter(own | came)


class Paper(models.Model):
    """An official text going out. It has no number before it is signed, and keeps its number for good.

    `body` is whose register it stands in, `organ` who issues it; `subject_kind`/`subject_id` the matter it is about.
    Of a secret text only the entry is kept here, never the text (law.md SE-02).
    """

    council = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Hội đồng nhân dân")
    )
    body = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("sổ của"))
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan ban hành"))
    kind = models.CharField(_("loại văn bản"), max_length=16, choices=PaperKind)
    nature = models.CharField(_("dãy số"), max_length=10, choices=Nature, default=Nature.GENERAL)
    series = models.ForeignKey(
        Series, models.PROTECT, null=True, blank=True, related_name="papers", verbose_name=_("dãy số")
    )
    year = models.PositiveSmallIntegerField(_("năm"), null=True, blank=True)
    number = models.PositiveIntegerField(_("số"), null=True, blank=True)
    symbol = models.CharField(_("ký hiệu"), max_length=60)
    code = models.CharField(_("số, ký hiệu"), max_length=80, blank=True)
    abstract = models.CharField(_("trích yếu"), max_length=500)
    signed_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    urgency = models.CharField(_("độ khẩn"), max_length=8, choices=Urgency, default=Urgency.NORMAL)
    secrecy = models.CharField(_("độ mật"), max_length=8, choices=Secrecy, default=Secrecy.NONE)
    capacity = models.CharField(_("quyền hạn ký"), max_length=6, choices=Capacity, blank=True)
    signer = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người ký")
    )
    signer_name = models.CharField(_("họ tên người ký"), max_length=200, blank=True)
    signer_title = models.CharField(_("chức vụ người ký"), max_length=200, blank=True)
    authorised_by = models.CharField(_("văn bản ủy quyền"), max_length=200, blank=True)
    drafter = models.CharField(_("người soạn thảo"), max_length=200)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tệp văn bản")
    )
    subject_kind = models.CharField(max_length=80, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    copies = models.PositiveSmallIntegerField(_("số lượng bản"), default=1)
    keeper = models.CharField(_("nơi lưu"), max_length=100, blank=True)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=PaperState, default=PaperState.DRAFT)
    drafted_at = models.DateTimeField(_("soạn lúc"))
    issued_at = models.DateTimeField(_("ban hành lúc"), null=True, blank=True)
    folded = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Paper]] = models.Manager.from_queryset(PaperQuerySet)()

    class Meta:
        verbose_name = _("văn bản đi")
        verbose_name_plural = _("văn bản đi")
        indexes = [
            models.Index(fields=["body", "year", "-number"], name="documents_paper_register"),
            models.Index(fields=["subject_kind", "subject_id"], name="documents_paper_subject"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "number"], name="documents_paper_number_once"),
            models.UniqueConstraint(
                fields=["body", "year", "nature", "code"],
                condition=Q(state=PaperState.ISSUED),
                name="documents_paper_code_once",
            ),
            models.CheckConstraint(
                condition=Q(
                    state=PaperState.ISSUED,
                    number__isnull=False,
                    number__gte=1,
                    series__isnull=False,
                    year__isnull=False,
                    signed_on__isnull=False,
                    signer__isnull=False,
                )
                | (
                    ~Q(state=PaperState.ISSUED)
                    & Q(number__isnull=True, series__isnull=True, year__isnull=True, signed_on__isnull=True)
                ),
                name="documents_paper_number_when_issued",
            ),
            models.CheckConstraint(
                condition=Q(secrecy=Secrecy.NONE) | Q(document__isnull=True), name="documents_no_secret_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code or self.blank}, {self.abstract}"[:300]

    @property
    def blank(self) -> str:
        """The number as a draft bears it, with room for the number: "Số: /TB-HĐND" without its label."""
        return f"/{self.symbol}"

    @property
    def shown(self) -> str:
        """Number and symbol, or the blank form of a draft."""
        return self.code or self.blank

    @property
    def is_issued(self) -> bool:
        return self.state == PaperState.ISSUED

    def get_absolute_url(self) -> str:
        return reverse("documents:paper", args=[self.pk])


class Relation(models.Model):
    """A later text that amends, corrects, replaces or cancels an earlier one: the only way to change what is issued."""

    later = models.ForeignKey(Paper, models.PROTECT, related_name="corrects", verbose_name=_("văn bản sau"))
    earlier = models.ForeignKey(Paper, models.PROTECT, related_name="corrected_by", verbose_name=_("văn bản trước"))
    kind = models.CharField(_("quan hệ"), max_length=8, choices=RelationKind)

    class Meta:
        verbose_name = _("quan hệ văn bản")
        verbose_name_plural = _("quan hệ văn bản")
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="documents_relation_once"),
            models.CheckConstraint(condition=~Q(later=F("earlier")), name="documents_relation_of_two"),
        ]

    def __str__(self) -> str:
        return f"{self.later} {self.get_kind_display()} {self.earlier}"


class DeliveryQuerySet(models.QuerySet["Delivery"]):
    def visible_to(self, actor: Actor) -> DeliveryQuerySet:
        """What was sent to an organ this office speaks for; the people of a house see what came to any of its organs."""
        if actor.is_system:
            return self
        if is_nobody(actor):
            return self.none()
        came = Q(organ_id__in=actor.organ_ids)
        if actor.role in INSIDE:
            came |= Q(organ_id__in=actor.council_ids) | Q(
                organ__council_id__in=actor.council_ids, organ__kind__in=numbering.OWN_KINDS
            )
        return self.filter(came, sent_at__isnull=False)


class Delivery(models.Model):
    """One recipient (nơi nhận): an organ of the system or an outside name; sent, opened by whom and when."""

    paper = models.ForeignKey(Paper, models.CASCADE, related_name="deliveries", verbose_name=_("văn bản"))
    organ = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan nhận")
    )
    name = models.CharField(_("nơi nhận"), max_length=200)
    copies = models.PositiveSmallIntegerField(_("số bản"), default=1)
    sent_at = models.DateTimeField(_("gửi lúc"), null=True, blank=True)
    opened_at = models.DateTimeField(_("nhận lúc"), null=True, blank=True)
    opened_by = models.CharField(_("người nhận"), max_length=300, blank=True)

    objects: ClassVar[models.Manager[Delivery]] = models.Manager.from_queryset(DeliveryQuerySet)()

    class Meta:
        verbose_name = _("nơi nhận")
        verbose_name_plural = _("nơi nhận")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["paper", "name"], name="documents_delivery_once"),
            models.UniqueConstraint(
                fields=["paper", "organ"], condition=Q(organ__isnull=False), name="documents_delivery_organ_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_inside(self) -> bool:
        """Say whether it stays in the house whose outgoing register holds the text: nobody enters it as incoming."""
        return self.organ is not None and register_body(self.organ).pk == self.paper.body_id
