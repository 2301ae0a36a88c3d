"""Parts of what was counted that a clause names without its head (拥有专利的占九成), sums, users."""

from __future__ import annotations

from flows.extract.cues import alternation
from flows.extract.metric.behind import phrase_after
from flows.extract.metric.counted import BODY_HEAD
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, FIRMS, FREE, OTHER, metric_for, metric_units, unit_kind
from flows.extract.metric.nouns import VERB_TAGS, is_generic, phrase_before
from flows.extract.metric.wholes import whole_ahead
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.extract.words import tagged
from flows.patterns import lazy

LEADS = r"(?:则|也|还|就|仅|只|已|已经|共|累计|合计|目前|现在|如今|眼下|大约|总共|约|近)*"
PART = lazy(
    rf"(?:^|[，；：])(?:其中|当中|目前|还有|另有|另外)*，?([^，；：。#]{{2,34}}?)的，?{LEADS}"
    r"(?:有|占|占比|占到|达到?|仅|只有|只剩|约|近|超过?|逾|不足|不到)(?:约|近|超过?|逾|不足|不到|了|比)*$"
)
BARE_PART = lazy(
    r"(?:^|[，；：、])(?:其中|当中|目前|还有|另有|另外)*，?([^，；：。、#]{2,34}?)(?<![中里内])的$"
)
"""A part right before bodies of its kind: 打进供应链的7家."""
MOST = lazy(r"最[多高大快低小少强长]|增[长幅速]|下降|同比|环比|[率额量价]$|(?:^|[^已])上[升涨]")
"""What a part without a head is not named by: how large it is, how it moved."""
MEMBERS = 8
"""Topics, at most, that the whole of such a part is sought among."""


def told_of_whole(
    number: Number, window: Window, earlier: list[Topic], same_sentence: int, older: tuple[Topic, ...]
) -> Measured | None:
    """What a number measures whose own words name a part, a sum of places or users of what was told."""
    kind = unit_kind(number.unit)
    if kind == "money":
        return part_of_amount(window, earlier[:same_sentence])
    if kind not in COUNTS and kind != "percent":
        return None
    before = window.before
    told_apart = "的" in before or window.between.endswith("的，")
    told_apart = told_apart and not before.endswith(LEVELS_FROM)
    bodies = before.endswith("的") and number.written_unit in BODIES
    if told_apart and (before[-1:] in PART_ENDS or bodies):
        part = headless(number, window, [*earlier, *older][:MEMBERS])
        if part:
            return part
    if kind == "percent":
        return part_or_sum(before, earlier, same_sentence, older)
    if before.endswith("等") and number.written_unit and not phrase_after(window.after):
        return by_their_names(window, number.written_unit)
    return user_too(window, earlier[:same_sentence])


LEVELS_FROM = ("从的", "由的", "自的", "比的", "较的", "于的", "到的", "至的")
"""The end of a clause without its time that leads to a level, and names no part: 门店从（2023年）的1200家."""
PART_OF_AMOUNT = lazy(
    r"(?:^|[，；：])(?:其中|当中)?，*(?:由|用于|用在|来自|出自|源自|流入|流向|投向|投入|归|拨给|分给|兑现给|属于)[^；：。#]{1,20}的，?"
    rf"{LEADS}(?:有|为|是|达到?|约|近|超过?|逾)+$"
)
"""A part of an amount by where it comes from or goes: 总投资120亿元，其中用于设备购置的为45亿元."""


def part_of_amount(window: Window, here: list[Topic]) -> Measured | None:
    """What an amount is a part of that its clause tells without a noun."""
    if "的" not in window.before or PART_OF_AMOUNT.search(window.before) is None:
        return None
    told = next((topic for topic in here if topic.kind == "money" and topic.noun), None)
    return Measured(told.metric, told.noun, "part of the amount told", False) if told else None


def part_or_sum(
    before: str, earlier: list[Topic], same_sentence: int, older: tuple[Topic, ...]
) -> Measured | None:
    """The share that parts have together, or that a kind has of what the article counts."""
    if before[-1:] not in SUM_ENDS:
        return None
    if SUM.fullmatch(before) or TOGETHER.fullmatch(before):
        return sum_of_parts([*earlier, *older])
    label = KIND.fullmatch(before) if not same_sentence or earlier[0].kind == "percent" else None
    counted = [one for one in (*earlier, *older) if one.kind == "count" and one.metric in LISTED]
    if label is None or not counted:
        return None
    if same_sentence:
        return Measured(earlier[0].metric, label[1], "share of what the article counts", True)
    whole = counted[-1] if counted[0].metric in FIRMS and counted[-1].metric in FIRMS else counted[0]
    return Measured(whole.metric, label[1], "share of what the article counts", True)


LISTED = FIRMS | {"model_count", "model_filing_count", "scenario_count", "institution_count", "patent_count"}
"""What articles go through kind by kind."""
KIND = lazy(
    r"[，、；]?(?:其中，?)?([^，。；#的占]{1,10}(?:类|型|领域|赛道|方向|环节|层|端|轮))(?:则|仅|约|就|已)*占(?:比|到|据)*"
    r"(?:约|近|超过?|逾|达到?|为|仅|不到|不足)*"
)
"""A kind and its share: 办公类占34%."""
TOGETHER = lazy(
    r"[，、；]?[两三四五六七八九十0-9]+(?:省|市|地|区|县|国|城|者|家)(?:合计|共|一共|总共|加起来)*占(?:比|到|据)*"
    r"(?:全[国省市球])?(?:的)?(?:约|近|超过?|逾|达到?|为|仅|不到|不足)*"
)
"""Places by their number, with their share: 两市占三分之二."""
PART_ENDS = frozenset("有占比到达仅约近过超逾足了剩")


def headless(number: Number, window: Window, told: list[Topic]) -> Measured | None:
    """The part that a clause without a head names: 获得过融资的有310家, 没有专利的占28%."""
    head = window.clause.split("#", 1)[0]
    head = window.between + head if window.between.endswith("的，") else head
    alone = is_alone(number, window)
    said = PART.search(head) or (BARE_PART.search(head) if alone else None)
    tags = VERB_TAGS | DEEDS if alone else VERB_TAGS
    counted = number.unit != "percent"
    if said is None or MOST.search(said[1]) or not counted and "占" not in said[0]:
        return None
    own = head_of_clause(said[1], number)
    if own:
        found = metric_for(own, f"{own}#{number.written_unit or ''}", "count")
        return Measured(found[0] if found else OTHER, own, "head of the clause that names a part", True)
    if not has_verb(said[1], tags):
        return None
    whole = whole_set(window) if not counted else None
    whole = whole or next((topic for topic in told if is_whole(topic, number)), None)
    if whole is None and alone:
        whole = Topic(*whole_of_bodies(number.written_unit or "", window), kind="count")
        named = metric_for(phrase_before(said[1]), f"#{number.written_unit}", "count")
        if named and named[0] in FIRMS:
            return None  # 自研大模型的有35家
    if not counted and told[:1] and told[0].kind == "person" and "其中" in said[0]:
        whole = told[0]
    if whole is None:
        return None
    kind = head_of(whole.noun)
    noun = phrase_before(said[1]) if said[1].endswith(kind) else f"{said[1]}的{kind}"
    if not counted and LARGE.search(said[1]) or is_generic(noun):
        noun = whole.noun
    if whole.metric in FIRMS:
        found = metric_for(noun, f"{noun}#{number.written_unit or ''}", "count")
        if found and found[0] in FIRMS:
            placed = found[0] == "firm_count" and said[1].startswith(BY_PLACE)
            metric = whole.metric if placed else found[0]
            return Measured(metric, noun, PART_OF_TOLD, True)
    return Measured(whole.metric, noun, PART_OF_TOLD, True)


def head_of_clause(said: str, number: Number) -> str:
    """The things that open the clause and of which it tells the part, else '': 实验室经重组的有117家."""
    for head in OF_WHOM.finditer(said):
        rest = said[head.end() :]
        if rest and (rest[0] in PASSED or tagged(rest)[0][1] in VERB_TAGS | {"p"}):
            thing = phrase_before(said[: head.end()])
            named = len(thing) >= SHORT and thing.endswith(head[0])
            return thing if named and (number.written_unit not in BODIES or BODY_HEAD.search(thing)) else ""
    return ""


BY_PLACE = ("来自", "总部", "位于", "注册", "落户")
"""How a part begins that is told by where its firms are: they are of the kind told before."""
PASSED = frozenset("经由被在获装")
"""What begins what was done to things, or what they have."""
OF_WHOM = lazy(rf"(?:{alternation('counted_head')}|[店厂馆厅港]|学科|机架)")
"""Things that a clause without a head may tell of."""
BODIES = {"家": ("firm_count", "企业"), "所": ("institution_count", "学校")}
"""What is counted by a classifier of bodies, where nothing else says it: 做零部件的有186家."""


def is_alone(number: Number, window: Window) -> bool:
    """Is the number one of bodies that no noun behind it names?"""
    return number.written_unit in BODIES and not phrase_after(window.after)


def whole_set(window: Window) -> Topic | None:
    """The whole that the sentence sets before a share of it (科研项目中，由高校牵头的占八成)."""
    head = window.sentence.split("#", 1)[0]
    noun = whole_ahead(head) if "中，" in head or "里，" in head else ""
    found = metric_for(noun, noun, "count") if noun else None
    return Topic(found[0] if found else OTHER, noun, "count") if noun else None


def whole_of_bodies(written: str, window: Window) -> tuple[str, str]:
    """Metric and noun of the whole that an earlier clause sets (高校里，训练模型的有38所), else of all."""
    noun = whole_ahead(window.sentence.split("#", 1)[0])
    found = metric_for(noun, f"{noun}#{written}", "count") if noun else None
    return (found[0], noun) if found else BODIES[written]


PART_OF_TOLD = "part of what was told, by a clause without a head"


def has_verb(said: str, tags: frozenset[str]) -> bool:
    """Does the clause say what the part does or has, or how large it is, and is no mere noun?"""
    words = tagged(said)
    deed = words[-1][1] in DEEDS and (len(said) <= SHORT or said[0] in PASSED)
    return deed or any(tag in tags for _, tag in words) or LARGE.search(said) is not None


SHORT = 4
DEEDS = frozenset({"vn", "v"})
"""Tags of a word that may say by itself what a part has done: 上市的, 获奖的."""


LARGE = lazy(r"[0-9一二三四五六七八九十百千万亿](?:[^0-9，]{0,3})(?:以[上下内]|人|元|年|级)$")


def is_whole(topic: Topic, number: Number) -> bool:
    """Was what the topic tells of counted by the number's classifier, or counted at all for a share?"""
    if topic.kind == "rank":
        return False
    if number.unit == "percent":
        return topic.metric != OTHER and metric_units().get(topic.metric) in COUNTS
    if number.unit == topic.kind == "person":
        return True
    return topic.kind in COUNTS and bool(topic.written) and topic.written == number.written_unit


def head_of(noun: str) -> str:
    """The last word of a noun: 企业 of 获得过融资的中小企业."""
    words = tagged(noun)
    return words[-1][0] if words and len(words[-1][0]) > 1 else noun


SUMMED = r"(?:合计|加起来|加在一起|加总|相加|总计|共计|合起来|合在一起|总和|共)"
SUM = lazy(
    rf"[，、；和与及]*(?:等，?)?(?:[^，。；#的]{{0,10}}?(?:城市群|城市|省份|省市|省区市|地区|区域|产业|行业|领域|板块|[省市区县国地圈者]|，))?{SUMMED}"
    r"(?:的?(?:占比|份额|比重)|(?:则|也|仅|只|已|就|共)?占(?:全[国省市球]|总[数量]|到)?)*(?:则|也|仅|已|就|约|近|超过?|逾|达到?|为|不到|不足|接近|高达|的)*$"
)
"""A clause that says no more than what is taken together: 前五个城市加起来超过."""
SUM_ENDS = frozenset("占到据计来起总加和共比额重占国省市球数量到仅已就约近过超逾达为足的")


def sum_of_parts(told: list[Topic]) -> Measured | None:
    """The share that places or fields have together of what was told."""
    whole = next((topic for topic in told if topic.kind != "rank"), None)
    if whole is None or whole.metric == OTHER or whole.kind in FREE - {"percent"}:
        return None
    return Measured(whole.metric, whole.noun, "share of parts together", False)


FIRM_UNITS = frozenset("家户")
NAMED = r"([^，；：、]{2,16}(?:、[^，；：、]{2,16})+)等$"
BY_NAME = lazy(rf"(?:^|[，；：])([^，；：、]*?)(?:有|包括|包含|涵盖|为){NAMED}")
NAMED_ALONE = lazy(rf"(?:^|[，；：])(){NAMED}")
"""Whom a clause counts by their names: 签约的企业有甲、乙、丙等16家."""
NO_FIRM = lazy(
    r"(?:大学|学院|医院|[研科]究?[院所]|学校|[中小]学|高校|协会|商会|部门|委|局|厅|[省市区县国园]|中心|平台|基地|项目)$"
)


def by_their_names(window: Window, written: str) -> Measured | None:
    """What a list names before it counts them, by what leads to the list; firms where nothing does."""
    head = window.clause.split("#", 1)[0]
    listed = BY_NAME.search(head)
    noun = phrase_before(listed[1]) if listed and not listed[1].endswith("的") else ""
    if not is_generic(noun):
        found = metric_for(noun, f"{noun}#{written}", "count")
        return Measured(found[0] if found else OTHER, noun, BY_NAMES, True)
    listed = listed or NAMED_ALONE.search(head)
    if listed is None or written not in FIRM_UNITS or NO_FIRM.search(listed[2]):
        return None
    return Measured("firm_count", "企业", BY_NAMES, True)


BY_NAMES = "counted behind their names"
USED = lazy(
    r"^[，、；]?(?:还|并|已|共|累计|也|均|先后|另外|同时|年|日均|，)*(?:覆盖|服务(?!业|器|商|型)|惠及|触达|连接|提供|完成|接诊|受理|接待|解答|处理)"
    r"(?:了)?([^，。；#]{0,8}?)(?:已|共|累计|达到?|超过?|逾|约|近|有)*$"
)
USERS = lazy(
    r"医[生护师]?$|医生|教师|学生|师生|患者|群众|居民|市民|农户|商户|家庭|企业|机构|医院|学校|客户|用户|单位|银行|门店|咨询|问诊|问答|诊断"
)


def user_too(window: Window, here: list[Topic]) -> Measured | None:
    """More users of what was just said to be used: 用上它的医院有187家，覆盖医生1500名，提供咨询40万次."""
    if not here or here[0].metric not in {"customer_count", "adoption_rate"}:
        return None
    used = USED.match(window.before)
    noun = (used[1] or phrase_before(window.after)) if used else ""
    if not noun or USERS.search(noun) is None:
        return None
    return Measured("customer_count", noun, "more users of what was told", True)
