"""Frames that a sentence opens before it speaks on: 在…个大模型中, 从行业分布来看."""

from __future__ import annotations

from flows.extract.outline import Topics
from flows.extract.subject.homes import NATION
from flows.extract.subject.subjects import Scene, Subject, best_run, in_subject_position, runs
from flows.patterns import lazy

FRAME = lazy(r"在[^，。；]{2,40}?中")
VIEW = r"从[^，。；]{2,16}?来?[看说讲][，,]"
VIEWED = lazy(rf"(?:^|[，。；：]){VIEW}")
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


def seen_from(scene: Scene, kind: str) -> Subject | None:
    """Behind 从行业分布来看 the sentence speaks again of the first that it named."""
    frame = VIEWED.search(scene.text, max(scene.sentence.start, scene.since - 1), scene.number.start)
    if not frame or frame.start() <= scene.sentence.start:
        return None
    opening = [
        m
        for m in scene.eligible(scene.sentence.start, frame.start())
        if in_subject_position(m, scene.sentence, scene.text)
    ]
    return best_run(runs(opening[:1], scene.text), kind, "opens the sentence") if opening else None


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
    whole = topics.headline if topics.headline.regions else topics.place
    return whole if whole.regions else NATION
