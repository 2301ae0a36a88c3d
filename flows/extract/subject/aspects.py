"""A sentence that turns to another aspect of a matter (价格方面，…) than the lands which the one before went
through.
"""

from __future__ import annotations

from flows.extract.outline import Topics
from flows.extract.subject.resumed import RULE, is_home
from flows.extract.subject.subjects import NOBODY, UNNAMED, Scene, Subject
from flows.patterns import lazy

ASPECT = lazy(r"[^，。；：0-9在]{1,10}方面[，,：]")
LANDS = frozenset({"country", "continent", "nation"})
LEAST = 2
"""Lands that a sentence goes through, at least, so that the last of them is not what is spoken of next."""


def is_new_aspect(text: str, start: int) -> bool:
    """Does the sentence that starts there open with an aspect: 算力方面，…?"""
    return text.find("方面", start, start + 14) >= 0 and ASPECT.match(text, start) is not None


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
    if not last.regions or last.firm:
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
