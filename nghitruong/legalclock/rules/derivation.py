"""A date and how it was reached. Kept as runs of equal days, told day by day in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from nghitruong.legalclock.rules import words

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring days that were treated alike, in the order of counting.

    `part` is 0 for the period itself and 1, 2, … for its extensions; `what` is the name of the holiday or the
    reason of the pause; `swapped_with` the other day of a swap; `note` "no_table" or "forecast" where the table
    of that year is missing or not official yet.
    """

    on: date
    to: date
    kind: str
    counts: bool = False
    what: str = ""
    swapped_with: date | None = None
    part: int = 0
    note: str = ""

    def days(self) -> Iterator[date]:
        step = DAY if self.to >= self.on else -DAY
        for number in range(abs((self.to - self.on).days) + 1):
            yield self.on + step * number

    @property
    def length(self) -> int:
        return abs((self.to - self.on).days) + 1

    def as_json(self) -> dict[str, Any]:
        """Return the run as stored: dates as text, nothing that is empty."""
        full = {
            "on": self.on.isoformat(),
            "to": self.to.isoformat(),
            "kind": self.kind,
            "counts": self.counts,
            "what": self.what,
            "with": self.swapped_with.isoformat() if self.swapped_with else "",
            "part": self.part,
            "note": self.note,
        }
        return {key: value for key, value in full.items() if value}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Run:
        return cls(
            on=date.fromisoformat(data["on"]),
            to=date.fromisoformat(data["to"]),
            kind=data["kind"],
            counts=data.get("counts", False),
            what=data.get("what", ""),
            swapped_with=date.fromisoformat(data["with"]) if data.get("with") else None,
            part=data.get("part", 0),
            note=data.get("note", ""),
        )


@dataclass(frozen=True, slots=True)
class DerivedDay:
    """One day of the way: whether it counts, the number it then bears, and why in words."""

    on: date
    counts: bool
    why: str
    kind: str
    ordinal: int = 0
    part: int = 0

    def as_json(self) -> dict[str, Any]:
        return {"on": self.on.isoformat(), "counts": self.counts, "why": self.why, "kind": self.kind}


@dataclass(frozen=True, slots=True)
class Derivation:
    """Where a count ended and every day it passed."""

    due_on: date
    runs: tuple[Run, ...]

    @property
    def days(self) -> list[DerivedDay]:
        """Return the way day by day, in the language of the reader."""
        told: list[DerivedDay] = []
        ordinal, part = 0, 0
        for run in self.runs:
            if run.part != part:
                ordinal, part = 0, run.part
            for day in run.days():
                ordinal += run.counts
                number = ordinal if run.counts else 0
                told.append(DerivedDay(day, run.counts, words.why(run, day, number), run.kind, number, run.part))
        return told

    @property
    def steps(self) -> list[dict[str, Any]]:
        """Return `[{"on", "counts", "why", "kind"}]`, one for each day."""
        return [day.as_json() for day in self.days]

    @property
    def missing_years(self) -> list[int]:
        """Years that were counted without a table (Saturdays and Sundays only)."""
        return sorted({year for run in self.runs if run.note == "no_table" for year in (run.on.year, run.to.year)})

    @property
    def is_forecast(self) -> bool:
        """Say whether a table was used that is missing or not official yet."""
        return any(run.note for run in self.runs)

    def as_json(self) -> list[dict[str, Any]]:
        """Return the runs as stored in `Clock.steps`."""
        return [run.as_json() for run in self.runs]

    @classmethod
    def from_json(cls, due_on: date, runs: Iterable[dict[str, Any]]) -> Derivation:
        return cls(due_on, tuple(Run.from_json(run) for run in runs))
