"""What waits to be forwarded, as an office goes through it: grouped by the agency that is proposed or decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from nghitruong.base.actor import Actor
from nghitruong.organisation.models import Organ
from nghitruong.petitions.enums import Kind, Level, State
from nghitruong.petitions.models import Field, Petition, PetitionQuerySet, Repeat
from nghitruong.petitions.rules.competence import levels_for
from nghitruong.petitions.selectors.proposals import propose_many


@dataclass(frozen=True, slots=True)
class Row:
    """A petition that waits, with the field, level and agency decided by a person or else proposed.

    `is_below`: a lower council can settle it; `repeat`: the pair that waits for a look; `like`: the earlier matter
    that the proposal follows; `levels`: those that could be competent when it came.
    """

    petition: Petition
    field: int | None
    level: str
    lead: Organ | None
    is_petition: bool
    is_below: bool
    repeat: int | None
    like: Petition | None
    levels: list[tuple[str, str]]

    @property
    def is_whole(self) -> bool:
        """Say whether it may go as it stands: all is known, and nothing asks for a look first."""
        is_known = bool(self.field and self.level and self.lead)
        return is_known and self.is_petition and not self.is_below and self.repeat is None


@dataclass(frozen=True, slots=True)
class Group:
    """Petitions for one agency, those that may repeat another last; `lead` None: nobody is proposed."""

    lead: Organ | None
    rows: list[Row]

    @property
    def is_whole(self) -> bool:
        """Say whether every row that is ticked with the group may go."""
        free = [row for row in self.rows if row.repeat is None]
        return bool(free) and all(row.is_whole for row in free)

    @property
    def held(self) -> int:
        """Return how many rows are left out until a person has looked at what they repeat."""
        return sum(row.repeat is not None for row in self.rows)


def to_forward(actor: Actor, batch: str = "") -> PetitionQuerySet:
    """Return what the office still has to forward, oldest first; `batch` narrows to one import."""
    rows = Petition.objects.visible_to(actor).filter(
        kind=Kind.PETITION, state__in=[State.RECEIVED, State.SORTED, State.RETURNED], joined_to=None
    )
    if not actor.is_system:
        rows = rows.filter(keeper_id__in=actor.council_ids)
    if batch.isdigit():
        rows = rows.filter(batch_id=int(batch))
    pairs = Repeat.objects.waiting().filter(later=OuterRef("pk"))
    if not actor.is_system:  # as the queue shows them, so that the link opens the pair
        pairs = pairs.filter(keeper_id__in=actor.council_ids, earlier__keeper_id__in=actor.council_ids)
    rows = rows.annotate(pair=Subquery(pairs.order_by("-score", "pk").values("pk")[:1]))
    return rows.select_related("keeper__unit", "lead", "field__parent", "unit").order_by("received_on", "pk")


def grouped(
    petitions: Sequence[Petition], on: date, *, fields: Sequence[Field], organs: Sequence[Organ]
) -> list[Group]:
    """Return these petitions by agency, those without one last."""
    known = {organ.pk: organ for organ in organs}
    groups: dict[int, Group] = {}
    for petition, proposal in zip(petitions, propose_many(petitions, on, fields=fields, organs=organs), strict=True):
        is_sorted = petition.field_id is not None
        lead = known.get(petition.lead_id or 0) if is_sorted else proposal.lead
        row = Row(
            petition,
            petition.field_id if is_sorted else (proposal.field.pk if proposal.field else None),
            petition.level if is_sorted else str(proposal.level),
            lead,
            is_sorted or proposal.is_petition,
            _is_below(petition, petition.level if is_sorted else str(proposal.level)),
            getattr(petition, "pair", None),
            None if is_sorted else proposal.like,
            levels_for(petition.received_on, petition.level),
        )
        groups.setdefault(lead.pk if lead else 0, Group(lead, [])).rows.append(row)
    for group in groups.values():
        group.rows.sort(key=lambda row: row.repeat is not None)
    return sorted(groups.values(), key=lambda one: (one.lead is None, one.lead.sort_key if one.lead else ""))


def _is_below(petition: Petition, level: str) -> bool:
    unit = petition.keeper.unit
    return level == Level.COMMUNE and unit is not None and unit.level != Level.COMMUNE
