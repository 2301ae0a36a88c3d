"""Raw text to clean text with a map back, passages with roles, and the text's own date and outlet."""

from flows.text.article import Article, article_of
from flows.text.clean import clean
from flows.text.cleantext import CleanText
from flows.text.passages import Passage, split_passages

__all__ = ["Article", "CleanText", "Passage", "article_of", "clean", "split_passages"]
