"""Works that a text names by a place or a coined word and what they are, before what is done to them or what
they have: 云岭物流港二期项目主体封顶; and the short words that mean them later: 物流港, 该中心, 项目.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ahocorasick_rs import AhoCorasick

from flows.extract.cues import alternation, cue_words
from flows.extract.entities.coined import is_made_up, is_said
from flows.extract.entities.gazetteer import Hit
from flows.extract.entities.institutions import (
    COMPUTING,
    GENERIC_HEAD,
    SITES,
    TEACHING,
    Institution,
    discovered_id,
)
from flows.extract.entities.mention import Mention
from flows.extract.entities.surfaces import Sense
from flows.patterns import lazy

NOUN = alternation("work_noun")
PART = (
    r"(?:[一二三四五1-5]期)?(?:[\u4e00-\u9fff]{0,4}(?:项目|工程))?(?:[一二三四五1-5]期)?"
    r"(?:[（(][^（）()]{1,24}[）)])?"
)
"""What may stand behind the name of a work: 二期, 建设项目, （B型）."""
NAME = rf"([\u4e00-\u9fffA-Za-z0-9·]{{2,18}}{NOUN})"
MARK = r"(?:^|[，。；：！？、\n])"
LED = (
    r"(?:[0-9]{1,4}[年月日]|[上下]午|[今昨]日|近日|日前|随着|总投资[^，。；的]{2,10}的"
    r"|[\u4e00-\u9fff]{2,14}?(?:控制性|重点|关键|标志性|配套)工程"
    r"|(?:位于|坐落于|坐落在|地处)[^，。；的]{2,16}的|由[^，。；]{2,24}?(?:投资|建设|承建|打造|设计)的)*"
)
DONE = lazy(
    rf"{MARK}{LED}{NAME}{PART}(?:[0-9]{{1,2}}月[0-9]{{1,2}}日)?[\u4e00-\u9fff“”]{{0,8}}?{alternation('work_act')}"
)
ENTERED = ("走进", "来到", "步入", "探访", "走入")
SEEN = lazy(rf"(?:{'|'.join(ENTERED)})(?:[^，。；]{{0,14}}的)?{NAME}(?=[，（(])")
"""A work that somebody walks into: 走进刚投用的甲市数据运营中心，."""
NOUNS = AhoCorasick(list(cue_words("work_noun")))
TOLD = AhoCorasick([*cue_words("work_act"), *ENTERED])
"""Words of which a text that names a work holds one each."""
NO_HEAD = lazy(
    r"[的和与及等在将从被最首各批座条个于把了级]|以上|调度|指挥|展示|控制|监控|我国|项目|工程|重大|重点|[一二三四五六七八九十0-9]+期"
)


def find_works(text: str, named: list[Hit]) -> Iterator[Institution]:
    """The works that the text names; `named` are the names known in it."""
    if not TOLD.find_matches_as_indexes(text) or not NOUNS.find_matches_as_indexes(text):
        return
    places = {start: end for start, end, senses in named if senses[0].kind == "region"}
    firms = {start for start, _, senses in named if senses[0].kind == "firm"}
    for match in (*DONE.finditer(text), *SEEN.finditer(text)):
        start, end = match.span(1)
        name = match[1]
        noun = next(word for word in LONGEST_FIRST if name.endswith(word))
        head = min(places.get(start, start), end - len(noun))
        rest = text[head : end - len(noun)].lstrip("省市县区")
        if start in firms or len(rest) < 2 or NO_HEAD.search(rest) or GENERIC_HEAD.match(rest):
            continue
        again = SHORT.search(text, end) if head == start else None
        named_again = again is not None and again[1] == noun and not is_said(rest)
        if head > start or is_made_up(rest) or named_again:
            yield Institution(start, end, discovered_id(name), name, None, "facility")


LONGEST_FIRST = tuple(sorted(cue_words("work_noun"), key=len, reverse=True))
STANDS_IN = lazy(
    rf"{MARK}(?:目前|如今|现在|，)*(?:这[位个名款]|该)?((?:AI|智能|数字)({alternation('ai_persona')}))"
)
"""An assistant by whom it stands in for, at the beginning of a clause: AI医生已….."""


def with_assistants(mentions: list[Mention], text: str, products: dict[str, Sense]) -> list[Mention]:
    """The mentions and those of an assistant that the article has named (“云医生”) by a word like AI医生."""
    covered = {at for m in mentions for at in range(m.start, m.end)}
    found = []
    for match in STANDS_IN.finditer(text):
        sense = next((one for name, one in reversed(products.items()) if name.endswith(match[2])), None)
        if sense and covered.isdisjoint(range(*match.span(1))):
            found.append(Mention(*match.span(1), "model", sense.ids, sense.names, sense.level, match[1]))
    return sorted([*mentions, *found], key=lambda m: m.start) if found else mentions


SHORT = lazy(
    rf"{MARK}(?:但|而|同时|此外|目前|如今|现在|，)*(?:该|这座|这个|整个)?({NOUN}|园区|项目|工程)(?={alternation('of_work')}|[0-9])"
)
"""What a work is, by itself at the beginning of a clause that tells what works have."""
PARTNER = lazy(
    r"(?:与|由|同|入驻|进驻|依托)(?:该)?(中心|基地|园区)"
    r"(?=达成|签约|签订|合作|孵化|培育|开展|提供|运营|承建|，)"
)
"""The same where others work with it: 近百家企业与中心达成合作意向."""
CAMPUS = lazy(
    rf"{MARK}(?:其中|目前|如今|，)*([\u4e00-\u9fff]{{0,3}}(?:院区|校区|分院|本部))(?={alternation('of_work')}|[0-9]|保留|收治|门|手术|迎|新|招)"
)
"""A part of a hospital or a university at the beginning of a clause: 东院区, 南湖校区, 本部."""
LASTING = SITES | TEACHING
NEAR = frozenset({"项目", "工程"})
"""Words that mean a work in the passage that names it only."""


def with_short_words(mentions: list[Mention], text: str, works: list[Mention]) -> list[Mention]:
    """The mentions and those by a short word; `works` are those that the passages before named."""
    told = [m for m in mentions if m.park or m.level in LASTING or m.names[0].endswith(COMPUTING)]
    if not told and not works:
        return mentions
    covered = {at for m in mentions for at in range(m.start, m.end)}
    found = []
    for match in CAMPUS.finditer(text) if "区" in text or "分院" in text or "本部" in text else ():
        known = [*works, *(m for m in told if m.end <= match.start(1))]
        whole = next((m for m in reversed(known) if m.level in TEACHING), None)
        if whole and covered.isdisjoint(range(*match.span(1))):
            found.append(replace(whole, start=match.start(1), end=match.end(1)))
    for match in (*SHORT.finditer(text), *PARTNER.finditer(text)):
        word = match[1]
        here = [m for m in told if m.end <= match.start(1)]
        known = here if word in NEAR else [*works, *here]
        meant = next((m for m in reversed(known) if m.level not in TEACHING and is_called(m, word)), None)
        if meant and match.start(1) not in covered:
            found.append(replace(meant, start=match.start(1), end=match.end(1)))
    works += told
    return sorted([*mentions, *found], key=lambda m: m.start) if found else mentions


def is_called(work: Mention, word: str) -> bool:
    """May the word mean the work: the end of its name, 园区 of a 产业园, 项目 of any?"""
    name = work.park or work.names[0]
    if word.endswith("算中心") or word == "算力中心":
        return name.endswith(COMPUTING)
    if word == "中心":
        return name.endswith(word)
    return word in NEAR or name.endswith(word) or word == "园区" and name.endswith("园")
