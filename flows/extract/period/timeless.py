"""What no period dates: what a thing is, can hold or costs, what one of a kind needs, what is seen on the
spot, and what a policy gives.
"""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.discourse import Discourse
from flows.extract.modality_words import is_past
from flows.extract.period.awards import is_award
from flows.extract.period.dated import GROWN, YEARLY_RATE, Dated
from flows.extract.period.goals import PARTS
from flows.extract.period.periods import LASTING, Period
from flows.extract.spot import Spot
from flows.patterns import lazy

BY_KIND = lazy(r"[分按从][^，。；0-9]{1,8}[看分]，")
"""How a sentence opens that goes on with what was counted, kind by kind (分省份看，)."""
MOVING = frozenset({"growth", "change", "rank"})
DONE = lazy(
    r"完成|新增|新建|新开|新签|签约|实现|净增|吸引|引进|销售|出货|交付|投放|竣工|改造|成交|累计|接待|增收|平均(?!每)"
    r"|收入|利润|营收|产值|产量|销量|同比|人均|人次|参赛|报名|参展|参会"
)
"""What is done over a time, of which no thing is told."""
FACT = lazy(
    rf"(?:(?:[堂店馆院厂楼厅室库校镇]|园区|基地)面积|{alternation('own_fact')})(?!利用|过剩|完成|增[长加]|下降|区生产|区总|方)"
)
ABLE = lazy(
    r"(?:每[年月天日周]|每小时|每分钟|每秒|一年|一天|一次性?|单日|最多|同时|即|仍|便|就)[可能]"
    r"|每[天日夜](?:要|得|只|都|最多|至少)[^，。；0-9新增接待发开]{0,3}$|可[年日](?:产|处理|加工)|[能可]够?(?:同时|一次性?|抗|耐|承受|加工|生产|处理|停放|停靠|存放|存储|装载|搭载|运送|识别)"
    r"|[只仅]需|只要[0-9]|仅用|达产|满产|(?:投产|建成|投用|投运|开通|运营)之?后|年产(?![值量业])|日产(?!量)"
)
"""What a thing can do, or will once it is there."""
EVERY = lazy(r"每[年周天](?![均增末])[^，。；0-9]*$")
"""How often something is done, whatever year was told before: 每年培养800人, 每周有班轮26班."""
SINGLE = lazy(rf"(?:^|[，：“「])(?:平均|仅|光|就)?[这那每一][0-9]{{0,3}}{alternation('single_thing')}")
"""One of a kind, of which is told what it needs (一座基站的功耗约3千瓦)."""
USUALLY = lazy(
    r"(?:^|[，：“「])一[名位个][^，。；0-9]{2,10}(?:一天|每天|每月|一个月|一年|每年)|一[起件桩宗次台][^，。；0-9]{2,12}的(?:补贴|费用|成本|收费|价格)"
    r"|一般来说|一般而言|一般情况下|通常|往往|正常情况下")
FOLK = lazy(rf"[^，。；：0-9]{{0,10}}{alternation('common_person')}")
"""How a sentence opens that tells of one of the people."""
SPOT = lazy(
    r"\s*[“「]?(?:(?:走进|走入|步入|踏入|来到|走在|漫步|置身)|在[^，。；：0-9]{0,18}?"
    rf"{alternation('scene_place')}[内里上中旁]?，|[^，。；：0-9]{{0,16}}?{alternation('scene_place')}[内里上旁]，"
    r"|记者[^，。；]{0,12}?(?:看到|走进|来到|走访|探访|见到))"
)
"""How a sentence opens that tells what is seen on the spot."""
OWN_WORDS = lazy(
    r"[“「](?:这|我|咱|一[台条张天年个]|每|目前|现在)[^”」]*$|(?:说|介绍|坦言|告诉[^，。；]{1,8}|回忆|表示|算了?笔账)[，：][“「][^”」]*$"
)
"""What a speaker tells of his own."""
SOLD_TO = lazy(r"(?:销往|远销|畅销|热销|出口[至到]|遍布|走进|行销)[^，。；]{0,8}$")
COUNTRIES = lazy(r"国家|个?国")
ENDS = "。！？"


def holds_always(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does a number tell, in a sentence that names no time, what holds whatever the time that the sentence
    before spoke of (总投资, 每天能加工, 一座基站, 在店里)?
    """
    if GROWN.match(spot.text, spot.number.end):
        return False
    if discourse.latest is not None and discourse.latest.rule == LASTING.rule:
        moves = what.measure in MOVING
        return not moves or not YEARLY_RATE.search(spot.text, spot.clause_start, spot.number.start)
    if what.measure in MOVING:
        return False
    said = spot.to_number.lstrip()
    if spot.order == discourse.period_sentence or said.startswith(PARTS) or BY_KIND.match(said):
        return False
    own = spot.text[spot.clause_start : spot.number.start]
    if discourse.modality == "actual" and EVERY.search(own):
        return True
    if DONE.search(own):
        return False
    return is_fact(spot, own, discourse) or is_seen(spot)


def is_fact(spot: Spot, own: str, discourse: Discourse) -> bool:
    """Does the clause tell what a thing is or can do? Not of what the claim before counted or measured."""
    word = FACT.search(own)
    if word:
        noun = discourse.topics[0].noun if discourse.topics else ""
        return word[0] not in noun and not noun.endswith(("项目", "工程"))
    if spot.number.unit in PHYSICAL:
        return ROUTES.search(own) is None
    if SOLD_TO.search(own) and COUNTRIES.match(spot.text, spot.number.end):
        return True
    return bool(ABLE.search(own) or SINGLE.search(spot.to_number) or USUALLY.search(spot.to_number))


# fmt: off
PHYSICAL = frozenset({
    "m", "cm", "mm", "um", "nm", "ms", "us", "ns", "Hz", "kHz", "MHz", "GHz", "V", "kV", "mAh", "Ah", "rpm",
    "km/h", "m/s", "N·m", "Pa", "MPa", "dB", "fps", "Mbps", "Gbps",
})
# fmt: on
"""Units of what a single thing is: how long, fast or strong."""
ROUTES = lazy(r"里程|管网|道路|公路|[铁线管]路|水位|降[雨水]|积雪")


MEANS = lazy(
    r"(?:依托|通过|借助|用上|采用|引入|应用(?!场景|案例|示范|软件|企业)|有了|靠着?|凭借|使用|接入|上线|部署|改用|在[^，。；0-9]{2,16}[园厂里间场站院店区])"
    r"[^，。；]{0,24}(?:后|之后|以后)?[，；]"
)
"""What a sentence opens with that tells by what, or where, something is brought about."""
BETTER = lazy(
    rf"{alternation('effect_noun')}[^，。；0-9]{{0,6}}"
    r"(?:提[高升]|缩短|降低|下降|减少|节[约省]|[增升降减])[^，。；0-9]{0,3}$"
)


def is_effect(spot: Spot) -> bool:
    """Is it by how much something has made work better (依托平台，拣货效率提高30%), no growth of a time?"""
    if YEARLY_RATE.search(spot.to_number) or BETTER.search(spot.window.before) is None:
        return False
    return MEANS.search(spot.to_number) is not None


def is_seen(spot: Spot) -> bool:
    """Is it told on the spot, here or in the sentence before it, or by a speaker of his own?"""
    if OWN_WORDS.search(spot.to_number) or SPOT.match(spot.to_number) or FOLK.match(spot.to_number):
        return True
    end = spot.sentence.start
    start = max(spot.text.rfind(mark, 0, max(0, end - 1)) for mark in ENDS) + 1
    counted = any(start <= one.start < end and one.kind == "claim" for one in spot.reading.numbers)
    return not counted and SPOT.match(spot.text[start:end]) is not None


STATED = frozenset({"time year", "time range", "time until", "time plan", "time since"})
"""Rules of periods that a policy names for itself."""
GIVEN = lazy(
    r"给予|罚款|罚金|可罚|予以|奖励|奖补|补助|补贴|资助|贴息|[元倍%]封顶|封顶[线0-9]|减免|免租|可(?:获得?|享受|申领|申请)"
)
SPENT = lazy(r"累计|发放|兑现|拨付|下达|获得?(?<!可获)(?<!可获得)|争取|到位|支出|(?<![总发])投入(?!的)|落实")


def is_given(spot: Spot, what: Dated, period: Period) -> bool:
    """Is the number what a policy gives, or the terms of it, and the period none that it names itself?"""
    if is_award(spot):
        return True
    if period.rule in STATED:
        return False
    if what.measure in MOVING or not GIVEN.search(spot.text, spot.sentence.start, spot.sentence.end):
        return False
    said = spot.text[spot.sentence.start : spot.sentence.end]
    return ON_TERMS.search(said) is not None and not SPENT.search(said) and not is_past(said)


ON_TERMS = lazy(
    r"(?:[对凡])[^。；]{4,}?(?:的[，企项单机平个人投]|给予|予以|奖励|补助|按)|每[^，。；0-9年月]{1,6}(?:补助|补贴|奖励|奖补)|最高(?:不超过|可|补|奖|[0-9])"
    r"|(?:额度|比例|金额|标准|上限)[^，。；0-9]{0,16}[0-9.]+%|按规定|不超过|[元倍%]封顶|封顶[线0-9]|[按以][^，。；]{0,16}标准|一次性"
)
"""How the terms of a policy are told: 对…的，给予…; 最高不超过…."""
