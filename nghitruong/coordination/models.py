"""Notices of conclusion, what they ask of whom, and how far each organ has come. The debts stand in the ledger."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.base.official import official
from nghitruong.coordination.enums import Group, NoticeState, Part, TaskKind
from nghitruong.documents.enums import Capacity
from nghitruong.documents.models import Document, Paper
from nghitruong.meetings.models import Meeting
from nghitruong.obligations.models import Obligation
from nghitruong.organisation.models import Membership, Organ


class ConclusionNoticeQuerySet(models.QuerySet["ConclusionNotice"]):
    def visible_to(self, actor: Actor) -> ConclusionNoticeQuerySet:
        """The council's people see what is issued, its office also drafts; whoever is named or told sees it issued."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        named = Assignment.objects.filter(task__notice=OuterRef("pk"), organ_id__in=actor.organ_ids)
        told = Recipient.objects.filter(notice=OuterRef("pk"), organ_id__in=actor.organ_ids)
        seen = Q(state=NoticeState.ISSUED) & (Q(Exists(named)) | Q(Exists(told)) | Q(organ_id__in=actor.organ_ids))
        if not actor.has("agency.answer"):
            own = Q(council_id__in=actor.council_ids)
            seen |= own if actor.has("contacts.keep") else own & Q(state=NoticeState.ISSUED)
        return self.filter(seen)


class ConclusionNotice(models.Model):
    """Thông báo kết luận: of a meeting, or by itself when it was read out of a document.

    `organ` is on whose behalf it is issued, and whom the tasks are owed to. `amends` is the notice whose open tasks
    this one replaces. `paper` is its line in the register of outgoing texts, whence it has its number and day; a notice
    issued before the system stood, or read out of a document, has a `source` and the number it bears, perhaps none.
    `signatory` is the office that is to sign; what stands over the signature is kept in words.
    """

    council = models.ForeignKey(
        Organ, models.PROTECT, related_name="conclusion_notices", verbose_name=_("Hội đồng nhân dân")
    )
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan kết luận"))
    meeting = models.ForeignKey(
        Meeting, models.PROTECT, null=True, blank=True, related_name="conclusion_notices", verbose_name=_("cuộc họp")
    )
    amends = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="amendments", verbose_name=_("sửa đổi thông báo")
    )
    amended_because = models.CharField(_("lý do sửa đổi"), max_length=300, blank=True)
    title = models.CharField(_("trích yếu"), max_length=500)
    held_on = models.DateField(_("ngày họp"))
    place = models.CharField(_("nơi họp"), max_length=300, blank=True)
    chairs = models.CharField(_("chủ trì"), max_length=300, blank=True)
    attendants = models.TextField(_("thành phần dự"), blank=True)
    results = models.TextField(_("kết quả đạt được"), blank=True)
    limitations = models.TextField(_("tồn tại, hạn chế"), blank=True)
    recipients_text = models.TextField(_("nơi nhận khác"), blank=True)
    signatory = models.ForeignKey(
        Membership, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("người sẽ ký")
    )
    capacity = models.CharField(_("quyền hạn ký"), max_length=6, choices=Capacity, blank=True)
    signer_title = models.CharField(_("chức vụ người ký"), max_length=200, blank=True)
    signer = models.CharField(_("người ký"), max_length=200, blank=True)
    state = models.CharField(_("trạng thái"), max_length=9, choices=NoticeState, default=NoticeState.DRAFT)
    paper = models.OneToOneField(
        Paper, models.PROTECT, null=True, blank=True, related_name="conclusion", verbose_name=_("văn bản trong sổ")
    )
    number = models.CharField(_("số, ký hiệu"), max_length=80, blank=True)
    issued_on = models.DateField(_("ngày ban hành"), null=True, blank=True)
    source = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("văn bản nguồn")
    )
    discarded_because = models.CharField(_("lý do bỏ"), max_length=300, blank=True)
    drafted_at = models.DateTimeField(_("soạn lúc"))
    is_sample = models.BooleanField(_("dữ liệu mẫu"), default=False)
    version = models.PositiveIntegerField(default=1)

    objects: ClassVar[models.Manager[ConclusionNotice]] = models.Manager.from_queryset(ConclusionNoticeQuerySet)()

    class Meta:
        verbose_name = _("thông báo kết luận")
        verbose_name_plural = _("thông báo kết luận")
        ordering = ["-held_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state=NoticeState.ISSUED)
                | (Q(issued_on__isnull=False) & ~Q(number=""))
                | Q(source__isnull=False),
                name="coordination_issued_numbered_or_read",
            ),
            models.CheckConstraint(
                condition=~Q(state=NoticeState.DISCARDED) | ~Q(discarded_because=""),
                name="coordination_discarded_has_reason",
            ),
            models.CheckConstraint(
                condition=Q(amends__isnull=True) | ~Q(amended_because=""), name="coordination_amendment_has_reason"
            ),
        ]
        indexes = [models.Index(fields=["council", "state", "-held_on"], name="coordination_council_newest")]

    def __str__(self) -> str:
        return f"{self.number}: {self.title}" if self.number else self.title

    def get_absolute_url(self) -> str:
        return reverse("coordination:notice", args=[self.pk])

    @property
    def is_foreign(self) -> bool:
        """Say whether it was issued outside of the system: its number and words are those of its source."""
        return self.state == NoticeState.ISSUED and self.paper_id is None and self.source_id is not None

    @property
    def other_recipients(self) -> list[str]:
        """Return the recipients named in words, one a line, without the signs that part them."""
        return [name for line in self.recipients_text.splitlines() if (name := line.strip(" -;.\t"))]

    @property
    def is_for_somebody(self) -> bool:
        """Say whether anybody is to receive it or to do what it asks. At most one statement."""
        if self.other_recipients:
            return True
        told = Recipient.objects.filter(notice=self).values("pk")
        return told.union(Assignment.objects.filter(task__notice=self).values("pk")).exists()

    @property
    def called(self) -> str:
        """How other texts cite it: "Thông báo số 05/TB-HĐND ngày 02/03/2026", as far as number and day are known."""
        on = self.issued_on or self.held_on
        if not self.number:
            return official("Thông báo kết luận ngày %(on)s", on=f"{on:%d/%m/%Y}")
        if self.issued_on is None:
            return official("Thông báo số %(number)s", number=self.number)
        return official("Thông báo số %(number)s ngày %(on)s", number=self.number, on=f"{on:%d/%m/%Y}")


class Task(models.Model):
    """One thing a conclusion asks: of named organs, of a group, or, as a proposal, of a level above.

    `addressee` keeps the words of the text; `quote` with `start` and `end` is where they stand in the source.
    """

    notice = models.ForeignKey(ConclusionNotice, models.CASCADE, related_name="tasks", verbose_name=_("thông báo"))
    position = models.PositiveSmallIntegerField(_("thứ tự"))
    kind = models.CharField(_("loại"), max_length=8, choices=TaskKind, default=TaskKind.TASK)
    section = models.CharField(_("mục"), max_length=40, blank=True)
    addressee = models.CharField(_("giao cho (theo văn bản)"), max_length=300)
    group = models.CharField(_("nhóm cơ quan"), max_length=20, choices=Group, blank=True)
    what = models.CharField(_("việc phải làm"), max_length=500)
    due_on = models.DateField(_("hạn"), null=True, blank=True)
    due_words = models.CharField(_("thời hạn theo văn bản"), max_length=200, blank=True)
    quote = models.TextField(_("nguyên văn"), blank=True)
    start = models.PositiveIntegerField(_("từ vị trí"), null=True, blank=True)
    end = models.PositiveIntegerField(_("đến vị trí"), null=True, blank=True)
    source = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("văn bản nguồn")
    )
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("thay cho")
    )
    version = models.PositiveIntegerField(default=1)

    class Meta:
        verbose_name = _("nhiệm vụ, đề xuất")
        verbose_name_plural = _("nhiệm vụ, đề xuất")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "position"], name="coordination_tasks_in_order"),
            models.CheckConstraint(
                condition=~Q(kind=TaskKind.PROPOSAL) | Q(due_on__isnull=True, group=""),
                name="coordination_proposals_owe_nothing",
            ),
            models.CheckConstraint(
                condition=Q(start__isnull=True, end__isnull=True) | (Q(end__gte=models.F("start")) & ~Q(quote="")),
                name="coordination_quote_has_its_place",
            ),
        ]

    def __str__(self) -> str:
        return self.what


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    def visible_to(self, actor: Actor) -> AssignmentQuerySet:
        """An organ sees its own share and, of tasks it takes part in, those of whoever leads or helps it.

        The council's people see all that is issued, its office drafts too; an agency never reads how others are doing.
        """
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        mine = Assignment.objects.filter(task=OuterRef("task"), organ_id__in=actor.organ_ids)
        beside = Q(part=Part.HELPS) & Q(Exists(mine.filter(part=Part.LEAD)))
        beside |= Q(part=Part.LEAD) & Q(Exists(mine.filter(part=Part.HELPS)))
        issued = Q(task__notice__state=NoticeState.ISSUED)
        seen = issued & (Q(organ_id__in=actor.organ_ids) | Q(task__notice__organ_id__in=actor.organ_ids) | beside)
        if not actor.has("agency.answer"):
            own = Q(task__notice__council_id__in=actor.council_ids)
            seen |= own if actor.has("contacts.keep") else own & issued
        return self.filter(seen)


class Assignment(models.Model):
    """One organ's own share of a task. Its state is that of its debt in the ledger, opened when the notice is issued."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="assignments")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("cơ quan"))
    part = models.CharField(_("vai trò"), max_length=5, choices=Part, default=Part.LEAD)
    obligation = models.OneToOneField(
        Obligation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("nghĩa vụ")
    )
    percent = models.PositiveSmallIntegerField(_("đã làm (%)"), default=0)

    objects: ClassVar[models.Manager[Assignment]] = models.Manager.from_queryset(AssignmentQuerySet)()

    class Meta:
        verbose_name = _("phân công")
        verbose_name_plural = _("phân công")
        ordering = ["part", "organ__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["task", "organ"], name="coordination_assigned_once"),
            models.CheckConstraint(condition=Q(percent__lte=100), name="coordination_percent_of_100"),
        ]

    def __str__(self) -> str:
        return f"{self.organ}: {self.task}"

    def get_absolute_url(self) -> str:
        return reverse("coordination:assignment", args=[self.pk])


class Progress(models.Model):
    """What an organ reported on its share: how far, in words, on which day. Kept for good."""

    assignment = models.ForeignKey(Assignment, models.CASCADE, related_name="reports")
    percent = models.PositiveSmallIntegerField(_("đã làm (%)"))
    words = models.CharField(_("kết quả, khó khăn"), max_length=1000)
    on = models.DateField(_("ngày"))
    at = models.DateTimeField(_("lúc"))
    by = models.CharField(_("người báo cáo"), max_length=300)
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("tài liệu")
    )

    class Meta:
        verbose_name = _("báo cáo tiến độ")
        verbose_name_plural = _("báo cáo tiến độ")
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=Q(percent__lte=100), name="coordination_report_of_100")]

    def __str__(self) -> str:
        return f"{self.percent}%"


class Recipient(models.Model):
    """An organ the notice is sent to, and that it has received it: who said so and when."""

    notice = models.ForeignKey(ConclusionNotice, models.CASCADE, related_name="recipients")
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("nơi nhận"))
    received_at = models.DateTimeField(_("nhận lúc"), null=True, blank=True)
    received_by = models.CharField(_("người nhận"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("nơi nhận")
        verbose_name_plural = _("nơi nhận")
        ordering = ["organ__sort_key", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "organ"], name="coordination_sent_once"),
            models.CheckConstraint(
                condition=Q(received_at__isnull=True, received_by="")
                | (Q(received_at__isnull=False) & ~Q(received_by="")),
                name="coordination_receipt_says_who",
            ),
        ]

    def __str__(self) -> str:
        return str(self.organ)
