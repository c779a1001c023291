"""How far a long file has come: beside the database, because a register being written lets nobody else write."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Q

from nghitruong.petitions.enums import Intake
from nghitruong.petitions.models import ImportBatch, LongFile
from nghitruong.petitions.rules import FileRow, Note

ALIVE = 10.0
"""Seconds after its last sign that a worker is held to be at work."""


def folder() -> Path:
    """Return where workers keep their signs and the rows they have read."""
    path = Path(settings.HOME) / "imports"
    path.mkdir(mode=0o700, exist_ok=True)
    return path


@dataclass(frozen=True, slots=True)
class Progress:
    """Rows done of all that there are; `of` is 0 while nobody knows how many."""

    done: int = 0
    of: int = 0
    is_stopping: bool = False

    @property
    def percent(self) -> int:
        return min(100, self.done * 100 // self.of) if self.of else 0


def progress_of(long_file: LongFile) -> Progress:
    """Return what the worker told last."""
    stopping = is_stopped(long_file.pk)
    try:
        told = json.loads((folder() / f"{long_file.pk}.told").read_text(encoding="ascii"))
    except (OSError, ValueError):
        return Progress(is_stopping=stopping)
    return Progress(int(told["done"]), int(told["of"]), stopping)


def is_stopped(number: int) -> bool:
    """Say whether a person has asked to cancel."""
    return (folder() / f"{number}.stop").exists()


def staged(number: int) -> tuple[list[FileRow], list[Note]] | None:
    """Return the rows and notes as the preview judged them, or None where they are no longer kept."""
    rows: list[FileRow] = []
    notes: list[Note] = []
    try:
        with (folder() / f"{number}.rows").open(encoding="utf-8") as lines:
            for line in lines:
                kind, *values = json.loads(line)
                if kind == "row":
                    rows.append(FileRow(*values))
                else:
                    notes.append(Note(*values))
    except OSError:
        return None
    return rows, notes


def is_worker_alive(now: float) -> bool:
    """Say whether a worker gave a sign lately; `now` in seconds of the system's clock."""
    try:
        return now - (folder() / "worker").stat().st_mtime < ALIVE
    except OSError:
        return False


def unfinished() -> list[ImportBatch]:
    """Return the imports whose petitions are not all searched or compared yet, oldest first."""
    still = Q(indexed_to__isnull=False) | Q(compared_to__isnull=False)
    return list(ImportBatch.objects.filter(still).select_related("council").order_by("pk"))


def is_work_left() -> bool:
    """Say whether a worker has anything to do."""
    waiting = LongFile.objects.exclude(state__in=[Intake.READY, Intake.DONE, Intake.CANCELLED, Intake.FAILED])
    return waiting.exists() or bool(unfinished())


def left_of(batch: ImportBatch) -> dict[str, int]:
    """Return how many of an import's petitions are still to be indexed and to be compared."""
    names = {"index": batch.indexed_to, "compare": batch.compared_to}
    return {
        name: batch.petitions.filter(pk__gt=reached).count() if reached is not None else 0
        for name, reached in names.items()
    }


def shown_rows(rows: Iterator[Any], most: int) -> list[dict[str, Any]]:
    """Return the first rows of a plan as the preview keeps them."""
    return [
        {
            "row": {
                "number": one.row.number,
                "part": one.row.part,
                "values": {name: one.row.get(name)[:300] for name in ("text", "answer", "place")},
            },
            "verdict": one.verdict,
            "reason": one.reason,
            "on": one.on.isoformat() if one.on else None,
        }
        for one, _n in zip(rows, range(most), strict=False)
    ]


def preview_of(long_file: LongFile) -> dict[str, Any]:
    """Return the kept preview with its days as days."""
    kept = dict(long_file.summary)
    kept["planned"] = [
        {**one, "on": date.fromisoformat(one["on"]) if one["on"] else None} for one in kept.get("planned", [])
    ]
    return kept
