"""Deeds of voter contact: rounds, their points, and opinions taken down one by one."""

from nghitruong.contacts.services.opinions import (
    answer_on_spot,
    attach_source,
    edit_opinion,
    reclassify,
    take_opinion,
)
from nghitruong.contacts.services.points import add_point, cancel_point, edit_point, hold_point
from nghitruong.contacts.services.rounds import edit_round, open_round, reopen_round, summarise_round

__all__ = [
    "add_point",
    "answer_on_spot",
    "attach_source",
    "cancel_point",
    "edit_opinion",
    "edit_point",
    "edit_round",
    "hold_point",
    "open_round",
    "reclassify",
    "reopen_round",
    "summarise_round",
    "take_opinion",
]
