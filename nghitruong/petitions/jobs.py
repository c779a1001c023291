"""What runs by itself: councils learn from what they have sorted; a worker takes long files in."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db.models import Count
from django.utils import timezone

from nghitruong.base.actor import SYSTEM
from nghitruong.organisation.models import Organ
from nghitruong.petitions import services
from nghitruong.petitions.models import Learnt, Petition
from nghitruong.petitions.selectors import long_files
from nghitruong.petitions.selectors.proposals import MOST_LESSONS

FEWEST = 5
STAYS = 90.0
"""Seconds that a worker waits for more before it ends."""


def learn(at: datetime) -> list[int]:
    """Let each council with new sorted petitions learn anew; return their ids. Safe to run twice."""
    sorted_ = Petition.objects.exclude(state="received").values("keeper").annotate(n=Count("pk")).order_by()
    cases = dict(sorted_.filter(n__gte=FEWEST).values_list("keeper", "n"))
    known = dict(Learnt.objects.values_list("council_id", "cases"))
    councils = Organ.objects.filter(pk__in=cases).order_by("pk")
    due = [
        council
        for council in councils
        if cases[council.pk] > MOST_LESSONS or cases[council.pk] != known.get(council.pk)  # past the cap: the newest
    ]
    for council in due:
        services.learn(council=council, actor=SYSTEM, at=at)
    return [council.pk for council in due]


def take_files_in(at: datetime) -> bool:
    """Start a worker where work is left and none is at it; say whether. What a killed one left goes on."""
    del at
    if long_files.is_worker_alive(time.time()) or not long_files.is_work_left():
        return False
    services.take_back(actor=SYSTEM)
    return services.start_worker(actor=SYSTEM)


def work() -> int:
    """Take in every long file that waits, then make the imports ready for search and repeats; return the steps done.

    It stays a while after the last step: who has seen a preview will want it written. It ends with the server that
    started it. A file that comes meanwhile goes first. One worker at a time is enough and is what `take_files_in`
    sees to; two do no harm, as each step is claimed.
    """
    steps, idle_since, parent = 0, time.monotonic(), os.getppid()
    with _alive():
        while time.monotonic() - idle_since < STAYS and os.getppid() == parent:
            if work_step(timezone.now()):
                steps, idle_since = steps + 1, time.monotonic()
            else:
                time.sleep(0.3)
    return steps


def work_step(at: datetime) -> bool:
    """Do the next thing a worker has to do; False where nothing is left."""
    if services.work_next(actor=SYSTEM, at=at):
        return True
    left = long_files.unfinished()
    if left:
        services.catch_up(batch=left[0], actor=SYSTEM, at=at)
    return bool(left)


@contextmanager
def _alive() -> Iterator[None]:
    """Give a sign each second as long as this process lives."""
    sign, stop = long_files.folder() / "worker", threading.Event()

    def beat() -> None:
        while True:
            sign.write_text(str(os.getpid()), encoding="ascii")
            if stop.wait(1):
                return

    thread = threading.Thread(target=beat, name="sign-of-life", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        sign.unlink(missing_ok=True)
