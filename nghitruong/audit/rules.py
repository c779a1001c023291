"""The chain's arithmetic: what is hashed and how. No ORM, no clock."""

from __future__ import annotations

import hmac
import json
from collections.abc import Mapping
from typing import Any


def canonical(values: Mapping[str, Any]) -> bytes:
    """Return the one byte string that stands for these values, whatever database gave them back."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str).encode()


def digest(key: str, previous: str, values: Mapping[str, Any]) -> str:
    """Return the keyed hash (HMAC-SHA-256, hex) that ties `values` to the link before."""
    return hmac.new(key.encode(), previous.encode() + canonical(values), "sha256").hexdigest()
