"""A process of its own for long files: pages stay quick, and the memory it took is given back."""

from __future__ import annotations

import subprocess
import sys
import threading
import time

from django.conf import settings

from nghitruong.base.actor import Actor
from nghitruong.petitions import policies
from nghitruong.petitions.selectors.long_files import is_worker_alive

_STARTED: list[subprocess.Popen[bytes]] = []
_STARTING = threading.Lock()


def start_worker(*, actor: Actor) -> bool:
    """Start what takes long files in (jobs.work), unless one is alive; return whether one was started."""
    policies.can_propose_repeats(actor).require()
    with _STARTING:
        _STARTED[:] = [process for process in _STARTED if process.poll() is None]
        if _STARTED or not settings.IMPORT_WORKER or is_worker_alive(time.time()):
            return False
        words = [sys.executable, "-m", "nghitruong", "manage", "petitions_work"]
        quiet = subprocess.DEVNULL
        _STARTED.append(subprocess.Popen(words, stdin=quiet, stdout=quiet, stderr=quiet))  # noqa: S603 -- this same program
    return True
