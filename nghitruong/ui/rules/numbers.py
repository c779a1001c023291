"""Numbers as a Vietnamese reader writes them (1.234,5); done here once because localising in templates is slow."""

from __future__ import annotations

from django.utils.translation import get_language


def number(value: float, decimals: int = 0) -> str:
    """Return 1.234,5 in Vietnamese, 1,234.5 in English."""
    text = f"{value:,.{decimals}f}"
    if (get_language() or "vi").startswith("vi"):
        return text.translate(str.maketrans(",.", ".,"))
    return text


def percent(part: float, whole: float, *, least: int = 10) -> str:
    """Return "84,9%", or "" when the whole is smaller than `least`: a share of a handful says nothing."""
    if whole < max(least, 1):
        return ""
    return f"{number(100 * part / whole, 1)}%"
