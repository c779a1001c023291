"""The deeds of a petition, one file each or with its nearest kin. Nothing else writes."""

from nghitruong.petitions.services.answer import answer, commit
from nghitruong.petitions.services.appraise import assess, commit_all, hear_voter
from nghitruong.petitions.services.carry_over import carry_over, inherit
from nghitruong.petitions.services.catch_up import catch_up
from nghitruong.petitions.services.classes import classify_answer, end_class, remove_class, set_class
from nghitruong.petitions.services.due import follow_due
from nghitruong.petitions.services.edit_many import edit_many
from nghitruong.petitions.services.facts import check_fact
from nghitruong.petitions.services.forward import extend, forward, send_back, urge
from nghitruong.petitions.services.forward_many import Choice, Gone, forward_many
from nghitruong.petitions.services.likeness import follow_words, index_traits, rebuild_traits
from nghitruong.petitions.services.long_files import (
    ask_to_write,
    cancel_file,
    queue_file,
    read_again,
    take_back,
    work_next,
)
from nghitruong.petitions.services.misroute import send_down
from nghitruong.petitions.services.read_columns import read_columns
from nghitruong.petitions.services.reading import end_rule, learn, set_rule
from nghitruong.petitions.services.receive import edit, receive, receive_many
from nghitruong.petitions.services.repeats import (
    confirm_repeat,
    merge,
    propose_repeats,
    reconsider_repeat,
    reject_repeat,
    split,
)
from nghitruong.petitions.services.result import accept, close, reopen
from nghitruong.petitions.services.sort import reclassify, restore, sort
from nghitruong.petitions.services.start_worker import start_worker
from nghitruong.petitions.services.take_in import take_in
from nghitruong.petitions.services.undo_import import undo_import
from nghitruong.petitions.services.verify import verify

__all__ = [
    "Choice",
    "Gone",
    "accept",
    "answer",
    "ask_to_write",
    "assess",
    "cancel_file",
    "carry_over",
    "catch_up",
    "check_fact",
    "classify_answer",
    "close",
    "commit",
    "commit_all",
    "confirm_repeat",
    "edit",
    "edit_many",
    "end_class",
    "end_rule",
    "extend",
    "follow_due",
    "follow_words",
    "forward",
    "forward_many",
    "hear_voter",
    "index_traits",
    "inherit",
    "learn",
    "merge",
    "propose_repeats",
    "queue_file",
    "read_again",
    "read_columns",
    "rebuild_traits",
    "receive",
    "receive_many",
    "reclassify",
    "reconsider_repeat",
    "reject_repeat",
    "remove_class",
    "reopen",
    "restore",
    "send_back",
    "send_down",
    "set_class",
    "set_rule",
    "sort",
    "split",
    "start_worker",
    "take_back",
    "take_in",
    "undo_import",
    "urge",
    "verify",
    "work_next",
]
