"""Whom a number speaks of behind a list of places with theirs: all of them together, or the whole."""

from __future__ import annotations

from flows.extract.lists import each_told, starts_of_list
from flows.extract.subject.subjects import Scene, Subject, subject_of_run
from flows.patterns import lazy

EVERY = lazy(r"(?<!平)均|皆|都")
IN_TOTAL = lazy(r"[，；、]*(?:合计|共计|总计|一共|加起来|合起来|三者|四地|两地)")
TOGETHER = lazy(
    r"[）)]?[，、；]?(?:[两二三四五六七八九十][省市地国者州城]|以上[^，。；]{0,6}|上述[^，。；]{0,6})?"
    r"(?:合计|共计|总计|合共|加起来|合起来)[^，。；]{0,12}$"
)
OF_ALL = lazy(
    r"[）)][，、；](?:约|共|合计)?占(?:了|到|据)?(?:全部|总|全国|全省|全市|全球|世界|同期|整体)[^，。；]{0,12}$"
)
"""The part that those with numbers in brackets have of all: 甲（9万）、乙（6万），占全部的四成."""
ANEW = lazy(
    r"[，；](?:(?:20)?[0-9]{2}年|去年|今年|上年|上半年|前[一二三]季度|全年)"
    r"[^，。；]{0,10}?(?:共|累计|合计)?(?:新增|新设|净增|注册)$"
)


def of_listed(scene: Scene) -> Subject | None:
    """All the places listed before, or the whole that they are parts of, where the number is of these."""
    return listed_total(scene) or whole_again(scene)


def listed_total(scene: Scene) -> Subject | None:
    """The places that the sentence has each given a number, where the next one is of all of them."""
    between = scene.text[scene.since : scene.number.start]
    percent = scene.number.unit == "percent" and between[:1] in BRACKETS and OF_ALL.fullmatch(between)
    if not percent and ("计" not in between and "起来" not in between or not TOGETHER.fullmatch(between)):
        return None
    since = starts_of_list(scene, scene.number.start)[0]
    told = each_told(scene, scene.eligible(scene.sentence.start, scene.since), since, scene.number.start)
    places = len(told) > 1 and all(mention.kind == "region" for mention in told)
    return subject_of_run(told, "group of the sentence") if places else None


BRACKETS = frozenset("）)")


def whole_again(scene: Scene) -> Subject | None:
    """Behind 全国…家，其中甲9家、乙6家，去年新增 the sentence speaks again of whom it opened with."""
    among = scene.text.rfind("其中", scene.sentence.start, scene.since)
    if among < 0 or not ANEW.fullmatch(scene.text, scene.since, scene.number.start):
        return None
    parts = scene.eligible(among, scene.since)
    whole = scene.eligible(scene.sentence.start, among)
    if len(parts) < 2 or not whole or any(mention.kind != "region" for mention in (*parts, whole[0])):
        return None
    return subject_of_run(whole[:1], "whole of the parts before")
