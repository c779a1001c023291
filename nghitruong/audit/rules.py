"""The chain's arithmetic, and the words for deeds. No ORM, no clock."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

GENESIS = "0" * 64
"""What the first link is tied to."""


def canonical(values: Mapping[str, Any]) -> bytes:
    """Return the one byte string that stands for these values, whatever database gave them back."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode()


def digest(key: str, previous: str, values: Mapping[str, Any]) -> str:
    """Return the keyed hash (HMAC-SHA-256, hex) that ties `values` to the link before."""
    return hmac.new(key.encode(), previous.encode() + canonical(values), "sha256").hexdigest()


def plain(value: Any) -> Any:
    """Return `value` as JSON can hold it and both databases give it back: numbers other than whole ones as text."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    if value is None or isinstance(value, (bool, int)):
        return value
    return str(value).replace("\x00", "")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The chain's last link as remembered outside the database; `seal` proves that this house wrote it."""

    seq: int
    digest: str
    seal: str = ""

    def sealed(self, key: str) -> Anchor:
        """Return the same anchor with its seal."""
        text = f"anchor:{self.seq}:{self.digest}"
        return Anchor(self.seq, self.digest, hmac.new(key.encode(), text.encode(), "sha256").hexdigest())

    def is_genuine(self, key: str) -> bool:
        """Say whether the seal fits."""
        return hmac.compare_digest(self.sealed(key).seal, self.seal)


_DEEDS: dict[str, object] = {}


def name_deeds(labels: Mapping[str, object]) -> None:
    """Tell how a reader says each deed: {"petition.forward": _("chuyển giải quyết")}. From `apps.ready`."""
    _DEEDS.update(labels)


def deed_words(deed: str) -> str:
    """Return the deed as a reader says it, or its name where nobody told."""
    return str(_DEEDS.get(deed, deed))


def known_deeds() -> dict[str, str]:
    """Return every deed told, by name, in words."""
    return {deed: str(words) for deed, words in _DEEDS.items()}
