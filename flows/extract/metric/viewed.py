"""What a sentence says that it looks at (从融资项目数量看, 销量榜上); the volume that an article is about."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from flows.extract.cues import alternation
from flows.extract.metric.fitting import Topic, topic_fits
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import (
    COUNTS,
    FREE,
    OTHER,
    RATE_OF,
    RATES,
    metric_for,
    rule_metric,
    trigger_metric,
    unit_kind,
)
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

OPENED = r"(?:^|[，；：、])(?:其中，?)?(?:[再先单只](?=看))?"
LOOKED = (
    r"(?:[而若但]*(?:按照?|根据|依据|从|以|就|看|论(?!文|坛)|换成|比较)|在(?=[^，。；：]{2,20}(?:方面|(?:构成|结构|来源|组成)当?[中里])，))"
    r"([^，。；：]{2,20}?)(?:(?:构成|结构|来源|组成)(?:当?[中里]|上?来?看|上|方面)|上?来?看|来说|而言|方面|计算?|排[名序列]?|衡量|统计)?"
)
VIEWED = lazy(
    f"{OPENED}(?:{LOOKED}"
    r"|(?:在|据)?[^，。；：]{0,12}?([^，。；：、的]{2,12}?)(?:(?:排行|排名|月度)?榜单?|排名|排行|评比|评选|单项)[上中里]"
    r"|(?:在|按)?([^，。；：、的]{2,12}?)(?:排名?|排行|[位名]列)(?:全国|全球|国内)?(?:前列|(?:居)?前[0-9一二三四五六七八九十]{1,3})[名位强大]?的?[^，。；：、0-9]{1,12}?当?[里中])(?=，)"
)
VIEWED_ALONE = lazy(f"{OPENED}{LOOKED}(?=，)")
TAKEN_APART = lazy(
    r"(?:^|[，；：、])[若如果]*[把将]([^，。；：]{2,20}?)(?:进一步|再|细细|逐项)?(?:拆分|拆开|拆解|细分|分解|分开)(?:来?看)?，"
)
"""An amount whose parts follow: 若把营收进一步拆分，广告带来170亿元."""
"""The same for a text without 榜, which would be sought from every mark on."""
ASPECT = lazy(
    r"(?:^|[，；：、])(?:其中，?|在)?([^，。；：、]{2,14}?)"
    r"(?:(?:构成|结构|来源|组成)?方面|(?:(?<=[分率度量额数成构])|(?<=专利)|(?<=人才)|(?<=融资)|(?<=算力)|(?<=投资))上)，"
)
"""What a sentence that opens with it speaks of, without a word that leads to it: 融资额方面，…."""
OF_GROUP = lazy(r"^[^率占比增长降升]{0,14}$")
MEASURED_SO = lazy(
    r"(?:[^概利]率|[月日周]活|毛利率|净利率|利润率|[数总金余]?[额量]|[^字岁指]数|密度|强度|渗透度|指数|人次|[进出]口|[总得均]分|产值|市值|估值|规模|营收|收入"
    r"|利润|毛利|份额|占有率|保费|价格?|投资|融资|产能|专利|人才|回款|消耗|储备|订单|资产|负债|贷款|存款|支出|费用|投入|亏损|税收?|[^，]{2}(?:比重|占比|比例))$"
)
LED = lazy(r"[来上]$")
WHOLE = ("率", "度", "比重", "占比", "比例")
"""What the names of rates end with, which are told whole (百强城市占省内城市比重)."""


def viewed_noun(head: str) -> str:
    """The measure that a sentence is said to look at, of the text before a number, else ''."""
    if "，" not in head:
        return ""
    view = VIEWED if "榜" in head or "排" in head or "评" in head else VIEWED_ALONE
    found = list(view.finditer(head))
    found += ASPECT.finditer(head) if "方面" in head or "上，" in head else ()
    found += TAKEN_APART.finditer(head) if "拆" in head or "分" in head else ()
    for match in sorted(found, key=lambda one: -one.start()):
        noun = LED.sub("", (match[1] or match[match.lastindex or 1]).replace("“", "").replace("”", ""))
        if MEASURED_SO.search(noun):
            short = phrase_before(noun).replace("的数量", "数量")
            return noun if noun.endswith(WHOLE) and not short.endswith(("率", "度")) else short
    return ""


def by_view(number: Number, window: Window, specific: list[str], here: list[Topic]) -> Measured | None:
    """The metric of what the sentence looks at, for a number without a noun of its own; behind the numbers
    of `here` the sentence looks at something else or still at that.
    """
    kind = unit_kind(number.unit)
    noun = viewed_noun(window.sentence.split("#", 1)[0])
    more = kind == "percent" and {topic.kind for topic in here} == {kind}  # one more share of the same
    if here and not ((more or here[0].noun.endswith(noun)) and "；" not in window.between):
        noun = viewed_noun(window.between + window.before)
    if not noun or specific and not (kind in {"rank", "percent"} or specific[0] in noun):
        if not noun or not is_holder(number, window, specific[0]):
            return None
    if kind == "money" and metric_for(noun, noun, kind) is None:
        turned = bool(here) and not specific and "；" in window.between
        return Measured(OTHER, noun, LOOKED_AT, False) if turned else None
    if kind == "percent" and SHARED.search(window.before):
        return share_of_view(noun, window, specific)
    if kind == "percent" and not (noun.endswith("率") and OF_GROUP.search(window.before)):
        return None
    found = metric_for(noun, window.sentence, kind)
    if found is None and kind not in FREE | COUNTS:
        return None
    amount = MEASURED_SO.search(noun) if kind == "money" and specific else None
    named = specific[0] + amount[0] if amount else noun
    return Measured(found[0] if found else OTHER, named, LOOKED_AT, False)


def share_of_view(noun: str, window: Window, specific: list[str]) -> Measured | None:
    """What a share is of that somebody has by the measure looked at (按装机量计，三元电池占27%)."""
    market = bool(specific) and OF_MARKET.search(specific[0]) is not None
    if not (VOLUME if market else DIVISIBLE).search(noun):
        return None
    if specific and not market and MEASURED_SO.search(specific[0]):
        return None
    found = metric_for(noun, window.sentence, "percent")
    named = specific[0] if specific and not market else ""
    if found is None or found[0] == OTHER:
        return Measured(OTHER, named + noun, LOOKED_AT, False)
    return Measured(found[0], named or noun, LOOKED_AT, False)


SHARED = lazy(r"(?:占|市场的?份额|市占率)[^，。；率]{0,10}$")
OF_MARKET = lazy(r"(?:份额|市占率|占有率)$")
VOLUME = lazy(r"[^数总体]量$")
DIVISIBLE = lazy(
    r"(?:[^字岁指]数|[^数总体]量|额|产值|营收|收入|专利|人才|储备|融资|投资|[进出]口|算力|保费|消耗)$"
)
"""A measure that parts of a whole can be told by, and no way to divide it (从规模看)."""


def is_holder(number: Number, window: Window, noun: str) -> bool:
    """Does the noun before a count name whose things are counted (就专利而言，企业拥有4600件)?"""
    if number.written_unit in FIRM_UNITS or noun not in window.before:
        return False
    if unit_kind(number.unit) == "money":
        return MEASURED_SO.search(noun) is None and AMOUNT_NOUN.search(noun) is None
    return unit_kind(number.unit) in COUNTS and HOLDER.search(noun) is not None


def is_passed(window: Window, here: list[Topic]) -> bool:
    """Does the number tell what so many places that the sentence has just counted come to (有8个省份超过6000
    万人次)? It is measured by what the sentence looks at or the text is about, not by the places.
    """
    return len(here) == 1 and here[0].kind == "count" and PASSED.fullmatch(window.before) is not None


PASSED = lazy(
    rf"(?:个|座)?[^，。；、的]{{0,4}}?{alternation('rank_holder')}(?:均|都|已)*"
    r"(?:[超突]过?|突破|达到?|跨[过入]|迈[过入]|过|高于|多于|大于|不[足到]|低于|少于|在)?了?"
)
FIRM_UNITS = frozenset("家户")
HOLDER = lazy(r"(?:企业|公司|集团|高校|院校|机构|平台|医院|银行|产品|应用|软件|助手|个人|院所|单位)$")
LOOKED_AT = "what the sentence looks at"


LABEL = lazy(r"(?:^|[。；）)、\s])([\u4e00-\u9fff]{2,8}?)(?:端|情况|表现)?：[^。；：]{0,24}$")
"""What a point of a list is about, before its colon: 营收端：季度实现59亿美元."""


AMOUNT_NOUN = lazy(r"(?:[额值价量税费资利盈亏益]|税收|利润|收入|成本|规模|顺差|逆差|资金|订单)$")


def amount_looked_at(measured: Measured, window: Window) -> Measured | None:
    """The amount that the sentence looks at (市场规模方面，甲最大为8亿元) or that opens a point of a list."""
    head = window.sentence.split("#", 1)[0]
    label = LABEL.search(head) if "：" in head else None
    noun = viewed_noun(head) or (label[1] if label and not measured.noun else "")
    found = metric_for(noun, noun, "money") if noun else None
    if found is None or AMOUNT_NOUN.search(measured.noun):
        return None
    return replace(measured, metric=found[0], noun=f"{measured.noun}{noun}", rule="amount looked at")


LEVEL_RULE = "level of the rate before"
LEVEL = lazy(r"^\s?(?:至|到|达|为|，?(?:仅为|只有|仅有|只剩|仅剩|只得|录得|达到?|以))(?:了|约|近)?\s?$")


def level_of(number: Number, window: Window, here: list[Topic]) -> Measured | None:
    """What 至 leads to after a rate (下降2.1%至201.3万辆) is the level of what fell."""
    if not here or here[0].kind not in RATES or not here[0].noun or not LEVEL.match(window.before):
        return None
    kind = unit_kind(number.unit)
    if kind in FREE:
        return None
    if topic_fits(here[0], kind):
        return Measured(here[0].metric, here[0].noun, LEVEL_RULE, False)
    found = metric_for(here[0].noun, window.clause, kind)
    return Measured(found[0] if found else OTHER, here[0].noun, LEVEL_RULE, False)


TITLE_FIRMS = lazy(r"[\u4e00-\u9fffA-Za-z“”]{0,10}?(?:企业|公司|厂商|独角兽|“?小巨人”?)")
DEAL_OF = lazy("大?模型(?:相关)?(?:中标|招标|采购|招投标)")
"""What a headline counts that is no model: 大模型中标盘点."""
TITLE_AMOUNT = lazy(
    r"[\u4e00-\u9fffA-Za-z]{0,8}(?:[金总]额|收入|支出|预算|经费|产值|利润|市值|估值|销售额|工资|薪酬|奖金|价格|均价)"
)


@lru_cache(maxsize=1 << 8)
def of_title(title: str, kind: str, written: str | None) -> Measured | None:
    """What the headline speaks of, for a number that nothing nearer says what it measures of."""
    if written in PLACES:
        return None
    found = trigger_metric(title, kind, topic=True)
    if found and found[0] == "model_count" and (deal := DEAL_OF.search(title)):
        return Measured(OTHER, f"{deal[0]}项目", "topic of the headline", False)
    if found:
        metric = rule_metric(found[1], f"{title}#{written or ''}", kind) or found[0]
        return Measured(metric, found[1], "topic of the headline", False)
    named = TITLE_FIRMS.search(title) if kind in FREE or written in {"家", "户"} else None
    firms = metric_for(phrase_before(named[0]), named[0], "count") if named else None
    if firms and named:
        return Measured(firms[0], phrase_before(named[0]), "topic of the headline", False)
    amount = TITLE_AMOUNT.search(title) if kind == "money" else None
    noun = phrase_before(amount[0]) if amount else ""
    return Measured(OTHER, noun, "topic of the headline", False) if noun else None


PLACES = {"城": "城市", "省": "省份", "国": "国家", "市": "城市", "县": "县"}
"""What classifiers of places count: 11城."""
MOST_OF = lazy(
    r"([\u4e00-\u9fffA-Za-z]{2,16}?)(?:数?量?最[多高大]|居前|靠前|领先)的?前?[二两三四五六七八九十0-9]{1,2}[个大家座位名款所种类](?:[\u4e00-\u9fff]{0,8}?)"
    r"(?:分别|依次)?[是为有][^。；]{2,60}，([^，。；]{0,8}?)(?:分别|依次)"
)
"""Those that have most of something, with a measure of that behind them: 专利最多的是甲、乙，有效量分别为."""
BARE_MEASURE = lazy(r"[\u4e00-\u9fff]{0,2}量|[人户家件台辆次宗个]数|总?规模|金额|总[额数]|")
FOREMOST_OF = lazy(
    r"([\u4e00-\u9fffA-Za-z]{2,16}?)(?:最[多高大])?的?前[二两三四五六七八九十0-9]{1,2}(?:名|位|大[\u4e00-\u9fff]{0,4}|强)?(?:的[\u4e00-\u9fff]{2,4})?"
    r"(?:分别|依次)?[为是]：?[^。；]{0,60}$"
)


def most_of(window: Window, kind: str) -> Measured | None:
    """What those have most of whom the sentence lists, where a bare measure of it leads to their numbers."""
    head = window.sentence.split("#", 1)[0]
    listed = MOST_OF.search(head) if "最" in head or "前" in head or "领先" in head else None
    noun = phrase_before(listed[1]) if listed else ""
    if listed is None or is_generic(noun) or not BARE_MEASURE.fullmatch(listed[2]):
        return None
    if metric_for(listed[2], listed[2], kind) or noun.endswith(listed[2][:-1]) and len(listed[2]) > 1:
        return None
    found = metric_for(noun, noun, kind)
    return Measured(found[0] if found else OTHER, noun + listed[2], "what those listed have most of", True)


def of_foremost(head: str, kind: str) -> Measured | None:
    """What the foremost of a list are counted by, by the text up to a number (客流前三名为甲80万人次)."""
    listed = FOREMOST_OF.search(head) if "前" in head else None
    noun = phrase_before(listed[1]) if listed else ""
    if is_generic(noun):
        return None
    found = metric_for(noun, noun, kind)
    return Measured(found[0] if found else OTHER, noun, "what the foremost are counted by", False)


def captioned(text: str) -> Measured | None:
    """What the lines below a caption measure that is a measure with a colon: 2024年的市场份额：."""
    said = text.strip()
    if not said.endswith("：") or len(said) > LONGEST_CAPTION:
        return None
    noun = phrase_before(RATE_OF.sub("", said[:-1]))
    if is_generic(noun) or not MEASURED_SO.search(noun):
        return None
    found = metric_for(noun, noun, "percent")
    return Measured(found[0] if found else OTHER, noun, "caption", False)


LONGEST_CAPTION = 30


def behind_exclamation(number: Number, text: str) -> Measured | None:
    """What a headline says of the amount that it opens with (50亿元！某公司完成B轮融资)."""
    if text[number.end : number.end + 1] not in EXCLAIMED:
        return None
    found = trigger_metric(text[number.end :], unit_kind(number.unit), last=False)
    return Measured(found[0], found[1], "behind the exclamation", False) if found else None


EXCLAIMED = frozenset("！，!")
