"""Word templates of a council: one in use for a kind, the earlier ones kept."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.documents.models.files import StoredFile
from nghitruong.organisation.models import Organ


class OfficeTemplateQuerySet(models.QuerySet["OfficeTemplate"]):
    """Templates hold an office's wording, no matters; each office sees its own council's."""

    def visible_to(self, actor: Actor) -> OfficeTemplateQuerySet:
        return self.filter(council_id=actor.council_id) if actor.council_id else self.none()

    def in_use(self) -> OfficeTemplateQuerySet:
        return self.filter(ended_at=None)


class OfficeTemplate(models.Model):
    """One version of a kind's template. `kind` is a key of rules.kinds; `ended_at` empty: documents are made of it."""

    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    kind = models.CharField(_("loại văn bản"), max_length=40)
    version = models.PositiveIntegerField(_("bản"))
    file = models.ForeignKey(StoredFile, models.PROTECT, verbose_name=_("tệp"))
    by = models.CharField(_("người đưa vào"), max_length=200)
    added_at = models.DateTimeField(_("đưa vào lúc"))
    ended_at = models.DateTimeField(_("thôi dùng lúc"), null=True, blank=True)

    objects = OfficeTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = _("mẫu văn bản")
        verbose_name_plural = _("mẫu văn bản")
        ordering = ["-version"]
        constraints = [
            models.UniqueConstraint(fields=["council", "kind", "version"], name="documents_template_version"),
            models.UniqueConstraint(
                fields=["council", "kind"], condition=models.Q(ended_at=None), name="documents_template_one_in_use"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind}, {self.version}"
