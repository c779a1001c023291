"""Take a whole import back: what nobody has worked on since leaves the register, the rest stays and is named."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.locking import locked
from nghitruong.base.official import official_language
from nghitruong.petitions import policies
from nghitruong.petitions.models import ImportBatch, Petition
from nghitruong.petitions.selectors.moved_on import moved_on
from nghitruong.search import services as search

AT_ONCE = 500


@transaction.atomic
def undo_import(*, batch: ImportBatch, actor: Actor, at: datetime) -> ImportBatch:
    """Hoàn tác lần nhập: withdraw the petitions of an import within 30 days.

    Those that have moved on since (sorted, edited, joined, answered …) stay in the register and are listed in
    `batch.kept` as {"code", "reason"}. The journal keeps the codes withdrawn; the file may be taken in again.
    """
    policies.can_undo_import(actor, batch, at).require()
    batch = locked(batch)
    policies.can_undo_import(actor, batch, at).require()
    list(batch.petitions.select_for_update().order_by("pk").values_list("pk", flat=True))
    with official_language():  # the reasons are kept
        kept = moved_on(batch)
    rows = batch.petitions.exclude(pk__in=kept).order_by("pk").values_list("pk", "code")
    gone = dict(rows)
    ids = list(gone)
    for start in range(0, len(ids), AT_ONCE):
        Petition.objects.filter(pk__in=ids[start : start + AT_ONCE]).delete()
        search.index_many(kind=policies.SUBJECT, ids=ids[start : start + AT_ONCE])
    codes = dict(batch.petitions.values_list("pk", "code"))
    batch.undone_at, batch.undone_by, batch.undone = at, actor.name[:200], len(gone)
    batch.kept = [{"id": pk, "code": codes[pk], "reason": reason} for pk, reason in kept.items()]
    batch.save(update_fields=["undone_at", "undone_by", "undone", "kept"])
    audit.record(
        deed="petition.undo_import",
        subject=batch,
        actor=actor,
        at=at,
        council_id=batch.council_id,
        changes={
            "tệp": batch.name,
            "đã rút khỏi sổ": len(gone),
            "các mã": list(gone.values()),
            "giữ lại": [f"{one['code']}: {one['reason']}" for one in batch.kept],
        },
    )
    return batch
