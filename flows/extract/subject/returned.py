"""A sentence that names nobody, behind one that told of parts of a whole (全省…，其中甲市…), speaks again of
the whole.
"""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.levels import WIDE
from flows.extract.outline import Topics
from flows.extract.reference import ancestors, region_groups, regions
from flows.extract.subject.framed import OPENS_WITH_VIEW
from flows.extract.subject.subjects import Scene, Subject, sentence_before, subject_of_run
from flows.patterns import lazy

LED = lazy(r"(?:^|[，。；：、！？“\n和与及])(?:其中|而|但|例如|比如|如|此外|另外)?，?$")
RULE = "whole of the parts before"


def back_to_whole(scene: Scene, last: Subject, topics: Topics) -> Subject | None:
    """The whole whose parts the sentence before told of, the claim before being about one of them."""
    kind = "firm" if last.firm else "region"
    ones = [last.firm[0]] if last.firm else [pair[0] for pair in last.regions]
    if not ones or last.model or any(is_main(one, topics) for one in ones):
        return None
    start = sentence_before(scene)
    before = [m for m in scene.mentions if start <= m.start < scene.sentence.start]
    parts = [m for m in before if m.kind == kind and m.role == "subject" and m.level not in WIDE]
    named = [m for m in parts if set(ones) & set(m.ids)]
    if not named:
        return new_topic(scene, ones, kind, start, topics)
    among = "其中" in scene.text[start : named[0].start] or OPENS_WITH_VIEW.match(
        scene.text, scene.sentence.start
    )
    above = [m for m in scene.mentions if m.start < named[0].start and holds(m, ones, kind)]
    if kind == "firm" and among and not above:
        above = [m for m in before if m.kind == "region" and m.start < named[0].start and len(m.ids) == 1]
        above = [m for m in above if m.role == "subject"]
    if among and above:
        return subject_of_run(above[-1:], RULE)
    led = {m.ids for m in parts if LED.search(scene.text, max(0, m.start - 5), m.start)}
    if not among and len(led) < 2:
        return None
    own = any(m.kind == "self" and m.role == "subject" for m in before if m.start < named[0].start)
    for source in (topics.headline, topics.place):
        place = source.regions[0][0] if len(source.regions) == 1 else ""
        if place and (kind == "firm" and (own or not among) or all(is_above(place, one) for one in ones)):
            return source.by(RULE)
    return subject_of_run(above[-1:], RULE) if above else None


def new_topic(scene: Scene, ones: list[str], kind: str, start: int, topics: Topics) -> Subject | None:
    """The article's place, where a part of it was told of before the sentence before, amid a passage that did
    not open with the part.
    """
    if start == 0 or kind == "firm":
        return None
    first = next((m for m in scene.mentions if m.kind in {"region", "self"} and m.role == "subject"), None)
    if first is None or first.start >= start or set(ones) & set(first.ids):
        return None
    for source in (topics.headline, topics.place):
        place = source.regions[0][0] if len(source.regions) == 1 else ""
        if place and all(is_above(place, one) for one in ones):
            return source.by(RULE)
    return None


def is_main(one: str, topics: Topics) -> bool:
    """Is it whom the article is about?"""
    sources = (topics.headline, topics.firm, topics.place)
    named = {pair[0] for source in sources for pair in (*source.regions, *source.firms)}
    return one in named or any(source.firm is not None and source.firm[0] == one for source in sources)


def holds(whole: Mention, ones: list[str], kind: str) -> bool:
    """Is it the land or the place that holds them?"""
    if whole.kind != "region" or whole.role != "subject" or len(whole.ids) != 1:
        return False
    return kind == "firm" and whole.level in WIDE or all(is_above(whole.ids[0], one) for one in ones)


def is_above(whole: str, one: str) -> bool:
    """Does the one region hold the other, or all that a group is of?"""
    group = region_groups().get(one)
    if group:
        return all(whole in ancestors(member) for member in group.members)
    return one in regions() and whole in ancestors(one)
