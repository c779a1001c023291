"""Keeping the word index in step with the records, and a person's filters."""

from nghitruong.search.services.filters import remove_filter, save_filter
from nghitruong.search.services.index import follow_entry, index, index_many, register
from nghitruong.search.services.rebuild import rebuild

__all__ = ["follow_entry", "index", "index_many", "rebuild", "register", "remove_filter", "save_filter"]
