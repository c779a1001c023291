"""Reasons of likeness in words, and the lines of `petitions repeats`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from nghitruong.language.likeness import Features, Nearest, because, features, says_repeated

REASONS = {
    "road": _("tuyến đường"),
    "object": _("công trình, đối tượng"),
    "place": _("địa bàn"),
    "number": _("số liệu"),
    "paper": _("văn bản số"),
    "words": _("cùng lời"),
}
"""What agrees between two petitions."""
CANDIDATES = 10


def reasons(a: Features, b: Features) -> list[str]:
    """Return why two petitions are like, each as "what agrees: the words that say it"."""
    return [f"{REASONS[kind]}: {said}" for kind, said in because(a, b)]


def repeats(rows: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield for each record (id, text, place, answer) its nearest others in the same file and what it says itself."""
    read = [
        features(str(row["text"]), str(row.get("place") or ""), answer=str(row.get("answer") or "")) for row in rows
    ]
    nearest = Nearest.of(read)
    for place, row in enumerate(rows):
        candidates = [
            {
                "id": rows[other].get("id"),
                "score": like.score,
                "kind": like.kind,
                "because": reasons(read[place], read[other]),
            }
            for other, like in nearest.nearest(read[place], limit=CANDIDATES, but=place)
        ]
        said = says_repeated(str(row["text"]))
        yield {
            "id": row.get("id"),
            "candidates": candidates,
            "says_repeated": said is not None,
            "quote": said.quote if said else None,
        }
