"""Words that stand for several that were named before: 三市, 两家公司; 前10城 and 其余39城 mean nobody."""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.levels import NATION_AND_WORLD, WIDE
from flows.extract.outline import Topics
from flows.extract.reference import ancestors, regions
from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import NOBODY, UNNAMED, Scene, Subject, sentence_before, subject_of_run
from flows.extract.subject.unions import group_meant
from flows.patterns import lazy

GROUP = lazy(
    r"([两二三四五六七八九十])(?:省份?|市|地|区|县|国|城|者|家|大(?:城市群|核心区|产业带|经济圈|都市圈|经济区|地区|区域|市场|国|城市))"
    r"(?=合计|之和|共|总|[^，。；]{0,12}$)"
)
ADDED = lazy(
    r"([两二三四五六七八九十])(?:省份?|市|地|区|县|国|城|者|家)(?:相加|加起来|合起来|加在一起|加总|合在一起)，[^，。；]*$"
)
"""Several that a clause adds up before the one that tells what they have together: 两者相加，占比为…."""
BEHIND = lazy(
    r"(?:以上|左右)?的?[^，。；0-9]{0,10}?(?:在|于|来自|出自|由|属于?)(?:这|上述|以上)([两二三四五六七八九十])[个座]?"
    r"(?:城市|省份|省市|国家|地区|[省市地区县国城])"
)
"""Behind a part of all, the several among which it is: 四成以上分布在这四个城市."""
BACK = 80
"""Code points before a sentence in which a group that 五地 means may begin to be named."""
SIZES = {character: size for size, character in enumerate("零一二三四五六七八九十")} | {"两": 2}


def group_anaphor(scene: Scene, topics: Topics) -> Subject | None:
    """三省合计, 两地: the list of as many places that the text named last, or the group that the article is
    about.
    """
    match = GROUP.search(scene.text, scene.floor, scene.number.start)
    match = match or ADDED.search(scene.text, scene.sentence.start, scene.number.start) or behind(scene)
    if not match:
        return None
    named = [
        m for m in scene.mentions if m.start < match.start() and m.kind == "region" and m.role != "gloss"
    ]
    wide = [run for run in runs(named, scene.text) if all(m.level == "group" for m in run)]
    order = [*runs(named, scene.text), *(wide if "大" in match[0] else [])]
    told = {m.ids: m for m in named if in_two_sentences(m, scene) and m.role == "subject" and len(m.ids) == 1}
    for run in reversed(order):
        if sum(len(m.ids) for m in run) == SIZES[match[1]]:
            later = all(m.start > run[-1].end for m in told.values()) and len(told) == SIZES[match[1]]
            return subject_of_run(list(told.values()) if later else run, "group named before")
    meant = group_meant(topics, SIZES[match[1]])
    if meant:
        return meant
    here = {m.ids: m for m in named if m.start >= scene.sentence.start and m.role == "subject"}
    if len(here) < SIZES[match[1]]:
        since = scene.sentence.start - BACK
        near = [m for m in named if m.start >= since and m.role == "subject" and len(m.ids) == 1]
        here |= {m.ids: m for m in near}
        if len(here) > SIZES[match[1]]:
            here = {m.ids: m for m in near if not holds_any(m, near)}  # 某省南部，甲市…，乙市…。两市占…
    if len(here) < SIZES[match[1]]:
        beside = [m for m in named if m.start >= scene.sentence.start and m.role in COMPARED]
        here = {m.ids: m for m in beside}  # 甲比乙少9家，比丙多12家；三城都…
    run = sorted(here.values(), key=lambda m: m.start)
    return subject_of_run(run, "group named before") if len(here) == SIZES[match[1]] else None


def group_behind(scene: Scene, topics: Topics) -> Subject | None:
    """The places named before among which the text behind the number says that a part of all is."""
    return group_anaphor(scene, topics) if behind(scene) else None


def behind(scene: Scene) -> re.Match[str] | None:
    """The group of which the text behind the number says that a part of all is theirs."""
    return BEHIND.match(scene.text, scene.number.end) if scene.number.unit == "percent" else None


def in_two_sentences(mention: Mention, scene: Scene) -> bool:
    """Is it a place within a land, named in the number's sentence or in the one before it?"""
    return mention.start >= sentence_before(scene) and mention.level not in WIDE


def holds_any(whole: Mention, named: list[Mention]) -> bool:
    """Is it a group of places, or a place that holds another of those named?"""
    if whole.level == "group":
        return True
    return any(one.ids[0] in regions() and whole.ids[0] in ancestors(one.ids[0]) for one in named)


COMPARED = frozenset({"subject", "comparand"})


FIRMS = lazy(
    r"(?:这|上述|以上|前述|此)?(?P<size>[两二三四五六])(?:者|家(?:[^，。；0-9]{0,8}?"
    r"(?:公司|企业|厂商|银行|机构|巨头|[车房药险航]企|航司|平台|大厂|独角兽|龙头|运营商|券商|上市公司))?)"
)
"""Words that stand for as many firms as were named: 这两家公司, 三家企业."""


def firm_group(scene: Scene, topics: Topics, start: int, end: int) -> Subject | None:
    """The firms that 两家公司 between the two offsets means: as many as were listed, or named last, or as the
    headline names.
    """
    told = scene.text[start:end]
    if "家" not in told and "者" not in told:
        return None
    match = next(
        (found for found in FIRMS.finditer(scene.text, start, end) if points_back(scene, found)), None
    )
    if not match and MANY.match(scene.text, scene.sentence.start):
        return None if scene.eligible(start, end) else NOBODY.by(UNNAMED)
    if not match or scene.eligible(match.end(), scene.number.start):
        return None
    size = SIZES[match["size"]]
    named = [
        m
        for m in scene.mentions
        if m.kind in FIRM_KINDS and m.start < match.start() and m.role == "subject"
    ]
    for run in reversed(runs(named, scene.text)):
        if len(run) == size:
            return subject_of_run(run, "group named before")
    near = {m.ids: m for m in named if m.start >= scene.sentence.start - BACK}
    if len(near) == size:
        group = subject_of_run(list(near.values()), "group named before")
        return replace(group, firms=tuple((m.ids[0], m.names[0]) for m in near.values()))
    if len(topics.headline.firms) == size:
        return topics.headline.by("group of the headline")
    if "者" in match[0] and topics.headline.firm:
        return None  # 三者合计 are parts of the firm's figures
    of_firm = topics.headline.firm and not topics.headline.regions
    return NOBODY.by(UNNAMED) if of_firm or TOGETHER.match(scene.text, match.end()) else None


MANY = lazy(
    r"(?:这|上述|以上)?(?:[1-9][0-9]|[7-9]|[七八九十]{1,3})家(?:公司|企业|厂商|机构|银行|[车药]企)?(?:累计|合计|总共|共计|加起来)"
)
"""How a sentence opens that tells of all of more firms than were named one by one: 10家合计投入."""
TOGETHER = lazy(r"(?:公司|企业|厂商|机构)?(?:累计|合计|总共|共计|加起来)")
"""Behind several firms of which all together is told: they are named, but not who they are."""


def points_back(scene: Scene, found: re.Match[str]) -> bool:
    """Does 两家公司 open its clause, or stand behind the names themselves?"""
    start = found.start()
    if found[0][0] in "这上以前此" or start == 0 or scene.text[start - 1] in "，。；：！？、\n“":
        return True
    return any(m.end == start and m.kind == "firm" for m in scene.mentions)


HEADS = lazy(
    r"(?:前|其余|其他|另外|后)(?:[0-9]+|[一二三四五六七八九十百]+)(?:大|个|座)?(?:城市?|省份?|省市|[市县国州]|国家)"
    r"(?=[占的合总平共仅只有达为累外内中，]|城市|[0-9])"
    r"|[0-9一二三四五六七八九十]+[大强个座]?[城省市区县国家]*[以之]外的(?=[0-9])"
    r"|(?:其余|其他|余下|剩余|剩下)(?:的)?(?:城市|省份|省市|省区市|国家|区县|县市|城区|厂商|品牌|玩家|企业|公司)(?=[占合总共仅只累一加]?[^，。；]{0,5}[0-9])"
)
ANOTHER = lazy(r"另(?:外)?一[家座个][^，。；]{0,14}(?:公司|企业|厂商|机构|城市|巨头)")
TOP_FIRMS = lazy(
    r"前(?:[0-9]+|[一二三四五六七八九十]+)(?:大|家|名|强)[^，。；0-9]{0,10}?"
    r"(?:厂商?|企业|公司|品牌|机构|银行|券商|平台|车企|运营商|玩家)(?!是|为|分别|依次|采购|客户)"
)


ALL_OF_IT = lazy(
    r"(?:据[^，。；]{2,16}(?:统计|数据|测算|显示|监测|介绍)，)?"
    r"(?:(?:今年|去年|截至|目前|[0-9]{4}年|前[0-9一二三四五六七八九十])[^，。；]{0,10}?，?)?从?"
    r"(?:全行业|行业(?:层面|方面|整体|来看)|(?:整个|整体|全|新股)?市场(?:方面|层面|整体|来看|上)|(?<!登陆)主板|创业板)"
)
"""How a sentence opens that tells of all the field that a firm is in: 行业层面，…."""


def whole_field(scene: Scene, topics: Topics) -> Subject | None:
    """The land, or nobody, where an article about a firm tells of all its field."""
    told = topics.headline.firm or any(one.firm for one in topics.before)
    of_firm = told and not topics.headline.regions
    if not of_firm or not ALL_OF_IT.match(scene.text, scene.sentence.start):
        return None
    if scene.eligible(scene.sentence.start, scene.number.start):
        return None
    land = topics.place.regions[:1]
    return topics.place if land and land[0][0] in NATION_AND_WORLD else NOBODY.by(UNNAMED)


def first_firms(scene: Scene, topics: Topics) -> Subject | None:
    """Of whom a firm's article tells the first firms of a market (前十大厂商合计…): its land, or nobody."""
    of_firm = topics.headline.firm or topics.firm.firm
    if scene.number.unit == "rank" or not of_firm or not topics.whole.listed.empty:
        return None
    if "前" not in scene.text[scene.sentence.start : scene.number.start]:
        return None
    found = [one.end() for one in TOP_FIRMS.finditer(scene.text, scene.clause_start, scene.number.start)]
    if not found or scene.eligible(scene.clause_start, scene.number.start):
        return None
    land = topics.place.regions[:1]
    return topics.place if land and land[0][0] in NATION_AND_WORLD else NOBODY.by(UNNAMED)


NEAR = 24
"""Code points before a number within which 前10城 is its subject."""


def unnamed_group(scene: Scene, last: Subject) -> Subject | None:
    """前10城, 其余39城: nobody that has a name, for this number and for those listed with it."""
    since, end = max(scene.sentence.start, scene.number.start - NEAR), scene.number.end + 1
    near = scene.text[since:end]
    if "另" in near and not scene.eligible(scene.clause_start, scene.number.start):
        other = ANOTHER.search(scene.text, max(since, scene.clause_start), end)
        if other:
            return NOBODY.by(UNNAMED)
    if any(word in near for word in "前其另后外"):
        heads = [match.end() for match in HEADS.finditer(scene.text, since, end)]
        if heads and not scene.eligible(heads[-1], scene.number.start):
            return NOBODY.by(UNNAMED)
    return last if last.rule == UNNAMED and scene.since > scene.sentence.start else None
