"""`{% load contacts %}`: what belongs to one opinion out of what was gathered for many."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import template

register = template.Library()


@register.filter
def of(gathered: Mapping[int, Any], key: int) -> Any:
    """Return what was gathered for this id, or nothing."""
    return gathered.get(key, ())
