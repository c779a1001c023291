"""What the reader could do next with a petition, or why not."""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.urls import reverse

from nghitruong.base.actor import Actor
from nghitruong.base.policy import Verdict
from nghitruong.petitions import policies
from nghitruong.petitions.enums import DEED_LABELS, State
from nghitruong.petitions.flow import PETITION
from nghitruong.petitions.models import Petition


@dataclass(frozen=True, slots=True)
class NextDeed:
    """One deed the reader could do now, or why not and who could."""

    name: str
    label: str
    verdict: Verdict
    primary: bool
    url: str


PRIMARY = {
    State.RECEIVED: "sort",
    State.SORTED: "forward",
    State.RETURNED: "sort",
    State.FORWARDED: "answer",
    State.REOPENED: "answer",
    State.ANSWERED: "accept",
    State.ACCEPTED: "close",
    State.NOTED: "restore",
    State.CLOSED: "reopen",
}
"""The deed that moves a petition on from each state."""


def next_deeds(actor: Actor, petition: Petition, open_promises: int | None = None) -> list[NextDeed]:
    """Return the deeds open from this state, allowed ones first; a refusal carries its reason."""
    found = []
    is_own = petition.joined_to_id is None  # a voice goes on with the petition it was merged into
    first_choice = PRIMARY.get(State(petition.state), "") if is_own else ""
    for step in PETITION.steps.values():
        if step.name == "inherit" or not PETITION.check(step.name, petition.state):
            continue
        verdict = policies.can_see_deed(step.name, actor, petition, open_promises)
        url = reverse(f"petitions:{step.name}", args=[petition.pk])
        label = str(DEED_LABELS[step.name])
        found.append(NextDeed(step.name, label, verdict, step.name == first_choice and bool(verdict), url))
    found.sort(key=lambda deed: (not deed.verdict, not deed.primary))
    if is_own and found and not any(deed.primary for deed in found) and found[0].verdict:
        found[0] = replace(found[0], primary=True)
    return [deed for deed in found if deed.verdict or deed.name == first_choice]
