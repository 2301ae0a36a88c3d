"""Names to which something is done or that only give an example: what a place wins, whom a firm supplies."""

from __future__ import annotations

from itertools import pairwise

from flows.extract.cues import alternation
from flows.extract.entities.mention import FIRM_KINDS, HOUSES, Mention
from flows.extract.reference import ancestors, regions
from flows.patterns import lazy

LISTED_ON = frozenset(("、", "和", "及", "与", "以及"))


PLACES = frozenset({"region", "self"})
AHEAD_OF = lazy(
    r"(?:平均(?:水平|增速)?|增速|水平|均值)?(?:约|近|超)?[0-9.]+个?(?:百分点|%|位|家|倍|点)[、和，及](?:比|较|高于|快于|低于)?"
)
"""Between two that one is compared with: 高于全市1.2个百分点、全省0.8个百分点."""


SPREAD = frozenset({"origin", "gained", "source", "away"})


def spread_roles(text: str, mentions: list[Mention]) -> None:
    """What stands before the first of a list holds for all: 分布在甲、乙和丙, 引进甲、乙."""
    for mention, following in pairwise(mentions):
        spread = mention.role in SPREAD
        if spread and following.role == "subject" and mention.kind == following.kind:
            if is_next(text, mention, following):
                following.role = mention.role
        elif mention.role == "comparand" and following.role != "comparand":
            kinds = {mention.kind, following.kind}
            places = kinds == {"region"} and is_next(text, mention, following)
            if places or kinds <= FIRM_KINDS and is_listed_on(text, mention, following):
                following.role = "comparand"  # 逼近甲和乙，价格仅…
                continue
            rivals = {mention.kind, following.kind} <= PLACES or mention.kind == following.kind
            if rivals and AHEAD_OF.fullmatch(text, mention.end, following.start):
                following.role = "comparand"


SUCH = lazy(r"[^，。；0-9]{0,4}等")


def is_listed_on(text: str, mention: Mention, following: Mention) -> bool:
    """Do the two stand in one list of those that something is compared with (性能逼近甲、乙，丙等模型)?"""
    gap = text[mention.end : following.start].strip()
    return gap in LISTED_ON or gap == "，" and SUCH.match(text, following.end) is not None


def is_next(text: str, mention: Mention, following: Mention) -> bool:
    """Does the name follow in a list, its province perhaps before it (甲省乙县、丙省丁县)?"""
    gap = text[mention.end : following.start]
    if gap in LISTED_ON or following.kind != "region" or gap[:1] not in JOINTS:
        return gap in LISTED_ON
    place = following.ids[0] if following.ids else ""
    above = ancestors(place) if place in regions() else ()
    return any(gap[1:] in {regions()[one].short_name, regions()[one].name} for one in above)


JOINTS = frozenset("、和及与")
LISTING = frozenset("、和及与”」")
EXAMPLE_OF = lazy(
    r"(?:[\u4e00-\u9fff]{1,14}?)?[”』」》]?(?:[、和及与][^，。；]{1,30}?)?等[^，。；、0-9]{0,14}?"
    r"(?:平台|项目|机构|载体|园区?|基地|实验室|高校|院所|设施|集群|走廊|场景|产品|品牌|活动)"
)


WORKS_OF = lazy(
    r"(?:[、和及与][^，。；]{1,30}?)?等(?:[^，。；、0-9的]{0,6}(?:企业|公司|机构|巨头|龙头|单位|运营商)的?)?"
    r"[^，。；、0-9企公机]{0,8}(?:智算中心|计算中心|数据中心|项目|基地|工程|产业园|园区|产线|生产线|工厂|实验室)"
)
"""Behind firms of whose works a place tells: 甲、乙等智算中心加快建设."""


WARES_OF = lazy(
    r"(?:[、和及与][^，。；]{1,30}?)?等[^，。；、0-9的企公机]{0,8}(?:芯片|加速卡|显卡|GPU|NPU|大?模型|框架)(?=[，。；、]|$)"
)
"""Behind makers of what others use: 部署甲、乙等芯片，算力80P."""


def is_example(mention: Mention, text: str, ahead: str) -> bool:
    """Is the institution or the zone one of a list of examples (甲、乙等平台启动建设)?"""
    if mention.kind == "self" or mention.kind == "region" and not leads_name(mention, ahead):
        return False
    listed = text[mention.start - 1 : mention.start] in LISTING or ahead[:1] in LISTING
    if mention.level in HOUSES:
        return listed and (WORKS_OF.match(ahead) or WARES_OF.match(ahead)) is not None
    return listed and EXAMPLE_OF.match(ahead) is not None


def leads_name(place: Mention, ahead: str) -> bool:
    """Is the place a zone or a park, or the beginning of the name of one (鸠兹科创湾)?"""
    return bool(place.park) or place.level == "zone" or ahead[:1] not in PLACE_ENDS


PLACE_ENDS = frozenset(("", *"、和及与等市省区县州，。；的（"))
LISTED_NEXT = frozenset("、和及与等")
FORESEES = lazy(
    r"(?:将|把|对|上调|下调|调高|调低)[^，。；]{0,30}?(?:预测|预期|预估|预计|评级|目标价)[^，。；]{0,6}?(?:上调|下调|调高|调低|提高|提升|调至|升至|至|，)"
)
"""What those who foresee a market do: 某某将今年销量预测上调至1万台."""
HOSTS = lazy(r"(?:上|平台|社区)?(?:上的|的)?(?:累计|总)?(?:下载|点赞|收藏|星标|热度|趋势榜|排行榜|榜单|获赞)")
"""What is told of a model on the site of another: 在某平台下载量突破20万次."""
TOWARDS = (
    "基于", "采用", "搭载", "选用", "内置", "适配", "兼容",
    "向", "依托", "围绕", "背靠", "借助", "给", "把", "将", "被", "替", "从", "对",
)  # fmt: skip
SEEN_BY = lazy(
    r"[”」』]?(?:集团|公司)?(?:来说|来讲|而言|来看|看|(?:方面|官方|处)?(?:获悉|了解到|了解|得知|获得的))"
)
ABOUT_IT = lazy(
    r"的?[^，。；0-9]{0,8}?(?:目标价|评级|盈利预测|每股收益预测|[0-9][^，。；]{0,10}融资)|的[0-9][^，。；]{0,10}融资"
)
"""What is told of the firm behind such a word: 将某某目标价上调至, 对某某的66亿美元融资."""
FOR = lazy(r"(?:^|[^成作视称名分别认定评])为$")
SERVED = lazy(r"[^，。；的]{0,6}?(?:提供|供货|供应|配套|代工|带来|贡献|服务)")
GAINED = lazy(
    rf"{alternation('gain_verb')}[出了]{{0,2}}(?:一大?批|包括|如|像|以|诸如)?[“「]?$"
    r"|等[\u4e00-\u9fff]{2,6}，?以及$"
)


def is_gained(before: str, after: str) -> bool:
    """Does a list of those begin with the firm whom a place has won (引进甲、乙等龙头)?"""
    return after[:1] in LISTED_NEXT and GAINED.search(before) is not None


FROM = lazy(
    rf"(?:来自|源自|出自)(?:[^，。；]{{0,6}}?(?:{alternation('firm_noun')}|投资者|投资方|股东|机构|客户))?$"
)
BEING = ("是", "系", "作为", "成为")
PARTY_TO = lazy(
    r"的?[^，。；]{0,14}?(?:股东|投资人|投资方|投资者|客户|供应商|代工厂|子公司|合作伙伴|对手|创始人|经销商|代理商)"
)


def is_object(before: str, after: str) -> bool:
    """Is something done to the firm, or for it, or is another one its customer: 向甲采购, 为甲供货, 来自甲的,
    乙是甲的股东? 对甲来说 and 从甲看 speak of it.
    """
    if "自" in before and FROM.search(before) or before.endswith(BEING) and PARTY_TO.match(after):
        return True
    if before.endswith(("在", "在 ")) and HOSTS.match(after.lstrip()):
        return True
    if before.endswith(TOWARDS):
        return not (SEEN_BY.match(after) or ABOUT_IT.match(after))
    return FOR.search(before) is not None and SERVED.match(after) is not None


GOT = ("获", "获得了", "获得", "拿到", "引入", "得到")
FUNDED = lazy(r"[0-9数几近约超逾上百千]+[^，。；]{0,12}?的?[A-F]?轮?(?:战略)?(?:投资|融资|注资|入股)")


LEADS = lazy(
    r"(?:等?[^，。；]{0,8}?(?:联合|共同|独家))?"
    r"(?:领投|跟投|独家投资|出资|注资|追加投资|战略投资|(?:牵头|主导|领衔)的?[^，。；、]{0,14}?(?:融资|投资|募资))"
)
"""What funders do in rounds: 由甲领投1.5亿元."""


HOLDS = lazy(r"(?:合计|间接|直接|共|仍|目前)*持股(?:比例)?(?:约|为|达|近|超过?|降至|升至)?[0-9.]+%(?!的)")
"""What a shareholder of the firm spoken of has of it: 甲持股9.65%."""


def is_funder(before: str, after: str) -> bool:
    """Is it he who pays: 再度获得甲10亿美元的融资?"""
    if before.endswith("由"):
        return LEADS.match(after) is not None
    if "持股" in after[:6] and HOLDS.match(after):
        return True
    return before.endswith(GOT) and FUNDED.match(after) is not None
