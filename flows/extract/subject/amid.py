"""A wide land amid a clause (光纤激光器全球市场占有率) says where something is measured, and is not whom the
number speaks of.
"""

from __future__ import annotations

from flows.extract.entities.mention import FIRM_KINDS, Mention
from flows.extract.levels import LOCAL, NATION_AND_WORLD
from flows.extract.outline import Topics
from flows.extract.reference import regions
from flows.extract.subject.subjects import Scene, Subject, in_sentence
from flows.patterns import lazy

SAID = lazy(
    r"(?:(?:检索|收录|统计|监测|梳理|盘点|筛选|普查|登记|抽查|归集)(?:出来?|到|得)?的"
    r"|显示|表明|指出|称|认为|介绍|透露|表示|预计|预测|估计|统计|发现|公布|发布|披露|了解|获悉|测算|来看|方面)"
)
FREE = lazy(
    r"[0-9一二三四五六七八九十两年月日号至到底末初前后半季度上下去今明当本同期截止近来以间内时中“「（、：在从对于还也则而但将使让令，]*"
)
"""What may stand in a clause before whom it speaks of: times and links; before them, who says it."""
LINKS = lazy(r"^(?:目前|此外|其中|同时|另外|全年|累计|有望)")


def past_land(
    found: Subject, scene: Scene, last: Subject, same: bool, kind: str, topics: Topics
) -> Subject | None:
    """Who is spoken of instead, where the segment names but a wide land amid its clause."""
    if found.rule != "segment" or found.firm or len(found.regions) != 1 or scene.number.unit == "multiple":
        return None
    if found.regions[0][0] not in NATION_AND_WORLD:
        return None
    named = scene.eligible(scene.floor, scene.number.start)
    land = next((m for m in named if m.ids == found.regions[0][:1]), None)
    if land is None or land.surface in APART:
        return None
    if is_ranked_within(land, scene) or scene.number.unit == "rank" and land.surface in OF_ALL:
        return last.by("subject of the claim before") if last.firm or is_narrow(last) else None
    users = leads_users(land, scene)
    if not users and not is_amid(land, scene):
        return None
    newer = any(m.kind in FIRM_KINDS for m in scene.eligible(scene.since, scene.floor))
    if same and not newer and (last.firm or last.model or is_narrow(last)):
        return last.by("subject of the claim before")
    opener = in_sentence(scene, kind)
    if opener and (opener.firm or is_narrow(opener)) and opener.rule.startswith("opens"):
        return opener
    if users and (topics.headline.firm or topics.headline.model) and not last.regions:
        return (topics.headline if last.empty else last).by("users of the firm")
    return None


def is_ranked_within(land: Mention, scene: Scene) -> bool:
    """Is the rank counted in a land (全球高被引学者数位列全球第六), and not of the land before?"""
    if scene.number.unit != "rank":
        return False
    named = [m for m in scene.sentence.mentions if land.end <= m.start < scene.number.start]
    return any(m.role == "scope" and m.ids and m.ids[0] in NATION_AND_WORLD for m in named)


USERS = lazy(
    r"(?:范围内)?的?(?:付费|注册|活跃|月活|日活|企业|个人|开发者|智能|累计|合作|总)*"
    r"(?:用户|客户|员工|雇员|门店|下载量?|装机|装车|伙伴|经销商|交付)"
)
TOLD_BY = lazy(r"报告|数据|统计|调查|研究|显示|预计|预测|认为|行业|市场")


def leads_users(land: Mention, scene: Scene) -> bool:
    """Does the land open a clause that tells of users or staff, as a firm or a product has them, and none
    of a report (某某上线两月，全球付费用户…)?
    """
    if scene.number.unit not in {"count", "person"} or not USERS.match(scene.text, land.end):
        return False
    return TOLD_BY.search(scene.text, scene.sentence.start, land.start) is None


OF_ALL = frozenset({"全国", "国内", "全球", "世界"})
"""Lands within which ranks are counted, and which have none themselves (国内销量蝉联第一)."""
APART = frozenset({"大陆", "中国大陆", "内地", "中国内地"})
"""Names of the mainland beside other places."""


def is_amid(land: Mention, scene: Scene) -> bool:
    """Does more than a time, a link or a source stand before it in its clause?"""
    start = scene.sentence.clause_start(land.start)
    said = [found.end() for found in SAID.finditer(scene.text, start, land.start)]
    head = LINKS.sub("", scene.text[said[-1] if said else start : land.start])
    return FREE.fullmatch(head) is None


def is_narrow(subject: Subject) -> bool:
    """Is it a place within a land?"""
    if len(subject.regions) != 1:
        return False
    region = regions().get(subject.regions[0][0])
    return region is not None and region.level in LOCAL
