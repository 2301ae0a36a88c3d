"""Nouns in parallel that have a value each, in order: 甲、乙产量分别增长…."""

from __future__ import annotations

from dataclasses import replace

from flows.extract.cues import alternation
from flows.extract.lists import opening_word
from flows.extract.metric.fitting import Topic
from flows.extract.metric.headed import GREW, INDUSTRY
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, FREE, OTHER, RATE_NAME, RATE_OF, RATES, metric_for, unit_kind
from flows.extract.metric.noun_behind import HOLDER
from flows.extract.metric.nouns import is_generic, phrase_before, verb_before
from flows.extract.metric.parts import OWN_AMOUNT
from flows.extract.metric.wholes import of_set
from flows.extract.numbers.number import Number
from flows.extract.spot import Spot
from flows.extract.windows import masked
from flows.extract.words import has_word
from flows.patterns import lazy

SPLIT = lazy(r"以及|[和与及]")
ET_CETERA = lazy(r"(?<![高中初同均平劣优])等(?:[一二两三四五六七八九十\d]+[大个项类种])?")
TAKEN_UP = lazy(
    r"[一二两三四五六七八九十\d]+(?:大|项|个|类|种|条)(?:(?:核心|关键)?零?部件|赛道|领域|行业|业务|板块|品类|产品|市场)?"
)
"""The count that takes a list up before its head: 甲、乙两大产业产值."""
SHARED = lazy(alternation("shared_head") + r"$")
TOWARDS = lazy(r"[^，。；对]{2,}(对[^，。；]{2,}的[^，。；]{2,})$")
"""净出口对经济增长的贡献率"""
HEAD_OF_KIND = lazy(
    rf"(?:[一二两三四五六七八九十\d]+[大个项类种])?(?:产品|商品|品类|货物|设备|行业|领域|类)*({alternation('shared_head')})"
)
THING = lazy(r"(?:企业|公司|项目|用户|产业|行业|居民|人口|机构)$")
"""Heads that name who or what has the measure: 国有企业、私营企业利润."""
SUMMED_UP = lazy(r"[一二两三四五六七八九十\d]+[项大个](?:核心|主要|关键)?(?:指标|数据)$")
BOUNDARY = lazy(r"[，。；：！？\n（）()]|其中")
EARLIER = 2
"""Clauses before 分别 in which its list of nouns may stand."""
RATE_TAIL = lazy(
    r"(?:累计)?[同环]比(?:增速|增幅|涨幅|降幅|增长|下降|上涨)?$"
    r"|(?:增速|增幅|涨幅|降幅)(?:均|都|明显|显著|大幅)*(?:高于|快于|超过|超|领先|优于|低于|慢于)[^，。；、]{0,12}$"
    r"|(?:继续|持续|均|都|依然|仍)*(?:保持|维持|呈现|延续)[^，。；、的]{0,8}(?:增长|下降|态势|势头|趋势)$"
)
MADE_AND_SOLD = lazy(r"产销量?$")
"""汽车产销分别完成9辆和8辆: the first were made, the others sold."""
LONGEST_ITEM = 24
LONGEST_LAST = 14
SHORT = 6
SPLIT_OR_LIST = lazy(r"、|以及|[和与及]")
RANGE_OF_ITEMS = range(2, 7)
SECTOR_LIST = lazy(r"第?一、第?二、(?:和)?第?三(?:次)?产业?([\u4e00-\u9fff]{0,4}?)(?:同比)?$")
THREE_SECTORS = lazy(r"(?<!第)三次产业([\u4e00-\u9fff]{0,4}?)(?:同比)?$")
"""三次产业增加值依次为: the sectors are not named, but there are three."""
SECTORS = ("第一产业", "第二产业", "第三产业")


NOUN_IN_ORDER = "respectively, noun in order"
"""The rule of a noun that 分别 gives the number in its place."""


def noun_in_place(spot: Spot, otherwise: Measured, here: list[Topic]) -> Measured | None:
    """The noun in the number's own place before 分别, with its metric; None where no such list stands. What
    the sentence's claims so far (`here`, latest first) are about, shares and growth of its parts are about
    too (进出口…，其中甲、乙分别增长…).
    """
    assert spot.place
    index, size = spot.place
    nouns = nouns_in_order(spot, size)
    if not nouns:
        return None
    kind = unit_kind(spot.number.unit)
    held = otherwise.noun.removeprefix(nouns[index - 1]) if index else otherwise.noun
    if otherwise.metric != OTHER and kind not in COUNTS and all(HOLDER.search(noun) for noun in nouns):
        if not HOLDER.search(held):
            return replace(otherwise, noun=f"{nouns[index]}{held}", own=True)
    measured = measured_as(nouns[index], spot, NOUN_IN_ORDER)
    if measured.metric == OTHER:
        measured = headed_in_order(spot, nouns[index]) or led_alike(spot, nouns, index) or measured
    shared = kind == "percent" and measured.metric == OTHER and SHARED_OUT.search(spot.to_number)
    within = of_set(spot.window) if shared else None
    if within:
        return replace(measured, metric=within)
    if measured.metric == OTHER and kind == "money" and otherwise.metric == "subsidy_amount":
        return replace(measured, metric=otherwise.metric)
    if measured.metric == OTHER and kind in AMOUNTS:
        named = amount_of_all(spot, measured)
        if named:
            return named
    told = next((topic for topic in here if topic.kind not in FREE), None) if kind == "money" else None
    told = told if told and told.kind == kind else None
    if told and measured.metric == OTHER != told.metric and not any(map(OWN_AMOUNT.search, nouns)):
        return replace(measured, metric=told.metric)  # 交通投资1.6万亿元，铁路、公路分别为
    whole = here[index] if index < len(here) else None
    if whole and measured.metric == OTHER and kind in FREE and is_part(spot, index):
        short = len(measured.noun) <= SHORT and "、" not in whole.noun
        amount = OWN_AMOUNT.search(measured.noun) or RATE_NAME.search(measured.noun)
        noun = measured.noun + whole.noun if short and not amount else measured.noun
        return replace(measured, metric=whole.metric, noun=noun)
    grown = kind == "percent" and measured.metric == OTHER and INDUSTRY.search(nouns[-1]) is not None
    here = [topic for topic in here if topic.kind != "count"]
    output = here[0].metric == "industry_output" if here else GREW.search(spot.window.before) is not None
    if grown and output:
        return replace(measured, metric="industry_output")  # 汽车和电子行业分别增长
    if here and measured.metric == OTHER and here[0].metric in TOLD_OF_PARTS and here[0].kind in RATES:
        if kind in RATES and not OWN_AMOUNT.search(measured.noun) and not RATE_NAME.search(measured.noun):
            return replace(measured, metric=here[0].metric)  # 服务贸易增长15%，市场采购、跨境电商分别增长
    return measured


def led_alike(spot: Spot, nouns: list[str], index: int) -> Measured | None:
    """The noun with what leads the first of its list (出口的机械、原料分别增长: 出口的原料)."""
    lead, joined, _ = nouns[0].rpartition("的")
    led = measured_as(f"{lead}的{nouns[index]}", spot, NOUN_IN_ORDER) if index and joined else None
    return led if led and led.metric != OTHER else None


def headed_in_order(spot: Spot, noun: str) -> Measured | None:
    """What the clause of 分别 itself says that each noun before it has: 赛道是甲、乙，融资额分别为…."""
    word = opening_word(spot.text, spot.sentence, spot.number)
    start = spot.sentence.clause_start(word[0]) if word else 0
    if word is None or spot.sentence.start >= start or SPLIT_OR_LIST.search(spot.text, start, word[0]):
        return None
    head = phrase_before(plain_text(spot, start, word[0]))
    found = metric_for(head, head, unit_kind(spot.number.unit)) if len(head) > 1 else None
    return Measured(found[0], noun + head, NOUN_IN_ORDER, True) if found else None


TOLD_OF_PARTS = frozenset({"trade_value", "investment_amount"})
SHARED_OUT = lazy(r"(?:占|比重|比例)[^，。；]{0,4}分别[^。；]{0,60}$")
AMOUNTS = frozenset({"money", "percent"})


def amount_of_all(spot: Spot, measured: Measured) -> Measured | None:
    """What the nouns before 分别 have each in order, named behind it: 甲、乙产业分别实现产值5亿元、4亿元."""
    word = opening_word(spot.text, spot.sentence, spot.number)
    first = next((one for one in spot.inside if word and one.start >= word[1]), None)
    if word is None or first is None or unit_kind(first.unit) != "money":
        return None
    amount = phrase_before(spot.text[word[1] : first.start])
    found = metric_for(amount, f"{amount}#", "money") if amount else None
    if found:
        return replace(measured, metric=found[0], noun=measured.noun + amount)
    done = "" if amount else verb_before(spot.text[word[1] : first.start])
    return replace(measured, noun=done) if done else None


PARTS = lazy(r"其中|[，；]各?占|分别约?占(?!比)")


def is_part(spot: Spot, index: int) -> bool:
    """Is the list that the number stands in one of parts of what the sentence has told before?"""
    first = spot.index - index
    since = spot.inside[first - 1].end if first else spot.sentence.start
    return PARTS.search(spot.text, since, spot.inside[first].start) is not None


def nouns_in_order(spot: Spot, size: int) -> list[str] | None:
    """The list of exactly `size` nouns that the word 分别 before the number takes up."""
    word = opening_word(spot.text, spot.sentence, spot.number)
    if word is None:
        return None
    told = [one.end for one in spot.inside if one.end <= word[0] and not takes_up(spot, one, size)]
    head = plain_text(spot, told[-1] if told else spot.sentence.start, word[0])
    clauses = [clause for clause in BOUNDARY.split(head) if clause.strip()]
    both = MADE_AND_SOLD.search(clauses[-1]) if clauses and size == 2 else None
    if both:
        thing = phrase_before(clauses[-1][: both.start()])
        return [thing + "产量", thing + "销量"]
    for clause in reversed(clauses[-EARLIER:]):
        nouns = listed_nouns(clause, size)
        if nouns:
            return nouns
    return None


def takes_up(spot: Spot, number: Number, size: int) -> bool:
    """Is the number the count that takes the list up before its head (甲、乙、丙三个产业)?"""
    counted = number.unit == "count" and number.value == size
    return counted and spot.text[number.start - 1 : number.start] not in "，。；的"


def plain_text(spot: Spot, start: int, end: int) -> str:
    """The text with commas for names and without times."""
    return masked(spot.text, start, end, spot.reading.masks())


LINK = lazy(r"^(?:此外|另外|同时|其中|而|但|并且|加上)，?")
"""What links a list to the text before it, and is no part of its first noun."""


def listed_nouns(clause: str, size: int | None = None) -> list[str] | None:
    """The nouns of the list that the clause ends with, each with the head that they share, if they are as
    many as `size` says.
    """
    three = THREE_SECTORS.search(clause) if size == len(SECTORS) else None
    if three:
        return [sector + three[1] for sector in SECTORS]
    items = items_of(clause, size)
    if not items:
        return None
    sectors = SECTOR_LIST.search(clause)
    if sectors and len(items) == len(SECTORS):
        return [sector + sectors[1] for sector in SECTORS]
    nouns = [first_noun(LINK.sub("", items[0].strip())), *(item.strip() for item in items[1:-1])]
    item = RATE_TAIL.sub("", items[-1])
    alike = SUMMED_UP.search(item) is None
    last = last_noun(TAKEN_UP.sub("", SUMMED_UP.sub("", item)))
    nouns.append(last)
    if any(not noun or len(noun) > LONGEST_ITEM for noun in nouns):
        return None
    nouns = [whole_word(one.lstrip("的"), after) for one, after in zip(nouns, [*nouns[1:], ""], strict=True)]
    towards = TOWARDS.search(last)
    head = towards[1] if towards else shared_head(nouns) if alike else ""
    if head:
        nouns = [*(noun + head for noun in nouns[:-1]), last]
    return None if any(is_generic(noun) for noun in nouns) else nouns


def whole_word(noun: str, after: str) -> str:
    """The noun, or the word that it shortens by a character that the next one has too (内、外贸: 内贸)."""
    word = noun + after[1:2]
    return word if len(noun) == 1 and len(after) > TWO and is_word(word) and is_word(after[:TWO]) else noun


def is_word(word: str) -> bool:
    """Is the text of two characters a word of the dictionary?"""
    return len(word) == TWO and has_word(word)


TWO = 2


def last_noun(item: str) -> str:
    """The noun of the list's last member with the head behind it: 丁产量 of 丁等产品产量高增."""
    if TOWARDS.search(item) and SHARED.search(item):
        return item.strip()
    member, _, rest = item.partition("等")
    if member and rest:
        head = HEAD_OF_KIND.match(rest)
        if head:
            return member.strip() + head[1]
    item = ET_CETERA.sub("", item).strip()
    noun = phrase_before(item) or short(item)
    if item.endswith(noun) and len(item) <= LONGEST_LAST and not LEADS.search(item):
        noun = item  # 高收入组人均可支配收入
    return RATE_OF.sub("", noun) or noun


def first_noun(item: str) -> str:
    """The noun that the first member of a list ends with; a word of its own is taken as it stands."""
    noun = phrase_before(item)
    whole = not noun or item.startswith(noun) or not LEADS.search(item)
    return short(item) or noun if whole else noun


LEADS = lazy(r"[的有了对为从在等是将共]|公司|集团|其中|目前")
"""What stands before the first member of a list and is no part of it."""


def short(item: str) -> str:
    """The item itself where it is no longer than a word, else ''."""
    return item.strip() if len(item.strip()) <= SHORT else ""


def items_of(clause: str, size: int | None) -> list[str]:
    """The members of the list in the clause: by 、, the last two by 和 too."""
    parts = clause.split("、")
    if size is None or len(parts) == size - 1:
        pair = SPLIT.split(parts[-1], maxsplit=1)
        if len(pair) == 2 and all(len(one) > 1 for one in pair):
            parts[-1:] = pair
    wanted = len(parts) == size if size else len(parts) in RANGE_OF_ITEMS
    return parts if wanted and len(parts) > 1 else []


def shared_head(nouns: list[str]) -> str:
    """The head behind the last of the nouns that the others share: 产量 in 甲、乙产量; '' if none."""
    found = SHARED.search(nouns[-1])
    if not found or found.start() == 0:
        return ""
    thing = THING.search(found[0]) is not None
    own = (SHARED.search(noun) and (thing or not THING.search(noun)) for noun in nouns[:-1])
    return "" if any(own) else found[0]


def measured_as(noun: str, spot: Spot, rule: str) -> Measured:
    """The noun with the metric that it names for the number's unit."""
    found = metric_for(noun, f"{noun}#", unit_kind(spot.number.unit))
    return Measured(found[0] if found else OTHER, noun, rule, True)
