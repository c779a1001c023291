"""Keep files by content, and hang documents on matters."""

from nghitruong.documents.services.attaching import attach
from nghitruong.documents.services.storing import store

__all__ = ["attach", "store"]
