"""What an organ's people should know: written once, read by each office on its own."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghitruong.organisation.models import Membership, Organ


class Notice(models.Model):
    """One message to one organ. `key` makes it exactly-once."""

    key = models.CharField(max_length=160, unique=True)
    organ = models.ForeignKey(Organ, models.PROTECT, related_name="notices", verbose_name=_("nơi nhận"))
    text = models.CharField(_("nội dung"), max_length=400)
    subject_kind = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    at = models.DateTimeField(_("lúc"), db_index=True)

    class Meta:
        verbose_name = _("thông báo")
        verbose_name_plural = _("thông báo")
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
