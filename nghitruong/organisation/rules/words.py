"""How a change reads in the journal."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _


def told(value: Any) -> str:
    """Return a value as a reader sees it; "" for nothing."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return _("có") if value else _("không")
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def moved(before: Any, after: Any) -> str:
    """Return "before → after", or the new value alone where there was none."""
    old, new = told(before), told(after)
    return f"{old} → {new}" if old else new
