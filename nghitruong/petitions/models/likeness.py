"""Which petitions are near to each other: the index, and pairs that a person judges."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import RepeatKind, RepeatState
from nghitruong.petitions.models.matters import Petition


class Trait(models.Model):
    """A telling term of a petition as a number: what the index of nearest matters is asked (language.likeness)."""

    pk = models.CompositePrimaryKey("term", "keeper", "petition")
    term = models.IntegerField()
    keeper = models.ForeignKey(Organ, models.PROTECT, related_name="+", db_index=False)
    petition = models.ForeignKey(Petition, models.CASCADE, related_name="traits")

    class Meta:
        verbose_name = _("dấu hiệu so trùng")
        verbose_name_plural = _("dấu hiệu so trùng")

    def __str__(self) -> str:
        return str(self.term)


class RepeatQuerySet(models.QuerySet["Repeat"]):
    def visible_to(self, actor: Actor) -> RepeatQuerySet:
        """Who may see both petitions."""
        seen = Petition.objects.visible_to(actor).values("pk")
        return self if actor.is_system else self.filter(later__in=seen, earlier__in=seen)

    def waiting(self) -> RepeatQuerySet:
        return self.filter(state=RepeatState.PROPOSED)


class Repeat(models.Model):
    """Two petitions that may be about one matter. The machine proposes, a person confirms or rejects."""

    later = models.ForeignKey(Petition, models.CASCADE, related_name="earlier_links", verbose_name=_("kiến nghị sau"))
    earlier = models.ForeignKey(Petition, models.CASCADE, related_name="later_links", verbose_name=_("kiến nghị trước"))
    keeper = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("nơi theo dõi"))
    state = models.CharField(_("trạng thái"), max_length=10, choices=RepeatState, default=RepeatState.PROPOSED)
    kind = models.CharField(_("quan hệ"), max_length=12, choices=RepeatKind, blank=True)
    kind_before = models.CharField(_("quan hệ trước khi gộp"), max_length=12, choices=RepeatKind, blank=True)
    score = models.FloatField(_("độ giống"))
    because = models.JSONField(_("vì sao"), default=list)
    proposed_at = models.DateTimeField(_("đề xuất lúc"))
    decided_at = models.DateTimeField(_("quyết định lúc"), null=True, blank=True)
    decided_by = models.CharField(_("người quyết định"), max_length=300, blank=True)

    objects: ClassVar[models.Manager[Repeat]] = models.Manager.from_queryset(RepeatQuerySet)()

    class Meta:
        verbose_name = _("kiến nghị trùng lặp")
        verbose_name_plural = _("kiến nghị trùng lặp")
        ordering = ["-score", "pk"]
        indexes = [models.Index(fields=["keeper", "state", "-score"], name="petitions_repeat_queue")]
        constraints = [
            models.UniqueConstraint(fields=["later", "earlier"], name="petitions_repeat_once"),
            models.CheckConstraint(condition=~Q(later=models.F("earlier")), name="petitions_repeat_of_another"),
            models.CheckConstraint(
                condition=(Q(state="confirmed") & ~Q(kind="")) | (~Q(state="confirmed") & Q(kind="")),
                name="petitions_repeat_confirmed_as_something",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.later.code} – {self.earlier.code}"
