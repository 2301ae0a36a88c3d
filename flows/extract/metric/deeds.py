"""What somebody does to the things counted, which is no part of their name: 学校招收|学生, 修缮|文物建筑."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import alternation, cue_words
from flows.extract.metric.nouns import NOUN_TAGS, is_generic
from flows.extract.reference import read_reference
from flows.extract.words import tagged
from flows.patterns import lazy

OWNER = lazy(
    r"(?:企业|公司|集团|机构|高校|大学|学院|学校|平台|中心|基地|政府|部门|单位|银行|协会|商会|联盟|大会|医院|法院|[院馆校厂局区县市省镇乡村城]|新开工|团|团队|社|队)$"
)
"""Who does something, right before the verb: 医院采购检测设备."""
DOERS = lazy(rf".的[^的]*(?:{OWNER.pattern[3:-2]}|厂商|院所|[人者商])$")
"""Those who do it: 研发大模型的厂商 are not 大模型的厂商."""
KIND = lazy(rf"{alternation('deed_head')}(?:数|数量|总数|总量|总额)?$")
"""Heads that are called after what is done with them: 采购项目, 种植面积."""
JOINS = "和与及、并或"
BEFORE_VERB = frozenset({"d", "ad", "t", "zg"})
"""Tags of what stands between somebody and the verb."""


@lru_cache(maxsize=1)
def deeds() -> frozenset[str]:
    """Verbs that lead to what they are done to and name no kind of it."""
    return frozenset(cue_words("deed_verb"))


@lru_cache(maxsize=1)
def deeds_or_kinds() -> frozenset[str]:
    """Verbs that lead to a thing (研发新产品), or name its kind (研发机构)."""
    return frozenset(cue_words("deed_or_kind"))


@lru_cache(maxsize=1)
def light_deeds() -> frozenset[str]:
    """Verbs that lead a noun phrase, where somebody stands before them: 园区引进人才."""
    return frozenset(row["verb"] for row in read_reference("light_verbs") if len(row["verb"]) > 1)


ANY = lazy(f"{alternation('deed_verb')}|{alternation('deed_or_kind')}|{OWNER.pattern[:-1]}")


@lru_cache(maxsize=1 << 13)
def without_deed(noun: str, of_things: bool = True) -> str:
    """The things of a count without who does what to them; an amount that is not `of_things` is often named
    by the deed (研发经费), and loses no verb that may name a kind.
    """
    while ANY.search(noun):
        rest = behind_deed(noun, of_things)
        if rest == noun:
            break
        noun = rest
    return noun


def behind_deed(noun: str, of_things: bool) -> str:
    """What stands behind the first verb of the noun that leads to it, else the noun."""
    words = tagged(noun)
    start = 0
    for index, (word, _) in enumerate(words[:-1]):
        start += len(word)
        rest = noun[start:].lstrip(JOINS).removeprefix("了").removeprefix("的")
        before = words[index - 1] if index else None
        if is_deed(word, rest, before, of_things) and is_thing(rest):
            return rest
    return noun


def is_deed(verb: str, rest: str, before: tuple[str, str] | None, of_things: bool) -> bool:
    """Is the word a verb that leads to the rest, by itself or by who or what stands before it?"""
    if before and before[0] == "的" or rest.startswith("类") or DOERS.search(rest):
        return False
    if verb in deeds():
        return True
    light = before is not None and verb in light_deeds()
    if KIND.match(rest) or not light and not (of_things and verb in deeds_or_kinds()):
        return False
    if before is None or before[1] in BEFORE_VERB or OWNER.search(before[0]) is not None:
        return True
    named = len(before[0]) > 1 and before[1] in NOUN_TAGS
    return light and of_things and named and len(tagged(rest)) > 1


def is_thing(rest: str) -> bool:
    """Is the rest a noun of its own, and no amount that the deed is measured by (采购量)?"""
    return len(rest) > 1 and not is_generic(rest) and AMOUNT.match(rest) is None


AMOUNT = lazy(r"(?:[数量率额费期]|人[数次]|次数|面积|规模|能力|水平|效率|时[间长]|周期|成本|价格?)")
"""What a deed is measured by."""
