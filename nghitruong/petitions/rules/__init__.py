"""Pure reading of petitions: an office's tables, whose matter it is, what an answer promises. No database, no clock."""

from nghitruong.petitions.rules.likeness import reasons, repeats
from nghitruong.petitions.rules.rows import (
    HEADINGS,
    LOOK_DEEP,
    ORDINALS,
    TOTALS,
    FileRow,
    file_rows,
    fingerprint,
    header_of,
    headings,
    received_on,
    voices,
)

__all__ = [
    "HEADINGS",
    "LOOK_DEEP",
    "ORDINALS",
    "TOTALS",
    "FileRow",
    "file_rows",
    "fingerprint",
    "header_of",
    "headings",
    "reasons",
    "received_on",
    "repeats",
    "voices",
]
