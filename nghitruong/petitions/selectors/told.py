"""What a voter is told of their petition at the next meeting: answered by whom, settled or not, what was promised."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q
from django.utils import timezone

from nghitruong.base.actor import Actor
from nghitruong.contacts.models import Opinion
from nghitruong.contacts.rules import Pledge, Told
from nghitruong.language.likeness import features
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import Obligation
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Answer, Petition
from nghitruong.petitions.policies import SUBJECT
from nghitruong.petitions.selectors.likeness import nearest
from nghitruong.petitions.selectors.story import settled_chip

LOOKED_AT = 2000
HINTED, CLOSE = 3, 0.5
"""Matters told while a line is written, and how like they must be: what is hardly like disturbs who writes."""


def told(actor: Actor, opinions: Sequence[Opinion], units: Sequence[int], council_id: int) -> list[Told]:
    """Return the petitions made of these opinions, and those of these communes that came another way.

    A voice joined to another petition is told what became of that one. Three statements whatever their number.
    """
    rows = list(
        Petition.objects.visible_to(actor)
        .real()
        .filter(
            Q(opinion_id__in=[one.pk for one in opinions])
            | Q(opinion=None, unit_id__in=list(units), keeper_id=council_id)
        )
        .select_related("lead", "opinion__point__meeting", "joined_to__lead")
        .order_by("-received_on", "-pk")[:LOOKED_AT]
    )
    return _all_told(rows)


def near(actor: Actor, words: str, place: str) -> list[Told]:
    """Return what became of the earlier petitions nearest to words said at a place, best first; six statements.

    Only what this reader may open anyway; never a voter's name.
    """
    found = nearest(features(words, place), actor, limit=HINTED)
    return _all_told([one.petition for one in found if one.likeness.is_worth_a_look and one.likeness.score >= CLOSE])


def _all_told(rows: Sequence[Petition]) -> list[Told]:
    heads = {(row.joined_to or row).pk for row in rows}
    answers = {
        given.petition_id: given
        for given in Answer.objects.filter(petition_id__in=heads)
        .select_related("organ", "document")
        .order_by("on", "pk")
    }
    pledges: dict[int, list[Pledge]] = {}
    promised = Obligation.objects.filter(subject_kind=SUBJECT, subject_id__in=heads, nature=Nature.COMMITMENT)
    for promise in promised.select_related("debtor").order_by("due_on", "pk"):
        pledge = Pledge(
            promise.what,
            promise.debtor_person or promise.debtor.name,
            promise.due_on,
            str(promise.get_state_display()),
        )
        pledges.setdefault(promise.subject_id, []).append(pledge)
    return [_told(row, answers, pledges) for row in rows]


def _told(row: Petition, answers: dict[int, Answer], pledges: dict[int, list[Pledge]]) -> Told:
    head = row.joined_to or row
    given = answers.get(head.pk)
    chip = settled_chip(head)
    said = row.opinion
    spot = said.answered_on_spot if said and given is None else ""
    lead = head.lead.name if head.lead else ""
    return Told(
        text=said.text if said else row.text,
        said_on=timezone.localdate(said.point.meeting.starts_at) if said else row.received_on,
        where=row.place,
        opinion_id=row.opinion_id,
        unit_id=said.unit_id if said else row.unit_id,
        label=row.code,
        url=row.get_absolute_url(),
        state=str(head.get_state_display()) if given is None else chip.word,
        tone="info" if given is None else chip.tone,
        by=given.organ.name if given else (said.answered_by if said and spot else lead),
        number=given.document.number if given else "",
        answered_on=given.on if given else None,
        answer=given.text if given else spot,
        outcome=str(given.get_outcome_display()) if given else "",
        due_on=None if given else head.due_on,
        on_the_spot=bool(spot),
        is_settled=head.settled_on is not None,
        is_over=head.state in {State.ACCEPTED, State.CLOSED},
        pledges=tuple(pledges.get(head.pk, [])),
    )
