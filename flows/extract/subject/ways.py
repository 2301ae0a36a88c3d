"""Places that things come from, go to or stand at: 销往甲省, 位于乙市, 到丙市为8毫秒."""

from __future__ import annotations

from flows.extract.entities.mention import Mention
from flows.patterns import lazy

TRADE_BEFORE = lazy(
    r"(?:^|[^面针相反])(?:对|向|从|自|赴|往|到|来自|销往|出口至|出口到|出口|进口自|吸纳|承接|飞往|前往|面向|辐射|覆盖|服务|惠及|触达|通往|走进|直达|通达|直通|直连|直飞|连通|抵达)$"
)
TRADE_ENDS = frozenset("纳接对向从自赴往到至口射盖务及达进通连飞")
AWAY_FROM = ("到", "至", "距", "距离", "离", "抵", "抵达")
AWAY = lazy(
    r"[市省]?[^，。；0-9]{0,6}?[约仅近超为在需]*[0-9][0-9.—–~-]*[多余]?(?:公里|千米|海里|毫秒|微秒|分钟|个?小时|米(?!粉|线))"
)
"""How far or how long it is to a place: 到甲市为8毫秒, 距甲市105公里."""
AWAY_ALL = lazy(
    r"(?:[、和][^，。；、0-9]{2,4}){0,6}(?:等地)?的?(?:单向|双向|网络|平均|端到端)*"
    r"(?:时延|延时|车程|航程|距离|用时)"
)
"""The same of several: 到甲市、乙市、丙市时延分别降至…."""
ORIGIN_BEFORE = (
    "来自", "产自", "产于", "源自", "分布于", "分布在", "集中在", "集中于", "位于", "落户", "落在",
    "聚集在", "设在", "设于", "诞生于", "起家于", "创立于", "扎根", "立足", "出自", "归属", "流向", "投向",
    "原产地为", "原产于", "外发", "转往", "转口至", "转运至", "地处", "坐落于", "坐落在", "毗邻", "紧邻",
    "比邻",
)  # fmt: skip
PLANT_THERE = lazy(
    r"[市省州县]?的[^，。；、0-9]{0,8}?(?:工厂|厂区|厂房|车间|基地|产线|生产线|研发中心|子公司|分公司|门店|仓库|数据中心)"
)
"""Behind the place where a firm has what is told of: 在某国的工厂年产能320万套."""
REACHED = lazy(
    r"(?:建成|开通|铺设|新增|新开|打通|增开|架设|搭建|开行|加密)了?(?:直达|通达|飞往|通往|发往|至|到|往)$"
)
"""Before the place that a line or a link goes to: 建成至甲市、乙市的直连链路."""
OUT_THERE = lazy(
    r"[市省]?(?:[、和及][^，。；、0-9]{2,6}){0,6}(?:等(?:[0-9一二两三四五六七八九十多]*个?(?:重点)?(?:地|城市|省市|地市|国家?|地区|市|省))?)?"
    r"(?:集中|先后|密集|成功|相继|陆续|累计|分别|多次|组织|举办|举行|召开|开展|进行|专场|专题|了|共)*"
    r"(?:推介|招商|路演|宣讲|考察|参展|引才|招才|招聘|巡展|巡演|敲门|叩门)"
)
"""Behind 在 and the places where somebody seeks firms and people for his own: 在甲市、乙市等地推介6次."""

BUILT_THERE = lazy(
    r"[市省州]?(?:[、和及与][^，。；、0-9]{2,6}){1,6}"
    r"(?:等(?:[0-9一二两三四五六七八九十多]*个?(?:地|城市|省市|国家?|地区|市|省))?)?"
    r"(?:先后|相继|陆续|累计|分别|已经?|共|也|还|均)*"
    r"(?:建成|建有|建立|建起|设立|设有|开设|开出|布局|落地|投资|部署|拥有|有)了?"
)
"""Behind 在 and the places in several of which somebody has something: 在甲市、乙市等地建成分园9个."""


SHARE_OF = lazy(r"[^，。；、0-9的]{0,6}的(?:占比|比例|比重|份额)")
"""Behind the place whose part of a whole is told: 来自甲国的比例."""


GAAP = lazy(r"(?:通用|公认)?会计(?:准则|原则)")
"""Behind the land by whose rules a firm reckons: 非美国通用会计准则下净利润."""
STORE = lazy(
    r"区的?(?:(?:[\u4e00-\u9fff]{2}|iOS)(?=App|应用商店|免费|下载|畅销))?(?:App ?Store|应用商店)?"
    r"(?:免费|下载|畅销|应用|游戏|总|热门)*"
    r"(?:榜|排行|排名|第[一二三四五])"
)
"""Behind the land in whose store an application is ranked: 登上美国区免费榜第二."""


def way_role(before: str, after: str) -> str:
    """The role of a place behind 位于, 来自 or 到, where a firm has a plant, by whose rules it reckons or in
    whose store its application is ranked; '' otherwise.
    """
    if GAAP.match(after) or STORE.match(after):
        return "scope"
    there = before.endswith("在") and (OUT_THERE.match(after) or BUILT_THERE.match(after))
    if there or REACHED.search(before):
        return "away"
    if before.endswith("来自") and SHARE_OF.match(after):
        return "subject"  # 来自甲国的比例达到18%
    if before.endswith(ORIGIN_BEFORE) or before.endswith("在") and PLANT_THERE.match(after):
        return "origin"
    if before.endswith(AWAY_FROM):
        return "object" if AWAY.match(after) else "away" if AWAY_ALL.match(after) else ""
    return ""


SITE = lazy(r"[市省州县区]?(?:厂区|工厂|基地|总部|研发中心|子公司|分公司|产线|生产线|车间|厂)的?")


def set_aside_sites(text: str, mentions: list[Mention]) -> None:
    """In an article about a firm, places are where it has its plants (郑州厂区的自动化率)."""
    for mention in mentions:
        if mention.kind == "region" and mention.role == "subject" and SITE.match(text, mention.end):
            mention.role = "origin"


def is_traded(before: str) -> bool:
    """Does something go there or come from there?"""
    return before[-1:] in TRADE_ENDS and TRADE_BEFORE.search(before) is not None
