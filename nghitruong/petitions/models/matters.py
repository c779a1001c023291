"""A petition, who helps to answer it, its answers, looks on the spot, sessions it was carried over to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.contacts.models import Opinion, Point
from nghitruong.documents.models import Document
from nghitruong.meetings.models import Meeting
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Channel, Finding, Kind, Level, Outcome, State, UnsettledReason
from nghitruong.petitions.models.classes import Field
from nghitruong.petitions.models.files import ImportBatch
from nghitruong.territory.models import Unit

OPEN_STATES = frozenset(set(State) - {State.CLOSED, State.NOTED})
COUNTED = (
    "received_on", "state", "level", "outcome", "field", "lead", "unit", "forwarded_on", "due_on", "answered_on",
    "settled_on", "reopened", "carried", "joined_to", "own_class",
)  # fmt: skip
"""What lists, facets and the desk count by: with these in one index, the long texts are not read for a number."""
LABEL = 80
"""Characters of a petition's words in its name."""
ORGANS = ("keeper", "lead")
"""What the deeds of a petition read the names of (`base.locking.locked`)."""


class PetitionQuerySet(models.QuerySet["Petition"]):
    def visible_to(self, actor: Actor) -> PetitionQuerySet:
        """Who reaches the council that holds it, or the agencies it was forwarded to (and their successors)."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        if actor.has("agency.answer"):
            return self.filter(
                Q(lead_id__in=actor.organ_ids, forwarded_on__isnull=False)
                | Q(pk__in=Coordination.objects.filter(organ_id__in=actor.organ_ids).values("petition_id"))
            )
        return self.filter(keeper_id__in=actor.council_ids)

    def real(self) -> PetitionQuerySet:
        """Petitions proper: opinions and thanks are counted apart."""
        return self.filter(kind=Kind.PETITION)


class Petition(models.Model):
    """`council` took it in and never changes; `keeper` holds it now (ORG-10: a successor takes over)."""

    council = models.ForeignKey(Organ, models.PROTECT, related_name="petitions", verbose_name=_("Hội đồng nhân dân"))
    keeper = models.ForeignKey(Organ, models.PROTECT, related_name="kept_petitions", verbose_name=_("nơi theo dõi"))
    code = models.CharField(_("mã"), max_length=20)
    year = models.PositiveSmallIntegerField()
    seq = models.PositiveIntegerField()
    kind = models.CharField(_("phân loại"), max_length=8, choices=Kind, default=Kind.PETITION)
    text = models.TextField(_("nội dung"))
    channel = models.CharField(_("nguồn"), max_length=10, choices=Channel, default=Channel.CONTACT)
    opinion = models.OneToOneField(
        Opinion, models.PROTECT, null=True, blank=True, related_name="petition", verbose_name=_("ý kiến gốc")
    )
    point = models.ForeignKey(
        Point, models.PROTECT, null=True, blank=True, related_name="petitions", verbose_name=_("buổi tiếp xúc")
    )
    session = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="petitions", verbose_name=_("kỳ họp")
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="petitions", verbose_name=_("địa bàn")
    )
    place = models.CharField(_("nơi nêu"), max_length=300, blank=True)
    voter = models.CharField(_("cử tri"), max_length=200, blank=True)
    voices = models.PositiveIntegerField(_("số người cùng kiến nghị"), default=1)
    received_on = models.DateField(_("ngày tiếp nhận"), db_index=True)
    field = models.ForeignKey(Field, models.PROTECT, null=True, blank=True, verbose_name=_("lĩnh vực"))
    level = models.CharField(_("thẩm quyền"), max_length=8, choices=Level, blank=True)
    lead = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="led_petitions", verbose_name=_("cơ quan giải quyết")
    )
    state = models.CharField(_("trạng thái"), max_length=10, choices=State, default=State.RECEIVED)
    forwarded_on = models.DateField(_("ngày chuyển"), null=True, blank=True)
    due_on = models.DateField(_("hạn trả lời"), null=True, blank=True)
    answered_on = models.DateField(_("ngày trả lời"), null=True, blank=True)
    outcome = models.CharField(_("kết quả trả lời"), max_length=12, choices=Outcome, blank=True)
    own_class = models.ForeignKey(
        "OwnClass",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="petitions",
        db_index=False,
        verbose_name=_("phân loại riêng"),
    )
    settled_on = models.DateField(_("ngày giải quyết xong"), null=True, blank=True)
    reopened = models.PositiveSmallIntegerField(_("số lần mở lại"), default=0)
    carried = models.PositiveSmallIntegerField(_("số kỳ họp chuyển tiếp"), default=0)
    source_ref = models.CharField(_("mã trong tệp nguồn"), max_length=80, blank=True)
    source = models.JSONField(_("nguồn ghi"), default=dict, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)
    batch = models.ForeignKey(ImportBatch, models.PROTECT, null=True, blank=True, related_name="petitions")
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)
    joined_to = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="voiced", verbose_name=_("gộp vào kiến nghị")
    )
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Petition]] = models.Manager.from_queryset(PetitionQuerySet)()

    class Meta:
        verbose_name = _("kiến nghị cử tri")
        verbose_name_plural = _("kiến nghị cử tri")
        ordering = ["-received_on", "-pk"]
        indexes = [
            models.Index(fields=["keeper", "state", "due_on"], name="petitions_keeper_state"),
            models.Index(fields=["keeper", "-received_on", "-id"], name="petitions_keeper_newest"),
            models.Index(fields=["lead", "state", "due_on"], name="petitions_lead_state"),
            models.Index(fields=["keeper", "kind", *COUNTED], name="petitions_counted"),
            models.Index(fields=["own_class"], condition=Q(own_class__isnull=False), name="petitions_own_class"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["council", "year", "seq"], name="petitions_numbered"),
            models.UniqueConstraint(
                fields=["council", "fingerprint"], condition=~Q(fingerprint=""), name="petitions_imported_once"
            ),
            models.CheckConstraint(
                condition=Q(state__in=["received", "sorted", "noted", "returned"])
                | Q(lead__isnull=False, forwarded_on__isnull=False),
                name="petitions_forwarded_has_lead",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["answered", "accepted", "closed"])
                | (Q(answered_on__isnull=False) & ~Q(outcome="")),
                name="petitions_answered_has_outcome",
            ),
            models.CheckConstraint(
                condition=Q(own_class__isnull=True) | ~Q(outcome=""), name="petitions_own_class_of_an_outcome"
            ),
            models.CheckConstraint(
                condition=Q(joined_to__isnull=True) | ~Q(joined_to=models.F("id")), name="petitions_joined_to_another"
            ),
            models.CheckConstraint(
                condition=Q(state="noted", kind__in=["opinion", "thanks"]) | (~Q(state="noted") & Q(kind="petition")),
                name="petitions_noted_is_no_petition",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.text if len(self.text) <= LABEL else self.text[: LABEL - 1] + '…'}"

    def get_absolute_url(self) -> str:
        return reverse("petitions:detail", args=[self.pk])


class Coordination(models.Model):
    """An agency that co-operates in settling a petition."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="coordinations")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan phối hợp"))

    class Meta:
        verbose_name = _("cơ quan phối hợp")
        verbose_name_plural = _("cơ quan phối hợp")
        constraints = [models.UniqueConstraint(fields=["petition", "organ"], name="petitions_coordination_once")]

    def __str__(self) -> str:
        return str(self.organ)


class Answer(models.Model):
    """An answering document and the outcome class it claims, with what that class requires."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="answers")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan trả lời"))
    document = models.ForeignKey(Document, models.PROTECT, related_name="+", verbose_name=_("văn bản trả lời"))
    on = models.DateField(_("ngày trả lời"))
    text = models.TextField(_("nội dung trả lời"))
    outcome = models.CharField(_("kết quả"), max_length=12, choices=Outcome)
    outcome_on = models.DateField(_("thời hạn theo lộ trình"), null=True, blank=True)
    reason = models.CharField(_("lý do chưa giải quyết"), max_length=20, choices=UnsettledReason, blank=True)
    own_class = models.ForeignKey(
        "OwnClass",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="answers",
        verbose_name=_("phân loại riêng"),
    )
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("trả lời")
        verbose_name_plural = _("trả lời")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(outcome="planned") | Q(outcome_on__isnull=False), name="petitions_planned_has_date"
            ),
            models.CheckConstraint(
                condition=~Q(outcome="unsettled") | ~Q(reason=""), name="petitions_unsettled_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return str(self.document)

    @property
    def result(self) -> str:
        """Return what the answer claims: the council's own class with the national one it counts as."""
        return str(self.own_class) if self.own_class else str(self.get_outcome_display())


class Verification(models.Model):
    """Somebody went and looked: what was found, by whom, with evidence."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="verifications")
    answer = models.ForeignKey(
        Answer, models.PROTECT, null=True, blank=True, related_name="verifications", verbose_name=_("trả lời")
    )
    on = models.DateField(_("ngày xác minh"))
    by = models.CharField(_("người xác minh"), max_length=300)
    place = models.CharField(_("nơi xác minh"), max_length=300, blank=True)
    finding = models.CharField(_("kết luận"), max_length=6, choices=Finding)
    text = models.TextField(_("điều đã thấy"))
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("xác minh")
        verbose_name_plural = _("xác minh")
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return self.text[:80]


class CarryOver(models.Model):
    """A petition still open was carried from one session to the next."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="carry_overs")
    from_session = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("từ kỳ họp")
    )
    to_session = models.ForeignKey(Meeting, models.PROTECT, related_name="+", verbose_name=_("sang kỳ họp"))
    on = models.DateField(_("ngày"))
    reason = models.CharField(_("lý do"), max_length=300)

    class Meta:
        verbose_name = _("chuyển kỳ họp")
        verbose_name_plural = _("chuyển kỳ họp")
        constraints = [models.UniqueConstraint(fields=["petition", "to_session"], name="petitions_carried_once")]

    def __str__(self) -> str:
        return self.reason
