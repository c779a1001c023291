"""Who may read the journal."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict, allow_if
from nghitruong.base.subjects import Subject, kind_of


def can_read(actor: Actor) -> Verdict:
    return allow_if(
        actor.has("journal.read"),
        _("Chỉ người kiểm tra nhật ký được đọc toàn bộ nhật ký."),
        _("Người kiểm tra nhật ký"),
    )


def can_read_history(actor: Actor, subject: Subject) -> Verdict:
    """Who may see a record may read its history; the auditor reads every one."""
    kind = kind_of(subject)
    return can_read(actor) | allow_if(
        kind is not None and subject.id in kind.visible(actor, [subject.id]),
        _("Lịch sử chỉ mở cho người được xem hồ sơ này."),
    )
