"""What the ledger does by itself."""

from __future__ import annotations

from datetime import datetime

from nghitruong.base.actor import SYSTEM
from nghitruong.obligations import services


def remind(at: datetime) -> int:
    """Send the reminders of the day; safe to run again at any time."""
    return services.remind(actor=SYSTEM, at=at)
