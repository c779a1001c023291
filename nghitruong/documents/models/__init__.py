"""Files kept by content, documents that hang on a subject, and the registers of official texts."""

from nghitruong.documents.models.figures import StatedFigure
from nghitruong.documents.models.files import Document, StoredFile
from nghitruong.documents.models.registers import (
    Copy,
    Delivery,
    Folder,
    FolderItem,
    FolderQuerySet,
    Incoming,
    IncomingQuerySet,
    Paper,
    PaperQuerySet,
    Relation,
    Series,
    YearBook,
)
from nghitruong.documents.models.templates import OfficeTemplate, OfficeTemplateQuerySet

__all__ = [
    "Copy",
    "Delivery",
    "Document",
    "Folder",
    "FolderItem",
    "FolderQuerySet",
    "Incoming",
    "IncomingQuerySet",
    "OfficeTemplate",
    "OfficeTemplateQuerySet",
    "Paper",
    "PaperQuerySet",
    "Relation",
    "Series",
    "StatedFigure",
    "StoredFile",
    "YearBook",
]
