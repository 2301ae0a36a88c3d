"""The noun phrase behind a number: what is counted (34款大模型), without the predicate that may follow."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import cue_words
from flows.extract.metric.nouns import (
    JOINS,
    NOUN_TAGS,
    TAIL,
    VERB_TAGS,
    light_verbs,
    trim,
    without_move,
)
from flows.extract.reference import read_reference
from flows.extract.words import Words, tagged
from flows.patterns import lazy


@lru_cache(maxsize=1 << 15)
def phrase_after(tail: str) -> str:
    """The noun phrase that `tail`, the text after a number up to the clause's end, begins with, else ''."""
    tail = tail.lstrip("”」』》").removeprefix("的")[:TAIL]
    if tail[:1] in "年月日" and OVER_TIME.match(tail):
        tail = tail[1:]
    if goes_on(tail):
        placed = PLACED.match(tail)
        return phrase_after(placed[1]) if placed else ""
    quoted = QUOTED.match(tail)
    if quoted:
        return quoted[0] + without_predicate(take_nouns(tagged(tail[quoted.end() :])))
    grade = GRADED.match(tail) if tail[:1] in GRADES else None
    words = tagged(tail[grade.end() :] if grade else tail)
    if words and words[0][0] == "人" and len(words) > 1 and words[1][1] in VERB_TAGS:
        return ""  # 四成人投身创科行业
    taken = whole_quote(take_nouns(words), tail)
    if grade and (taken or grade[0].endswith("轮")):
        taken = grade[0] + taken
    taken = without_move(without_predicate(without_statement(taken, tail[len(taken) :])))
    return trim(taken) if taken else relative_head(words)


def whole_quote(taken: str, tail: str) -> str:
    """The phrase up to the end of the quote that it breaks off in, and the nouns behind that."""
    end = tail.find("”", len(taken), len(taken) + LONGEST_QUOTE) if OPEN_QUOTE.search(taken) else -1
    if end < 0:
        return taken
    return tail[: end + 1] + take_nouns(tagged(tail[end + 1 :]))


LONGEST_QUOTE = 12
OPEN_QUOTE = lazy(r"“[^”]*$")


def goes_on(tail: str) -> bool:
    """Does the text behind a number go on about the subject, so that no noun of the number stands there?"""
    if tail.startswith(PREDICATES) and not tail.startswith("创新高地"):
        return True
    if tail[:1] in LEADING and LEADS_TO.match(tail):
        return True
    if tail[:1] in MOVING and MOVES_ON.match(tail):
        return True
    if tail[:1] in WITHIN and AMONG.match(tail):
        return True
    if tail[:1] in LEVELS and MOVES_TO.match(tail):
        return True
    return tail.startswith(cue_words("locating_verb"))


WITHIN = frozenset("当之中里")
AMONG = lazy(r"(?:[当之]?中|里面?)(?:[，：]|[共仅只已就][^，。；]{0,2}有|[有约近超逾])")
"""What makes the things counted a whole of which more is told, behind their classifier: 80家中有50家增长."""
GROUNDED = lazy(
    r"在[^，。；：]{0,16}?(?:基础|背景|帮助|支持|推动|带动|前提|条件|框架|引领|指导|牵头|扶持)(?:之)?[上下](?!的)"
)
"""On what or with whose help things do something: no noun of their number (38家在…基础上自研)."""
AMIDST = lazy(r"(?:[当之]中|里面)(?=$|，)")
"""What makes the things counted a whole, behind their noun: 995家厂商当中."""
LEADING = frozenset("到至")
LEADS_TO = lazy(r"[到至](?:[0-9]|去年|今年|目前|如今|现在|年底|次年)")
"""What leads to a time, and no noun: 从188笔到2025Q2翻番."""
LEVELS = frozenset("增发扩提上跃下减缩回攀壮拓延调变升降涨跌恢")
MOVES_TO = lazy(
    r"(?:增长|发展|增加|扩大|扩展|扩张|扩充|扩容|提升|提高|上升|上涨|上调|跃升|下降|下跌|下调|减少|缩减|缩小|回落|回升|攀升|壮大|拓展|延伸"
    r"|调整|恢复|增|减|升|降|涨|跌)(?:到|至|为|成)"
)
"""What leads from a level to the next one: 从9家发展到136家."""


PLACED = lazy(r"(?:来自|位于|分布于|分布在|坐落于|坐落在)[^，。；：的]{1,16}的([^，。；：]{2,})")
"""Things by where they are: 40家来自海外的企业."""
OVER_TIME = lazy(
    r"[年月日](?:发电|处理|生产|供应|供[水电热气]|运输|吞吐|接待|加工|配送|服务|出货|通行|检测|产出|排放|消耗|营业|销售)"
)
"""What an amount is of in a year, a month or a day, behind it: 200亿千瓦时的年发电能力."""
GRADES = frozenset("一二三四五六七双ⅠⅡⅢⅣABCDEFGP12345")
GRADED = lazy(
    r"[一二三四五六七]级(?![以及])|[一二三四]线|[一二三]类|双[高一](?:流)?|[ⅠⅡⅢⅣ]+[型类级]|(?:[1-5]A|[A-D])级(?:及?以上)?"
    r"|(?:Pre-?)?[A-G][1-9]?\+*轮"
)
"""A grade that begins a noun phrase and whose numeral the tagger stops at: 一级指标, Ⅰ型大城市, A+轮."""


STATED = lazy(
    r"(.*(?:企业|公司|厂商|机构|单位|城市|省份|地区|园区|高校|医院|基金|项目|产品|行业|领域|国家|案|事件|[省市区县]))"
    r"(?:(?:的)?(?:总|平均|主营|年|净)?(?:产量|规(?:模以)?上工业(?:增加值|总产值|产值|营收|利润)|地区生产总值|(?<!地区)生产总值|进出口总?[额值]|[进出]口总?[额值]|利润总额|税收|(?:一般公共预算|财政)收入|总产值|吞吐量|实际使用外资|增加值|产值|价格|售价|销量|出口|进口|进出口|研发投入|研发费用|净利润|净利率|毛利率|市值|股价|订单|名次|排名|位次|产值|营收|收入|利润|投资|规模|融资规模|融资额|融资金额|融资总额|业绩(?:增幅|增速|降幅)?|增幅|涨幅|降幅|估值|市值|增速|销售|得分|业务|营业收入|销售额|投资额|[^的、]{2,12}数量)"
    r"|纷至沓来|落地生根|拔地而起|应运而生|脱颖而出|蓬勃发展|齐聚一堂|强势入局|全部|新|大多|多数|普遍|平均|成功|率先|先后|陆续|首次|整体|集体|现场|当场|集中|联合)$"
)


STATEMENT_END = frozenset("，。；、的")


def without_statement(phrase: str, rest: str) -> str:
    """The phrase without the amount or adverb that begins what is said of its things: 17座城市名次上升."""
    stated = STATED.fullmatch(phrase) if len(phrase) > 3 and rest[:1] not in STATEMENT_END else None
    return stated[1] if stated else phrase


@lru_cache(maxsize=1)
def predicate_nouns() -> frozenset[str]:
    """Verbal nouns that say what became of the thing counted: 32家单位上榜, 4款产品上市."""
    return frozenset(cue_words("predicate_noun"))


def without_predicate(phrase: str) -> str:
    """The phrase without the verbal noun that ends it and says what became of it."""
    tail = phrase[-2:]
    return phrase[:-2] if len(phrase) > 3 and tail in predicate_nouns() and phrase[-3] != "的" else phrase


PREDICATES = (
    "作为", "成为", "位居", "位列", "排名", "用于", "投向", "流向", "投给", "紧随", "领先", "领跑",
    "居冠", "居首", "居次", "居第", "居前", "列第", "夺冠", "称冠",
    "登顶", "蝉联", "稳居", "高居", "独占", "遥遥",
    "创新高", "创历史", "创下", "创出", "创造历史", "创纪录", "刷新", "改写", "打破", "进行",
)  # fmt: skip
"""What goes on about the subject behind a number, and is no noun of it: 以82分作为唯一…."""
MOVES_ON = lazy(
    r"(?:快速|迅速|大幅|高速|稳步|持续|逐步|逐年|急剧|直线|小幅|微幅|明显|显著|有所|略有|进一步|一路|一举)"
    r"(?:[增升降减跌涨扩缩收回翻攀飙跃提拉压滑改好恢]|发展至|下[降滑跌调]|上[升涨扬调])"
)
MOVING = frozenset("快迅大高稳持逐急直小微明显有略进一")
"""What leads from a level to the next one: 7万辆快速增长至…."""
QUOTED = lazy(r"[“「《][^”」》，。；]{2,20}[”」》]")


def take_nouns(words: Words) -> str:
    """Leading nouns with their modifiers; a verb stays inside only as a modifier of the noun behind it."""
    phrase, has_noun = "", False
    for index, (word, tag) in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ("", "")
        if index and word in predicate_nouns() and HEADS.search(words[index - 1][0]):
            break
        if tag in NOUN_TAGS:
            phrase += word
            has_noun = True
        elif word == "的" and phrase and following[1] in NOUN_TAGS | VERB_TAGS:
            phrase += word
        elif word in JOINS and has_noun and following[1] in NOUN_TAGS and not is_next_item(words, index + 1):
            phrase += word
        elif (
            tag in VERB_TAGS
            and (following[1] in NOUN_TAGS or word in modifier_verbs() and is_modifier(words, index + 1))
            and not has_noun
            and (word in modifier_verbs() or not light_verbs().match(word))
        ):
            phrase += word
        elif (
            tag in VERB_TAGS
            and len(word) == 2
            and is_modifier(words, index)
            and (word in modifier_verbs() or not light_verbs().fullmatch(word))
        ):
            phrase += word
        else:
            break
    return phrase if has_noun else ""


@lru_cache(maxsize=1)
def modifier_verbs() -> frozenset[str]:
    """Verbs that stand before a noun as its modifier (采购合同, 检测设备)."""
    return frozenset(cue_words("modifier_verb"))


def is_next_item(words: Words, index: int) -> bool:
    """Does the word there, the last before the next number, open its item (培育9家企业、建设3个园区)?"""
    return index + 1 == len(words) and words[index][1] in VERBAL


VERBAL = VERB_TAGS | {"vn"}


HEADS = lazy(
    r"(?:企业|机构|公司|单位|项目|产品|人员|平台|场景|中心|基地|模型|算法|系统|设备|服务|案例|园区)$"
)


def is_modifier(words: Words, index: int) -> bool:
    """Is the verb at `index` the middle of a name (人工智能应用企业) and not a predicate (企业聚集人才)?"""
    if index + 1 >= len(words) or HEADS.search(words[index - 1][0]):
        return False
    word, tag = words[index + 1]
    if tag not in NOUN_TAGS:
        return False
    return words[index][0] in modifier_verbs() or HEADS.search(word) is not None


def relative_head(words: Words) -> str:
    """The head of a relative clause: 受农户信赖的节水灌溉大模型 gives 节水灌溉大模型."""
    if not words or words[0][1] not in VERB_TAGS | {"p", "d"} or words[0][0] in moving_verbs():
        return ""
    for index, (word, _) in enumerate(words):
        if word in "，。；：":
            return ""
        if word == "的":
            head = take_nouns(words[index + 1 :])
            if head:
                return trim(head)
    return ""


@lru_cache(maxsize=1)
def moving_verbs() -> frozenset[str]:
    """Verbs that lead from one value to the next and open no relative clause: 攀升至2018年的峰值."""
    growth = next(row["pattern"] for row in read_reference("measure_words") if row["kind"] == "growth")
    return frozenset(word + end for word in growth.split("|") for end in ("", "至", "到"))
