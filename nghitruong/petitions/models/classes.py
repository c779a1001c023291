"""How answers and matters are classed: fields, and a council's own names for the national outcome classes."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Outcome


class Field(models.Model):
    """A field of life, two levels deep. `council_id` None is the shipped tree; a council may add its own."""

    code = models.CharField(_("mã"), max_length=40)
    name = models.CharField(_("tên"), max_length=160)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    council = models.ForeignKey(Organ, models.PROTECT, null=True, blank=True, related_name="+")
    sort_key = models.CharField(max_length=60)

    class Meta:
        verbose_name = _("lĩnh vực")
        verbose_name_plural = _("lĩnh vực")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["council", "code"], name="petitions_field_once_a_council"),
            models.UniqueConstraint(fields=["code"], condition=models.Q(council=None), name="petitions_field_once"),
        ]

    def __str__(self) -> str:
        return self.name


class OwnClassQuerySet(models.QuerySet["OwnClass"]):
    def visible_to(self, actor: Actor) -> OwnClassQuerySet:
        """As far as the council's own books are seen."""
        if actor.is_system:
            return self
        if actor.membership_id is None or actor.role in {"auditor", "administrator"}:
            return self.none()
        return self.filter(council_id__in=actor.council_ids)

    def running(self) -> OwnClassQuerySet:
        """Those that a new answer may still be given."""
        return self.filter(ended_on__isnull=True)


class OwnClass(models.Model):
    """A council's own class of results; each counts as one national class (law.md 8.4), which may have several.

    Once an answer bears it, its name and its national class stay: it can only be ended.
    """

    council = models.ForeignKey(Organ, models.CASCADE, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    outcome = models.CharField(_("kết quả"), max_length=12, choices=Outcome)
    name = models.CharField(_("tên gọi riêng"), max_length=120)
    ended_on = models.DateField(_("thôi dùng từ ngày"), null=True, blank=True)

    objects: ClassVar[models.Manager[OwnClass]] = models.Manager.from_queryset(OwnClassQuerySet)()

    class Meta:
        verbose_name = _("phân loại riêng")
        verbose_name_plural = _("phân loại riêng")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["council", "outcome", "name"],
                condition=Q(ended_on__isnull=True),
                name="petitions_own_class_named_once",
            ),
            models.CheckConstraint(condition=~Q(name=""), name="petitions_own_class_is_named"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.get_outcome_display()})"
