"""At start-up: say whether the calendar is good for what is to be dated."""

from __future__ import annotations

from collections.abc import Iterable

from django.core import checks
from django.db import DatabaseError
from django.utils import timezone

from nghitruong.legalclock import selectors


def calendar_check(databases: Iterable[str] | None = None, **_options: object) -> list[checks.CheckMessage]:
    """Warn when this or next year's table of days off is missing or only a forecast."""
    if not databases:
        return []
    try:
        sentence = selectors.calendar_warning(on=timezone.localdate())
    except DatabaseError:  # before the first migration there is nothing to warn about
        return []
    return [checks.Warning(sentence, id="legalclock.W001")] if sentence else []
