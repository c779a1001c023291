"""One row a searchable record. The word index itself is the database's (see migrations)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class Indexed(models.Model):
    kind = models.CharField(max_length=80)
    object_id = models.BigIntegerField()
    council_id = models.BigIntegerField(null=True)
    title = models.CharField(_("tên"), max_length=300)
    body = models.TextField(_("nội dung"), blank=True)
    folded = models.TextField(_("chữ không dấu"))
    at = models.DateTimeField(_("lúc"))

    class Meta:
        verbose_name = _("mục tìm kiếm")
        verbose_name_plural = _("mục tìm kiếm")
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_indexed_once")]

    def __str__(self) -> str:
        return self.title
