"""Pure rules: which role has which power, and the law's calculators (law.md sections 2.1 to 2.4)."""

from nghitruong.organisation.rules.findings import Citation, Finding, Severity
from nghitruong.organisation.rules.incompatibility import Office, clashes, overlap
from nghitruong.organisation.rules.limits import Cap, committee_deputies, vice_chairs
from nghitruong.organisation.rules.powers import POWER_WORDS, POWERS, REGISTRAR_ROLES
from nghitruong.organisation.rules.seats import Reduced, Seats, UnitFacts, delegates, reduced
from nghitruong.organisation.rules.structure import Planned, committees_due, council_plan, place
from nghitruong.organisation.rules.terms import PastTerm, TermNumber, roman, term_number

__all__ = [
    "POWERS",
    "POWER_WORDS",
    "REGISTRAR_ROLES",
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
    "overlap",
    "place",
    "reduced",
    "roman",
    "term_number",
    "vice_chairs",
]
