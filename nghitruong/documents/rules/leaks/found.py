"""What the publish guard tells of one thing it found."""

from __future__ import annotations

from dataclasses import dataclass

MOST_BYTES = 50 * 1024 * 1024
MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing found: a code, the sentence for the reader, the words or the place, whether cleaning takes it out."""

    code: str
    told: str
    words: str
    cleaned: bool
