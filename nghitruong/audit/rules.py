"""The chain's arithmetic, and the words for deeds. No ORM, no clock."""

from __future__ import annotations

import hmac
import json
import re
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
    """The chain's last link as remembered outside the database, in a slot of fixed length."""

    seq: int
    digest: str

    def slot(self, key: str) -> bytes:
        """Return the line that stands in the file; its seal proves that this house wrote it."""
        seal = hmac.new(key.encode(), f"anchor:{self.seq}:{self.digest}".encode(), "sha256").hexdigest()
        return f"{self.seq:020d} {self.digest} {seal}\n".encode()

    @classmethod
    def newest(cls, content: bytes, key: str) -> Anchor | None:
        """Return the newest genuine anchor of the file; ValueError when it holds something, but none of ours.

        There are two slots, written in turn, so that a write torn by a power cut leaves the one before.
        """
        found = [cls(int(seq), digest) for seq, digest in _SLOT.findall(content.decode("ascii", "replace"))]
        genuine = [anchor for anchor in found if anchor.slot(key) in content]
        if content.strip(b"\x00") and not genuine:
            raise ValueError("no slot of the anchor is genuine")
        return max(genuine, key=lambda anchor: anchor.seq, default=None)


_SLOT = re.compile(r"^\x00*(\d{20}) ([0-9a-f]{64}) [0-9a-f]{64}$", re.MULTILINE)


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
