"""Offices that one person may not hold together (ORG-30, ORG-31), and periods that overlap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghitruong.organisation.enums import STANDING_ROLES, OrganKind, Role
from nghitruong.organisation.rules.findings import L72_29_2, L72_29_3, Finding, Severity

IN_FORCE = date(2025, 6, 16)
"""Luật 72/2025/QH15 binds from this day; law.md gives no verified twin for earlier years."""

COMMITTEE_LEADERS = frozenset({Role.COMMITTEE_HEAD, Role.COMMITTEE_DEPUTY})
PC_ROLES = frozenset({Role.PC_CHAIR, Role.PC_MEMBER})


@dataclass(frozen=True, slots=True)
class Office:
    """What the rules need to know of one membership."""

    person_id: int
    person: str
    role: str
    organ_id: int
    organ_kind: str
    council_id: int | None
    starts_on: date
    ends_on: date | None = None
    title: str = ""


def overlap(one: Office, other: Office) -> tuple[date, date | None] | None:
    """Return the days both are held, first and last (None: open), or None when the periods do not meet."""
    first = max(one.starts_on, other.starts_on)
    ends = [end for end in (one.ends_on, other.ends_on) if end is not None]
    last = min(ends) if ends else None
    return (first, last) if last is None or first <= last else None


def clash(one: Office, other: Office) -> Finding | None:
    """Return what forbids one person to hold both, or None. The order of the two does not matter."""
    if one.person_id != other.person_id or one.council_id is None or one.council_id != other.council_id:
        return None
    together = overlap(one, other)
    if together is None or (together[1] is not None and together[1] < IN_FORCE):
        return None
    for first, second in ((one, other), (other, one)):
        people = ((first.person_id, first.person),)
        if first.role in STANDING_ROLES and second.role in PC_ROLES:
            text = _(
                "%(name)s: thành viên Thường trực Hội đồng nhân dân không được đồng thời là thành viên "
                "Ủy ban nhân dân cùng cấp."
            )
            return Finding(Severity.FORBIDDEN, text % {"name": first.person}, L72_29_2, people)
        heads_agency = second.role == Role.AGENCY_HEAD and second.organ_kind == OrganKind.DEPARTMENT
        if first.role in COMMITTEE_LEADERS and heads_agency:
            text = _(
                "%(name)s: Trưởng Ban, Phó Trưởng Ban không được đồng thời là người đứng đầu cơ quan chuyên môn "
                "thuộc Ủy ban nhân dân cùng cấp."
            )
            return Finding(Severity.FORBIDDEN, text % {"name": first.person}, L72_29_3, people)
    return None


def clashes(offices: Sequence[Office]) -> list[Finding]:
    """Return every forbidden pair among these offices, each once."""
    found: list[Finding] = []
    for index, one in enumerate(offices):
        for other in offices[index + 1 :]:
            finding = clash(one, other)
            if finding is not None and finding not in found:
                found.append(finding)
    return found
