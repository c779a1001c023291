"""Pure rules of reports: their periods, their figures, and the sentences that figures propose."""

from nghitruong.reports.rules.counted import agrees, counted_as
from nghitruong.reports.rules.figures import FIGURES, STATED, Amount, Described, described
from nghitruong.reports.rules.periods import bounds, named
from nghitruong.reports.rules.sentences import Proposed, missing_numbers, propose, spans, written_amount
from nghitruong.reports.rules.stated import Said, Stated, Worded, sentences_of, stated

__all__ = [
    "FIGURES",
    "STATED",
    "Amount",
    "Described",
    "Proposed",
    "Said",
    "Stated",
    "Worded",
    "agrees",
    "bounds",
    "counted_as",
    "described",
    "missing_numbers",
    "named",
    "propose",
    "sentences_of",
    "spans",
    "stated",
    "written_amount",
]
