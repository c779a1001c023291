"""Asking one thing many times: milliseconds, statements, memory; the naive build beside it in the same run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

from django.db import connection
from django.test import Client

from nghitruong.accounts.models import User
from nghitruong.config.bench.operations import Operation

NAIVE_SECONDS = 20.0
"""The naive build is asked again only while it has not used more than this."""
NAIVE_ROUNDS = 5


@dataclass
class Measured:
    """What came of one operation. Times in milliseconds; `agreed` the share of answers that equal the naive ones.

    `cpu` is this process's own time, of the page or of the answer where there is none: a busy machine does not
    lengthen it, and on SQLite it holds the database's work too.
    """

    name: str
    target: float | None
    least: float | None
    times: list[float] = field(default_factory=list)
    page: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    naive: list[float] = field(default_factory=list)
    sql: int = 0
    page_sql: int = 0
    naive_sql: int = 0
    memory: float | None = None
    agreed: float = 1.0

    @property
    def p95(self) -> float:
        return at95(self.times)

    @property
    def page_p95(self) -> float | None:
        return at95(self.page) if self.page else None

    @property
    def ratio(self) -> float:
        """How many times longer the naive build takes, by medians."""
        return median(self.naive) / max(median(self.times), 0.001)

    @property
    def is_in_time(self) -> bool:
        """Say whether the page (or the answer, where there is no page) keeps its target."""
        return self.target is None or (self.page_p95 or self.p95) <= self.target

    @property
    def is_ahead(self) -> bool:
        return self.least is None or self.ratio >= self.least


def at95(times: list[float]) -> float:
    """Return the 95th percentile by nearest rank."""
    return sorted(times)[ceil(0.95 * len(times)) - 1]


def measure(one: Operation, rounds: int) -> Measured:
    """Ask the product `rounds` times and the naive build a few; compare each of the naive answers."""
    found = Measured(one.name, one.target, one.least)
    rounds = min(rounds, one.rounds or rounds)
    if one.rounds == 0:
        one.ask(0)
    start = _peak(reset=True)
    for number in range(rounds):
        busy = process_time()
        answer, spent, found.sql = _asked(one.ask, number)
        found.times.append(spent)
        found.cpu.append(round((process_time() - busy) * 1000, 2))
    peak = _peak(reset=False)
    found.memory = None if start is None or peak is None else round(max(0.0, peak - start), 1)
    agreed = []
    for number in range(min(NAIVE_ROUNDS, rounds)):
        theirs, spent, found.naive_sql = _asked(one.naive, number)
        found.naive.append(spent)
        answer = one.ask(number) if one.rounds == 0 else answer
        agreed.append(one.agree(answer, theirs, number))
        if sum(found.naive) > NAIVE_SECONDS * 1000:
            break
    found.agreed = sum(agreed) / len(agreed)
    if one.address is not None:
        _open(one, found, rounds)
    return found


def _open(one: Operation, found: Measured, rounds: int) -> None:
    client = Client(raise_request_exception=True)
    account = User.objects.get(pk=one.office.user_id)
    client.force_login(account, backend="django.contrib.auth.backends.ModelBackend")
    address = one.address
    assert address is not None  # noqa: S101 -- asked before

    def get(number: int) -> int:
        answer = client.get(address(number), HTTP_HOST="localhost")
        if answer.status_code != 200:
            raise RuntimeError(f"{address(number)}: {answer.status_code}")
        return len(answer.content)

    get(0)
    found.cpu.clear()
    for number in range(rounds):
        busy = process_time()
        _size, spent, found.page_sql = _asked(get, number)
        found.page.append(spent)
        found.cpu.append(round((process_time() - busy) * 1000, 2))


def _asked(ask: Callable[[int], Any], number: int) -> tuple[Any, float, int]:
    """Return (answer, milliseconds, statements)."""
    statements = 0

    def count(execute: Any, *rest: Any) -> Any:
        nonlocal statements
        statements += 1
        return execute(*rest)

    with connection.execute_wrapper(count):
        since = perf_counter()
        answer = ask(number)
        spent = perf_counter() - since
    return answer, round(spent * 1000, 2), statements


def _peak(*, reset: bool) -> float | None:
    """Return the peak of this process's memory in MB since the last reset; None where the system does not say."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), None)


def floor() -> dict[str, float]:
    """Return what this machine can do at all: a bare statement, and a page that asks nothing (milliseconds, p95)."""

    def bare(_round: int) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()

    def count(_round: int) -> int:
        return sum(number * number for number in range(100_000))

    return {
        "select_1_ms": at95([_asked(bare, n)[1] for n in range(200)]),
        "python_100k_ms": at95([_asked(count, n)[1] for n in range(20)]),
    }
