"""A council's own wording of a kind of document: kept in versions, judged before it is taken."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.documents import policies
from nghitruong.documents.models import OfficeTemplate
from nghitruong.documents.rules.kinds import kind_of_key, lists_of, slots_of
from nghitruong.documents.rules.templates import check_template
from nghitruong.documents.services.storing import path_of, store


@transaction.atomic
def keep_template(*, kind: str, name: str, content: bytes, actor: Actor, at: datetime) -> OfficeTemplate:
    """Dùng mẫu riêng: take an office's Word template for a kind; the version before it is kept, no longer in use.

    Raises Invalid, in words, for unknown placeholders, code, macros, remote templates and whatever links outside.
    """
    policies.can_keep_template(actor).require()
    given = kind_of_key(kind)
    used = check_template(name, content, slots_of(given), lists_of(given))
    file = store(name=name, content=content, actor=actor, at=at)
    versions = OfficeTemplate.objects.select_for_update().filter(council_id=actor.council_id, kind=kind)
    last = versions.order_by("-version").first()
    versions.in_use().update(ended_at=at)
    kept = OfficeTemplate.objects.create(
        council_id=actor.council_id or 0,  # the verdict saw that there is one
        kind=kind,
        version=last.version + 1 if last else 1,
        file=file,
        by=actor.name,
        added_at=at,
    )
    audit.record(
        deed="template.keep",
        subject=kept,
        actor=actor,
        at=at,
        changes={"loại văn bản": given.label, "bản": kept.version, "tên tệp": name, "số chỗ điền": len(used)},
    )
    return kept


@transaction.atomic
def restore_template(*, kind: str, actor: Actor, at: datetime) -> bool:
    """Dùng lại mẫu gốc: end the use of a council's own template; return whether there was one. Versions are kept."""
    policies.can_keep_template(actor).require()
    given = kind_of_key(kind)
    used = OfficeTemplate.objects.select_for_update().filter(council_id=actor.council_id, kind=kind).in_use().first()
    if used is None:
        return False
    used.ended_at = at
    used.save(update_fields=["ended_at"])
    changes: dict[str, object] = {"loại văn bản": given.label, "bản thôi dùng": used.version}
    audit.record(deed="template.restore", subject=used, actor=actor, at=at, changes=changes)
    return True


def template_content(*, council_id: int, kind: str) -> bytes | None:
    """Return the bytes of the template a council uses for a kind, None where it uses the product's own."""
    used = OfficeTemplate.objects.filter(council_id=council_id, kind=kind).in_use().select_related("file").first()
    return path_of(sha256=used.file.sha256).read_bytes() if used else None
