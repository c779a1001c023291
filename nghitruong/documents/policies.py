"""Who may keep files and hang documents on a matter: whoever acts; the matter's own deed judges further."""

from __future__ import annotations

from django.utils.translation import gettext as _

from nghitruong.base import subjects
from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict, allow_if
from nghitruong.base.subjects import Subject
from nghitruong.documents.models import Document
from nghitruong.organisation.enums import Role

READERS = frozenset({Role.AUDITOR, Role.ADMINISTRATOR})


def can_store(actor: Actor) -> Verdict:
    return allow_if(
        actor.is_system or actor.membership_id, _("Chỉ người đang giữ một chức vụ mới được tải tệp lên.")
    ) & allow_if(actor.role not in READERS, _("Chức vụ này không thay đổi hồ sơ, nên không tải tệp lên."))


def can_attach(actor: Actor) -> Verdict:
    return can_store(actor)


def can_download(actor: Actor, document: Document) -> Verdict:
    """A document is seen by whoever sees the matter it belongs to."""
    subject = Subject(document.subject_kind, document.subject_id)
    kind = subjects.kind_of(subject)
    return allow_if(
        actor.is_system or (kind is not None and subject.id in kind.visible(actor, [subject.id])),
        _("Văn bản này thuộc hồ sơ mà chức vụ hiện tại không được xem."),
    )
