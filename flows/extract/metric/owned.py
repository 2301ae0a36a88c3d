"""The noun phrases of a number's own: behind a count, before an amount, a rate or a rank."""

from __future__ import annotations

from flows.extract.cues import alternation, cue_words
from flows.extract.metric.attributes import hinted
from flows.extract.metric.behind import moving_verbs
from flows.extract.metric.counted import FIRM_UNITS
from flows.extract.metric.metrics import COUNTS, FREE, unit_kind
from flows.extract.metric.noun_behind import HOLDER, noun_behind
from flows.extract.metric.nouns import (
    VERB_TAGS,
    begins_with_noun,
    is_generic,
    light_verbs,
    link_words,
    noun_verbs,
    phrase_before,
    verb_before,
)
from flows.extract.metric.outlay import deal_closed
from flows.extract.metric.rated import AMOUNT_HEAD, nouns_of_percentage, rate_before, rate_behind
from flows.extract.metric.sold import trained, volume_of
from flows.extract.metric.trimmed import (
    is_of_before,
    without_base,
    without_setting,
)
from flows.extract.metric.wholes import part_again
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.extract.words import tagged
from flows.patterns import lazy

RANK_SCOPE = lazy(
    r"(?:位列|位居|稳居|高居|居于|(?<![邻民])居|(?<![系])列|排名|排在|排(?![放水污气涝查练版除斥险])|名列|跻身|进入|保住|守住|稳坐)，?[^，。；]{0,14}$"
)
RANKED_AMONG = lazy(
    r"在[^，。；在]{0,16}?(?:行业|业内|同行|同类|市场|赛道|领域|厂商|品牌|车企|企业|公司|机构|高校|院校|城市|省份|地区|国家|省市|区县|经济体"
    r"|对手|选手|模型|产品|集群|枢纽|节点|园区|开发区|新区|自贸区|港口|机场|景区|县域|地市|[A港个]股|基金|同级|百强|阵营|序列|榜单|名单|[0-9一二三四五六七八九十百]+强"
    r")(?:当|之)?[中里内间上]?$"
)
"""Among whom somebody ranks, no thing ranked by: 在国内大模型厂商中排名第二."""
RANKED_BY = lazy(
    r"(?:位列|位居|稳居|高居|(?<![邻民])居|(?<![系])列|排名|占据)(?:全[国省市球]|世界|国内|行业|中国)?"
    r"([\u4e00-\u9fff]{2,10}?(?:(?<![商质力])(?:量|额)|产值|市值|估值|规模|份额|收入|营收|利润|增速"
    r"|(?:吸引|竞争|创新|影响|承载|辐射|带动|购买|传播|服务|科技|产品|品牌|消费)力|活力|实力|潜力|指数|热度|密度|强度|满意度|净流入|评价|环境|水平))"
    r"(?:排名|排行榜|榜|的|全国|全省|全球|国内|行业)?$"
)
"""What a rank is by, told between its verb and itself: 位居空调零售量前三."""
RECKONED_BY = lazy(
    r"(?:按照?|以)([^，。；：按以]{2,14}?)(?:计算?|算|论|来?看|衡量|统计)，?(?:则|也|可|已|能)?(?:在[^，。；在]{1,10}?)?(?=[位名排居列稳])[^，。；]{1,10}$"
)
"""What a rank is by, told before its verb: 按保有量计排在全球第一."""

BOARD = lazy(r"(?<=[量额值])(?:排行|排名)?榜$")
"""A list by the measure before it: 周调用量榜榜首."""


def own_nouns(number: Number, window: Window) -> list[str]:
    """Noun phrases of the number's own, the likelier first: behind a count, before an amount or a rate."""
    said = without_setting(window.before)
    before = without_others(said, number.unit)
    named = scale_of(number.unit, said, before) or named_by_form(number, window, before)
    if named:
        return [named]
    if CAPACITY.search(before):
        return [phrase_before(before)]
    after = noun_behind(number, window, before)
    head = noun_ahead(number, window, before, after)
    if number.unit == "percent":
        return nouns_of_percentage(number, window, before, head, after)
    if number.unit in FREE:
        rate = rate_behind(number, window.after, head)
        return [rate] if rate else [head, after]
    if unit_kind(number.unit) in COUNTS:
        volume = volume_of(number, before, after)
        head = LISTED_ANEW.sub("", head)
        return [volume] if volume else things_counted(number, window, before, head, after)
    if unit_kind(number.unit) == "money":
        return nouns_of_amount(number, before, head, after)
    return nouns_of_quantity(before, head, after)


def without_others(said: str, unit: str | None) -> str:
    """The text before a rank without its rivals, before a share without what that is measured by."""
    if unit == "rank":
        return without_rivals(said)
    return without_base(said, unit) if unit in {"percent", "multiple"} else said


def scale_of(unit: str | None, said: str, before: str) -> str:
    """What a rank is by (按保有量计排在全球第一), or the rate that stands before a percentage, else ''."""
    if unit == "rank":
        scale = RANKED_BY.search(said) or RECKONED_BY.search(said)
        return scale[1] or "" if scale else ""
    return rate_before(before) if unit in {"percent", "multiple"} else ""


def named_by_form(number: Number, window: Window, before: str) -> str:
    """The noun that a form of the clause names: 项目中六成的项目, persons trained, a deal closed, else ''."""
    return (
        part_again(number, before, window.after)
        or deal_closed(number, before, window.after)
        or trained(number, before, window.after)
        or hinted(number, before, window)
        or data_behind(number, window.after)
    )


UNITS_OF_DATA = frozenset(("条", "GB", "TB", "PB", "EB", "ZB"))
DATA = lazy(r"的?(?:原始|有效|历史|实时)?数据(?=[，。；、”]|$)")


def data_behind(number: Number, after: str) -> str:
    """Data, which are no thing of their own anywhere but behind their units (汇聚超17PB数据), else ''."""
    return "数据量" if number.written_unit in UNITS_OF_DATA and DATA.match(after) else ""


def noun_ahead(number: Number, window: Window, before: str, after: str) -> str:
    """The noun phrase before a number, '' where that is of the number before or names who has it."""
    if after and number.unit not in FREE and is_of_before(before, window):
        return ""
    head = phrase_before(before)
    if number.unit == "percent" and is_generic(head):
        head = phrase_before(RATE_TAIL.sub("", before)) or head
    if before.endswith("以") and number.unit in PARTIES and not AMOUNT_HEAD.search(head):
        return ""
    return without_ranker(head) if number.unit == "rank" else head


def without_ranker(head: str) -> str:
    """What a rank is by in the noun before it (周调用量榜), '' where that names who ranks."""
    if head.endswith("榜"):
        head = BOARD.sub("", head)
    return "" if head.endswith(cue_words("rank_holder")) or head in cue_words("rank_group") else head


def nouns_of_amount(number: Number, before: str, head: str, after: str) -> list[str]:
    """What an amount of money may be: what was paid or is had on average; 5亿元利润 behind a verb of gain."""
    if after and not number.written_unit:
        return [after, head]  # 57亿订单
    ahead = each_of(head, before) or paid(head, before)
    gained = after and (GAINED.search(before) or is_object(before))
    return [after, ahead] if gained else [ahead, after]


def nouns_of_quantity(before: str, head: str, after: str) -> list[str]:
    """What a weight or an area may be: what was made of it (新增32万平方米空间), the verb, the noun."""
    verb = verb_noun(before)
    if after and before.endswith("的"):
        return [after, head]  # 甲地的110万亩玉米
    if after and (MADE.search(before) or not verb and is_object(before)):
        return [after, verb, head]
    held = "" if after and HOLDER.search(head) else head
    return [verb or held, after]


TOLD_LAST = lazy(rf"(.*?{alternation('counted_head')})(?:{alternation('telling_verb')}|运营|运行)+$")
"""What became of the things that stand before their number: 数据中心建成投用18个."""
SHORT_CLAUSE = lazy(rf"^({alternation('predicate_noun')})的([\u4e00-\u9fff]{{2}})$")
"""A thing by what became of it: 开工的项目."""
TWICE = lazy(r"^(.{2,})[与和及、]\1$")
"""Things of two grades, which their noun does not tell apart: 110千伏线路与10千伏线路."""
OF_THINGS = frozenset("款项件篇套枚颗种台辆部")
"""Classifiers of things: bodies before them are whose they are."""


def things_counted(number: Number, window: Window, before: str, head: str, after: str) -> list[str]:
    """What a count may be of: the noun behind it, or what its unit names; the noun or the verb before it."""
    verb = verb_noun(before)
    told = TOLD_LAST.match(head)
    thing = SHORT_CLAUSE.sub(r"\1\2", told[1] if told else head)
    thing = TWICE.sub(r"\1", thing)
    if not verb and thing in cue_words("deed_noun"):
        verb = thing  # 专利累计申请3200件
    head = (verb if number.written_unit in FIRM_UNITS else done_to(before, verb)) or thing
    if number.written_unit in OF_THINGS and HOLDER.search(head):
        head = ""  # 园区企业手里有11款
    if number.unit == "person" and STAFFED.search(head):
        head = "员工"  # 公司从40人扩至300人
    if number.unit == "person" and not after and HIRED.search(before):
        head = "员工"
    named = thing_of(number.written_unit)
    if named and (not after or not begins_with_noun(window.after)):
        after = named
    return [after, done_so_often(number, before) or head]


HIRED = lazy(r"(?:聘用|雇用|雇佣|聘有|雇有)(?:了|约|近|超过?|逾|共|达)*$")
"""Who is told of by the verb alone: 初创企业3360家，聘用1.07万人."""
STAFFED = lazy(r"(?:公司|集团|企业|银行|厂商|大厂|巨头)$")
"""Who has no other persons than those who work there, where nothing says whom."""


def done_so_often(number: Number, before: str) -> str:
    """The verb that tells what was done so many times, right before their number (被提及45次), else ''."""
    if number.written_unit != "次":
        return ""
    words = [pair for pair in tagged(before[-12:]) if pair[1] not in {"d", "u", "ul", "c"}]
    word, tag = words[-1] if words else ("", "")
    led = word in link_words() or word in moving_verbs() or light_verbs().fullmatch(word) is not None
    return word if tag in VERB_TAGS and len(word) == TWO and not led else ""


def is_object(before: str) -> bool:
    """Does the text before an amount end in a verb whose object stands behind it (包括40万平方米厂房)?"""
    words = [pair for pair in tagged(before[-12:]) if pair[1] not in {"x", "u", "ul", "d", "uz", "ug"}]
    if not words or words[-1][1] not in {"v", "vn"} or len(words[-1][0]) < TWO:
        return False
    word = words[-1][0]
    return word not in link_words() and word not in moving_verbs() and word not in noun_verbs()


TWO = 2


def without_rivals(before: str) -> str:
    """The text before a rank without the verb of ranking and those among whom it is."""
    before = RANK_SCOPE.sub("", before)
    return RANKED_AMONG.sub("", before) if "在" in before else before


MADE = lazy(
    r"(?:交付|安装|新增|新建|改建|扩建|建成|建设|拥有|打造|提供|释放|盘活|改造|完成|铺设|敷设|开通|供应|采购|投放|消耗|种植|栽种|整治|储备|引进|腾退|清退|出让|收储)"
    r"(?:了|约|近|超过?|逾|各类|共|出)*$"
)
"""A verb whose object is measured: what stands behind the number is meant (新增32万平方米空间)."""


def paid(head: str, before: str) -> str:
    """The verb that an amount is of with its thing (大市成交), else the noun phrase before it, '' where that
    names who pays or earns it.
    """
    verb = verb_noun(before)
    if verb and head.endswith(verb):
        return head  # 人工智能企业融资
    if verb and DEALT.search(before):
        return verb
    return done_to(before, verb) if verb else "" if HOLDER.search(head) else head


CAPACITY = lazy(r"产能(?:已|将|可|合计|共)*(?:达到?|为|约)+$")
"""A capacity that is told by its name, whatever is made: 年产能为1.2万台机器人."""
DEALT = lazy(
    r"(?:者|人|某|机构|公司|集团|方|基金|股东|高管|总裁|董事长)(?:分别|各自?|合共|合计|一共|共|累计|拟|将|已|计划|以[^，。；]{2,8})*"
    r"(?:增持|减持|认购|回购|出资)$"
)
"""Who dealt in shares is no part of what was dealt: 高管分别增持500万元."""
GAINED = lazy(r"(?:中标|可获得?|享受|贡献|创造|带来|录得|实现|取得|赚取|赚得)(?:了|约|近|超过?|逾)*$")
"""A verb whose object stands behind the amount (贡献5亿元利润): who did it stands before."""
LISTED_ANEW = lazy(r".*(?:上榜|入榜|登榜|入选|入围|退榜)$")
"""What happened to the firms that a bare 家 counts, and is no name of them: 安徽新上榜16家."""
EACH = frozenset({"人均", "户均", "亩均", "单均", "件均"})


def each_of(head: str, before: str) -> str:
    """What an average amount is of, where a verb says it (人均创收), else ''."""
    return head + verb_before(before) if head in EACH else ""


def verb_noun(before: str) -> str:
    """The verb right before a number that stands for a noun (占地, 投资), else ''."""
    verb = verb_before(before)
    return verb if verb and before.endswith(verb) else ""


def done_to(before: str, verb: str) -> str:
    """The verb that stands for a noun, with the thing that it is done to before it (航线累计开通)."""
    thing = phrase_before(before[: -len(verb)]) if verb else ""
    if len(thing) > LONGEST_THING or is_generic(thing) or HOLDER.search(thing) or thing not in before:
        return verb
    named = before[before.rindex(thing) :]
    return verb if "，" in named else named


LONGEST_THING = 8


CLASSIFIER = lazy(r"^(?:多|余|几)?[个家座种项款名位条所间]")


def thing_of(written: str | None) -> str:
    """What is counted where the written unit names it (20余省市, 40多个国家), '' for a classifier alone."""
    thing = CLASSIFIER.sub("", written or "") if written and len(written) > 1 else ""
    named = len(thing) > 1 and thing[-1] not in "次户时套"
    return thing if named and tagged(thing)[-1][1] in {"n", "nz", "ns", "nl", "j", "l"} else ""


PARTIES = COUNTS | {"percent"}
"""Units of what somebody has or reaches: before 以 stands who does."""
RATE_TAIL = lazy(
    r"的?(?:年均|平均|每年|同比|复合|整体|总体|年)*(?:增速|增长率|增幅|涨幅|降幅)[^，。；]{0,8}$"
)
"""The rate behind what it is one of: 产业年均增速保持在…."""
