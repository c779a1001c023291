"""What is owed for a petition, and to whom."""

from __future__ import annotations

from datetime import date

from nghitruong.base.subjects import Subject
from nghitruong.obligations.enums import Nature
from nghitruong.obligations.models import OPEN_STATES, Obligation
from nghitruong.organisation.models import Organ
from nghitruong.organisation.selectors import standing_of
from nghitruong.petitions.enums import Level
from nghitruong.petitions.models import Petition


def creditor_of(council: Organ, *, on: date) -> Organ:
    """Return the Standing Committee to which a council's answers are owed; the council itself where none is kept."""
    return standing_of(council, on)


def owed_answer(petition: Petition) -> Obligation | None:
    """Return the running obligation to answer, if there is one."""
    subject = Subject.of(petition)
    return (
        Obligation.objects.filter(
            subject_kind=subject.kind, subject_id=subject.id, nature=Nature.ANSWER, state__in=OPEN_STATES
        )
        .order_by("pk")
        .last()
    )


def owed_coordinations(petition: Petition) -> list[Obligation]:
    """Return the running obligations of the co-operating agencies."""
    subject = Subject.of(petition)
    return list(
        Obligation.objects.filter(
            subject_kind=subject.kind, subject_id=subject.id, nature=Nature.COORDINATION, state__in=OPEN_STATES
        )
    )


def level_of(organ: Organ) -> str:
    """Return the level of competence that an organ's place in the territory suggests; central where it has none."""
    return str(organ.unit.level) if organ.unit else str(Level.CENTRAL)
