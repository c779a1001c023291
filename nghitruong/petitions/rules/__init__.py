"""Pure reading of petitions: an office's tables, whose matter it is, what an answer promises. No database, no clock."""

from nghitruong.petitions.rules.headings import (
    HEADINGS,
    ORDINALS,
    TOTALS,
    Layout,
    headings,
    layout_of,
)
from nghitruong.petitions.rules.likeness import reasons, repeats
from nghitruong.petitions.rules.reading import Note, Read, Reading, read_rows
from nghitruong.petitions.rules.rows import FileRow, fingerprint, received_on, voices

__all__ = [
    "HEADINGS",
    "ORDINALS",
    "TOTALS",
    "FileRow",
    "Layout",
    "Note",
    "Read",
    "Reading",
    "fingerprint",
    "headings",
    "layout_of",
    "read_rows",
    "reasons",
    "received_on",
    "repeats",
    "voices",
]
