"""What an article as a whole gives to its numbers: its headline."""

from __future__ import annotations

from flows.extract.depth import Part
from flows.extract.entities.cast import Cast
from flows.extract.entities.read import find_mentions
from flows.extract.subject.roles import assign_roles
from flows.extract.times import read_times
from flows.text import Article, Passage


def headline_part(article: Article, cast: Cast) -> Part | None:
    """A headline given beside the text, as a passage of its own; it has no numbers in the document."""
    if not article.headline:
        return None
    mentions = find_mentions(article.headline, cast)
    assign_roles(article.headline, mentions)
    mentions = [mention for mention in mentions if mention.role != "byline"]
    passage = Passage(-1, "title", 0, len(article.headline))
    return passage, article.headline, mentions, read_times(article.headline, article.published_on)
