"""The number of the request in hand: shared by the journal, the log and the error page."""

from __future__ import annotations

import logging
from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")


class WithRequest(logging.Filter):
    """Puts the number of the request on each line of the log."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.number = request_id.get() or "-"
        return True
