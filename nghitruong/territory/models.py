"""Administrative units with their periods. Identity is unit + period: never the code, never the name alone."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.territory.enums import Extent, Level, UnitType
from nghitruong.territory.rules import TYPE_WORDS, bare


class UnitQuerySet(models.QuerySet["Unit"]):
    def visible_to(self, actor: Actor) -> UnitQuerySet:  # noqa: ARG002 -- the same question everywhere
        """All of them: which units there are is public knowledge."""
        return self.all()

    def on(self, day: date) -> UnitQuerySet:
        """Units that stand on this day."""
        return self.filter(Q(valid_from__isnull=True) | Q(valid_from__lte=day)).filter(
            Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )

    def with_ancestors(self) -> UnitQuerySet:
        """With the units they lie in, so that full names cost no further query."""
        return self.select_related("parent__parent")


class Unit(models.Model):
    """One unit in one period. `parent` is what it lies in now, or lay in when it ended; before: `Placement`."""

    code = models.CharField(_("mã"), max_length=5, db_index=True)
    name = models.CharField(_("tên"), max_length=120)
    level = models.CharField(_("cấp"), max_length=10, choices=Level)
    type = models.CharField(_("loại"), max_length=14, choices=UnitType)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("trực thuộc")
    )
    valid_from = models.DateField(_("có từ ngày"), null=True, blank=True)
    valid_to = models.DateField(_("đến hết ngày"), null=True, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=200, blank=True)
    folded = models.CharField(_("tên không dấu"), max_length=160, db_index=True)
    sort_key = models.CharField(_("khóa sắp xếp"), max_length=200, db_index=True)
    latitude = models.FloatField(_("vĩ độ"), null=True, blank=True)
    longitude = models.FloatField(_("kinh độ"), null=True, blank=True)
    by_hand = models.BooleanField(_("do người quản trị ghi"), default=False)
    version = models.PositiveIntegerField(_("lần sửa"), default=1)

    objects: ClassVar[models.Manager[Unit]] = models.Manager.from_queryset(UnitQuerySet)()

    class Meta:
        verbose_name = _("đơn vị hành chính")
        verbose_name_plural = _("đơn vị hành chính")
        ordering = ["sort_key"]
        constraints = [
            models.UniqueConstraint(fields=["level", "code", "valid_from"], name="territory_unit_code_and_period"),
            models.UniqueConstraint(
                fields=["level", "code"],
                condition=Q(valid_from__isnull=True),
                name="territory_unit_code_without_start",
            ),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_from__lte=models.F("valid_to")),
                name="territory_unit_period_in_order",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("territory:detail", args=[self.pk])

    @property
    def bare_name(self) -> str:
        """The name without its type word: Đức Phổ."""
        return bare(self.name, self.type)

    @property
    def in_text(self) -> str:
        """The name as it stands inside a sentence: phường Đức Phổ."""
        return f"{TYPE_WORDS[self.type]} {self.bare_name}"

    def stands_on(self, day: date) -> bool:
        """Say whether the unit exists on this day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


class Succession(models.Model):
    """`predecessor` went, wholly or in part, into `successor` on a day, by a text."""

    predecessor = models.ForeignKey(Unit, models.PROTECT, related_name="successions", verbose_name=_("đơn vị trước"))
    successor = models.ForeignKey(Unit, models.PROTECT, related_name="origins", verbose_name=_("đơn vị kế thừa"))
    extent = models.PositiveSmallIntegerField(_("phạm vi"), choices=Extent, default=Extent.WHOLE)
    on = models.DateField(_("từ ngày"))
    basis = models.CharField(_("căn cứ"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("kế thừa đơn vị hành chính")
        verbose_name_plural = _("kế thừa đơn vị hành chính")
        constraints = [
            models.UniqueConstraint(fields=["predecessor", "successor"], name="territory_succession_once"),
            models.CheckConstraint(
                condition=~Q(predecessor=models.F("successor")), name="territory_succession_between_two"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.predecessor} → {self.successor}"


class Placement(models.Model):
    """What a unit lay in before its present `parent`: a commune outlives a province that became a city."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="placements", verbose_name=_("đơn vị"))
    parent = models.ForeignKey(Unit, models.PROTECT, related_name="former_children", verbose_name=_("trực thuộc"))
    valid_to = models.DateField(_("đến hết ngày"))

    class Meta:
        verbose_name = _("trực thuộc trước đây")
        verbose_name_plural = _("trực thuộc trước đây")
        constraints = [models.UniqueConstraint(fields=["unit", "valid_to"], name="territory_placement_once")]

    def __str__(self) -> str:
        return f"{self.unit} ({self.parent})"
