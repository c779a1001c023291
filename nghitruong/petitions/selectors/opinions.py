"""What became of opinions taken down in the hall: told to the pages of voter contact, one call for many."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext as _

from nghitruong.base.actor import Actor
from nghitruong.contacts.enums import OpinionKind
from nghitruong.contacts.models import Opinion
from nghitruong.contacts.rules import Followup
from nghitruong.petitions import policies
from nghitruong.petitions.enums import State
from nghitruong.petitions.models import Petition

_TONES = {State.ACCEPTED: "done", State.CLOSED: "done", State.REOPENED: "late", State.ANSWERED: "info"}


def followups(actor: Actor, opinions: Sequence[Opinion]) -> dict[int, Followup]:
    """Return for each opinion its petition, or the deed that makes it one. One query whatever their number.

    A petition this reader may not open is named without a link to follow: it is left out.
    """
    seen = {
        petition.opinion_id: petition
        for petition in Petition.objects.filter(opinion_id__in=[opinion.pk for opinion in opinions])
    }
    visible = actor.council_ids
    found: dict[int, Followup] = {}
    for opinion in opinions:
        petition = seen.get(opinion.pk)
        if petition is not None:
            if petition.keeper_id in visible:
                state = State(petition.state)
                found[opinion.pk] = Followup(
                    petition.code,
                    petition.get_absolute_url(),
                    str(state.label),
                    _TONES.get(state, "calm"),
                )
        elif opinion.kind == OpinionKind.PETITION:
            verdict = policies.can_receive(actor, opinion.point.round.council)
            address = f"{reverse('petitions:receive')}?y-kien={opinion.pk}"
            found[opinion.pk] = Followup(_("Đưa vào sổ kiến nghị"), address, icon="send", verdict=verdict)
    return found


def held_because(opinion_id: int) -> str:
    """Return why an opinion's words and kind stay as they are: its petition stands on them."""
    code = Petition.objects.filter(opinion_id=opinion_id).values_list("code", flat=True).first()
    if code is None:
        return ""
    return _("Ý kiến này đã vào sổ kiến nghị với mã %(code)s; hãy sửa hoặc phân loại lại ở kiến nghị đó.") % {
        "code": code
    }
