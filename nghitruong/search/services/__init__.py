"""Keeping the word index in step with the records, and a person's filters."""

from nghitruong.search.services.filters import remove_filter, save_filter
from nghitruong.search.services.index import (
    follow_entry,
    index,
    index_many,
    left_out,
    register,
    register_dependents,
    together,
)
from nghitruong.search.services.organisation import register_organisation
from nghitruong.search.services.rebuild import rebuild

__all__ = [
    "follow_entry",
    "index",
    "index_many",
    "left_out",
    "rebuild",
    "register",
    "register_dependents",
    "register_organisation",
    "remove_filter",
    "save_filter",
    "together",
]
