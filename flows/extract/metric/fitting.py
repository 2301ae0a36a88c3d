"""Topics, and which of them a number says more of: by its unit, by what it counts, without asides."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.metric.metrics import FIRMS, FREE, OTHER, RATES, compatible, unit_kind
from flows.extract.numbers.number import Number
from flows.extract.numbers.units import times
from flows.extract.windows import Window
from flows.patterns import lazy


@dataclass(slots=True)
class Topic:
    """What was measured before: metric, noun, kind of unit, place and sentence of an earlier claim."""

    metric: str
    noun: str
    kind: str
    written: str | None = None
    at: int = -1
    order: int = -1


UNDER_HEADING = "any"
"""Instead of a classifier: the topic is what a heading says that the section counts."""
STOCKS = {"firm_new_count": "firm_count"}
OF_ALL = frozenset({"count", "rank"})


def gone_back(topic: Topic, here: list[Topic], kind: str, written: str | None, window: Window) -> Topic:
    """The topic, or the one before it that the sentence goes back to: the amount behind a share that it had
    of something else (投入9亿元，占营收的3%，增长5%), all firms behind the new ones (甲9家，新增2家，乙8家).
    """
    stock = STOCKS.get(topic.metric)
    if topic.kind in times() and kind == "percent":
        if RISEN.search(window.before) or not CHANGED.search(window.before):
            return next((before for before in here if before.kind not in times()), topic)
    for before in here:
        if stock and before.metric == stock and kind in OF_ALL and not OF_NEW.search(window.before):
            return before
        told = before.noun == topic.noun and before.metric != topic.metric and before.kind not in FREE
        told = told and STOCKS.get(before.metric) != topic.metric
        listed = "占" in window.before or window.before in NEXT_ITEM
        if told and topic.kind == "percent" and written not in POINTS and not listed:
            return before
    return topic


NEXT_ITEM = frozenset("、和与及")
"""What stands before the next share of a list: 占营收的比例分别为31%、28%和26%."""
RISEN = lazy(r"增[长幅速加]|上[升涨]|涨幅|扩大")
"""What no time does that something took: 增至500万，历时两个月，增长六成."""
CHANGED = lazy(r"[增减升降缩延提快慢压短长省节]|超[出过]")
"""What a time does: 平均工期30天，缩短两成; not 平均年龄32岁，八成有硕士学位."""
OF_NEW = lazy(r"新增|净增|新[注登成设]|其中|[占多增少]")
POINTS = frozenset({"百分点", "个百分点"})


PRICE = lazy(r"股价|收盘|开盘|恒生|恒指|沪指|纳指|道指|标普|[证创科生]指|指数$|股$|市价|报价$")
MOVED = lazy(
    r"^[，、]?(?:[较比](?:发行价|招股价|上市价|定价|前一?(?:个)?(?:交易)?日|昨日|上日|前收市价?|上周)[^，。；]{0,4}?)?"
    r"(?:今年以来|年内|盘中|当日|全日|累计|收|再|又|大|急|暴|微|小幅|大幅|一度)*"
    r"(?:(?:上?涨|下?跌|升|挫|扬|高开|低开|[涨跌升]幅)[^，。；]{0,4}|或)$"
)


def moved_price(here: list[Topic], before: str) -> Topic | None:
    """The price of a share or an index, told before, that rose or fell by the number (报52元，上涨3%)."""
    if not here or not MOVED.match(before):
        return None
    for topic in here[:4]:
        if topic.metric == "stock_price_change" or topic.metric == OTHER and PRICE.search(topic.noun):
            return topic if topic.kind == "money" or topic.written in PRICED_IN else None
    return None


PRICED_IN = frozenset({"点", "%", None})


LEVEL_OF = lazy(
    r"(?:增|升|降|涨|跌|提高|提升|增长|扩大|攀升|下降|减少|跃升|回落|下滑)(?:至|到|为)了?[^，。；]{0,2}$"
    r"|(?:高于|低于|多于|少于|大于|小于|超过|相比|对比|[较比从由])[^，。；]{0,12}(?:的|[月年日])(?:[^，。；]{0,10}[和与])?"
    r"[^，。；]{0,8}$"
)
"""What leads from one level of a count to the next: 从4万亿增至16万亿, 高于7月的7亿."""
GREW = lazy(r"增速|增长|增幅|同比|下降|[增升降]")


def share_of_gdp(topic: Topic, kind: str, before: str) -> bool:
    """Was the topic a share of the gross domestic product, so that no amount and no growth is of that?"""
    if topic.metric != "gdp" or topic.kind != "percent" or "GDP" in topic.noun or "生产总值" in topic.noun:
        return False
    return kind != "percent" or bool(GREW.search(before)) and not LEVEL_OF.search(before)


OF_FIRMS = frozenset({"家", "余家", "多家"})
OF_PLACES = lazy(r"(?:城市|国家|地区|省份|省市|省区市|区县)$|[两二三四五六七八九十几0-9][城省国县]加?$")


def counts_places(topic: Topic, written: str | None) -> bool:
    """Does the topic count places, and the number firms (分布于19座城市，北京70家)?"""
    return written in OF_FIRMS and topic.written not in OF_FIRMS and bool(OF_PLACES.search(topic.noun))


def names_places(noun: str, before: str, written: str | None, here: list[Topic]) -> bool:
    """Does the noun name places, and the number count what they have (其余城市共124款), or a zone in a list
    of a city's parts (项目120个，其中经开区32个，高新区28个)?
    """
    if OF_PLACES.search(noun):
        return bool(written) and written in NO_PLACES or bool(here) and OTHERS.search(before) is not None
    return bool(here) and here[0].written == written and is_zone_label(before)


def without_places(nouns: list[str], before: str, written: str | None, here: list[Topic]) -> list[str]:
    """The nouns but for those that name the places whose things are counted."""
    return [noun for noun in nouns if not names_places(noun, before, written, here)]


def without_wheres(nouns: list[str], window: Window, kind: str) -> list[str]:
    """The nouns but for those that tell where or at which level an amount or a growth is: what was told of
    the whole is told of them (零售额8200亿元，其中城镇6900亿元，农村地区增长6%). A share is of them.
    """
    if kind not in AT_PLACES or "占" in window.before:
        return nouns
    return [noun for noun in nouns if not WHERE.search(noun) or noun in window.after]


AT_PLACES = frozenset({"money", "percent", "t", "kWh", "DWT", "TEU", "Wh"})
"""Kinds of amounts that places have, as they have their area and their people by themselves."""
WHERE = lazy(
    r"(?:(?<!试点)(?<!示范)城市|国家|地区|省份|省市|省区市|区县|县城|县域|开发区|经开区|高新区|自贸区|自贸片区|新区)$"
    r"|^(?:全市|全省|全国)?(?:农村|城镇|城乡|乡村|中央|地方|中央本级|地方本级|省本级|市本级|省级|市级|县级|境内|境外|海外|国外|地方上)$"
)
OTHERS = lazy(r"(?:其余|其他|余下|剩余|剩下)的?[^，。；]{2,3}(?:一?共|合计|则|约|近)*$")
ZONES = ("经开区", "高新区", "开发区", "保税区", "自贸区", "综保区", "示范区", "新区", "新城")
"""Zones that a list of a city's parts names without the city."""
NO_PLACES = frozenset("家款项件例起台辆套只户宗笔架艘")
"""Classifiers that count no places."""


def is_part_of_places(topic: Topic, here: list[Topic], kind: str, before: str) -> bool:
    """Does the topic count the places of what was told before, which some have a share of or which grew
    (出口额71亿元，销往120个国家，其中越南占三成; 门店2100家，分布在47个城市，增长23%)?
    """
    if kind not in RATES or topic.kind != "count" or not OF_PLACES.search(topic.noun):
        return False
    if "占" in before:
        return any(told.kind == "money" for told in here)
    return not OF_PLACES.search(here[-1].noun)


def of_other_things(topic: Topic, kind: str, written: str | None) -> bool:
    """Does the topic count by a word of its own things that the number does not (五个省市, 314575件)?"""
    if kind != "count" or topic.metric != OTHER or topic.kind != "count":
        return False
    if written in OF_TOWNS and OF_PLACES.search(topic.noun):
        return False
    return bool(written and topic.written) and written != topic.written


def is_no_price(topic: Topic, number: Number) -> bool:
    """Is the number an amount too large for the price that was told (均价5万元，总金额40亿元)?"""
    large = topic.kind == "money" and (number.value or 0) >= LARGE and unit_kind(number.unit) == "money"
    return large and PRICE_NAME.search(topic.noun) is not None


def is_share_name(topic: Topic, told: list[Topic], kind: str, before: str) -> bool:
    """Was a share told by its name, of which nothing that grew is where something else was told
    (出货9万台。甲以19%的份额居首，增长两成)?
    """
    if kind not in RATES or not SHARE_NAME.search(topic.noun) or not GROWN.search(before):
        return False
    return any(one.kind != "rank" and not SHARE_NAME.search(one.noun) for one in told)


SHARE_NAME = lazy(r"(?:份额|市占率?|占有率|占比|比重)$")
GROWN = lazy(r"(?:增长|成长|[年季月][增减]|[劲大猛激]增|下降|下滑|衰退)(?:了|约|近|超过?|逾)*$")
LARGE = 10**8
PRICE_NAME = lazy(r"(?<![总作造对估溢底市])价$|价格$|租金$")
OF_TOWNS = frozenset("座个")
"""Classifiers of places."""


def topic_fits(topic: Topic, kind: str) -> bool:
    """Can a number of this kind say more of the topic? A time may be in days and then in hours."""
    if topic.kind in times() and kind in times():
        return True
    if kind == "person" and topic.metric in FIRMS:
        return False
    return kind in FREE or topic.kind == kind or topic.metric != OTHER and compatible(topic.metric, kind)


ANY_UNITS = frozenset("个家项人名种类次位款年月天倍")
"""Units of so many things that they tell nothing of what is counted."""
OWN_UNITS = frozenset("家款项")
"""Those of them by which a text counts one thing most of the time."""
SAME_UNIT = 8


def by_classifier(told: list[Topic], kind: str, written: str | None) -> list[Topic]:
    """The two topics told last, before them the one of the number's own classifier where they have others
    (大模型439款，分布在47个城市。去年同期197款).
    """
    nearest = told[:2]
    if kind != "count" or not written:
        return nearest
    if written in ANY_UNITS - OWN_UNITS:
        counted = next((one for one in told[:4] if one.kind == "count"), None)
        alone = counted and counted not in nearest and counted.written == written and counted.noun
        return [counted, *nearest] if counted and alone else nearest
    alike = (one for one in told[:SAME_UNIT] if one.written == written and len(one.noun) > 1)
    first = None if any(one.written == written for one in nearest[:1]) else next(alike, None)
    return [first, *nearest] if first else nearest


def is_zone_label(before: str) -> bool:
    """Does nothing but the bare name of a zone stand before a number: ，高新区640亿元?"""
    return before.endswith(ZONES) and ZONE_LABEL.fullmatch(before) is not None


ZONE_LABEL = lazy(r"[，、；]?(?:其中，?)?[\u4e00-\u9fff]{2,3}[区城]")
