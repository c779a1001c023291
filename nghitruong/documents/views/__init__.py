"""Pages of documents."""

from nghitruong.documents.views.files import download
from nghitruong.documents.views.folders import folder
from nghitruong.documents.views.incoming import incoming_paper
from nghitruong.documents.views.papers import paper

__all__ = ["download", "folder", "incoming_paper", "paper"]
