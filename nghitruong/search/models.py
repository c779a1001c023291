"""One row a searchable record, and a person's saved filters. The word index is the database's (0002_word_index)."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from nghitruong.base.actor import Actor
from nghitruong.base.subjects import Words
from nghitruong.search.rules import position, prepare


class Indexed(models.Model):
    """`id` is the place in time (rules.position): the newest has the greatest, so the index itself is in order."""

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(_("loại hồ sơ"), max_length=80)
    object_id = models.BigIntegerField(_("mã hồ sơ"))
    council_id = models.BigIntegerField(_("Hội đồng nhân dân"), null=True)
    title = models.CharField(_("tên"), max_length=300)
    body = models.TextField(_("nội dung"), blank=True)
    url = models.CharField(_("đường dẫn"), max_length=300, blank=True)
    folded = models.TextField(_("chữ không dấu"))
    words = models.TextField(_("âm tiết và cặp âm tiết"))
    at = models.DateTimeField(_("lúc"))

    class Meta:
        verbose_name = _("mục tìm kiếm")
        verbose_name_plural = _("mục tìm kiếm")
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_indexed_once")]

    def __str__(self) -> str:
        return self.title

    @classmethod
    def of(cls, kind: str, object_id: int, words: Words, url: str) -> Indexed:
        """Return the row of one record, not yet written."""
        prepared = prepare(kind, words)
        return cls(
            id=position(kind, object_id, words.at),
            kind=kind,
            object_id=object_id,
            council_id=words.council_id,
            title=words.title[:300],
            body=words.body,
            url=url,
            folded=prepared.folded,
            words=prepared.words,
            at=words.at,
        )


class SavedFilterQuerySet(models.QuerySet["SavedFilter"]):
    def visible_to(self, actor: Actor) -> SavedFilterQuerySet:
        """A person sees their own, in whichever office they act."""
        return self.filter(user_id=actor.user_id) if actor.user_id else self.none()


class SavedFilter(models.Model):
    """A list's filter under a name of one's own; list pages show them as tabs."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="saved_filters", verbose_name=_("tài khoản")
    )
    page = models.CharField(_("trang"), max_length=80)
    name = models.CharField(_("tên bộ lọc"), max_length=60)
    query = models.CharField(_("điều kiện"), max_length=1000)

    objects: ClassVar[models.Manager[SavedFilter]] = models.Manager.from_queryset(SavedFilterQuerySet)()

    class Meta:
        verbose_name = _("bộ lọc đã lưu")
        verbose_name_plural = _("bộ lọc đã lưu")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["user", "page", "name"], name="search_filter_once")]

    def __str__(self) -> str:
        return self.name
