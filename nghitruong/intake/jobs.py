"""What reading does by itself: a thread of its own, so that a long scan holds nothing else up."""

from __future__ import annotations

import logging
import threading
from datetime import datetime

from django.db import close_old_connections, connection
from django.utils import timezone

from nghitruong.intake import services

log = logging.getLogger(__name__)
_reading = threading.Lock()


def read_waiting(at: datetime) -> bool:
    """Begin to read what waits, unless that goes on already; return whether it began."""
    if not services.is_any_waiting(at=at) or not _reading.acquire(blocking=False):
        return False
    threading.Thread(target=_read_all, name="intake", daemon=True).start()
    return True


def _read_all() -> None:
    try:
        close_old_connections()
        while services.read_next(at=timezone.now()) is not None:
            pass
    except Exception:
        log.exception("reading documents failed")
    finally:
        connection.close()
        _reading.release()
