"""Registers of official texts: number series, outgoing and incoming texts, recipients, copies, files by matter."""

from nghitruong.documents.models.registers.folders import Copy, Folder, FolderItem, FolderQuerySet
from nghitruong.documents.models.registers.incoming import Incoming, IncomingQuerySet
from nghitruong.documents.models.registers.papers import Delivery, Paper, PaperQuerySet, Relation
from nghitruong.documents.models.registers.series import INSIDE, Series, YearBook, body_symbol, register_body

__all__ = [
    "INSIDE",
    "Copy",
    "Delivery",
    "Folder",
    "FolderItem",
    "FolderQuerySet",
    "Incoming",
    "IncomingQuerySet",
    "Paper",
    "PaperQuerySet",
    "Relation",
    "Series",
    "YearBook",
    "body_symbol",
    "register_body",
]
