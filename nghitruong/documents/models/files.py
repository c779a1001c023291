"""Files kept by content, and documents with number, date and abstract that hang on a subject."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from nghitruong.documents.enums import DocumentKind
from nghitruong.organisation.models import Organ


class StoredFile(models.Model):
    """Bytes under FILES_ROOT by their SHA-256; the name given by the sender is only a label."""

    sha256 = models.CharField(max_length=64, unique=True)
    size = models.PositiveBigIntegerField(_("cỡ"))
    mime = models.CharField(_("loại tệp"), max_length=120)
    name = models.CharField(_("tên tệp"), max_length=255)

    class Meta:
        verbose_name = _("tệp")
        verbose_name_plural = _("tệp")

    def __str__(self) -> str:
        return self.name


class Document(models.Model):
    """A document of a matter. `kind`/`object_id` point at the subject it belongs to."""

    subject_kind = models.CharField(max_length=80)
    subject_id = models.BigIntegerField()
    council = models.ForeignKey(Organ, models.PROTECT, related_name="+", verbose_name=_("Hội đồng nhân dân"))
    deed = models.CharField(_("việc"), max_length=80, blank=True)
    kind = models.CharField(_("loại văn bản"), max_length=12, choices=DocumentKind)
    number = models.CharField(_("số, ký hiệu"), max_length=60, blank=True)
    signed_on = models.DateField(_("ngày ký"), null=True, blank=True)
    abstract = models.CharField(_("trích yếu"), max_length=500)
    organ = models.ForeignKey(
        Organ, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("cơ quan ban hành")
    )
    signer = models.CharField(_("người ký"), max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, verbose_name=_("tệp"))
    added_at = models.DateTimeField(_("đưa vào lúc"))

    class Meta:
        verbose_name = _("văn bản")
        verbose_name_plural = _("văn bản")
        indexes = [models.Index(fields=["subject_kind", "subject_id"], name="documents_subject")]

    def __str__(self) -> str:
        return self.number or self.abstract
