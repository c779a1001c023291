"""The deeds of the ledger: open, then move, then close."""

from nghitruong.obligations.services.changes import cancel, extend, reassign, set_deadline, urge
from nghitruong.obligations.services.due import follow_clock
from nghitruong.obligations.services.notifying import follow_deeds
from nghitruong.obligations.services.opening import open  # noqa: A004 -- the deed's name in the ledger
from nghitruong.obligations.services.reminding import ask, remind
from nghitruong.obligations.services.results import accept, fulfil, refuse

__all__ = [
    "accept",
    "ask",
    "cancel",
    "extend",
    "follow_clock",
    "follow_deeds",
    "fulfil",
    "open",
    "reassign",
    "refuse",
    "remind",
    "set_deadline",
    "urge",
]
