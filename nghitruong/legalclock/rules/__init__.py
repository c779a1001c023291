"""Counting days by law: pure, no tables, no clock of its own. The calendar comes in as a value."""

from nghitruong.legalclock.rules.calendar import SATURDAY, Calendar, NoTable, SpecialDay, fixed_days
from nghitruong.legalclock.rules.count import LONGEST, Extra, Stop, count
from nghitruong.legalclock.rules.derivation import Derivation, DerivedDay, Run
from nghitruong.legalclock.rules.left import Elapsed, Remaining, between, elapsed, remaining
from nghitruong.legalclock.rules.words import ROLL_BASIS, amount, weekday_name

__all__ = [
    "LONGEST",
    "ROLL_BASIS",
    "SATURDAY",
    "Calendar",
    "Derivation",
    "DerivedDay",
    "Elapsed",
    "Extra",
    "NoTable",
    "Remaining",
    "Run",
    "SpecialDay",
    "Stop",
    "amount",
    "between",
    "count",
    "elapsed",
    "fixed_days",
    "remaining",
    "weekday_name",
]
