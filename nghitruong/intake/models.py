"""A document read, and what its words propose. Nothing is proposed without words; nothing is a record unasked."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.coordination.models import ConclusionNotice
from nghitruong.documents.models import StoredFile
from nghitruong.intake.enums import ProposalKind, ProposalState, ReadingState
from nghitruong.organisation.models import Organ


class DocumentReadingQuerySet(models.QuerySet["DocumentReading"]):
    def visible_to(self, actor: Actor) -> DocumentReadingQuerySet:
        """The council's own people and the offices above; agencies see what became of it in the ledger."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"} or actor.has("agency.answer"):
            return self.none()
        return self.filter(council_id__in=actor.council_ids)

    def unread(self, silent_since: datetime) -> DocumentReadingQuerySet:
        """What waits, and what a worker began and has been silent about since then."""
        began = Q(state=ReadingState.RUNNING) & (Q(beat_at__lt=silent_since) | Q(beat_at__isnull=True))
        return self.filter(Q(state=ReadingState.WAITING) | began)


class DocumentReading(models.Model):
    """`text` is what was read (positions of the proposals point into it), `record` all that the rules found in it.

    `notes` say what was done to get the text (pages recognised, old code pages decoded). `beat_at` is the worker's
    last sign of life. `notice` is what a notice of conclusion became, once something it asks was accepted.
    """

    council = models.ForeignKey(Organ, models.PROTECT, related_name="readings", verbose_name=_("Hội đồng nhân dân"))
    notice = models.ForeignKey(
        ConclusionNotice,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="readings",
        verbose_name=_("thông báo kết luận"),
    )
    name = models.CharField(_("tên"), max_length=255)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, verbose_name=_("tệp"))
    text = models.TextField(_("lời văn"), blank=True)
    notes = models.JSONField(default=list)
    record = models.JSONField(default=dict)
    state = models.CharField(_("trạng thái"), max_length=9, choices=ReadingState, default=ReadingState.WAITING)
    pages_done = models.PositiveIntegerField(_("số trang đã đọc"), default=0)
    pages = models.PositiveIntegerField(_("số trang"), default=0)
    failure = models.CharField(_("lý do không đọc được"), max_length=500, blank=True)
    asked_at = models.DateTimeField(_("đưa vào lúc"))
    asked_by = models.CharField(_("người đưa vào"), max_length=200)
    beat_at = models.DateTimeField(null=True, blank=True)
    read_at = models.DateTimeField(_("đọc xong lúc"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[DocumentReading]] = models.Manager.from_queryset(DocumentReadingQuerySet)()

    class Meta:
        verbose_name = _("văn bản đọc vào")
        verbose_name_plural = _("văn bản đọc vào")
        ordering = ["-asked_at", "-pk"]
        indexes = [
            models.Index(fields=["council", "-asked_at"], name="intake_council_newest"),
            models.Index(fields=["state", "asked_at"], name="intake_waiting"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(file__isnull=False) | ~Q(text=""), name="intake_has_a_source"),
            models.CheckConstraint(
                condition=~Q(state=ReadingState.FAILED) | ~Q(failure=""), name="intake_failed_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_unread(self) -> bool:
        return self.state in {ReadingState.WAITING, ReadingState.RUNNING}

    @property
    def percent(self) -> int:
        """Return how much of the pages is read, 0 where their number is not known yet."""
        return 100 * self.pages_done // self.pages if self.pages else 0

    def get_absolute_url(self) -> str:
        return reverse("intake:reading", args=[self.pk])


class Proposal(models.Model):
    """One item with the words it was read from (`text[start:end]` of the reading is `quote`).

    `read` is what the rules read, `data` what a person left of it; `made` the records it became, each [kind, number].
    """

    reading = models.ForeignKey(DocumentReading, models.CASCADE, related_name="proposals")
    place = models.PositiveIntegerField(_("thứ tự"))
    kind = models.CharField(_("loại"), max_length=10, choices=ProposalKind)
    read = models.JSONField(default=dict)
    data = models.JSONField(default=dict)
    quote = models.TextField(_("nguyên văn"))
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    doubt = models.CharField(_("điều ngờ"), max_length=300, blank=True)
    state = models.CharField(_("trạng thái"), max_length=8, choices=ProposalState, default=ProposalState.PROPOSED)
    reason = models.CharField(_("lý do"), max_length=300, blank=True)
    made = models.JSONField(default=list)
    decided_at = models.DateTimeField(_("duyệt lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("mục đọc được")
        verbose_name_plural = _("mục đọc được")
        ordering = ["place", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["reading", "place"], name="intake_proposal_placed"),
            models.CheckConstraint(condition=~Q(quote="") & Q(end__gt=models.F("start")), name="intake_has_words"),
            models.CheckConstraint(
                condition=Q(state=ProposalState.PROPOSED, decided_at__isnull=True)
                | (~Q(state=ProposalState.PROPOSED) & Q(decided_at__isnull=False)),
                name="intake_decided_when",
            ),
        ]

    def __str__(self) -> str:
        return self.quote[:120]

    def get_absolute_url(self) -> str:
        """Return the item's place on the page of review."""
        return f"{self.reading.get_absolute_url()}#muc-{self.place}"

    @property
    def is_open(self) -> bool:
        return self.state == ProposalState.PROPOSED

    @property
    def is_corrected(self) -> bool:
        return self.state == ProposalState.ACCEPTED and self.data != self.read
