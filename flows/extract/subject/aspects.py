"""A sentence that turns to another aspect of a matter (价格方面，…) than the lands which the one before went
through.
"""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.outline import Topics
from flows.extract.reference import ancestors, regions
from flows.extract.subject.resumed import RULE, is_home
from flows.extract.subject.subjects import NOBODY, UNNAMED, Scene, Subject
from flows.patterns import Pattern, lazy

ASPECT = lazy(r"[^，。；：0-9在]{1,10}方面[，,：]")
LANDS = frozenset({"country", "continent", "nation"})
LEAST = 2
"""Lands that a sentence goes through, at least, so that the last of them is not what is spoken of next."""


def is_new_aspect(text: str, start: int) -> bool:
    """Does the sentence that starts there open with an aspect: 算力方面，… or 人才上，…?"""
    if text.find("方面", start, start + 14) >= 0 and ASPECT.match(text, start) is not None:
        return True
    return text.find("上", start, start + 8) >= 0 and _on().match(text, start) is not None


@lru_cache(maxsize=1)
def _on() -> Pattern:
    """How a sentence opens that turns to one of the things which plans go through: 数据上，."""
    return lazy(rf"(?:在)?[^，。；：0-9]{{0,4}}?{alternation('aspect')}上[，,]")


OF_FIRMS = lazy(
    r"[^，。；：]{0,6}(?:产品|业绩|财务|营收|收入|利润|订单|客户|股权|股东|经营|门店|盈利|技术|团队|价格"
    r"|性能|参数)"
)
"""Aspects that firms have."""


def home_again(text: str, start: int, topics: Topics) -> Subject | None:
    """The place that the article is about, behind what it told of a firm, unless firms have the aspect."""
    if topics.headline.firm or OF_FIRMS.match(text, start):
        return None
    return next((one.by(RULE) for one in (topics.headline, topics.place) if is_home(one)), None)


def new_aspect(scene: Scene, last: Subject, topics: Topics) -> Subject | None:
    """The headline's land, or nobody, where a sentence about another aspect names none and the one before
    went through several lands (中国有15座，欧洲有3座。价格方面，…).
    """
    start = scene.sentence.start
    if not is_new_aspect(scene.text, start):
        return None
    if last.firm and not last.regions:
        return home_again(scene.text, start, topics)
    if not last.regions:
        return None
    home = home_again(scene.text, start, topics)
    if home and is_wider(last.regions, home.regions[0][0]):
        return home
    if last.firm:
        return None
    before = scene.text.rfind("。", 0, max(0, start - 1)) + 1
    told = {
        m.ids
        for m in scene.mentions
        if before <= m.start < start and m.level in LANDS and m.role == "subject"
    }
    if len(told) < LEAST:
        return None
    return topics.headline if topics.headline.regions else NOBODY.by(UNNAMED)


def is_wider(told: tuple[tuple[str, str], ...], home: str) -> bool:
    """Is what was told of a group of places, a land, or what holds the place (粤港澳大湾区, 深圳)?"""
    region = regions().get(told[0][0])
    if len(told) != 1 or told[0][0] == home:
        return False
    return region is None or region.level in WIDE or told[0][0] in ancestors(home)


WIDE = LANDS | {"world", "group"}
