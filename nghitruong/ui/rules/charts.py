"""A chart as data: the table is always there, the drawing is added by script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from nghitruong.ui.rules.numbers import number


@dataclass(frozen=True, slots=True)
class Series:
    """A column of the table. `tone` picks colour and pattern: done, answered, open, line, calm."""

    name: str
    tone: str = "line"


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A row of the table: a value (None: not known) for each series; `urls` open the lists behind the values."""

    label: str
    values: Sequence[float | None]
    urls: Sequence[str] = ()
    url: str = ""

    def cells(self) -> list[tuple[str, str]]:
        """Return (text, url) for each value."""
        links = [*self.urls, *[""] * len(self.values)]
        return [
            ("" if value is None else number(value, 0 if value == int(value) else 1), links[place])
            for place, value in enumerate(self.values)
        ]


@dataclass(frozen=True, slots=True)
class Chart:
    """`kind`: "stack" (upright, stacked), "bars" (lying, stacked), "columns" (upright, side by side), "line".

    `say` is the finding in one sentence; `warn` a warning (small numbers); `head` names the first column.
    """

    title: str
    head: str
    series: Sequence[Series]
    rows: Sequence[ChartRow]
    kind: str = "stack"
    say: str = ""
    warn: str = ""
    unit: str = ""
    decimals: int = field(default=0)

    def payload(self) -> dict[str, Any]:
        """Return what the script draws from."""
        return {
            "kind": self.kind,
            "title": str(self.title),
            "unit": str(self.unit),
            "series": [{"name": str(series.name), "tone": series.tone} for series in self.series],
            "rows": [
                {"label": str(row.label), "values": list(row.values), "urls": list(row.urls) or [row.url]}
                for row in self.rows
            ],
        }
