"""Lists of the parts of what was counted: 行业方面，金融科技168家、健康科技97家 in a text on 独角兽."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.metric.fitting import ANY_UNITS, OF_PLACES, STOCKS, Topic, topic_fits
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, FIRMS, FREE, OTHER, metric_for, unit_kind
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.metric.parts import MEASURE, name_of_part
from flows.extract.metric.viewed import MEASURED_SO
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

DIVIDED = lazy(
    r"(?:从|按照?)[^，。；：#]{2,8}?(?<![额量率价值度速])(?<!规模|水平|效益|数据|趋势|整体|总体|全国|全球|全省|全市|目前|情况|表现)"
    r"(?:来看|上看|看|划分|统计|分)，|"
    rf"(?:[^，。；：#]{{0,6}}，)?(?:从|按照?|就|分|在|以)?[^，。；：#]{{0,8}}?{alternation('division')}"
    r"(?:的?(?:分布|结构|构成|归属|划分|统计|维度|角度|口径))?(?:方面|来看|看|上看|上|来说|划分|统计|分)?[，：]"
)
"""How a sentence begins that goes through the parts of what was counted."""


def part_counted(
    number: Number,
    window: Window,
    specific: list[str],
    behind: bool,
    earlier: list[Topic],
    same_sentence: int,
    older: tuple[Topic, ...],
) -> Measured | None:
    """What was told before in the same unit, where the number's own words name only a part of it; its
    sentence has `same_sentence` of the earlier topics.
    """
    kind, written = unit_kind(number.unit), number.written_unit
    divided = goes_through_parts(window) or OF_KIND.search(window.before) is not None
    if divided and kind == "percent" and "占" in window.before:
        told = [*earlier[same_sentence:], *older]
        of_kind = share_of_kind(window, told)
        if of_kind or specific:
            return of_kind or share_of_told(window, specific[0], told)
    if behind or kind not in COUNTS:
        return None
    if (not divided and kind == "person" or not written) and not opens_parts(number, window):
        return None
    if not divided and written and (written not in UNITS_OF_FIRMS or not specific):
        return None
    part = name_of_part(window) if specific else ""
    if specific and not divided and metric_for(specific[0], f"{specific[0]}#{written or ''}", "count"):
        return None
    headed = ORG if divided and written in UNITS_OF_FIRMS else BODY
    if specific and (not part or headed.search(part) or not divided and BODY.search(specific[0])):
        return None
    told = [topic for topic in (*earlier, *older) if topic.kind in COUNTS]
    told = [topic for topic in told if topic.written == written] if written else told
    if not told or not (told[0].metric in FIRMS or (divided or not written) and is_named(told[0])):
        return None
    here = [topic for topic in earlier[:same_sentence] if topic.written == written and topic.kind in COUNTS]
    whole = whole_of(told[len(here) :] or told[-1:])
    if whole.metric != told[0].metric:
        whole = told[0]
    new = whole.metric == "firm_count" and NEWLY.search(window.before)
    metric = "firm_new_count" if new else whole.metric
    noun = kind_of(whole, told)
    if metric in STOCKS and OWNED.search(window.before):
        metric, noun = STOCKS[metric], NEW_ONES.sub("", noun)
    return Measured(metric, part + noun, "part of what was counted", True)


OF_KIND = lazy(
    r"(?:^|[，；、])(?:其中，?)?[^，；、。0-9的第]{2,8}(?<![人分种大中小门品])类的?(?:则|也|共|有|为|达|约|近|超过?)*$"
)
"""The kind of what was counted, by its name alone: 装备制造类1200家."""
MARKS = " ·•▪●■◆※-"
BULLET = lazy(rf"[{MARKS}]+[^，。；：]{{2,12}}")
BY_BUSINESS = lazy(
    r"(?:分|从|按照?)?(?:各|主要|不同|具体)?(?:业务|产品|板块|分部|部门|渠道|品类)(?:线|类型|类别|条线|板块|构成)?(?:来?看|上看|划分|分)?[，：]"
)
"""How a sentence begins that goes through a firm's business."""


def part_of_revenue(
    measured: Measured, number: Number, window: Window, head: str, told: list[Topic]
) -> Measured:
    """The same, or the revenue of a part of a firm by the part's name alone, in a line of a list or in a
    sentence that goes through its business (分业务看：数据中心411亿美元), where the revenue of all was told;
    `head` is the text up to the number.
    """
    if measured.metric != OTHER or unit_kind(number.unit) != "money":
        return measured
    if not (BULLET.fullmatch(head) or BY_BUSINESS.match(head)):
        return measured
    whole = next((topic for topic in told if topic.metric == "revenue"), None)
    part = name_of_part(replace(window, before=window.before.lstrip(MARKS))) if whole else ""
    return Measured("revenue", part, "part of the revenue told", True) if part else measured


NEWLY = lazy(r"新(?:设立?|增|登记|注册|成立|入园|入驻|落户|引进)(?:了|约|近|超过?)*$")
"""What makes new firms of the firms told before: 分地市，太原新设21万户."""


OWNED = lazy(r"(?:拥有|现有|共有|现存|坐拥|总计|总数|存量)[^，。；新]{0,6}$")
"""What a place has of all, where the new ones were told before: 去年新增620家。潍坊目前拥有210家."""
NEW_ONES = lazy(r"^新(?:设立?|增|登记|注册|成立)")


def part_within(number: Number, window: Window, specific: list[str], here: list[Topic]) -> Measured | None:
    """One of the parts that 其中 goes through, by a name that counts nothing itself
    (落地场景260个，其中工业118个、文旅47个).
    """
    written = number.written_unit
    if not specific or unit_kind(number.unit) not in COUNTS or not written or "其中" not in window.sentence:
        return None
    said = window.sentence.split("#", 1)[0].rpartition("其中")[2]
    told = [topic for topic in here if topic.kind in COUNTS and topic.written == written]
    whole = told[0] if told and told[0] in here[:BESIDE] else None
    if whole is None or len(whole.noun) < TWO or "；" in said:
        return None
    if whole.metric == OTHER and MEASURE.search(whole.noun):
        return None
    whole = next((topic for topic in reversed(told) if whole.noun.endswith(topic.noun)), whole)
    part = name_of_part(window)
    goes_on = len(told) > 1 and told[0].noun != told[1].noun and told[0].noun.endswith(told[1].noun)
    if not part or metric_for(part, f"{part}#{written}", "count"):
        return None
    if not goes_on and (HEADED.search(part) or BODY.search(part)):
        return None
    return Measured(whole.metric, part + whole.noun, "part of what was counted", True)


TWO = 2
BESIDE = 2
HEADED = lazy(rf"(?:{alternation('counted_head')}|[省市区县乡镇村州国旗院店厂馆站所厅社器机车卡架])$")
"""A part by its name that is counted by itself."""


def part_of_label(number: Number, window: Window, specific: list[str]) -> Measured | None:
    """The measure before the colon, for an amount behind the name of a part: 价格：甲版4元，乙版2元."""
    kind = unit_kind(number.unit)
    head = window.sentence.split("#", 1)[0]
    if not specific or kind in FREE or not ("：" in head or ":" in head):
        return None
    label = LABEL.match(head)
    noun = phrase_before(label[1]) if label else ""
    if is_generic(noun) or not (MEASURED_SO.search(noun) or PAID.search(noun)):
        return None
    part = name_of_part(window)
    if not part or metric_for(specific[0], specific[0], kind) or MEASURED_SO.search(part):
        return None
    if number.written_unit in COUNTED_ALONE and BODY.search(part):
        return None
    found = metric_for(noun, noun, kind)
    return Measured(found[0] if found else OTHER, part + noun, "label before the parts", True)


COUNTED_ALONE = frozenset("家户所个座")
PAID = lazy(r"(?:费用?|支出|开支|成本|租金|工资|薪酬|补贴|里程|面积|产能|装机|客流)$")
"""Measures that are looked at in a list alone."""
LABEL = lazy(r"[\s\-–—·•*]*([^，。；：:#]{2,24})[：:](?!/)")


IS_KIND = lazy(r"(?:属于?|[为是系])“?((?![^，。；]*[额量率值])[^，。；、0-9“”]{2,12})(?=[”，。；]|$)")
"""What some of the things just counted are: 186个项目中，121个属于工业项目."""


def kind_told(kind: str, window: Window, here: list[Topic]) -> Measured | None:
    """The kind of the things before that the words behind the number say that they are of."""
    said = IS_KIND.match(window.after) if here and kind in COUNTS and here[0].kind in COUNTS else None
    noun = said[1] if said else ""
    if len(noun) <= TWO or noun[-TWO:] != here[0].noun[-TWO:]:
        return None
    found = metric_for(noun, noun, kind)
    return Measured(found[0] if found else here[0].metric, noun, "kind of what was counted", True)


def rest_of_told(kind: str, specific: list[str], here: list[Topic]) -> Measured | None:
    """What was told before, of which a number tells for a part without a name: 其中投向医疗的部分增长4%."""
    if not specific or not specific[0].endswith("的部分"):
        return None
    whole = next((topic for topic in here if topic.kind not in FREE and topic_fits(topic, kind)), None)
    if whole is None:
        return None
    noun = specific[0] if whole.metric != OTHER else specific[0].removesuffix("部分") + whole.noun
    return Measured(whole.metric, noun, "part of what was told", True)


def whole_of(told: list[Topic]) -> Topic:
    """The first of what the latest sentence told alike: the parts that it told behind 其中 are none."""
    last = told[0]
    alike = (topic for topic in told if topic.order == last.order and topic.noun[-2:] == last.noun[-2:])
    return list(alike)[-1]


def kind_of(whole: Topic, told: list[Topic]) -> str:
    """What all are that were told with the whole: 大模型 where 通用大模型 and 行业大模型 were counted."""
    beside = [topic for topic in told if topic.order == whole.order and topic.metric == whole.metric]
    nouns = {topic.noun for topic in beside}
    sizes = range(min(map(len, nouns)), 1, -1)
    shared = next((size for size in sizes if len({noun[-size:] for noun in nouns}) == 1), 0)
    return whole.noun[-shared:] if shared and len(nouns) > 1 else whole.noun


def share_of_told(window: Window, part: str, told: list[Topic]) -> Measured | None:
    """The share that a part has of what was told before, where its own name says no more."""
    whole = next((topic for topic in told if topic.kind not in FREE and topic.metric != OTHER), None)
    if whole is None or not name_of_part(window).startswith(part) or metric_for(part, part, "percent"):
        return None
    return Measured(whole.metric, part, "share of what was told before", True)


KIND = lazy(
    r"(?:^|[，；、])(?:其中，?)?([^，；、。0-9的占]{1,8}(?:类|型|端)[^，；、。0-9的占额量率值]{0,6}?)"
    r"(?:(?:数量)?(?:最多|最高|居首|居多|排?第一)，|项目)?(?:占比|占)?"
    r"(?:最[多高]|[为达约近超]|超过|，)*占?(?:比|了|据)?[为达约近超]*$"
)
"""The kind of what was counted whose share follows, by its own name: 应用类项目最多，占48%；算力类占36%."""


def share_of_kind(window: Window, told: list[Topic]) -> Measured | None:
    """The share that a kind has of what was counted before, whatever its name would measure alone."""
    named = KIND.search(window.between + window.before) if "类" in window.sentence else None
    whole = next((topic for topic in told if topic.kind in COUNTS and len(topic.noun) > 1), None)
    if named is None or whole is None:
        return None
    return Measured(whole.metric, named[1], "share of what was told before", True)


def opens_parts(number: Number, window: Window) -> bool:
    """Is it a large number without a unit that 其中 opens: 其中安卓端2100万?"""
    large = not number.written_unit and number.value is not None and number.value >= LARGE
    return large and PARTS.match(window.sentence) is not None


LARGE = 10000
PARTS = lazy("其中|当中")


def goes_through_parts(window: Window) -> bool:
    """Does the sentence begin with the word for the parts that it goes through?"""
    return opens_with_parts(window.sentence[:OPENING])


@lru_cache(maxsize=1 << 10)
def opens_with_parts(opening: str) -> bool:
    """The same of what the sentence begins with; its numbers ask alike."""
    return DIVIDED.match(opening) is not None or WITHIN.match(opening) is not None


OPENING = 60
"""Code points in which a sentence says what parts it goes through."""


def is_named(topic: Topic) -> bool:
    """Does the topic say what it counts, so that its parts are counted so too?"""
    told = topic.metric != OTHER or topic.written not in ANY_UNITS or topic.written in UNITS_OF_FIRMS
    return len(topic.noun) > 1 and (told or OF_PLACES.search(topic.noun) is not None)


WITHIN = lazy(
    r"(?:在|从)?[^，。；：#]{0,8}前?[0-9一二三四五六七八九十百千]+[强名位大家](?:榜单|名单|企业|城市)?(?:当中|之中|[里中内])，"
)
"""The first of a ranking, whose members are told one by one: 前100强里，美国33个."""
ORG = lazy(
    r"(?:企业|公司|集团|厂商|机构|单位|银行|[医书][院店]|学校|[高院]校|大学|院所|协会|商会|合作社|农场|商户|商家|门店|酒店|民宿|餐厅|超市"
    r"|平台|中心|基地|园区?|实验室|站|工厂|车间|工作室|诊所|商|[央国民车药]企|独角兽|小巨人)”?(?:$|[中里当建试])"
)
"""Parts of firms that are bodies of their own, and no field of the firms."""
BODY = lazy(rf"(?:{alternation('counted_head')}|[院店厂馆站所厅社])(?:$|[中里当建试])")
"""A part by its name that is counted by itself: 书店40家, 技术中心中国家级的有13家."""
UNITS_OF_FIRMS = frozenset("家户")
