"""The ledger: who owes whom what by when, and whether it was accepted."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.legalclock.models import Clock
from nghitruong.obligations.enums import Nature, Reminder, Rung, State
from nghitruong.organisation.models import Organ

OPEN_STATES = frozenset({State.OPEN, State.FULFILLED})
PARTIES = ("council", "debtor", "creditor")
"""What the deeds of the ledger read the names of (`base.locking.locked`)."""


class ObligationQuerySet(models.QuerySet["Obligation"]):
    def visible_to(self, actor: Actor) -> ObligationQuerySet:
        """The councils' offices see their council's ledger; debtor and creditor see what is theirs."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        own = Q(debtor_id__in=actor.organ_ids) | Q(creditor_id__in=actor.organ_ids)
        if actor.has("agency.answer"):
            return self.filter(own)
        return self.filter(own | Q(council_id__in=actor.council_ids))

    def running(self) -> ObligationQuerySet:
        return self.filter(state__in=OPEN_STATES)


class Obligation(models.Model):
    """`due_on` follows the clock (told through the journal); None says openly that no deadline was given.

    `due_basis` cites the text that states a date without a clock; `dated_on` is the day on which the present date
    was set: reminders whose day had gone by then are not sent.
    """

    council = models.ForeignKey(Organ, models.PROTECT, related_name="ledger", verbose_name=_("Hội đồng nhân dân"))
    debtor = models.ForeignKey(Organ, models.PROTECT, related_name="debts", verbose_name=_("bên có nghĩa vụ"))
    creditor = models.ForeignKey(Organ, models.PROTECT, related_name="claims", verbose_name=_("bên có quyền"))
    debtor_person = models.CharField(_("người chịu trách nhiệm"), max_length=200, blank=True)
    nature = models.CharField(_("loại"), max_length=12, choices=Nature)
    what = models.CharField(_("phải làm"), max_length=500)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    subject_label = models.CharField(_("thuộc việc"), max_length=300)
    opened_by = models.CharField(_("phát sinh từ"), max_length=80)
    opened_on = models.DateField(_("phát sinh ngày"))
    quote = models.CharField(_("nguyên văn"), max_length=1000, blank=True)
    clock = models.OneToOneField(Clock, models.PROTECT, null=True, blank=True, verbose_name=_("đồng hồ"))
    due_on = models.DateField(_("hạn"), null=True, blank=True, db_index=True)
    due_basis = models.CharField(_("căn cứ của hạn"), max_length=300, blank=True)
    dated_on = models.DateField(_("hạn đặt ngày"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=State, default=State.OPEN)
    evidence = models.CharField(_("kết quả, bằng chứng"), max_length=1000, blank=True)
    fulfilled_on = models.DateField(_("báo cáo xong ngày"), null=True, blank=True)
    closed_on = models.DateField(_("đóng ngày"), null=True, blank=True)
    closed_because = models.CharField(_("lý do đóng"), max_length=500, blank=True)
    escalation = models.PositiveSmallIntegerField(_("mức đôn đốc"), choices=Rung, default=Rung.NONE)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Obligation]] = models.Manager.from_queryset(ObligationQuerySet)()

    class Meta:
        verbose_name = _("nghĩa vụ")
        verbose_name_plural = _("nghĩa vụ")
        indexes = [
            models.Index(fields=["subject_kind", "subject_id"], name="obligations_subject"),
            models.Index(fields=["council", "state", "due_on"], name="obligations_council_due"),
            models.Index(fields=["debtor", "state", "due_on"], name="obligations_debtor_due"),
            models.Index(fields=["creditor", "state", "due_on"], name="obligations_creditor_due"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=State.ACCEPTED) | (~Q(evidence="") & Q(closed_on__isnull=False)),
                name="obligations_accepted_has_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.CANCELLED) | (~Q(closed_because="") & Q(closed_on__isnull=False)),
                name="obligations_cancelled_has_reason",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.FULFILLED) | (~Q(evidence="") & Q(fulfilled_on__isnull=False)),
                name="obligations_fulfilled_has_evidence",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.OPEN, State.FULFILLED]) | Q(closed_on__isnull=True),
                name="obligations_running_is_not_closed",
            ),
        ]

    def __str__(self) -> str:
        return self.what


class Handover(models.Model):
    """The debtor changed: from whom to whom, when and why."""

    obligation = models.ForeignKey(Obligation, models.CASCADE, related_name="handovers")
    from_organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("từ"))
    to_organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("sang"))
    on = models.DateField(_("ngày"))
    reason = models.CharField(_("lý do"), max_length=300)

    class Meta:
        verbose_name = _("chuyển nghĩa vụ")
        verbose_name_plural = _("chuyển nghĩa vụ")

    def __str__(self) -> str:
        return f"{self.from_organ} → {self.to_organ}"


class Reminding(models.Model):
    """A point of reminding that is over, exactly once for each due date: `sent`, or passed by in silence."""

    obligation = models.ForeignKey(Obligation, models.CASCADE, related_name="remindings")
    point = models.SmallIntegerField(_("mốc"), choices=Reminder)
    due_on = models.DateField(_("hạn khi nhắc"))
    sent = models.BooleanField(_("đã gửi"), default=True)
    at = models.DateTimeField(_("lúc"))

    class Meta:
        verbose_name = _("lần nhắc")
        verbose_name_plural = _("lần nhắc")
        constraints = [
            models.UniqueConstraint(fields=["obligation", "point", "due_on"], name="obligations_reminded_once")
        ]

    def __str__(self) -> str:
        return self.get_point_display()
