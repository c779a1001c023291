"""Pages of documents."""

from nghitruong.documents.views.files import download

__all__ = ["download"]
