"""Ranks that are no claims of anybody (前5城, 排名前100的机构), and nouns that name nothing but standing."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import FIRMS, OTHER
from flows.extract.numbers.number import Number
from flows.extract.scores import SCORE_NAME
from flows.extract.windows import Window
from flows.patterns import Pattern, lazy

STANDING = lazy(
    rf"{SCORE_NAME}|排名|位次|名次|综合|榜单|上届|(?:全部|城市|地市|地级市|区县|县市|省份|省区|省市|上榜|入围|入选)?$"
)
RANKED = lazy(
    r"(?:进入|跻身|位列|位居|居|排名|列|排|入围|入选|上榜|闯入|重返|稳居|保持|全国|全球|世界|全省|国内|行业|同类|属于?"
    r"|推进|前进|进步|重回|回到|冲刺|冲击|迈进|瞄准|跌出|退出|掉出|占据?|把持|包揽|揽下|稳坐|坐稳|杀入|冲进|挺进|迈入|挤进|升至|升入|达到|闯进|站上|杀进|冲入|踏入|跃入|晋级|登上|重夺|掉到|滑到|进到)"
    r"[^，。；]{0,10}$"
)
OF_GROUP = lazy(r"[\u4e00-\u9fff]{2,8}?(?:首位|首列|榜首|之首|第一|第二|第三|[中里]的?)")
"""The place within a group of the first: 列前五大贸易伙伴首位."""


SUM_OF_FIRST = lazy(r"的?(?:企业|公司|城市|省份|机构|厂商|品牌)?的?(?:总|合计|全部|之和)(?!部|统|裁|理)")
"""What the first have in all: 占前二十名总金额的35%."""
LIST = lazy(
    r"[\u4e00-\u9fffA-Za-z]{0,6}?(?:[0-9]{2,4}|[百千])强|[十百][大强佳][\u4e00-\u9fff]{2,6}(?=[里中])"
    r"|[\u4e00-\u9fff]{2,8}(?:排行榜|榜单|百强榜|(?<![上入登落])榜)"
)

ENTERED = lazy(r"登上|入选|进入|跻身|闯入|闯进|站上|入围|发布|公布|企业|公司|[的年在]")


def standing_of_firm(measured: Measured, title: str, before: str) -> Measured:
    """Where a firm stands, which is by no number of firms: what it ranks by is the list that is told of."""
    if measured.metric not in FIRMS:
        return measured
    named = LIST.search(title) or LIST.search(before)
    noun = f"{ENTERED.split(named[0])[-1]}排名" if named else "排名"
    return replace(measured, metric=OTHER, noun=noun, rule="standing of a firm")


SCORED = lazy(rf"{SCORE_NAME}$")
OF_ALL = lazy(r"竞争力[^，。；]{0,6}$")


def is_score_of_all(number: Number, noun: str) -> bool:
    """Is the number a score of competitiveness by its own noun (竞争力总分80.1分)?"""
    return number.written_unit == "分" and OF_ALL.search(noun) is not None


def is_standing(number: Number, noun: str) -> bool:
    """Is the number a rank or a score whose noun names nothing else than standing?"""
    scored = number.written_unit == "分" or number.unit == "count" and SCORED.match(noun) is not None
    return (number.unit == "rank" or scored) and STANDING.match(noun) is not None


def is_head_count(number: Number, window: Window, behind: str) -> bool:
    """Is 前5城, 前十名 or 排名前100的机构 no rank of anybody, but a group of the first? `behind` is the text
    that follows.
    """
    ranged = number.unit == "rank" and number.value_high is not None and number.value == 1
    if not ranged or not number.surface.startswith("前"):
        return False
    if RANKED.search(window.before) is None or first_group().match(window.after):
        return True
    if SUM_OF_FIRST.match(window.after):
        return True
    return number.surface.endswith("大") and OF_GROUP.match(behind) is not None


@lru_cache(maxsize=1)
def first_group() -> Pattern:
    """The head of a group of the first in a ranking: 排名前100的机构."""
    heads = f"{alternation('rank_holder')}|{alternation('rank_group')}"
    return lazy(rf"的[\u4e00-\u9fff]{{0,4}}?(?:{heads})")
