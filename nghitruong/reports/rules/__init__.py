"""Pure rules of reports: their periods, their figures, and the sentences that figures propose."""

from nghitruong.reports.rules.figures import FIGURES, Amount, Described, described
from nghitruong.reports.rules.periods import bounds, named
from nghitruong.reports.rules.sentences import Proposed, missing_numbers, propose, spans, written_amount

__all__ = [
    "FIGURES",
    "Amount",
    "Described",
    "Proposed",
    "bounds",
    "described",
    "missing_numbers",
    "named",
    "propose",
    "spans",
    "written_amount",
]
