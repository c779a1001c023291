"""Number series of a body and their registers of each year; who looks into whose registers."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.documents.enums import (
    Direction,
    Nature,
)
from nghitruong.documents.rules import numbering
from nghitruong.organisation.enums import DELEGATE_ROLES, Role
from nghitruong.organisation.models import Organ

INSIDE = DELEGATE_ROLES | {Role.CLERK, Role.UPPER_OFFICE}
"""Roles that sit in the council's own house; an agency's people are outside of it though they answer to it."""


def register_body(organ: Organ) -> Organ:
    """Return the body in whose register an organ's texts stand: the council for its own organs, else itself."""
    return organ.council if organ.kind in numbering.OWN_KINDS and organ.council is not None else organ


def body_symbol(body: Organ) -> str:
    """Return what stands for a body: the usual letters of its kind, its own code, or the initials of its name."""
    usual = numbering.BODY_SYMBOLS.get(body.kind)
    return usual or body.code[:20] or "".join(word[0] for word in body.name.split()).upper()[:12]


def house_of(actor: Actor) -> Q:
    """Say whose registers an office looks into: its council's (people of the house) and its own organ's."""
    own = Q(body_id__in=actor.organ_ids)
    return own | Q(body_id__in=actor.council_ids) if actor.role in INSIDE else own


def is_nobody(actor: Actor) -> bool:
    return actor.membership_id is None or actor.role in {Role.AUDITOR, Role.ADMINISTRATOR}


class Series(models.Model):
    """A row of numbers that begins anew each year (law.md DOC-01). `organ` is the body whose register it is.

    Texts of a council's own organs are numbered in the council's series unless an organ has one of its own (DOC-06).
    `symbol` stands after the type code in a number ("HĐND"), `unit_symbol` after the body's in a letter ("VP").
    """

    organ = models.ForeignKey(Organ, models.PROTECT, related_name="number_series", verbose_name=_("cơ quan"))
    direction = models.CharField(_("chiều"), max_length=4, choices=Direction)
    nature = models.CharField(_("dùng cho"), max_length=10, choices=Nature, default=Nature.GENERAL)
    symbol = models.CharField(_("chữ viết tắt tên cơ quan"), max_length=20)
    unit_symbol = models.CharField(_("chữ viết tắt đơn vị soạn thảo"), max_length=20, blank=True)
    opened_on = models.DateField(_("dùng từ ngày"))

    class Meta:
        verbose_name = _("dãy số")
        verbose_name_plural = _("dãy số")
        ordering = ["organ__sort_key", "direction", "nature"]
        constraints = [
            models.UniqueConstraint(fields=["organ", "direction", "nature"], name="documents_series_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_direction_display()}, {self.get_nature_display()}, {self.organ}"


class YearBook(models.Model):
    """The register of one series in one year; whoever takes a number holds this row locked.

    `taken_over` is the last number of the register kept elsewhere before, where an office began in mid-year: what is
    given here follows it without a gap.
    """

    series = models.ForeignKey(Series, models.PROTECT, related_name="books")
    year = models.PositiveSmallIntegerField(_("năm"))
    last = models.PositiveIntegerField(_("số cuối cùng"), default=0)
    last_on = models.DateField(_("ngày của số cuối cùng"), null=True, blank=True)
    taken_over = models.PositiveIntegerField(_("số cuối cùng của sổ cũ"), default=0)

    class Meta:
        verbose_name = _("sổ của một năm")
        verbose_name_plural = _("sổ của một năm")
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="documents_book_once"),
            models.CheckConstraint(condition=Q(last__gte=F("taken_over")), name="documents_book_goes_on"),
        ]

    def __str__(self) -> str:
        return f"{self.series}, {self.year}"
