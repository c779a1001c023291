"""A file's words: text, Word, PDF, scans and pictures, judged by what the file holds, never by its name."""

from nghitruong.intake.rules.files.taking import (
    MOST_BYTES,
    MOST_PAGES,
    MOST_SCANNED,
    Taken,
    Watch,
    read_file,
    read_text,
)

__all__ = ["MOST_BYTES", "MOST_PAGES", "MOST_SCANNED", "Taken", "Watch", "read_file", "read_text"]
