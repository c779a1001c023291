"""The rules the product ships, as data (petitions/data): which words speak for which field, level and agency.

law.md 8.2 and 8.3 give the levels and the fields; which agency is in charge of a field is practice and stays
"chưa kiểm chứng" until a council confirms it. A council's own rules live in its database, beside these.
"""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from nghitruong.petitions.rules.competence import ReadingRule

DATA = Path(__file__).resolve().parent.parent / "data"
VERIFIED = "verified"


@lru_cache(maxsize=1)
def shipped_rules() -> tuple[ReadingRule, ...]:
    """Return the shipped rules of all times."""
    return tuple(as_rule(row) for row in json.loads((DATA / "reading.json").read_text(encoding="utf-8")))


@lru_cache(maxsize=1)
def shipped_fields() -> dict[str, tuple[str, str]]:
    """Return code → (name, name of its group) of the shipped leaves."""
    rows = json.loads((DATA / "fields.json").read_text(encoding="utf-8"))
    groups = {row["code"]: row["name"] for row in rows if not row["parent"]}
    return {row["code"]: (row["name"], groups[row["parent"]]) for row in rows if row["parent"]}


def as_rule(row: dict[str, Any]) -> ReadingRule:
    """Read one row of the data file."""
    return ReadingRule(
        dimension=row["dimension"],
        value=row["value"],
        weight=row["weight"],
        words=tuple(row["words"]),
        for_field=row["for_field"],
        for_level=row["for_level"],
        valid_from=_day(row["valid_from"]),
        valid_to=_day(row["valid_to"]),
        citation=row["citation"],
        is_confirmed=row["confidence"] == VERIFIED,
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
