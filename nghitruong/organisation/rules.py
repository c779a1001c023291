"""Which role carries which power. Low floors ask for powers by name; the law's calculators live here too."""

from __future__ import annotations

from nghitruong.organisation.enums import STANDING_ROLES, Role

_OFFICE = {"calendar.keep", "rules.keep", "organisation.keep", "contacts.keep", "petitions.keep", "notes.take"}

POWERS: dict[str, frozenset[str]] = {
    Role.CLERK: frozenset(_OFFICE),
    **{role: frozenset(_OFFICE | {"results.accept"}) for role in STANDING_ROLES},
    Role.COMMITTEE_HEAD: frozenset({"notes.take", "verify"}),
    Role.COMMITTEE_DEPUTY: frozenset({"notes.take", "verify"}),
    Role.COMMITTEE_MEMBER: frozenset({"notes.take", "verify"}),
    Role.GROUP_HEAD: frozenset({"notes.take", "verify", "group.lead"}),
    Role.GROUP_DEPUTY: frozenset({"notes.take", "verify", "group.lead"}),
    Role.DELEGATE: frozenset({"notes.take", "verify"}),
    Role.AGENCY_HEAD: frozenset({"agency.answer"}),
    Role.AGENCY_OFFICER: frozenset({"agency.answer"}),
    Role.PC_CHAIR: frozenset({"agency.answer"}),
    Role.PC_MEMBER: frozenset({"agency.answer"}),
    Role.FRONT_OFFICER: frozenset({"notes.take"}),
    Role.UPPER_OFFICE: frozenset(),
    Role.AUDITOR: frozenset({"journal.read"}),
    Role.ADMINISTRATOR: frozenset({"accounts.keep", "system.keep", "territory.keep"}),
}
