"""The run of words that names what is counted, up to the verb that tells of it (数字化转型试点城市|获批)."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation, cue_words
from flows.extract.metric.behind import moving_verbs, predicate_nouns
from flows.extract.metric.nouns import NOUN_TAGS, VERB_TAGS, light_verbs, locating_verbs, trim
from flows.extract.words import Words, tagged
from flows.patterns import lazy

LONGEST_RUN = 14
WHOLE = lazy(r"(?:" + alternation("counted_head") + r"|[省市区县乡镇村州国旗港校院店厂馆站所])$")
"""A noun that things are counted by: a phrase that ends with it needs no other head."""


def told_of(words: Words, phrase: str) -> bool:
    """Does a verb that things are told by follow the phrase (新药获得国家级的奖励)?"""
    at = 0
    for word, tag in words:
        if at >= len(phrase) and tag in VERB_TAGS:
            return is_predicate(word)
        at += len(word)
    return False


@lru_cache(maxsize=1 << 12)
def is_predicate(word: str) -> bool:
    """Is the verb one that tells what became of things, or what they do?"""
    known = word in predicate_nouns() or word in moving_verbs() or word in locating_verbs()
    return known or light_verbs().fullmatch(word) is not None or word in cue_words("telling_verb")


def run(full: str, phrase: str) -> str:
    """The nouns, verbs and adjectives up to the end of the clause as one name, which ends with a noun; a verb
    that tells something ends it before.
    """
    words = tagged(full)
    taken = named = ""
    for index, (word, tag) in enumerate(words):
        following = words[index + 1][0] if index + 1 < len(words) else ""
        noun = tag in NOUN_TAGS or word == "点" and tag == "m"
        if word in JOINING and index and words[index - 1][1] in VERB_TAGS and following and taken:
            taken += word  # 产业集聚与赋能应用特色园区
            continue
        if not (noun or index == 0 and leads(word, tag) or is_kind(word, following)):
            if len(word) == 1 and word not in KINDS or tag not in VERB_TAGS | MIDDLE or is_predicate(word):
                break
        taken += word
        if noun and (len(word) > 1 or index):
            named = taken
    if not phrase:
        if words[0][1] in VERB_TAGS and named != full:
            return ""
        return trim(named) if 1 < len(named) <= LONGEST_RUN else ""
    whole = named == full or full[len(named) : len(named) + 1] in STOPS
    told = tagged(full[len(named) :])
    headed = WHOLE.search(named) is not None
    whole = whole or headed and bool(told) and is_predicate(told[0][0])
    return trim(named) if whole and len(phrase) < len(named) <= LONGEST_RUN + 6 * headed else ""


def leads(word: str, tag: str) -> bool:
    """Can the word modify the noun behind it, though its tag does not say so (偏远行政村, 破旧校舍)?"""
    return word in DENIES or len(word) > 1 and tag in LEADING and not word[0].isdigit()


def is_kind(word: str, following: str) -> bool:
    """Is the word the figure of a kind of things (1类新药, 世界500强企业), or what stands behind it?"""
    if word in KINDS:
        return True
    return word.isdigit() and following in KINDS


JOINING = frozenset("与和及")
KINDS = frozenset(
    "新一代 下一代 类 级 型 代 线 强 排 层 寸 英寸 纳米 期 轮 维 座".split()  # noqa: SIM905
)
DENIES = frozenset("不未无非")
LEADING = frozenset({"d", "z", "t", "b", "r", "m", "ad", "v", "vn"})
MIDDLE = frozenset({"b", "q", "f"})
STOPS = frozenset("、和与及（(")
