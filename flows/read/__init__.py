"""Sources to documents: files, tables, pages and feeds in; texts with what is known of them out."""

from flows.read.document import Document, Rejected
from flows.read.sources import SourceNotFound, find_files, read_file, read_sources

__all__ = ["Document", "Rejected", "SourceNotFound", "find_files", "read_file", "read_sources"]
