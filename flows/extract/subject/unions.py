"""Lists of places that are another name of a group: 甲、乙等中西部地区, 长三角：甲、乙、丙合计, 三省一市."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.extract.outline import Topics
from flows.extract.reference import RegionGroup, region_groups
from flows.extract.subject.lands import end_of_clause
from flows.extract.subject.runs import runs
from flows.extract.subject.subjects import EACH, Subject
from flows.patterns import lazy

SUCH = lazy(r"等(?:城市|省份|省市|地区|市|地|省)?(?:在内|组成|构成)?的?")
"""Between some places and the group that they are of."""
HEADED = lazy(r"[\s：:—–-]{1,3}")
TOGETHER = lazy(
    r"(?:等(?:市|地|省|城市)?)?，?(?:[两二三四五六七八九十0-9]+[省市地城])?(?:一共|总共|合计|共计|总计|合起来|加起来|共有)"
)
AS_ONE = lazy(r"[两二三四五六七八九十](?:省市|[省市地城])(?:[一两二三四][省市])?")


def set_aside_members(text: str, mentions: list[Mention]) -> None:
    """Places of a list are no subjects where the group that they are of stands behind or above them."""
    if not any(mention.level == "group" for mention in mentions):
        return
    named = [mention for mention in mentions if mention.kind == "region"]
    for run in runs([mention for mention in named if mention.level != "group"], text):
        before = next((m for m in reversed(named) if m.end <= run[0].start), None)
        behind = next((m for m in named if m.start >= run[-1].end), None)
        if is_heading(before, run, text) or is_whole(behind, run, text):
            for mention in run:
                mention.role = "object"


def is_heading(group: Mention | None, run: list[Mention], text: str) -> bool:
    """Does the group open the passage, a colon behind it, and the list add its places up?"""
    if group is None or group.level != "group" or group.start:
        return False
    headed = HEADED.fullmatch(text, group.end, run[0].start)
    return headed is not None and TOGETHER.match(text, run[-1].end) is not None


def is_whole(group: Mention | None, run: list[Mention], text: str) -> bool:
    """Does the group stand behind some of its places: 甲、乙等中西部地区?"""
    if group is None or group.level != "group":
        return False
    return SUCH.fullmatch(text, run[-1].end, group.start) is not None


def call_by_group(topics: Topics, text: str, mentions: list[Mention]) -> None:
    """All the places of the group that an article is about are that group: 甲、乙、丙三地 of a 甲乙丙."""
    group = home_group(topics)
    if group is None:
        return
    for run in runs([mention for mention in mentions if mention.kind == "region"], text):
        united = AS_ONE.match(text, run[-1].end) or TOGETHER.match(text, run[-1].end)
        if united and {m.ids for m in run} == {(member,) for member in group.members}:
            if not EACH.search(text, run[-1].end, end_of_clause(text, run[-1].end)):
                run[0].ids, run[0].names, run[0].level = (group.region_id,), (group.name,), "group"
                run[0].end = run[-1].end
                for mention in run[1:]:
                    mention.role = "gloss"


def home_group(topics: Topics) -> RegionGroup | None:
    """The group of places that the article is about."""
    for source in (topics.headline, topics.place):
        if len(source.regions) == 1:
            return region_groups().get(source.regions[0][0])
    return None


def group_meant(topics: Topics, size: int) -> Subject | None:
    """The article's group, if it is of as many places: 三地 in an article about 京津冀."""
    group = home_group(topics)
    if group is None or len(group.members) != size:
        return None
    return Subject(regions=((group.region_id, group.name),), rule="group of the article")
