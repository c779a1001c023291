"""The deeds about organs, terms, people and their offices. Each leaves a line in the journal."""

from nghitruong.organisation.services.acting import act
from nghitruong.organisation.services.councils import establish
from nghitruong.organisation.services.memberships import appoint, edit_membership, end_membership
from nghitruong.organisation.services.organs import add_organ, edit_organ, end_organ, succeed_organ
from nghitruong.organisation.services.people import add_person, edit_person, link_person
from nghitruong.organisation.services.rosters import import_roster
from nghitruong.organisation.services.terms import end_term, open_term

__all__ = [
    "act",
    "add_organ",
    "add_person",
    "appoint",
    "edit_membership",
    "edit_organ",
    "edit_person",
    "end_membership",
    "end_organ",
    "end_term",
    "establish",
    "import_roster",
    "link_person",
    "open_term",
    "succeed_organ",
]
