"""Reload a row locked before judging it, and see whether somebody was faster."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _

from nghitruong.base.errors import Conflict

M = TypeVar("M", bound=Model)


def locked(record: M, *, version: int | None = None) -> M:
    """Return a fresh copy of `record`, its row locked until the transaction ends.

    With `version` (the number the editor saw), raise Conflict when the row has moved on. Works on SQLite too,
    where the write lock is taken when the transaction begins.
    """
    fresh = type(record)._base_manager.select_for_update(of=("self",)).get(pk=record.pk)
    if version is not None and fresh.version != version:  # type: ignore[attr-defined]
        current = {field.attname: getattr(fresh, field.attname) for field in fresh._meta.concrete_fields}
        raise Conflict(_("Có người khác vừa sửa hồ sơ này. Hai bản được đặt cạnh nhau để đối chiếu."), current)
    return fresh
