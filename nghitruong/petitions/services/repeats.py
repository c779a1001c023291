"""One matter, not many: the machine proposes, a person confirms; every step can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from nghitruong.audit import services as audit
from nghitruong.base.actor import Actor
from nghitruong.base.errors import Invalid
from nghitruong.base.locking import locked
from nghitruong.petitions import policies
from nghitruong.petitions.enums import RepeatKind, RepeatState
from nghitruong.petitions.models import Petition, Repeat
from nghitruong.petitions.selectors.likeness import repeats_of


def propose_repeats(*, petitions: Iterable[Petition], actor: Actor, at: datetime) -> list[Repeat]:
    """Put petitions beside the nearest earlier ones, for a person to look at. A pair once judged is left alone.

    Nothing is joined and nothing told in the journal: a proposal is a reading of what stands in the register. Long
    to work out and short to write: where the caller holds nothing, the database is held for the one statement alone.
    """
    policies.can_propose_repeats(actor).require()
    found = [
        Repeat(
            later=petition,
            earlier=near.petition,
            keeper_id=petition.keeper_id,
            score=near.likeness.score,
            because=near.because,
            proposed_at=at,
        )
        for petition, near in repeats_of(petitions, actor)
    ]
    return Repeat.objects.bulk_create(found, ignore_conflicts=True, batch_size=500)


@transaction.atomic
def confirm_repeat(*, repeat: Repeat, kind: str, actor: Actor, at: datetime) -> Repeat:
    """Xác nhận trùng: an old matter asked again (a chain with a counter), or one more voice of the same matter.

    A voice is merged: it goes the way of the petition it joins and stays visible with its own origin.
    """
    policies.can_confirm_repeat(actor, repeat, kind).require()
    repeat = locked(repeat)
    policies.can_confirm_repeat(actor, repeat, kind).require()
    later, earlier = _both(repeat.later, repeat.earlier)
    if kind == RepeatKind.VOICE:
        _join(later, earlier.joined_to or earlier, actor)
    _decide(repeat, RepeatState.CONFIRMED, kind, actor, at)
    audit.record(
        deed="petition.merge" if kind == RepeatKind.VOICE else "petition.confirm_repeat",
        subject=later,
        actor=actor,
        at=at,
        council_id=later.keeper_id,
        changes={"kiến nghị trước": earlier.code, "quan hệ": RepeatKind(kind).label},
    )
    return repeat


@transaction.atomic
def reject_repeat(*, repeat: Repeat, actor: Actor, at: datetime) -> Repeat:
    """Xác định không trùng: two matters, however near their words. It is not proposed again."""
    policies.can_reject_repeat(actor, repeat).require()
    repeat = locked(repeat)
    policies.can_reject_repeat(actor, repeat).require()
    _decide(repeat, RepeatState.REJECTED, "", actor, at)
    audit.record(
        deed="petition.reject_repeat",
        subject=repeat.later,
        actor=actor,
        at=at,
        council_id=repeat.keeper_id,
        changes={"kiến nghị trước": repeat.earlier.code},
    )
    return repeat


@transaction.atomic
def reconsider_repeat(*, repeat: Repeat, actor: Actor, at: datetime) -> Repeat:
    """Xem lại: take a decision back; a voice is split off again and the pair waits in the queue."""
    policies.can_reconsider_repeat(actor, repeat).require()
    repeat = locked(repeat)
    policies.can_reconsider_repeat(actor, repeat).require()
    before, later = repeat.state, locked(repeat.later)
    if repeat.kind == RepeatKind.VOICE:
        _part(later)
    _decide(repeat, RepeatState.PROPOSED, "", None, None)
    audit.record(
        deed="petition.reconsider_repeat",
        subject=later,
        actor=actor,
        at=at,
        council_id=repeat.keeper_id,
        changes={"kiến nghị trước": repeat.earlier.code, "trước": RepeatState(before).label},
    )
    return repeat


@transaction.atomic
def merge(*, petition: Petition, into: Petition, actor: Actor, at: datetime) -> Petition:
    """Gộp: one petition raised in several places is one matter with several voices, though no machine proposed it."""
    policies.can_merge(actor, petition, into).require()
    petition, into = _both(petition, into)
    policies.can_merge(actor, petition, into).require()
    given = {"keeper_id": petition.keeper_id, "score": 1.0, "proposed_at": at}
    repeat, _made = Repeat.objects.get_or_create(later=petition, earlier=into, defaults=given)
    _join(petition, into.joined_to or into, actor)
    repeat.kind_before = repeat.kind
    repeat.save(update_fields=["kind_before"])
    _decide(repeat, RepeatState.CONFIRMED, RepeatKind.VOICE, actor, at)
    audit.record(
        deed="petition.merge",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"kiến nghị trước": into.code, "quan hệ": RepeatKind.VOICE.label},
    )
    return petition


@transaction.atomic
def split(*, petition: Petition, actor: Actor, at: datetime) -> Petition:
    """Tách: a voice becomes a petition of its own again and goes on from where it stood.

    What was confirmed to be asked again before it was merged is so again; else the two are two matters.
    """
    policies.can_split(actor, petition).require()
    petition = locked(petition)
    policies.can_split(actor, petition).require()
    head = petition.joined_to
    assert head is not None  # noqa: S101 -- the policy has seen it
    _part(petition)
    for repeat in Repeat.objects.filter(later=petition, kind=RepeatKind.VOICE):
        before = repeat.kind_before
        _decide(repeat, RepeatState.CONFIRMED if before else RepeatState.REJECTED, before, actor, at)
    audit.record(
        deed="petition.split",
        subject=petition,
        actor=actor,
        at=at,
        council_id=petition.keeper_id,
        changes={"tách khỏi": head.code},
    )
    return petition


def _both(later: Petition, earlier: Petition) -> tuple[Petition, Petition]:
    """Lock both in one order, so that nobody who joins them the other way round waits for ever."""
    fresh = {one.pk: locked(one) for one in sorted((later, earlier), key=lambda one: one.pk)}
    return fresh[later.pk], fresh[earlier.pk]


def _join(petition: Petition, head: Petition, actor: Actor) -> None:
    policies.can_merge(actor, petition, head).require()
    if petition.voiced.exists():
        raise Invalid(_("Kiến nghị này đang có tiếng nói gộp vào; hãy tách các kiến nghị đó ra trước."))
    petition.joined_to = head
    petition.version += 1
    petition.save(update_fields=["joined_to", "version"])


def _part(petition: Petition) -> None:
    petition.joined_to = None
    petition.version += 1
    petition.save(update_fields=["joined_to", "version"])


def _decide(repeat: Repeat, state: str, kind: str, actor: Actor | None, at: datetime | None) -> None:
    repeat.state, repeat.kind, repeat.decided_at = state, kind, at
    repeat.decided_by = f"{actor.name}, {actor.office}"[:300] if actor else ""
    repeat.save(update_fields=["state", "kind", "decided_at", "decided_by"])
