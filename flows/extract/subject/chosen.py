"""Places that those asked have chosen, each with its part of them (首选甲地（51%），其次是乙地的27%): the
parts are theirs who were asked, not the places'.
"""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import lazy

ASKED = lazy(
    r"(?:[0-9一二三四五六七八九][%成]|分之[一二三四五]|半数|一半)[^，。；0-9]{0,4}的[^。；\n]{0,60}?"
    r"(?:首选|目标市场|第一选择|目的地)[^。；\n]*"
)
"""A part of those asked, and what they choose."""
CHOSEN = lazy(r"(?:[（(]|的|占|为)约?[0-9]")
"""Behind a place that is chosen: its part of those asked."""


def set_aside_chosen(text: str, mentions: list[Mention]) -> None:
    """The places that a part of those asked have chosen are not whom the sentence speaks of."""
    if "首选" not in text and "目标市场" not in text and "选择" not in text and "目的地" not in text:
        return
    for found in ASKED.finditer(text):
        for mention in mentions:
            if mention.kind == "region" and found.start() < mention.start < found.end():
                if CHOSEN.match(text, mention.end):
                    mention.role = "object"
