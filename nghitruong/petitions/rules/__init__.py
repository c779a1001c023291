"""Pure reading of petitions: an office's tables, whose matter it is, what an answer promises. No database, no clock."""

from nghitruong.petitions.rules.headings import (
    HEADINGS,
    LOOK_DEEP,
    ORDINALS,
    TOTALS,
    Layout,
    header_of,
    headings,
    layout_of,
)
from nghitruong.petitions.rules.likeness import reasons, repeats
from nghitruong.petitions.rules.reading import Note, Read, Reading, file_rows, read_rows
from nghitruong.petitions.rules.rows import FileRow, fingerprint, received_on, voices

__all__ = [
    "HEADINGS",
    "LOOK_DEEP",
    "ORDINALS",
    "TOTALS",
    "FileRow",
    "Layout",
    "Note",
    "Read",
    "Reading",
    "file_rows",
    "fingerprint",
    "header_of",
    "headings",
    "layout_of",
    "read_rows",
    "reasons",
    "received_on",
    "repeats",
    "voices",
]
