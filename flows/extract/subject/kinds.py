"""Words for what an organisation is that stand for the one named last: 医院, 学校, 农场, 电厂, 院内."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.outline import Topics
from flows.extract.reference import firms
from flows.extract.subject.subjects import Scene, Subject, subject_of_run
from flows.patterns import lazy

OPENS = lazy(
    rf"(?:^|[，。；：！？\n])(?:目前|如今|现在|此前|近年来|去年|今年|截至目前|，|“)*(?:全|该|本)?(?:({alternation('org_kind')})|([院厂馆校所])内)"
)
KIND = lazy(rf"{OPENS.pattern}(?!数|总数|等|里的|[、和与及或]|外|城|村|镇|线|组|任务|思想)")
"""One of these words at the beginning of a clause, which speaks of the one and counts none."""
SAME = {
    "学校": ("大学", "学院", "中学", "小学", "学校", "幼儿园"),
    "电厂": ("电厂", "发电厂", "电站", "发电"),
}
"""Ends of names of those for which a word stands that they do not end in."""
LEGAL = ("有限公司", "有限责任公司", "股份有限公司", "公司")


def kind_anaphor(scene: Scene, topics: Topics) -> Subject | None:
    """The hospital that 医院 means: the last that the passage named, else those before it or the headline."""
    since = max(0, scene.sentence.start - 1)
    if not names_kind(scene.text, since, scene.sentence.end):
        return None
    words = list(KIND.finditer(scene.text, since, scene.number.start))
    found = words[-1] if words else None
    if found is None or scene.eligible(found.end(), scene.number.start):
        return None
    word = found[1] or found[2]
    for mention in reversed(scene.mentions):
        told = mention.end <= found.start(found.lastindex or 1) and mention.kind == "firm"
        if told and is_one(mention.ids[0], mention.names[0], word):
            return subject_of_run([mention], "anaphor")
    for subject in (*topics.before, topics.headline, topics.firm):
        if subject.firm and is_one(*subject.firm, word):
            return Subject(firm=subject.firm, rule="anaphor")
    return None


@lru_cache(maxsize=64)
def names_kind(text: str, start: int, end: int) -> bool:
    """Does a clause of the sentence open with one of the words? Its numbers ask alike."""
    return OPENS.search(text, start, end) is not None


def is_one(firm_id: str, name: str, word: str) -> bool:
    """Is the firm what the word says, by its whole name?"""
    name = firms()[firm_id].name if firm_id in firms() else name
    for legal in LEGAL:
        name = name.removesuffix(legal)
    return name.endswith(SAME.get(word, (word,)))
