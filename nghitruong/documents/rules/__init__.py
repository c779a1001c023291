"""Pure rules of documents: what a file is, what an official text is made of, and what the decree asks of it."""

from nghitruong.documents.rules.files import DOCX, EXTENSIONS, IMAGES, PDF, TEXT, XLSX, clean_name, kind_of, name_for

__all__ = ["DOCX", "EXTENSIONS", "IMAGES", "PDF", "TEXT", "XLSX", "clean_name", "kind_of", "name_for"]
