"""Rounds of voter contact, their points, and what voters said, one by one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.contacts.enums import OpinionKind, RoundKind, RoundState
from nghitruong.meetings.models import Attendance, Meeting
from nghitruong.organisation.models import Membership, Organ
from nghitruong.territory.models import Unit


class RoundQuerySet(models.QuerySet["Round"]):
    def visible_to(self, actor: Actor) -> RoundQuerySet:
        """Rounds of the councils the office reaches. Agencies, auditors and administrators see none."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"} or actor.has("agency.answer"):
            return self.none()
        return self.filter(council_id__in=actor.council_ids)


class Round(models.Model):
    council = models.ForeignKey(Organ, models.PROTECT, related_name="rounds", verbose_name=_("Hội đồng nhân dân"))
    kind = models.CharField(_("loại đợt"), max_length=10, choices=RoundKind)
    title = models.CharField(_("tên đợt"), max_length=300)
    session = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="rounds", verbose_name=_("gắn với kỳ họp")
    )
    starts_on = models.DateField(_("từ ngày"))
    ends_on = models.DateField(_("đến ngày"))
    plan = models.CharField(_("kế hoạch số"), max_length=100, blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=RoundState, default=RoundState.OPEN)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Round]] = models.Manager.from_queryset(RoundQuerySet)()

    class Meta:
        verbose_name = _("đợt tiếp xúc cử tri")
        verbose_name_plural = _("đợt tiếp xúc cử tri")
        ordering = ["-starts_on"]
        constraints = [
            models.CheckConstraint(condition=Q(starts_on__lte=models.F("ends_on")), name="contacts_round_in_order")
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("contacts:round", args=[self.pk])


class PointQuerySet(models.QuerySet["Point"]):
    def visible_to(self, actor: Actor) -> PointQuerySet:
        """Points of the rounds the office sees, and any point its person was called to (joint contact of levels)."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"} or actor.has("agency.answer"):
            return self.none()
        called = Attendance.objects.filter(membership__person_id=actor.person_id or 0).values("meeting_id")
        return self.filter(Q(round__council_id__in=actor.council_ids) | Q(meeting_id__in=called))


class Point(models.Model):
    """One meeting (điểm, buổi) of a round, or one channel by which written opinions came in."""

    round = models.ForeignKey(Round, models.PROTECT, related_name="points", verbose_name=_("đợt"))
    meeting = models.OneToOneField(Meeting, models.PROTECT, related_name="contact_point", verbose_name=_("buổi"))
    hamlets = models.CharField(_("thôn, tổ dân phố dự"), max_length=300, blank=True)
    audience = models.CharField(_("đối tượng cử tri"), max_length=200, blank=True)
    groups = models.ManyToManyField(Organ, blank=True, related_name="contact_points", verbose_name=_("Tổ đại biểu"))

    objects: ClassVar[models.Manager[Point]] = models.Manager.from_queryset(PointQuerySet)()

    class Meta:
        verbose_name = _("điểm tiếp xúc cử tri")
        verbose_name_plural = _("điểm tiếp xúc cử tri")

    def __str__(self) -> str:
        return str(self.meeting)

    def get_absolute_url(self) -> str:
        return reverse("contacts:point", args=[self.pk])


class OpinionQuerySet(models.QuerySet["Opinion"]):
    def visible_to(self, actor: Actor) -> OpinionQuerySet:
        return self.filter(point__in=Point.objects.visible_to(actor))


class Opinion(models.Model):
    """The voter's words as taken down.

    A voter's name and address are personal data (Luật 91/2025/QH15): who may read them is decided in
    `policies.reads_voters`, and the journal never holds them. Of a complaint or denunciation heard (PET-18) only
    the fact is kept: no words, no name.
    """

    point = models.ForeignKey(Point, models.PROTECT, related_name="opinions", verbose_name=_("buổi"))
    seq = models.PositiveIntegerField(_("thứ tự"))
    text = models.TextField(_("nguyên văn"))
    kind = models.CharField(
        _("phân loại"), max_length=8, choices=OpinionKind, db_index=True, default=OpinionKind.PETITION
    )
    voter = models.CharField(_("cử tri"), max_length=200, blank=True)
    voter_address = models.CharField(_("địa chỉ cử tri"), max_length=200, blank=True)
    voices = models.PositiveIntegerField(_("số người cùng ý kiến"), default=1)
    hamlet = models.CharField(_("thôn, tổ dân phố"), max_length=120, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("địa bàn"))
    answered_on_spot = models.TextField(_("trả lời tại chỗ"), blank=True)
    answered_by = models.CharField(_("người trả lời"), max_length=200, blank=True)
    taken_at = models.DateTimeField(_("ghi lúc"))
    taken_by = models.CharField(_("người ghi"), max_length=200)
    taker = models.ForeignKey(Membership, models.PROTECT, null=True, blank=True, related_name="+")
    client_key = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Opinion]] = models.Manager.from_queryset(OpinionQuerySet)()

    class Meta:
        verbose_name = _("ý kiến cử tri")
        verbose_name_plural = _("ý kiến cử tri")
        ordering = ["point_id", "seq"]
        constraints = [
            models.UniqueConstraint(fields=["point", "seq"], name="contacts_opinion_numbered"),
            models.UniqueConstraint(
                fields=["point", "client_key"], condition=~Q(client_key=""), name="contacts_opinion_sent_once"
            ),
            models.CheckConstraint(
                condition=~Q(kind=OpinionKind.REFERRED) | Q(voter="", voter_address="", answered_on_spot=""),
                name="contacts_referred_names_nobody",
            ),
            models.CheckConstraint(condition=Q(voices__gte=1), name="contacts_opinion_has_a_voice"),
        ]

    def __str__(self) -> str:
        return self.text[:120]

    def get_absolute_url(self) -> str:
        return reverse("contacts:opinion", args=[self.pk])
