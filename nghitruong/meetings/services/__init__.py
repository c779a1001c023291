"""Deeds on gatherings: plan, call, prepare, hold, take minutes, cancel."""

from nghitruong.meetings.services.gathering import Mark, attend, call, cancel, edit, hold, plan
from nghitruong.meetings.services.preparing import Matter, Said, Seat, invite, minute, seat, set_agenda

__all__ = [
    "Mark",
    "Matter",
    "Said",
    "Seat",
    "attend",
    "call",
    "cancel",
    "edit",
    "hold",
    "invite",
    "minute",
    "plan",
    "seat",
    "set_agenda",
]
