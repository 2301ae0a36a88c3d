"""Frames that a sentence opens before it speaks on: 在…个大模型中, 从行业分布来看."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.levels import NATION_AND_WORLD, WIDE_OR_GROUP
from flows.extract.outline import Topics
from flows.extract.period.parts import within
from flows.extract.reference import ancestors, regions
from flows.extract.subject.homes import NATION
from flows.extract.subject.makers import with_maker
from flows.extract.subject.position import in_subject_position
from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import Scene, Subject, best_run, subject_of_run
from flows.patterns import lazy

FRAME = lazy(r"在[^，。；]{2,40}?中")
VIEW = r"从[^，。；]{2,16}?来?[看说讲][，,]"
VIEWED = lazy(rf"(?:^|[，。；：])(?:{VIEW}|(?:按照?|分)[^，。；]{{1,10}}?(?:来?看|划分|分|统计|计)[，,])")
OPENS_WITH_VIEW = lazy(VIEW)


def out_of_frame(scene: Scene, kind: str) -> Subject | None:
    """Behind 在全球已发布的3755个大模型中 the sentence speaks again of who opened it."""
    clause = scene.clause_start
    frame = FRAME.search(scene.text, clause, scene.number.start)
    if not frame or not clause <= scene.since <= frame.end():
        return None
    opening = [
        m
        for m in scene.eligible(scene.sentence.start, frame.start())
        if in_subject_position(m, scene.sentence, scene.text)
    ]
    return best_run(runs(opening, scene.text), kind, "opens the sentence")


def seen_from(scene: Scene, kind: str, topics: Topics) -> Subject | None:
    """Behind 从行业分布来看 the sentence speaks again of the first that it named; of the whole where it has
    gone through a list of places (甲10家，乙8家；按业务分，本体19家).
    """
    frame = VIEWED.search(scene.text, max(scene.sentence.start, scene.since - 1), scene.number.start)
    if not frame or frame.start() <= scene.sentence.start:
        return None
    opening = [
        m
        for m in scene.eligible(scene.sentence.start, frame.start())
        if in_subject_position(m, scene.sentence, scene.text)
    ]
    listed = [m for m in scene.eligible(scene.sentence.start, frame.start()) if m.kind == "region"]
    others = {m.ids[0] for m in listed if m.ids != listed[0].ids and m.ids[0] in regions()}
    apart = others and listed[0].level not in WIDE_OR_GROUP
    if apart and not any(listed[0].ids[0] in ancestors(one) for one in others):
        return whole_or_land(topics)
    return best_run(runs(opening[:1], scene.text), kind, "opens the sentence") if opening else None


def whole_or_land(topics: Topics) -> Subject:
    """The place that the headline names, or the article's, else the land."""
    whole = topics.headline if topics.headline.regions else topics.place
    return whole if whole.regions else NATION


def behind_list(scene: Scene, topics: Topics) -> Subject | None:
    """A sentence that looks at things in another way (从行业看) than the one before it, which went through
    a list of places, speaks again of the whole: the headline's place or the article's.
    """
    if not OPENS_WITH_VIEW.match(scene.text, scene.sentence.start):
        return None
    named = [m for m in scene.mentions if m.kind == "region" and m.start < scene.sentence.start]
    listed = runs(named, scene.text)
    if not listed or len(listed[-1]) < 2:
        return None
    return whole_or_land(topics)


AMONG = lazy(r"[^，。；：]{0,16}?[中里]，(?:(?:主要)?来自|[从由源出]自?)?(?:于)?")
SOURCE = lazy(r"来源|客源|生源|游客|旅客|客流|用户|客户|毕业生|考生|新生|订单|投资者|观众|学员|外来投资|外资")
"""What comes from other places than the one that it is of."""
OF_PARTS = "whole whose parts are told"


PART_ROLES = frozenset({"subject", "origin"})


def whole_of_parts(scene: Scene, topics: Topics) -> Subject | None:
    """Of whom the shares are that others have in what it has: 甲用户来源中，乙、丙占比分别为20%、5%;
    甲的用户中，从乙、丙而来的分别占20%、5%.
    """
    start = max(scene.text.rfind(mark, scene.sentence.start, scene.number.start) for mark in "；：")
    start = max(start + 1, scene.sentence.start)
    if scene.text.find("，", start, scene.number.start) < 0:
        return None
    for whole in scene.eligible(start, scene.number.start):
        frame = AMONG.match(scene.text, whole.end, scene.number.start)
        if not frame:
            continue
        told = scene.text[whole.end : frame.end()]
        parts = [
            m
            for m in scene.sentence.mentions
            if frame.end() <= m.start < scene.number.start and m.role in PART_ROLES
        ]
        if parts and parts[0].start == frame.end() and is_whole_of(whole, parts, told):
            return with_maker(subject_of_run([whole], OF_PARTS), scene, topics).by(OF_PARTS)
        return None
    return None


def is_whole_of(whole: Mention, parts: list[Mention], told: str) -> bool:
    """Are the parts told of what the whole has, not places of it or firms in it?"""
    if any(set(part.ids) & set(whole.ids) for part in parts):
        return False
    if whole.kind != "region":
        return "企业" not in told and "厂商" not in told
    if whole.ids[0] in NATION_AND_WORLD or not SOURCE.search(told):
        return False
    return all(part.kind == "region" and not within(part.ids[0], set(whole.ids)) for part in parts)
