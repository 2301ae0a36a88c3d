"""What an article as a whole gives to its numbers: the year it reports on, its currency, its headline."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

from flows.extract.claim import PassageReading
from flows.extract.conversions import is_conversion
from flows.extract.entities.cast import Cast
from flows.extract.entities.read import find_mentions
from flows.extract.metric.metrics import unit_kind
from flows.extract.numbers.number import Number
from flows.extract.reference import read_reference
from flows.extract.subject.homes import Part
from flows.extract.subject.roles import assign_roles
from flows.extract.times import read_times
from flows.text import Article, Passage


def currency_of(passages: list[PassageReading]) -> str:
    """The currency that the article's amounts are mostly in, for one that a headline
    leaves out (吸资42亿).
    """
    votes = Counter(
        number.unit
        for passage in passages
        for number in passage.numbers
        if number.kind == "claim" and unit_kind(number.unit) == "money"
    )
    return max(votes.items(), key=lambda item: (item[1], str(item[0])))[0] or "CNY" if votes else "CNY"


def set_home_currency(article: Article, passages: list[PassageReading]) -> None:
    """Let 元 be the currency of where the article is written: in Taiwanese news, new Taiwan dollars."""
    currency = home_currency(article)
    if currency is None:
        return
    for passage in passages:
        for number, following in pairwise([*passage.numbers, None]):
            assert number is not None
            if number.unit != "CNY" or "人民币" in number.surface or "¥" in number.surface:
                continue
            if following is None or not is_conversion_to(currency, passage.text, number, following):
                number.unit = currency


def is_conversion_to(currency: str, text: str, number: Number, following: Number) -> bool:
    """Does the next number tell the amount in the home currency, so that it was in another (240亿元，约
    1016亿台币)?
    """
    return following.unit == currency and is_conversion(text, number, following)


def home_currency(article: Article) -> str | None:
    """The currency that plain 元 means in the article, by its script and its words; None for the yuan."""
    rows = [row for row in read_reference("home_currencies") if row["script"] == article.script]
    return next((row["currency"] for row in rows if row["marker"] in article.clean.text), None)


def headline_part(article: Article, cast: Cast) -> Part | None:
    """A headline given beside the text, as a passage of its own; it has no numbers in the document."""
    if not article.headline:
        return None
    mentions = find_mentions(article.headline, cast)
    assign_roles(article.headline, mentions)
    passage = Passage(-1, "title", 0, len(article.headline))
    return passage, article.headline, mentions, read_times(article.headline, article.published_on)
