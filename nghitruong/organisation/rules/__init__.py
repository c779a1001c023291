"""Pure rules: which role has which power, and the law's calculators (law.md sections 2.1 to 2.4)."""

from nghitruong.organisation.rules.findings import Citation, Finding, Severity
from nghitruong.organisation.rules.incompatibility import Office, clashes, overlap
from nghitruong.organisation.rules.limits import Cap, committee_deputies, in_grace, vice_chairs
from nghitruong.organisation.rules.offices import ROLE_KINDS, SINGLE_ROLES, roles_in
from nghitruong.organisation.rules.powers import POWER_WORDS, POWERS, REGISTRAR_ROLES
from nghitruong.organisation.rules.seats import Reduced, Seats, UnitFacts, delegates, reduced
from nghitruong.organisation.rules.structure import Planned, committees_due, council_plan, is_old_era, place
from nghitruong.organisation.rules.terms import PastTerm, TermNumber, roman, term_number

__all__ = [
    "POWERS",
    "POWER_WORDS",
    "REGISTRAR_ROLES",
    "ROLE_KINDS",
    "SINGLE_ROLES",
    "Cap",
    "Citation",
    "Finding",
    "Office",
    "PastTerm",
    "Planned",
    "Reduced",
    "Seats",
    "Severity",
    "TermNumber",
    "UnitFacts",
    "clashes",
    "committee_deputies",
    "committees_due",
    "council_plan",
    "delegates",
    "in_grace",
    "is_old_era",
    "overlap",
    "place",
    "reduced",
    "roles_in",
    "roman",
    "term_number",
    "vice_chairs",
]
