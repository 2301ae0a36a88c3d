"""The first of a land, of whom together something is told: the land is whom the sentence speaks of."""

from __future__ import annotations

from flows.patterns import lazy

TOP_OF_ALL = lazy(
    r"前[0-9一二三四五六七八九十百]+(?:大|名|家|强)[^，。；0-9]{0,14}?(?:营收|收入|销量|出货|份额|合计|总|产值|产能|市占)"
)
"""What the first of all the world have together: 全球前十大厂商营收至…."""

TOP_GROUP = lazy(
    r"(?:排名)?前[0-9一二三四五六七八九十百]+(?:大|名|家|强|位)?的?[^，。；0-9]{1,10}?"
    r"(?:[当之]?中|里)(?=，|[约近超逾已共]?有?[0-9])"
)
"""The first of the nation of whom some do something: 国内排名前100的医院里，…的有98家."""


def is_of_first(level: str, after: str) -> bool:
    """Does the text behind a land of that level tell what its first have, or how many do something?"""
    if level == "world":
        return after.startswith("前") and TOP_OF_ALL.match(after) is not None
    return level == "nation" and TOP_GROUP.match(after) is not None
