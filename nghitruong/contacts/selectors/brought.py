"""What a delegate brings to the next meeting: what was asked here before, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from nghitruong.base.actor import Actor
from nghitruong.contacts import rules
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion, Point
from nghitruong.contacts.rules import Told

LOOKED_AT = 2000
MOST = 60
"""Matters told at one place: more than anybody reads out in a hall."""


@dataclass(frozen=True, slots=True)
class Brought:
    """The matters of one place. `is_whole_unit`: nothing is known of its hamlets, so the whole commune is told.

    `left_off` older matters do not fit on the paper.
    """

    point: Point
    rows: list[Told] = field(default_factory=list)
    is_whole_unit: bool = False
    left_off: int = 0

    @property
    def settled(self) -> int:
        return sum(1 for row in self.rows if row.is_settled)

    @property
    def answered(self) -> int:
        return sum(1 for row in self.rows if row.answered_on or row.on_the_spot)

    @property
    def promised(self) -> int:
        return sum(1 for row in self.rows if row.pledges)


def brought(actor: Actor, points: Sequence[Point]) -> list[Brought]:
    """Return for each point (loaded with round and meeting) what was asked at its place before its day.

    All that was asked at the last meeting there, and of older matters those not over yet. Three or four
    statements whatever the number of points; looks at the newest two thousand petitions of the council.
    """
    if not points:
        return []
    council_id = points[0].round.council_id
    units = {point.meeting.unit_id for point in points if point.meeting.unit_id}
    said = list(
        Opinion.objects.visible_to(actor)
        .filter(
            kind=OpinionKind.PETITION,
            point__round__council_id=council_id,
            point__meeting__starts_at__lt=max(point.meeting.starts_at for point in points),
        )
        .select_related("point__meeting")
        .order_by("-point__meeting__starts_at", "seq")[:LOOKED_AT]
    )
    became = rules.became(actor, said, sorted(units), council_id)
    by_opinion = {told.opinion_id: told for told in became if told.opinion_id}
    known = [by_opinion.get(one.pk) or _bare(one) for one in said]
    known += [told for told in became if told.opinion_id is None]
    return [_at(point, known, {one.pk: one for one in said}) for point in points]


def _bare(said: Opinion) -> Told:
    """Tell of an opinion that has not been taken into a register: only what was answered on the spot."""
    return Told(
        text=said.text,
        said_on=timezone.localdate(said.point.meeting.starts_at),
        where=said.hamlet or said.point.hamlets,
        opinion_id=said.pk,
        unit_id=said.unit_id,
        by=said.answered_by,
        answer=said.answered_on_spot,
        on_the_spot=bool(said.answered_on_spot),
        url=said.get_absolute_url(),
    )


def _places(told: Told, by_pk: dict[int, Opinion]) -> set[str]:
    said = by_pk.get(told.opinion_id or 0)
    if said is None:
        return {told.where.casefold()}
    return {said.hamlet.casefold(), *(name.casefold() for name in rules.hamlets(said.point.hamlets))}


def _at(point: Point, known: list[Told], by_pk: dict[int, Opinion]) -> Brought:
    day = timezone.localdate(point.meeting.starts_at)
    here = [told for told in known if told.said_on < day and told.unit_id == point.meeting.unit_id]
    names = {name.casefold() for name in rules.hamlets(point.hamlets)}
    near = [told for told in here if rules.is_near(names, _places(told, by_pk))]
    rows = _worth_telling(near or here)
    return Brought(point, rows[:MOST], is_whole_unit=not near and bool(here), left_off=max(0, len(rows) - MOST))


def _worth_telling(here: list[Told]) -> list[Told]:
    last: date | None = max((told.said_on for told in here if told.opinion_id), default=None)
    rows = [told for told in here if not told.is_over or last is None or told.said_on >= last]
    return sorted(rows, key=lambda told: told.said_on, reverse=True)
