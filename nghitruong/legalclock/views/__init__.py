"""Pages of the legal clock, under /thoi-han/."""

from nghitruong.legalclock.views.calendar import calendar, confirm_year, keep_day, open_year, remove_day
from nghitruong.legalclock.views.clock import clock, count
from nghitruong.legalclock.views.rules import confirm, override, rule, rules, withdraw

__all__ = [
    "calendar",
    "clock",
    "confirm",
    "confirm_year",
    "count",
    "keep_day",
    "open_year",
    "override",
    "remove_day",
    "rule",
    "rules",
    "withdraw",
]
