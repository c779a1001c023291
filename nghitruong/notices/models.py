"""What an organ's people should know: written once, read by each office on its own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.organisation.enums import OrganKind, Role
from nghitruong.organisation.models import Membership, Organ


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, actor: Actor) -> NoticeQuerySet:
        """Notices to the organs in whose name the office acts; a council's office also opens its council's post."""
        if actor.membership_id is None or actor.role in {Role.AUDITOR, Role.ADMINISTRATOR}:
            return self.none()
        mine = Q(organ_id__in=actor.organ_ids)
        if actor.has("petitions.keep"):
            mine |= Q(organ_id__in=actor.council_ids)
            mine |= Q(organ__council_id__in=actor.council_ids, organ__kind=OrganKind.STANDING)
        return self.filter(mine)


class Notice(models.Model):
    """One message to one organ. `key` makes it exactly-once."""

    key = models.CharField(max_length=160, unique=True)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="notices", verbose_name=_("nơi nhận"))
    text = models.CharField(_("nội dung"), max_length=400)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    at = models.DateTimeField(_("lúc"), db_index=True)

    objects: ClassVar[models.Manager[Notice]] = models.Manager.from_queryset(NoticeQuerySet)()

    class Meta:
        verbose_name = _("thông báo")
        verbose_name_plural = _("thông báo")
        indexes = [models.Index(fields=["organ", "-at"], name="notices_organ_newest")]
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.text


class Reading(models.Model):
    """Up to which moment an office has read its notices."""

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="reading")
    read_at = models.DateTimeField(_("đã đọc đến"))

    class Meta:
        verbose_name = _("lần đọc thông báo")
        verbose_name_plural = _("lần đọc thông báo")

    def __str__(self) -> str:
        return str(self.read_at)
