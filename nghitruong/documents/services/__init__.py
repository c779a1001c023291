"""Keep files by content, and hang documents on matters."""

from nghitruong.documents.services.attaching import attach
from nghitruong.documents.services.storing import store
from nghitruong.documents.services.throwing import throw_away

__all__ = ["attach", "store", "throw_away"]
