"""What a sentence points at that tells of what it is the largest or the first: X封顶。这是甲省最大的…，
总投资… speaks of X, and not of 甲省.
"""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.subject.subjects import Scene, Subject, sentence_before, subject_of_run
from flows.patterns import lazy

POINTS = lazy(
    r"(?:而|但|同时|据悉，|据介绍，|据了解，)*(?:这|它(?!们))(?:也|还|既|正|便|就|已经?|将|可?不仅|不只)*[是座条个艘项幢处]"
    r"[^，。；]{0,24}?(?:最|首[个座条家艘台例项款]|第[一二三四五六七八九十0-9]{1,3}[个座条家艘台项]|唯一|规模)[^，。；]*，"
)
WORKS = frozenset({"facility", "park", "zone", "institute"})


def pointed_thing(scene: Scene) -> Subject | None:
    """The work, product or only firm that the sentence before names, where this one points at it."""
    start = scene.sentence.start
    if scene.text[start : start + 1] not in OPENING:
        return None
    copula = POINTS.match(scene.text, start, scene.number.start)
    if not copula or scene.eligible(copula.end(), scene.number.start):
        return None
    since = sentence_before(scene)
    told = [m for m in scene.mentions if since <= m.start < start and m.role == "subject"]
    works = [m for m in told if is_thing(m)]
    firms = [m for m in told if m.kind == "firm"]
    only = firms if len({m.ids for m in firms}) == 1 else []
    return subject_of_run((works or only)[:1], "pointed at") if works or only else None


OPENING = frozenset("这它而但同据")


def is_thing(mention: Mention) -> bool:
    """Is it a work, a park or a product?"""
    return mention.kind == "model" or bool(mention.park) or mention.level in WORKS
