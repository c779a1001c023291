"""Whose matter it is, whether its facts are right, and what an answer is worth."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Appraised, Dimension, FactVerdict
from nghitruong.petitions.models.matters import Answer, Petition


class ReadingRuleQuerySet(models.QuerySet["ReadingRule"]):
    def visible_to(self, actor: Actor) -> ReadingRuleQuerySet:
        """As far as the council's own books are seen."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        return self.filter(council_id__in=actor.council_ids)


class ReadingRule(models.Model):
    """A council's own words for a field, level or agency, beside the shipped ones (petitions/data/reading.json).

    `words` one phrase a line; an empty `value` stops these words from being read at all. Ended, never deleted.
    """

    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    dimension = models.CharField(_("đọc ra"), max_length=8, choices=Dimension)
    words = models.TextField(_("chữ trong kiến nghị"))
    value = models.CharField(_("kết luận"), max_length=200, blank=True)
    weight = models.PositiveSmallIntegerField(_("sức nặng"), default=8)
    citation = models.CharField(_("căn cứ"), max_length=300, blank=True)
    valid_from = models.DateField(_("áp dụng từ ngày"))
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    by = models.CharField(_("người đặt"), max_length=200)

    objects: ClassVar[models.Manager[ReadingRule]] = models.Manager.from_queryset(ReadingRuleQuerySet)()

    class Meta:
        verbose_name = _("quy tắc đọc kiến nghị")
        verbose_name_plural = _("quy tắc đọc kiến nghị")
        ordering = ["dimension", "value", "pk"]

    def __str__(self) -> str:
        return f"{self.get_dimension_display()}: {self.words}"


class Learnt(models.Model):
    """What a council's own sorted petitions taught: counts of words, worked out anew by `learn`."""

    council = models.OneToOneField(Organ, models.CASCADE, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    at = models.DateTimeField(_("lúc"))
    cases = models.PositiveIntegerField(_("số hồ sơ"))
    counts = models.JSONField(_("số đếm"), default=dict)

    class Meta:
        verbose_name = _("điều đã học khi phân loại")
        verbose_name_plural = _("điều đã học khi phân loại")

    def __str__(self) -> str:
        return f"{self.council}: {self.cases}"


class MisrouteQuerySet(models.QuerySet["Misroute"]):
    def visible_to(self, actor: Actor) -> MisrouteQuerySet:
        """The office and the bodies of the councils concerned; an agency does not read the others' mistakes."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.has("agency.answer") or actor.role in {"auditor", "administrator"}:
            return self.none()
        own = Q(sent_by_id__in=actor.council_ids) | Q(sent_to_id__in=actor.council_ids)
        return self.filter(own | Q(petition__keeper_id__in=actor.council_ids))


class Misroute(models.Model):
    """A petition went to the wrong door: who sent it, to whom, how long it lay, and whose matter it is (N5)."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="misroutes")
    sent_by = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("nơi chuyển"))
    sent_to = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("nơi nhận nhầm"))
    sent_on = models.DateField(_("ngày chuyển"))
    returned_on = models.DateField(_("ngày trả lại"))
    competent = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan có thẩm quyền")
    )
    competent_name = models.CharField(_("tên cơ quan có thẩm quyền"), max_length=300)
    reason = models.CharField(_("lý do"), max_length=500)
    basis = models.CharField(_("căn cứ"), max_length=300)
    is_down = models.BooleanField(_("cấp dưới giải quyết được"), default=False)

    objects: ClassVar[models.Manager[Misroute]] = models.Manager.from_queryset(MisrouteQuerySet)()

    class Meta:
        verbose_name = _("lần chuyển nhầm")
        verbose_name_plural = _("lần chuyển nhầm")
        ordering = ["-returned_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(returned_on__gte=models.F("sent_on")), name="petitions_misroute_days_in_order"
            ),
            models.CheckConstraint(condition=~Q(competent_name=""), name="petitions_misroute_names_who"),
        ]

    def __str__(self) -> str:
        return f"{self.petition} → {self.competent_name}"

    @property
    def days_lost(self) -> int:
        return (self.returned_on - self.sent_on).days


class FactCheck(models.Model):
    """A fact a voter stated, looked into before the petition goes up: by whom, by which source, with what result."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="facts")
    quote = models.CharField(_("nguyên văn thông tin"), max_length=500)
    verdict = models.CharField(_("kết quả"), max_length=12, choices=FactVerdict)
    correction = models.CharField(_("thông tin đúng"), max_length=500, blank=True)
    source = models.CharField(_("nguồn đối chiếu"), max_length=300)
    by = models.CharField(_("người kiểm tra"), max_length=200)
    on = models.DateField(_("ngày kiểm tra"))
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("kiểm tra thông tin")
        verbose_name_plural = _("kiểm tra thông tin")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(verdict="corrected") | ~Q(correction=""), name="petitions_correction_is_told"
            )
        ]

    def __str__(self) -> str:
        return self.quote


class Assessment(models.Model):
    """What a body of the council, or a voter, holds of an answer. `organ` is empty where a voter was heard."""

    petition = models.ForeignKey(Petition, models.CASCADE, related_name="assessments")
    answer = models.ForeignKey(Answer, models.PROTECT, related_name="assessments", verbose_name=_("trả lời"))
    organ = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan đánh giá")
    )
    heard = models.CharField(_("nghe cử tri bằng cách nào"), max_length=200, blank=True)
    verdict = models.CharField(_("đánh giá"), max_length=6, choices=Appraised)
    text = models.CharField(_("nhận xét"), max_length=1000)
    on = models.DateField(_("ngày"))
    recorded_at = models.DateTimeField(_("ghi lúc"))

    class Meta:
        verbose_name = _("đánh giá câu trả lời")
        verbose_name_plural = _("đánh giá câu trả lời")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(organ__isnull=False) | ~Q(heard=""), name="petitions_assessed_by_somebody"
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]
