"""The edits of a spreadsheet that came back, applied by the deeds that a person does one by one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from nghitruong.base.actor import Actor
from nghitruong.organisation.models import Organ
from nghitruong.petitions import policies
from nghitruong.petitions.models import Petition
from nghitruong.petitions.rules.edits import RESULT, SORTING, WORDS
from nghitruong.petitions.selectors.edits import Edited
from nghitruong.petitions.selectors.imports import unit_of
from nghitruong.petitions.services.classes import classify_answer
from nghitruong.petitions.services.receive import edit
from nghitruong.petitions.services.sort import sort


@transaction.atomic
def edit_many(*, council: Organ, edited: Sequence[Edited], actor: Actor, at: datetime) -> int:
    """Sửa theo bảng tính: apply the rows of a comparison (selectors.edits) that are to be applied, all or none.

    Each is an edit of its words, a sorting and an own class of its answer, with their own journal lines. Raises
    Conflict where somebody saved a petition since it was compared. Return how many petitions were edited.
    """
    policies.can_import(actor, council).require()
    done = 0
    for one in edited:
        if not one.is_applied or one.petition is None:
            continue
        petition = one.petition
        if any(name in one.values for name in WORDS):
            petition = _reworded(petition, one, actor, at)
        if any(name in one.values for name in SORTING):
            petition = _sorted(petition, one, actor, at)
        if any(name in one.values for name in RESULT):
            classify_answer(petition=petition, own_class=one.values["own_class"], actor=actor, at=at)
        done += 1
    return done


def _reworded(petition: Petition, one: Edited, actor: Actor, at: datetime) -> Petition:
    place = one.values.get("place")
    return edit(
        petition=petition,
        version=petition.version,
        text=one.values.get("text", petition.text),
        place=petition.place if place is None else place,
        unit=petition.unit if place is None else unit_of(place, petition.council),
        voter=one.values.get("voter", petition.voter),
        voices=one.values.get("voices", petition.voices),
        actor=actor,
        at=at,
    )


def _sorted(petition: Petition, one: Edited, actor: Actor, at: datetime) -> Petition:
    field, level = one.values.get("field") or petition.field, one.values.get("level") or petition.level
    assert field is not None  # noqa: S101 -- the comparison has seen it
    return sort(
        petition=petition, version=petition.version, field=field, level=level, lead=petition.lead, actor=actor, at=at
    )
