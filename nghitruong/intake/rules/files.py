"""A file's words: text, pasted or decoded, judged by what the file holds."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from nghitruong.documents import rules as documents
from nghitruong.language import decode_legacy

MOST_BYTES = 50 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Taken:
    """The text of a file (NFC) and what was done to get it, in words for the reader."""

    text: str
    notes: tuple[str, ...] = ()


def read_file(name: str, content: bytes) -> Taken:
    """Return a file's text. Raises Invalid, in words, for what cannot or must not be read."""
    documents.kind_of(name, content, most_bytes=MOST_BYTES)
    return Taken(unicodedata.normalize("NFC", decode_legacy(content.decode("utf-8-sig", errors="replace"))))
