"""The journal: append-only, hash-chained, written in the same transaction as the deed."""

from __future__ import annotations

from datetime import UTC
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Entry(models.Model):
    """One line: who, in which office, did what, to which record, when. Names are text: they outlive records."""

    seq = models.BigIntegerField(_("số thứ tự"), primary_key=True)
    at = models.DateTimeField(_("thời điểm"), db_index=True)
    deed = models.CharField(_("việc"), max_length=80, db_index=True)
    kind = models.CharField(_("loại hồ sơ"), max_length=80)
    object_id = models.BigIntegerField(_("mã hồ sơ"))
    label = models.CharField(_("hồ sơ"), max_length=300)
    council_id = models.BigIntegerField(_("Hội đồng nhân dân"), null=True, db_index=True)
    user_id = models.BigIntegerField(_("tài khoản"), null=True)
    membership_id = models.BigIntegerField(_("chức vụ"), null=True)
    actor = models.CharField(_("người thực hiện"), max_length=200)
    office = models.CharField(_("với tư cách"), max_length=300)
    request_id = models.CharField(_("số yêu cầu"), max_length=40, blank=True)
    changes = models.JSONField(_("thay đổi"), default=dict)
    previous = models.CharField(_("mã băm trước"), max_length=64)
    digest = models.CharField(_("mã băm"), max_length=64)

    class Meta:
        verbose_name = _("dòng nhật ký")
        verbose_name_plural = _("nhật ký")
        ordering = ["-seq"]
        indexes = [models.Index(fields=["kind", "object_id", "seq"], name="audit_entry_subject")]

    def __str__(self) -> str:
        return f"{self.seq} {self.deed} {self.label}"

    def values(self) -> dict[str, Any]:
        """Return what the hash covers, in a form equal on both databases."""
        return {
            "seq": self.seq,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "deed": self.deed,
            "kind": self.kind,
            "object_id": self.object_id,
            "label": self.label,
            "council_id": self.council_id,
            "user_id": self.user_id,
            "membership_id": self.membership_id,
            "actor": self.actor,
            "office": self.office,
            "request_id": self.request_id,
            "changes": self.changes,
        }


class Head(models.Model):
    """The chain's last link, in one row that every writer locks."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    seq = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64, default="0" * 64)

    class Meta:
        verbose_name = _("đầu chuỗi nhật ký")
        verbose_name_plural = _("đầu chuỗi nhật ký")
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="audit_head_is_one_row")]

    def __str__(self) -> str:
        return str(self.seq)
