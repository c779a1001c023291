"""What the ledger does by itself."""

from __future__ import annotations

from datetime import datetime

from nghitruong.base.actor import SYSTEM
from nghitruong.obligations import services


def remind(at: datetime) -> int:
    """Send the reminders of the day; safe to run again at any time. Returns how many debts were reminded."""
    return services.remind(actor=SYSTEM, at=at)


def ask_for_dates(at: datetime) -> int:
    """Ask creditors for the dates of debts that have stood without one for a week, once each."""
    return services.ask(actor=SYSTEM, at=at)
