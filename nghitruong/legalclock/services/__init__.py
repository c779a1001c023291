"""Deeds of the legal clock: clocks started and moved, the calendar kept, rules set and confirmed."""

from nghitruong.legalclock.services.clocks import close, extend, pause, resume, start, start_plain
from nghitruong.legalclock.services.days import KeptDay, confirm_year, keep_day, open_year, remove_day
from nghitruong.legalclock.services.periods import confirm, override, withdraw

__all__ = [
    "KeptDay",
    "close",
    "confirm",
    "confirm_year",
    "extend",
    "keep_day",
    "open_year",
    "override",
    "pause",
    "remove_day",
    "resume",
    "start",
    "start_plain",
    "withdraw",
]
