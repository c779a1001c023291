"""Deeds on documents read: take one in, read it, review what it says item by item, close."""

from nghitruong.intake.services.reading import cancel, is_any_waiting, read, read_next, retry, take
from nghitruong.intake.services.reviewing import accept, accept_certain, close, reject, restore

__all__ = [
    "accept",
    "accept_certain",
    "cancel",
    "close",
    "is_any_waiting",
    "read",
    "read_next",
    "reject",
    "restore",
    "retry",
    "take",
]
