"""Lists by rank (中国企业500强, 全球独角兽榜): the land in their names, what is told of a list as a whole."""

from __future__ import annotations

from flows.extract.depth import Part
from flows.extract.entities.mention import Mention
from flows.extract.levels import WIDE_OR_GROUP
from flows.extract.outline import Topics
from flows.extract.reference import regions
from flows.extract.subject.subjects import NOBODY, Scene, Subject, subject_of_run
from flows.patterns import lazy

LIST = r"(?:[0-9]{1,4}强|[百十千]强|TOP\s?[0-9]+|榜单?(?![样首])|排行榜|排名(?=公布|发布|出炉|揭晓|[》”]))"
NO_NAME = r"(?!入[围选榜]|跻身|进入|登上|荣登|[位名]列|闪耀|上榜|[占有获居])"
NAMED_LIST = lazy(rf"(?:{NO_NAME}[^，。；：、的在0-9]){{0,16}}?{LIST}")
"""The rest of a list's name behind its land: 中国|医药企业50强."""
WORLD_LIST = lazy(rf"世界(?:{NO_NAME}[^，。；：、的在0-9]){{0,16}}?{LIST}")
ON_LIST = lazy(
    r"(?:在|入选|登上|跻身|进入|入围|荣登|位列|获评|蝉联|闯入|冲进)了?(?:20[0-9]{2}年?(?:度)?)?[“《]?$"
)
OUT = lazy(rf"[^，。；：、的在0-9]{{0,16}}?{LIST}[^，。；0-9]{{0,4}}?(?:揭晓|发布|出炉|公布|公示|亮相|揭榜)")
"""A list that has come out, in a headline that goes on with who is on it."""


def set_aside_lists(text: str, mentions: list[Mention]) -> None:
    """The land of a list on which somebody stands (在2024中国医药企业50强里居首, 落户甲省的中国百强企业,
    中国机器人城市十强揭晓 甲市第八) is the list's.
    """
    if "强" not in text and "榜" not in text and "TOP" not in text:
        return
    for index, mention in enumerate(mentions):
        if mention.kind != "region" or mention.level not in WIDE_OR_GROUP or mention.role != "subject":
            continue
        if not NAMED_LIST.match(text, mention.end):
            continue
        start = mention.start
        among = ON_LIST.search(text, max(0, start - 12), start) is not None
        held = text[start - 1 : start] == "的" and any(
            m.end == start - 1 or is_near(m, start) for m in mentions[:index]
        )
        told = any(m.role == "subject" and m.level not in WIDE_OR_GROUP for m in mentions[index + 1 :])
        if among or held or told and OUT.match(text, mention.end):
            mention.role = "scope"


NEAR = 6


def is_near(mention: Mention, start: int) -> bool:
    """Does a place or a firm stand little before the land of a list (落户甲省的中国百强企业)?"""
    return 0 < start - mention.end <= NEAR and mention.kind != "self"


OF_ALL = "list as a whole"
WORLD = "001"
"""The world in UN M49."""
LED = 5
"""Passages, the headline among them, in which an article says what list it is about."""
ANY_LIST = lazy(LIST)


def list_of(parts: list[Part]) -> Subject:
    """The land of the list by rank that an article is about, else the province."""
    own = NOBODY
    for _, text, mentions, _ in parts[:LED]:
        if not ANY_LIST.search(text):
            continue
        for mention in mentions:
            known = mention.kind == "region" and len(mention.ids) == 1 and mention.level in LISTING
            if known and NAMED_LIST.match(text, mention.end):
                if mention.level in WIDE_OR_GROUP:
                    return subject_of_run([mention], OF_ALL)
                own = own if own.regions else subject_of_run([mention], OF_ALL)
        listed = WORLD_LIST.search(text) if "世界" in text else None
        if listed and not ON_LIST.search(text, max(0, listed.start() - 12), listed.start()):
            return world(OF_ALL)
    return own


def world(rule: str) -> Subject:
    """The world as a subject."""
    return Subject(regions=((WORLD, regions()[WORLD].short_name),), rule=rule)


LISTING = WIDE_OR_GROUP | {"province"}
TOP = lazy(
    r"(?:前[0-9一二三四五六七八九十百]+(?:名|位|大|强|家|所)|排名前[0-9一二三四五六七八九十百]+的"
    r"|[0-9]{2,4}强|[百十千][强大]|上榜的?[0-9]{2,4}[家所个]|全部上榜|所有上榜|整个榜单"
    r"|上榜[^，。；0-9]{0,6}?(?:总|平均|共|合计))"
)
"""Those of whom a list tells as a whole: 前十名企业, 百强医院, 上榜的50家企业."""
REACHED = lazy(
    r"(?:进入|跻身|入围|闯入|位[居列]|居|列|排|排名|稳居|冲进|有[^，。；]{0,6}家|挺进)(?:全国|全球|全省)?$"
)


def of_the_list(scene: Scene, topics: Topics) -> Subject | None:
    """The land of the article's list, where the sentence tells of its first ten or of all on it and names
    nobody.
    """
    if topics.whole.listed.empty:
        return None
    if ON_IT.match(scene.text, scene.number.end) and IN_ALL.search(
        scene.text, max(scene.sentence.start, scene.number.start - 4), scene.number.start
    ):
        return topics.whole.listed
    settled = [m for m in scene.sentence.mentions if m.role == "origin" and m.level not in WIDE_OR_GROUP]
    end = scene.number.end if scene.number.unit == "count" else scene.number.start
    for found in TOP.finditer(scene.text, scene.sentence.start, end) if not settled else ():
        if not REACHED.search(scene.text, max(scene.sentence.start, found.start() - 8), found.start()):
            return topics.whole.listed
    return None


IN_ALL = lazy(r"(?:一共|总共|共|合计)(?:计|有)?$")
ON_IT = lazy(r"[^，。；0-9]{0,8}(?:上榜|入榜|入围|入选)")
"""Around how many a list holds: 今年共有2000所大学上榜."""
TIER = lazy(
    r"第[一二三四五六]+(?:梯队|[档组类]|方阵|层级|层次|阵营)(?:则|共|一共)*(?:有|为|是|包括|包含|共有)(?:约|近)?$"
)
"""Before how many belong to a part of all that are compared."""
MEMBERS = lazy(r"(?:省(?:区市|市|份)?|城市|[市县区州]|地区|国家?|经济体|都市圈|城市群)")


def tier(scene: Scene, topics: Topics, nation: Subject) -> Subject | None:
    """The whole of which 第二梯队有10个省市 counts a part: the world for countries, the list's land,
    else the nation.
    """
    number = scene.number
    if number.unit != "count" or not TIER.search(scene.text, scene.clause_start, number.start):
        return None
    members = MEMBERS.match(scene.text, number.end)
    if members is None and number.surface[-1:] not in "省市国":
        return None
    if members and members[0][0] in "国经" or number.surface.endswith("国"):
        return world("tier of all")
    land = topics.whole.listed if topics.whole.listed.regions else nation
    return land.by("tier of all")


INDICATORS = lazy(r"[一二三四]级指标")


def of_an_index(scene: Scene) -> bool:
    """Does the number tell of how many indicators an index is made?"""
    return scene.number.unit == "count" and INDICATORS.match(scene.text, scene.number.end) is not None
