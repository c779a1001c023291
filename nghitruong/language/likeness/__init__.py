"""Is it new? Likeness of petitions with reasons, and whether a petition says it was asked before. No tables."""

from nghitruong.language.likeness.nearest import Nearest
from nghitruong.language.likeness.repeating import SaysRepeated, says_repeated
from nghitruong.language.likeness.scoring import (
    RELATED,
    SAME,
    Collection,
    Features,
    Likeness,
    because,
    compare,
    features,
    matching,
    number_of,
    prior,
    score,
)

__all__ = [
    "RELATED",
    "SAME",
    "Collection",
    "Features",
    "Likeness",
    "Nearest",
    "SaysRepeated",
    "because",
    "compare",
    "features",
    "matching",
    "number_of",
    "prior",
    "says_repeated",
    "score",
]
