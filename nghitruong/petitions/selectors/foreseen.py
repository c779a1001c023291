"""Which rows of a file would stand beside an earlier petition, or an earlier row, once they are taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nghitruong.base.actor import Actor
from nghitruong.language.likeness import Features, Likeness, Nearest, compare, score
from nghitruong.organisation.models import Organ
from nghitruong.petitions.models import Petition
from nghitruong.petitions.rules import FileRow
from nghitruong.petitions.selectors.imports import ACCEPT, Planned
from nghitruong.petitions.selectors.likeness import FIRST, LEAST, LOOKED_AT, read, repeats_of

AFTER_ALL = 10**15
"""Numbers for rows not yet in the register: whatever came on the same day came before them."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a row is near to: a petition of the register, or an earlier row of the file."""

    likeness: Likeness
    petition: Petition | None = None
    row: FileRow | None = None

    @property
    def percent(self) -> int:
        return round(100 * self.likeness.score)


def foresee(planned: Sequence[Planned], *, council: Organ, actor: Actor) -> dict[int, Foreseen]:
    """Return by place in `planned` the nearest known matter of each row that would be accepted, where a person
    should look at both: what services.take_in proposes once the rows are in. Two statements a row at most.
    """
    drafts = {
        AFTER_ALL + place: _draft(AFTER_ALL + place, row, council)
        for place, row in enumerate(planned)
        if row.verdict == ACCEPT
    }
    found = {place: Foreseen(likeness, row=planned[other].row) for place, other, likeness in _of_itself(drafts)}
    for later, near in repeats_of(drafts.values(), actor):
        draft, known = (later, near.petition) if later.pk in drafts else (near.petition, later)
        place = draft.pk - AFTER_ALL
        if place not in found or near.likeness.score >= found[place].likeness.score:
            found[place] = Foreseen(near.likeness, petition=known)
    return found


def _draft(number: int, planned: Planned, council: Organ) -> Petition:
    row = planned.row
    assert planned.on is not None  # noqa: S101 -- an accepted row has a day
    return Petition(
        pk=number, council=council, keeper=council, text=row.get("text"), place=row.get("place")[:300],
        unit=planned.unit, received_on=planned.on, source={"answer": row.get("answer")},
    )  # fmt: skip


def _of_itself(drafts: dict[int, Petition]) -> list[tuple[int, int, Likeness]]:
    """Return (place, place of an earlier row, likeness), the nearest of each row; no statement."""
    index, places, found = Nearest(), list[int](), list[tuple[int, int, Likeness]]()
    for draft in sorted(drafts.values(), key=lambda one: (one.received_on, one.pk)):
        asked = read(draft)
        if near := _nearest(asked, index):
            found.append((draft.pk - AFTER_ALL, places[near[0]], near[1]))
        index.add(asked)
        places.append(draft.pk - AFTER_ALL)
    return found


def _nearest(asked: Features, index: Nearest) -> tuple[int, Likeness] | None:
    scored = ((score(asked, index.rows[place]), place) for place in index.candidates(asked)[:LOOKED_AT])
    best = sorted((one for one in scored if one[0] >= LEAST), reverse=True)[:FIRST]
    compared = ((place, compare(asked, index.rows[place])) for _score, place in best)
    return next((one for one in compared if one[1].is_worth_a_look), None)
