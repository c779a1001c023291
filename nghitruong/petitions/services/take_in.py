"""Take in a file that an office already has: every row accounted for, the same file twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.locking import locked
from nghitruong.contacts.models import Point
from nghitruong.documents.models import StoredFile
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.models import ImportBatch, Petition
from nghitruong.petitions.rules import Note, voices
from nghitruong.petitions.selectors.imports import ACCEPT, MOST_AT_ONCE, REJECT, UNCHANGED, Planned, noted
from nghitruong.petitions.services.receive import receive_many
from nghitruong.petitions.services.repeats import propose_repeats


@transaction.atomic
def take_in(
    *,
    council: Organ,
    name: str,
    planned: list[Planned],
    notes: Sequence[Note] = (),
    point: Point | None = None,
    file: StoredFile | None = None,
    told: Callable[[int], None] = lambda _done: None,
    actor: Actor,
    at: datetime,
) -> ImportBatch:
    """Nhập tệp: receive the accepted rows of a plan (selectors.imports.plan) in one transaction.

    `told` hears how many are in after each piece; what it raises (a person cancels) takes the whole import back.
    What has come into the register since the plan was made is unchanged. More than MOST_AT_ONCE rows are searched and
    compared afterwards (services.catch_up). The petitions received are found by `batch.petitions`. Rows = accepted + unchanged + rejected. What a file says of field, competence, answer and agency is kept with
    each petition as its source says it, for a person to sort.
    """
    policies.can_import(actor, council).require()
    planned = _still_new(locked(council), planned)
    accepted = sum(p.verdict == ACCEPT for p in planned)
    is_long = accepted > MOST_AT_ONCE
    rejected = [
        {"row": p.row.number, "reason": p.reason, "values": p.row.values} for p in planned if p.verdict == REJECT
    ]
    batch = ImportBatch.objects.create(
        council=council,
        point=point,
        file=file,
        name=name[:255],
        at=at,
        by=actor.name,
        rows=len(planned),
        accepted=accepted,
        unchanged=sum(p.verdict == UNCHANGED for p in planned),
        rejected=rejected,
        notes=[noted(note) for note in notes],
        indexed_to=0 if is_long else None,
        compared_to=0 if is_long else None,
    )
    drafts = (_draft(batch, row) for row in planned if row.verdict == ACCEPT and row.on is not None)
    receive_many(council=council, drafts=drafts, actor=actor, at=at, told=told, is_indexed=not is_long)
    if not is_long:
        received = batch.petitions.select_related("unit", "keeper__unit", "council__unit").order_by("pk")
        propose_repeats(petitions=received, actor=actor, at=at)
    audit.record(
        deed="petition.take_in",
        subject=batch,
        actor=actor,
        at=at,
        council_id=council.pk,
        changes={
            "tệp": batch.name,
            "số dòng": batch.rows,
            "đã nhận": batch.accepted,
            "không đổi": batch.unchanged,
            "bị loại": len(rejected),
            "ghi chú trong tệp": len(notes),
        },
    )
    return batch


def _still_new(council: Organ, planned: list[Planned]) -> list[Planned]:
    """Judge again, the council's series locked, what somebody else may have taken in meanwhile."""
    known = set(Petition.objects.filter(council=council).exclude(fingerprint="").values_list("fingerprint", flat=True))
    return [replace(p, verdict=UNCHANGED) if p.verdict == ACCEPT and p.fingerprint in known else p for p in planned]


def _draft(batch: ImportBatch, planned: Planned) -> Petition:
    row = planned.row
    assert planned.on is not None  # noqa: S101 -- an accepted row has a day
    source = {name: value for name, value in {**row.values, **row.extra}.items() if value and name != "text"}
    return Petition(
        text=row.get("text").strip(),
        received_on=planned.on,
        channel=planned.channel,
        point=batch.point,
        session=batch.point.round.session if batch.point else None,
        unit=planned.unit,
        place=row.get("place")[:300],
        voter=row.get("voter")[:200],
        voices=voices(row),
        source_ref=row.get("ref")[:80],
        source=source,
        fingerprint=planned.fingerprint,
        batch=batch,
    )
