"""The figures in words: one table for the eye, one document for a program."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Any

from nghitruong.config.bench.measure import Measured, at95

MOST_GROWTH = 1.5


def growth(small: Measured, large: Measured) -> float:
    """Return how much longer the page (or the answer) takes with ten times as many petitions, by medians."""
    return round(median(large.page or large.times) / max(median(small.page or small.times), 0.001), 2)


def as_json(runs: Sequence[tuple[int, Sequence[Measured]]], about: dict[str, Any]) -> dict[str, Any]:
    """Return everything measured: `runs` are (petitions, operations), the smaller first."""
    told = [{"n": n, "operations": [_plain(one) for one in measured]} for n, measured in runs]
    pairs = zip(runs[0][1], runs[-1][1], strict=True) if len(runs) > 1 else []
    grown = {_general(large.name): growth(small, large) for small, large in pairs if not _is_import(large)}
    return {**about, "runs": told, "growth": grown}


def _plain(one: Measured) -> dict[str, Any]:
    return {
        "name": one.name,
        "p95_ms": one.p95,
        "page_p95_ms": one.page_p95,
        "cpu_p95_ms": at95(one.cpu),
        "naive_ms": round(sum(one.naive) / len(one.naive), 2),
        "ratio": round(one.ratio, 1),
        "sql": one.sql,
        "page_sql": one.page_sql,
        "naive_sql": one.naive_sql,
        "memory_mb": one.memory,
        "agreed": round(one.agreed, 3),
        "target_ms": one.target,
        "least_ratio": one.least,
        "in_time": one.is_in_time,
        "ahead": one.is_ahead,
    }


def _is_import(one: Measured) -> bool:
    return one.name.startswith("import")


def _general(name: str) -> str:
    return name.split(" of ", maxsplit=1)[0]


def as_table(runs: Sequence[tuple[int, Sequence[Measured]]]) -> str:
    """Return the larger run as lines of text, with its growth from the smaller."""
    count, measured = runs[-1]
    small = {_general(one.name): one for one in runs[0][1]} if len(runs) > 1 else {}
    heads = (
        "p95 ms",
        "trang ms",
        "CPU ms",
        "đích",
        "thô sơ ms",
        "lần",
        "SQL",
        "trang",
        "thô sơ",
        "MB",
        "đúng %",
        "tăng",
    )
    lines = [f"{count} kiến nghị", f"{'việc':38}" + "".join(f"{head:>10}" for head in heads)]
    for one in measured:
        before = small.get(_general(one.name))
        grown = growth(before, one) if before and not _is_import(one) else None
        cells = (
            one.p95, one.page_p95, at95(one.cpu), one.target, sum(one.naive) / len(one.naive), one.ratio, one.sql,
            one.page_sql or None, one.naive_sql, one.memory, 100 * one.agreed, grown,
        )  # fmt: skip
        flags = [] if one.is_in_time else ["CHẬM"]
        flags += [] if one.is_ahead else [f"DƯỚI {one.least:g} LẦN"]
        flags += ["SAI KHÁC"] if one.agreed < 1 else []
        flags += ["TĂNG"] if grown is not None and grown > MOST_GROWTH else []
        lines.append(f"{one.name:38}" + "".join(map(_cell, cells)) + (f"  {', '.join(flags)}" if flags else ""))
    return "\n".join(lines)


def _cell(value: float | None) -> str:
    if value is None:
        return f"{'–':>10}"
    return f"{value:>10}" if isinstance(value, int) else f"{value:>10.1f}"
