"""The number of the request in hand: shared by the journal, the log and the error page."""

from __future__ import annotations

from contextvars import ContextVar

request_id: ContextVar[str] = ContextVar("request_id", default="")
