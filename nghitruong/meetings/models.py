"""Any gathering: when, where, who hosts, who chairs, who came."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.meetings.enums import MeetingKind, MeetingState, Mode, Part, Presence, SessionType
from nghitruong.organisation.models import Membership, Organ, Term
from nghitruong.territory.models import Unit


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, actor: Actor) -> MeetingQuerySet:
        """The council's own people, the offices above it, and whoever was called to it."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        organs = actor.organ_ids
        mine = Q(attendances__membership_id=actor.membership_id) | Q(host_id__in=organs)
        mine |= Q(Exists(Party.objects.filter(meeting=OuterRef("pk"), organ_id__in=organs)))
        mine |= Q(Exists(Site.objects.filter(meeting=OuterRef("pk"), host_id__in=organs)))
        if actor.has("agency.answer"):
            return self.filter(mine).distinct()
        return self.filter(Q(council_id__in=actor.council_ids) | mine).distinct()


class Meeting(models.Model):
    council = models.ForeignKey(Organ, models.PROTECT, related_name="meetings", verbose_name=_("Hội đồng nhân dân"))
    kind = models.CharField(_("loại"), max_length=14, choices=MeetingKind)
    title = models.CharField(_("tên"), max_length=300)
    mode = models.CharField(_("hình thức"), max_length=10, choices=Mode, default=Mode.IN_PERSON)
    starts_at = models.DateTimeField(_("bắt đầu"), db_index=True)
    ends_at = models.DateTimeField(_("kết thúc"), null=True, blank=True)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("địa bàn"))
    place = models.CharField(_("địa điểm"), max_length=300)
    host = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("đơn vị chủ nhà")
    )
    chair = models.CharField(_("chủ trì"), max_length=200, blank=True)
    state = models.CharField(_("trạng thái"), max_length=10, choices=MeetingState, default=MeetingState.PLANNED)
    people_present = models.PositiveIntegerField(_("số người dự"), null=True, blank=True)
    speakers = models.PositiveIntegerField(_("số người phát biểu"), null=True, blank=True)
    note = models.TextField(_("ghi chú"), blank=True)
    number = models.PositiveSmallIntegerField(_("kỳ họp thứ"), null=True, blank=True)
    session_type = models.CharField(_("loại kỳ họp"), max_length=10, choices=SessionType, blank=True)
    term = models.ForeignKey(
        Term, models.PROTECT, null=True, blank=True, related_name="sessions", verbose_name=_("nhiệm kỳ")
    )
    cancelled_because = models.CharField(_("lý do hủy"), max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[Meeting]] = models.Manager.from_queryset(MeetingQuerySet)()

    class Meta:
        verbose_name = _("cuộc họp")
        verbose_name_plural = _("cuộc họp")
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=models.F("starts_at")), name="meetings_in_order"
            ),
            models.CheckConstraint(
                condition=Q(kind=MeetingKind.SESSION) | Q(number__isnull=True, session_type="", term__isnull=True),
                name="meetings_only_sessions_numbered",
            ),
            models.UniqueConstraint(
                fields=["council", "term", "number"],
                condition=Q(kind=MeetingKind.SESSION, term__isnull=False) & ~Q(state=MeetingState.CANCELLED),
                name="meetings_session_numbered",
            ),
            models.UniqueConstraint(
                fields=["council", "number"],
                condition=Q(kind=MeetingKind.SESSION, term__isnull=True) & ~Q(state=MeetingState.CANCELLED),
                name="meetings_session_numbered_without_term",
            ),
        ]
        indexes = [models.Index(fields=["council", "kind", "-starts_at"], name="meetings_council_newest")]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meetings:meeting", args=[self.pk])


class Attendance(models.Model):
    """One called person (an office, or a guest by name) and whether they came."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    membership = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="attendances", verbose_name=_("người dự")
    )
    guest = models.CharField(_("khách"), max_length=200, blank=True)
    part = models.CharField(_("tham dự với tư cách"), max_length=9, choices=Part, default=Part.DELEGATE)
    presence = models.CharField(_("có mặt"), max_length=8, choices=Presence, default=Presence.INVITED)
    reason = models.CharField(_("lý do vắng"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("điểm danh")
        verbose_name_plural = _("điểm danh")
        ordering = ["part", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "membership"],
                condition=Q(membership__isnull=False),
                name="meetings_attendance_once",
            ),
            models.UniqueConstraint(
                fields=["meeting", "guest"], condition=Q(membership__isnull=True), name="meetings_guest_once"
            ),
            models.CheckConstraint(
                condition=Q(membership__isnull=False) | ~Q(guest=""), name="meetings_attendance_has_somebody"
            ),
            models.CheckConstraint(
                condition=~Q(presence=Presence.EXCUSED) | ~Q(reason=""), name="meetings_excused_has_reason"
            ),
        ]

    def __str__(self) -> str:
        return self.guest or str(self.membership)


class Party(models.Model):
    """An organ called to a meeting as a body; whom it sends it settles itself."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="parties")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan dự"))

    class Meta:
        verbose_name = _("cơ quan dự họp")
        verbose_name_plural = _("cơ quan dự họp")
        ordering = ["organ__sort_key", "pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "organ"], name="meetings_party_once")]

    def __str__(self) -> str:
        return str(self.organ)


class Site(models.Model):
    """Điểm cầu: one of the places an online meeting sits in, who hosts it and who sits there."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="sites")
    place = models.CharField(_("điểm cầu"), max_length=200)
    host = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan chủ trì điểm cầu")
    )
    people = models.CharField(_("người dự tại điểm cầu"), max_length=500, blank=True)
    people_present = models.PositiveIntegerField(_("số người dự"), null=True, blank=True)

    class Meta:
        verbose_name = _("điểm cầu")
        verbose_name_plural = _("điểm cầu")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["meeting", "place"], name="meetings_site_once")]

    def __str__(self) -> str:
        return self.place


class AgendaItem(models.Model):
    """One matter of a meeting: who reports on it, what was said, what the chair concluded.

    It may point at any record (`subject_kind`, `subject_id`): a draft, a petition, a plan.
    """

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    what = models.CharField(_("nội dung"), max_length=500)
    reporter = models.CharField(_("người báo cáo"), max_length=200, blank=True)
    subject_kind = models.CharField(max_length=80, blank=True)
    subject_id = models.BigIntegerField(null=True, blank=True)
    said = models.TextField(_("ý kiến phát biểu"), blank=True)
    conclusion = models.TextField(_("kết luận"), blank=True)

    class Meta:
        verbose_name = _("nội dung họp")
        verbose_name_plural = _("nội dung họp")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["meeting", "position"], name="meetings_agenda_in_order"),
            models.CheckConstraint(
                condition=Q(subject_kind="", subject_id__isnull=True)
                | (~Q(subject_kind="") & Q(subject_id__isnull=False)),
                name="meetings_agenda_subject_whole",
            ),
        ]

    def __str__(self) -> str:
        return self.what
