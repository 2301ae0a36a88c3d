"""Partners of trade: foreign places beside the trade of a place of China, whose figures are that place's."""

from __future__ import annotations

from flows.extract.outline import Topics
from flows.extract.subject.homes import is_chinese
from flows.extract.subject.subjects import NOBODY, Scene, Subject


def set_partners_aside(scene: Scene, topics: Topics) -> Subject:
    """In an article about a place of China, foreign places beside trade are partners, not subjects.
    The article's home is returned.
    """
    home = next((source for source in (topics.headline, topics.place) if source.regions), NOBODY)
    if home.regions and is_chinese(home.regions[0][0]):
        for mention in scene.mentions:
            if (
                mention.kind == "region"
                and mention.role == "subject"
                and mention.level != "world"
                and not all(map(is_chinese, mention.ids))
                and not scene.text.startswith(TRADING, mention.end)
            ):
                mention.role = "partner"
    return home


TRADING = ("对华", "对中国", "对我国", "自中国", "从中国", "向中国", "自华")
"""What stands behind a country whose own trade with China is told."""


def at_home(last: Subject, home: Subject) -> Subject:
    """The claim before's subject, unless that was a trade partner: then the home."""
    foreign = last.regions and not is_chinese(last.regions[0][0])
    return home if foreign and home.regions and is_chinese(home.regions[0][0]) else last
