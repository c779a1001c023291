"""Files kept by content, documents that hang on a subject, and the registers of official texts."""

from nghitruong.documents.models.files import Document, StoredFile

__all__ = ["Document", "StoredFile"]
