"""Words that stand for a name: 三市, 后者, 公司 mean what was named before; 前10城 means nobody."""

from __future__ import annotations

import re
from dataclasses import replace

from flows.extract.entities.mention import Mention
from flows.extract.outline import Topics
from flows.extract.subject.compared import is_its_multiple
from flows.extract.subject.persons import person_speaks
from flows.extract.subject.position import OPENING
from flows.extract.subject.quoted import speaker_behind
from flows.extract.subject.subjects import (
    ANAPHOR,
    NOBODY,
    UNNAMED,
    Scene,
    Subject,
    runs,
    sentence_before,
    subject_of_run,
)
from flows.extract.subject.unions import group_meant
from flows.patterns import lazy

ITS = lazy(r"(?:尽管|虽然|但|而|同时|此外|目前|，)*其(?![中他它余次实间后二三一])")
"""其 at the beginning of a sentence, which means whom the one before it ended with."""

ZONE = lazy(
    r"该(?:产业|科技|创新|数据|智算|计算|研发|展示)?(?:基地|中心|园区?|集聚区|示范区|试验区|开发区|高新区|经开区|片区|小镇|港|谷|集群|新城|新区)"
)
BARE = ("基地", "中心", "它")
BARE_ZONE = lazy(
    r"(?:^|[，。；：！？\n])(?:目前|如今|现在|，)*"
    r"(?:(?:基地|中心)(?=[0-9]|现|已|入驻|累计|聚集|集聚|汇聚|目前|去年|今年|内|总|共|设|第[一二三]期|一期)|它(?!们))"
)
"""The same without 该, where it opens a clause that says what parks and centres do."""
ZONES = frozenset({"zone", "park", "facility"})


def zone_anaphor(scene: Scene, topics: Topics) -> Subject | None:
    """The park or zone that 该基地 or 该园区 means: the last that the passage named, else the headline's."""
    told = scene.text[scene.sentence.start : scene.number.start]
    word = ZONE.search(scene.text, scene.sentence.start, scene.number.start) if "该" in told else None
    if not word and any(mark in told for mark in BARE):
        word = BARE_ZONE.search(scene.text, max(0, scene.sentence.start - 1), scene.number.start)
    if not word or word[0][-1] == "它" and not zone_opens(scene):
        return None
    for mention in reversed(scene.mentions):
        if mention.start < word.start() and mention.role in {"subject", "title"}:
            if mention.park or mention.level in ZONES:
                return subject_of_run([mention], "anaphor")
    if topics.headline.regions and topics.headline.firm:
        return topics.headline.by("anaphor")
    named = scene.eligible(scene.sentence.start, scene.number.start)
    return topics.place.by("main place of the article") if topics.place.regions and not named else None


def zone_opens(scene: Scene) -> bool:
    """Does a park or a centre open the sentence before, which 它 then means?"""
    since = sentence_before(scene)
    named = [m for m in scene.mentions if since <= m.start < scene.sentence.start and m.role == "subject"]
    if any(m.kind == "model" for m in named):
        return False
    return bool(named) and named[0].start - since < 3 and bool(named[0].park or named[0].level in ZONES)


GROUP = lazy(
    r"([两二三四五六七八九十])(?:省份?|市|地|区|县|国|城|者|家|大(?:城市群|核心区|产业带|经济圈|都市圈|经济区|地区|区域|市场|国|城市))"
    r"(?=合计|之和|共|总|[^，。；]{0,12}$)"
)
BACK = 80
"""Code points before a sentence in which a group that 五地 means may begin to be named."""
SIZES = {character: size for size, character in enumerate("零一二三四五六七八九十")} | {"两": 2}


def group_anaphor(scene: Scene, topics: Topics) -> Subject | None:
    """三省合计, 两地: the list of as many places that the text named last, or the group that the article is
    about.
    """
    match = GROUP.search(scene.text, scene.floor, scene.number.start)
    if not match:
        return None
    named = [
        m for m in scene.mentions if m.start < match.start() and m.kind == "region" and m.role != "gloss"
    ]
    wide = [run for run in runs(named, scene.text) if all(m.level == "group" for m in run)]
    order = [*runs(named, scene.text), *(wide if "大" in match[0] else [])]
    for run in reversed(order):
        if sum(len(m.ids) for m in run) == SIZES[match[1]]:
            return subject_of_run(run, "group named before")
    meant = group_meant(topics, SIZES[match[1]])
    if meant:
        return meant
    here = {m.ids: m for m in named if m.start >= scene.sentence.start and m.role == "subject"}
    if len(here) < SIZES[match[1]]:
        since = scene.sentence.start - BACK
        here |= {m.ids: m for m in named if m.start >= since and m.role == "subject" and len(m.ids) == 1}
    if len(here) < SIZES[match[1]]:
        beside = [m for m in named if m.start >= scene.sentence.start and m.role in COMPARED]
        here = {m.ids: m for m in beside}  # 甲比乙少9家，比丙多12家；三城都…
    run = sorted(here.values(), key=lambda m: m.start)
    return subject_of_run(run, "group named before") if len(here) == SIZES[match[1]] else None


COMPARED = frozenset({"subject", "comparand"})


FIRMS = lazy(
    r"(?:这|上述|以上|前述|此)?(?P<size>[两二三四五六])(?:者|家(?:[^，。；0-9]{0,8}?"
    r"(?:公司|企业|厂商|银行|机构|巨头|车企|平台|大厂|独角兽|龙头|运营商|上市公司))?)"
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
    if not match or scene.eligible(match.end(), scene.number.start):
        return None
    size = SIZES[match["size"]]
    named = [
        m
        for m in scene.mentions
        if m.kind in {"firm", "model"} and m.start < match.start() and m.role == "subject"
    ]
    for run in reversed(runs(named, scene.text)):
        if len(run) == size:
            return subject_of_run(run, "group named before")
    near = {m.ids: m for m in named if m.start >= scene.sentence.start - BACK}
    if len(near) == size:
        group = subject_of_run(list(near.values()), "group named before")
        return replace(group, firms=tuple((m.ids[0], m.names[0]) for m in near.values()))
    return topics.headline.by("group of the headline") if len(topics.headline.firms) == size else None


def points_back(scene: Scene, found: re.Match[str]) -> bool:
    """Does 两家公司 open its clause, or stand behind the names themselves?"""
    start = found.start()
    if found[0][0] in "这上以前此" or start == 0 or scene.text[start - 1] in "，。；：！？、\n“":
        return True
    return any(m.end == start and m.kind == "firm" for m in scene.mentions)


HEADS = lazy(
    r"(?:前|其余|其他|另外|后)(?:[0-9]+|[一二三四五六七八九十百]+)(?:大|个|座)?(?:城市?|省份?|省市|[市县国州]|国家)"
    r"(?=[占的合总平共仅只有达为累外内中，]|城市|[0-9])"
)
ANOTHER = lazy(r"另(?:外)?一[家座个][^，。；]{0,14}(?:公司|企业|厂商|机构|城市|巨头)")
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
    if "前" in near or "其" in near or "另" in near or "后" in near:
        heads = [match.end() for match in HEADS.finditer(scene.text, since, end)]
        if heads and not scene.eligible(heads[-1], scene.number.start):
            return NOBODY.by(UNNAMED)
    return last if last.rule == UNNAMED and scene.since > scene.sentence.start else None


def latter(scene: Scene, topics: Topics) -> Subject | None:
    """后者 and 前者: the last and the last but one that the text named, or models of the passage before."""
    word = scene.text.rfind("者", scene.floor, scene.number.start)
    if word < 1 or scene.text[word - 1] not in "前后":
        return None
    if is_its_multiple(scene.text[max(0, word - 5) : word - 1], scene.text[word + 1 : word + 24]):
        word = scene.text.rfind("前者", scene.floor, word) + 1  # 前者是后者的三倍, 售价仅为后者的三成
        if word < 1:
            return None
    named = [m for m in scene.mentions if m.start < word and m.kind in {"region", "firm", "model"}]
    pair = [m for m in named if m.kind == named[-1].kind][-2:] if named else []
    if not pair and len(topics.before) > 1 and all(one.model for one in topics.before[:2]):
        return topics.before[scene.text[word - 1] == "前"].by("anaphor")
    if not pair or scene.text[word - 1] == "前" and len(pair) < 2:
        return None
    return subject_of_run([pair[-1] if scene.text[word - 1] == "后" else pair[0]], "anaphor")


def anaphor(scene: Scene, last: Subject, topics: Topics, kind: str) -> Subject | None:
    """公司, 该企业, 我们 that open a clause: the firm spoken of last, in the passage, before
    it, or in the headline.
    """
    if not ANAPHOR.search(scene.text, max(0, scene.sentence.start - 1), scene.number.start):
        return None
    speaker = speaker_behind(scene, of_itself=True) or person_speaks(scene, topics)
    if speaker:
        return speaker
    if IT.match(scene.text, scene.sentence.start):
        before = [m for m in scene.mentions if m.start < scene.sentence.start and m.role == "subject"]
        if before and before[-1].kind == "model":
            return subject_of_run(before[-1:], "anaphor")
    earlier = spoken_of(scene, topics)
    things = [
        m
        for m in scene.mentions
        if m.kind == "model" and m.start < scene.number.start and m.role == "subject"
    ]
    if earlier:
        model = (things[-1].ids[0], things[-1].names[0]) if things and kind == "model" else None
        return Subject((), (earlier[-1].ids[0], earlier[-1].names[0]), model, "anaphor")
    if last.firm:
        return last.by("anaphor")
    for subject in (topics.headline, topics.firm, *topics.before):
        if subject.firm:
            return Subject(firm=subject.firm, rule="anaphor")
    return None


CLAUSE_MARKS = "，。；：！？\n"


END = frozenset("。！？\n")


def spoken_of(scene: Scene, topics: Topics) -> list[Mention]:
    """The firms named before that 公司 may mean: those that open a clause alone; else none of the partners
    or investors of the firm that the article is about.
    """
    named = [
        m for m in scene.mentions if m.kind == "firm" and m.start < scene.number.start and m.role == "subject"
    ]
    alone = [run[0] for run in runs(named, scene.text) if len(run) == 1]
    last = named[-1] if named else None
    here = [m for m in named if m.start >= scene.sentence.start]
    if len({m.ids for m in here}) == 1 and THIS.search(scene.text, here[-1].end, scene.number.start):
        return here  # 只有甲公司能做到，这家公司…
    if last and scene.text[last.end : last.end + 1] in END and scene.text[last.start - 1] in "的是为即":
        if last.end + 1 >= scene.sentence.start:
            return [last]  # …，是某人创办的甲。这家公司…
    opening = [mention for mention in alone if leads_its_clause(mention, scene.text)]
    main = topics.headline.firm or topics.firm.firm
    if opening or not main:
        return opening or named
    return [m for m in named if m.ids[0] == main[0]]


THIS = lazy(
    r"[，；]?[^，。；]{0,3}(?:这家|该)[^，。；]{0,10}?(?:公司|企业|机构|平台|品牌|厂商|独角兽|巨头|集团)"
)
IT = lazy(r"它(?!们)")


def leads_its_clause(mention: Mention, text: str) -> bool:
    """Does nothing but a link stand between the name and the mark before it, in whichever sentence?"""
    since = max(text.rfind(mark, 0, mention.start) for mark in CLAUSE_MARKS) + 1
    return OPENING.match(text[since : mention.start]) is not None


def spoken_firm(scene: Scene, last: Subject, topics: Topics) -> Subject | None:
    """公司, 该企业, 我们: the firm that the passage, or the one before it, was about."""
    earlier = [
        m
        for m in scene.mentions
        if m.kind in {"firm", "model"} and m.start < scene.sentence.start and m.role == "subject"
    ]
    if earlier:
        meant = spoken_of(scene, topics)
        names = [m for m in earlier if m in meant][-1:]
        things = [m for m in earlier if m.kind == "model"][-1:]
        return Subject(
            (),
            (names[0].ids[0], names[0].names[0]) if names else None,
            (things[0].ids[0], things[0].names[0]) if things else None,
            "earlier sentence",
        )
    return topics.firm.by("main firm") if not topics.firm.empty else None
