"""What runs by itself: a short table, one thread in the serving process, every job safe to run twice."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import close_old_connections
from django.utils import timezone

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Job:
    """A job and how often it is tried; `run(at)` must have the same effect however often it runs."""

    name: str
    every: timedelta
    run: Callable[[datetime], object]


def jobs() -> list[Job]:
    """Return the table. Imported late: the models must be loaded."""
    from nghitruong.accounts import jobs as accounts
    from nghitruong.intake import jobs as intake
    from nghitruong.obligations import jobs as obligations
    from nghitruong.petitions import jobs as petitions

    return [
        Job("obligations.remind", timedelta(minutes=15), obligations.remind),
        Job("obligations.ask_for_dates", timedelta(hours=1), obligations.ask_for_dates),
        Job("petitions.learn", timedelta(hours=12), petitions.learn),
        Job("petitions.take_files_in", timedelta(seconds=15), petitions.take_files_in),
        Job("intake.read_waiting", timedelta(seconds=5), intake.read_waiting),
        Job("accounts.forget", timedelta(hours=1), accounts.forget),
    ]


def run_due(last: dict[str, datetime], at: datetime, table: list[Job]) -> list[str]:
    """Run what is due at `at`; return the names that ran. A job that fails is logged and tried again next time."""
    ran = []
    for job in table:
        if job.name in last and at - last[job.name] < job.every:
            continue
        try:
            job.run(at)
        except Exception:
            log.exception("job %s failed", job.name)
        last[job.name] = at
        ran.append(job.name)
    return ran


def start(stop: threading.Event) -> threading.Thread:
    """Start the thread that keeps the table, until `stop` is set."""

    def keep() -> None:
        last: dict[str, datetime] = {}
        table = jobs()
        while not stop.wait(20):
            close_old_connections()
            run_due(last, timezone.now(), table)

    thread = threading.Thread(target=keep, name="timetable", daemon=True)
    thread.start()
    return thread
