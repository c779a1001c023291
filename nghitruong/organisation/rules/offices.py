"""Which office belongs in which organ."""

from __future__ import annotations

from nghitruong.organisation.enums import STANDING_ROLES, OrganKind, Role

_AGENCIES = frozenset(
    {
        OrganKind.PEOPLES_COMMITTEE,
        OrganKind.DEPARTMENT,
        OrganKind.OFFICE,
        OrganKind.NATIONAL_DELEGATION,
        OrganKind.OTHER,
        OrganKind.FRONT,
    }
)
_COMMITTEE = frozenset({OrganKind.COMMITTEE})
_GROUP = frozenset({OrganKind.GROUP})
_PC = frozenset({OrganKind.PEOPLES_COMMITTEE})
_STAFF = frozenset({OrganKind.OFFICE, OrganKind.STANDING, OrganKind.COUNCIL})
_ANY = frozenset(OrganKind)

ROLE_KINDS: dict[str, frozenset[OrganKind]] = {
    **dict.fromkeys(STANDING_ROLES, frozenset({OrganKind.STANDING, OrganKind.COUNCIL})),
    Role.COMMITTEE_HEAD: _COMMITTEE,
    Role.COMMITTEE_DEPUTY: _COMMITTEE,
    Role.COMMITTEE_MEMBER: _COMMITTEE,
    Role.GROUP_HEAD: _GROUP,
    Role.GROUP_DEPUTY: _GROUP,
    Role.DELEGATE: frozenset({OrganKind.COUNCIL, OrganKind.GROUP}),
    Role.AGENCY_HEAD: _AGENCIES,
    Role.AGENCY_OFFICER: _AGENCIES,
    Role.PC_CHAIR: _PC,
    Role.PC_MEMBER: _PC,
    Role.FRONT_OFFICER: frozenset({OrganKind.FRONT}),
    Role.CLERK: _STAFF,
    Role.UPPER_OFFICE: _STAFF,
    Role.AUDITOR: _ANY,
    Role.ADMINISTRATOR: _ANY,
}

SINGLE_ROLES = frozenset({Role.CHAIR, Role.COMMITTEE_HEAD, Role.GROUP_HEAD, Role.PC_CHAIR})
"""Held by one person at a time in one organ (L72/2025 Điều 29 names one Chủ tịch, one Trưởng Ban, one Tổ trưởng)."""


def roles_in(kind: str) -> list[Role]:
    """Return the roles an organ of this kind has, in the order of the table."""
    return [role for role in Role if kind in ROLE_KINDS[role]]
