"""The queue of proposed repeats, the chain of one matter and its voices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db import connection
from django.db.models import F, Q

from nghitruong.base.actor import Actor
from nghitruong.language.likeness import SaysRepeated, matching, says_repeated
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from nghitruong.petitions.enums import RepeatState
from nghitruong.petitions.models import Petition, Repeat, RepeatQuerySet
from nghitruong.petitions.policies import SUBJECT, can_merge
from nghitruong.petitions.selectors.likeness import Near, nearest, read
from nghitruong.petitions.selectors.lists import CHAIN
from nghitruong.petitions.selectors.story import answered_chip, outcome_chip, settled_chip
from nghitruong.ui.rules import Chip

NEAR_TO_MERGE = 5


@dataclass(frozen=True, slots=True)
class Side:
    """One petition of a pair: its words with those the other has too, and what became of it."""

    petition: Petition
    spans: list[tuple[int, int]]
    answered: Chip
    settled: Chip
    outcome: Chip | None
    promises: list[Obligation] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposed repeat as a person judges it: the petition, the earlier one, and what speaks for it."""

    repeat: Repeat
    later: Side
    earlier: Side
    said: SaysRepeated | None

    @property
    def percent(self) -> int:
        return round(100 * self.repeat.score)


@dataclass(frozen=True, slots=True)
class Chain:
    """All petitions of one matter that the reader may see: asked again (`asked`, oldest first) and its `voices`."""

    asked: list[Side]
    voices: list[Petition]

    @property
    def times(self) -> int:
        return len(self.asked)

    @property
    def since(self) -> int:
        return self.asked[0].petition.received_on.year

    def holds(self, petition: Petition) -> bool:
        """Say whether a petition is of this matter already."""
        return petition.pk in {one.petition.pk for one in self.asked} | {one.pk for one in self.voices}

    @property
    def heard(self) -> int:
        """Return how many people raised it, in all places."""
        return sum(one.voices for one in self.voices)


def queue(actor: Actor, *, batch: int | None = None) -> RepeatQuerySet:
    """Return the pairs that wait for a look, nearest first, in councils whose register this office keeps.

    `batch` narrows to what one import brought.
    """
    rows = Repeat.objects.visible_to(actor).waiting().filter(Q(later__joined_to__isnull=True))
    if not actor.is_system:
        rows = rows.filter(keeper_id__in=actor.council_ids, earlier__keeper_id__in=actor.council_ids)
    if batch is not None:
        rows = rows.filter(Q(later__batch_id=batch) | Q(earlier__batch_id=batch))
    return rows.select_related(
        "later__keeper__unit", "later__council__unit", "later__unit", "later__lead",
        "earlier__keeper__unit", "earlier__council__unit", "earlier__unit", "earlier__lead",
    )  # fmt: skip


def pair(repeat: Repeat) -> Pair:
    """Return one proposed repeat side by side; three statements."""
    later, earlier = repeat.later, repeat.earlier
    promises = _promises([later.pk, earlier.pk])
    first, second = read(later), read(earlier)
    return Pair(
        repeat,
        _side(later, matching(later.text, second), promises),
        _side(earlier, matching(earlier.text, first), promises),
        says_repeated(later.text),
    )


def chain(petition: Petition, actor: Actor) -> Chain | None:
    """Return the matter this petition belongs to, None where it stands alone. One statement where it does."""
    with connection.cursor() as cursor:
        cursor.execute(CHAIN, [petition.pk])
        ids = [row[0] for row in cursor.fetchall()]
    if len(ids) < 2:
        return None
    rows = list(
        Petition.objects.visible_to(actor)
        .filter(pk__in=ids)
        .select_related("unit", "lead", "keeper", "joined_to")
        .order_by("received_on", "pk")
    )
    promises = _promises(ids)
    head = petition.joined_to or petition
    return Chain(
        asked=[_side(one, [], promises) for one in rows if one.joined_to_id is None],
        voices=[one for one in rows if head.pk in (one.pk, one.joined_to_id)],
    )


def became(found: Sequence[Near]) -> list[Side]:
    """Return near petitions with what became of each; one statement."""
    promises = _promises([one.petition.pk for one in found]) if found else {}
    return [_side(one.petition, [], promises) for one in found]


def mergeable(petition: Petition, actor: Actor) -> list[Side]:
    """Return the nearest petitions of the same register that this one may be merged into, with what became of each."""
    found = nearest(read(petition), actor, limit=NEAR_TO_MERGE, but=[petition.pk], councils=[petition.keeper_id])
    return became([one for one in found if one.likeness.is_worth_a_look and can_merge(actor, petition, one.petition)])


def waiting_for(petition: Petition, actor: Actor) -> Repeat | None:
    """Return the nearest pair of this petition that waits for a look."""
    return queue(actor).filter(later=petition).first()


def judged(petition: Petition, actor: Actor) -> tuple[Repeat | None, list[Repeat]]:
    """Return (the nearest pair that waits for a look, the pairs that somebody has judged, latest first).

    What was judged can be looked at again. One statement, whatever the number of pairs.
    """
    rows = list(
        Repeat.objects.visible_to(actor)
        .filter(Q(later=petition) | Q(earlier=petition))
        .select_related("later", "earlier")
        .order_by(F("decided_at").desc(nulls_last=True), "-score", "pk")
    )
    waiting = None
    if petition.joined_to_id is None and (actor.is_system or petition.keeper_id in actor.council_ids):
        waiting = next((one for one in rows if _waits(one, petition, actor)), None)
    return waiting, [one for one in rows if one.state != RepeatState.PROPOSED][:20]


def _waits(repeat: Repeat, petition: Petition, actor: Actor) -> bool:
    """Say whether a pair stands in this office's queue for its later petition."""
    is_own = actor.is_system or {repeat.keeper_id, repeat.earlier.keeper_id} <= actor.council_ids
    return repeat.state == RepeatState.PROPOSED and repeat.later_id == petition.pk and is_own


def _side(petition: Petition, spans: list[tuple[int, int]], promises: dict[int, list[Obligation]]) -> Side:
    return Side(
        petition,
        spans,
        answered_chip(petition),
        settled_chip(petition),
        outcome_chip(petition.outcome) if petition.outcome else None,
        promises.get(petition.pk, []),
    )


def _promises(ids: Iterable[int]) -> dict[int, list[Obligation]]:
    found: dict[int, list[Obligation]] = {}
    rows = Obligation.objects.filter(subject_kind=SUBJECT, subject_id__in=list(ids), nature=Nature.COMMITMENT)
    for promise in rows.select_related("debtor").order_by("due_on", "pk"):
        found.setdefault(promise.subject_id, []).append(promise)
    return found
