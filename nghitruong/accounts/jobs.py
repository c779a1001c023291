"""What accounts do by themselves."""

from __future__ import annotations

from datetime import datetime

from nghitruong.accounts import services


def forget(at: datetime) -> None:
    """Clear away tokens, counts and sessions that have had their time; safe to run again at any time."""
    services.forget(at=at)
