"""Nouns that stand apart from their number: behind a list of numbers, before 由 or 从, before a colon."""

from __future__ import annotations

from flows.extract.cues import alternation, cue_words
from flows.extract.metric.behind import phrase_after
from flows.extract.metric.bracketed import CLAUSE
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured, nearest_noun
from flows.extract.metric.measure_words import GROWTH_AFTER
from flows.extract.metric.metrics import FREE, OTHER, RATES, metric_for
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.numbers.number import Number
from flows.extract.scores import SCORE
from flows.extract.windows import Window
from flows.patterns import lazy

BEHIND_LIST = lazy(
    r"#[^，。；、和与及的]{0,6}(?:、|和|与|及|以及)[^，。；的]{0,40}?[0-9一二三四五六七八九十百千万亿%][^，。；的]{0,6}的"
)
PART_ONLY = tuple(cue_words("part_only"))
"""What names no thing of its own: what it is of stands before."""
OF_LIST = "noun behind the list"
WITH = ("以", "以约", "以超", "以近", "以超过", "以逾", "凭借", "凭")


def noun_behind_list(window: Window, kind: str) -> Measured | None:
    """The noun behind the last of a list of numbers that 以 opens: 分别以35%和7%的市占率."""
    if not window.before.endswith(WITH):
        return None
    listed = BEHIND_LIST.search(window.clause)
    noun = phrase_after(window.clause[listed.end() :]) if listed else ""
    if not noun or noun.startswith(PART_ONLY):
        return None
    if kind == "count" and SHARE_NAME.search(noun):
        return Measured(OTHER, "出货量", OF_LIST, False) if window.after[:1] in "和与及、" else None
    found = metric_for(noun, window.clause, kind)
    return Measured(found[0] if found else OTHER, noun, OF_LIST, True)


SHARE_NAME = lazy(r"(?:份额|[市占比]率|占比|比重|比例)$")
FROM = lazy(
    r"[，；]?(?:也|更|则|已|将|便|再|其|均)*(?:总额|总量|总数|规模|数量|金额|人数|户数|数|总计|合计|占比|比例|比重)?(?:也|更|则|已|将|便|均)*"
    r"(?:由|从|自)(?:最初|原来|原先|当初|初期|不足|不到|约|近)?的?"
)


def noun_before_from(window: Window, kind: str) -> Measured | None:
    """What a clause that opens with 由 or 从 tells the levels of: 专网加快建设，由1655个增至6518个."""
    if kind in FREE or not FROM.fullmatch(window.before):
        return None
    noun = nearest_noun(window)
    if not noun:
        return None
    found = metric_for(noun, window.sentence, kind)
    return Measured(found[0] if found else OTHER, noun, "noun before the levels", False)


HEAD = lazy("(?:" + alternation("shared_head") + r"|房价|租金|[^评]价)$")
GREW = lazy(
    r"(?:也|均|则|分别|累计|合计|全年)*(?:[同环]比|比上年|较上年|按年|按月)?(?:实际|名义)?"
    r"(?:增长|下降|上升|上涨|下跌|下滑|增加|减少|回落|提高|增|降|涨|跌)(?:了|约|近|超过?|逾|仅|为|达)*"
)
GROUP = lazy(
    r"(?:(?<!从)业|企业|公司|产业|经济|产品|设备|商品|用品|食品|药品|品类|制造|部门|机构|主体|[^分]类|板块|领域|汽车|家电|材料|机床|机器人|仪器|器材|城市|居民|农村|城镇)$"
)


PARTS_FIRST = lazy(r"(?:其中|当中)[，,]?|(?:分|从|按)[^，。；#]{1,12}(?:看|分)[，,]")
"""How a sentence begins that tells the parts of what was told."""
INDUSTRY = lazy(r"(?<![企就从作毕失事创])(?<!第[一二三]产)业$")
AMOUNT = lazy(
    r"(?:[额量值率数价费资利盈亏益息本金款度]|收入|利润|规模|出口|进口|营收|人口|面积|指数|成本|支出|余额|贷款|存款|人次|消费|销售|零售)$"
)
"""A noun that measures something of its own, and is no group of what was told."""
GOODS = frozenset({"trade_value", "production_volume"})


def industry_ahead(window: Window) -> Measured | None:
    """An industry whose growth is named behind its rate (服务业要实现超20%的增长, 软件业瞄准15%增幅)."""
    noun = phrase_before(SOUGHT.sub("", window.before))
    return Measured("industry_output", noun, "growth of an industry", True) if INDUSTRY.search(noun) else None


SOUGHT = lazy(
    r"[要将须力争望拟]*(?:实现|保持|瞄准|冲刺|达到|取得|录得|迎来|争取|确保|有|以)(?:了|约|近|超过?|逾)*$"
)
"""What leads to a growth that is named behind its rate."""


def grown_alike(window: Window, kind: str, earlier: list[Topic], same_sentence: int) -> Measured | None:
    """One more group whose amount has grown: 集体企业 behind 国有企业产值增长1% shares the amount's head,
    goods in a list of outputs the output; an industry alone has grown in its output.
    """
    if kind not in RATES:
        return None
    grew = next((m for m in GREW.finditer(window.before) if m.end() == len(window.before)), None)
    if grew is None and GROWTH_AFTER.match(window.after):
        return industry_ahead(window)
    if grew is None:
        return None
    noun = window.before[: grew.start()].strip("，；、").removeprefix("其中").lstrip("，")
    item = CLAUSE.split(noun)[-1]
    here = earlier[:same_sentence]
    if not here and PARTS_FIRST.match(window.sentence):
        here = earlier[:2]
    head = HEAD.search(here[0].noun) if here else None
    shared = head[0] if head else ""
    if here and here[0].kind in RATES and (here[0].metric != OTHER or shared):
        group = GROUP.search(item) and (not HEAD.search(item) or GROUP.fullmatch(item[-2:]))
        if group and (GROUP.search(here[0].noun.removesuffix(shared)) or "其中" in window.before):
            return Measured(here[0].metric, noun + shared, "parallel to the growth before", True)
    if here and here[0].metric in GOODS and len(item) > 1 and not AMOUNT.search(item):
        if not is_generic(item) and phrase_before(item) == item:
            return Measured(here[0].metric, noun, "parallel to the growth before", True)
    grown = here[:1] if here and here[0].kind in RATES else []
    if not INDUSTRY.search(item) or grown and here[0].metric == OTHER and not INDUSTRY.search(here[0].noun):
        return None
    metric = here[0].metric if here and here[0].metric in OF_INDUSTRIES else "industry_output"
    if metric == "gdp" and not OF_GDP.search(item):
        metric = "industry_output"
    return Measured(metric, phrase_before(noun) or noun, "growth of an industry", True)


OF_GDP = lazy(
    r"(?:第[一二三]产|[农林牧副渔工]|服务|建筑|金融|房地产|批发|零售|住宿|餐饮|仓储|邮政)业$"
)
"""The parts that accounts of a place's product are made of."""
OF_INDUSTRIES = frozenset({"gdp", "investment_amount", "revenue", "market_size", "trade_value"})
"""What a sentence can tell of industries one by one, beside their output."""


TESTED = lazy(
    r"(?:^|[，；。：、])?[^，；。：]{0,10}?在([^，；。：在]{2,26}?(?:评测|测评|测试|考试|基准|竞赛|评估|考核|测验|挑战赛|排行榜|榜单|竞技场))"
    r"(?:集|数据集)?(?:中|上|里|内)?[^，；。]{0,12}$"
)
SCORED = lazy(
    r"(?:以|得到?|取得|获得?|拿下|斩获|达到?|为|高达|超过?|拿到|打出|跑出)(?:了|约|近|平均|总分|综合)*$"
)


BENCHMARK = lazy(
    rf"(?<![A-Za-z]){alternation('benchmark')}"
    r"(?:[-‑ ](?:Verified|Pro|Hard|Plus|Lite|Multimodal|Live|Challenge)|[-‑ ]20[0-9]{2})*"
    r"(?![A-Za-z])"
)
"""A test that models are put to."""
RATED_IN = lazy(
    r"(?:[^，。；0-9]{0,14}?|[^，。；0-9]{0,6}?(?:测试|评测|测评|基准|榜单)[）)]?[集中上里]{0,2}，[^，。；%]{0,20}?)"
    rf"(?:{SCORE}|成绩|通过率|正确率|准确率|解题率)?(?:分别|均|也|已|则|更|仅)*"
    r"(?:为|是|达|达到|达成|取得|得到|获得|拿下|斩获|超过|高达|突破|至|的|到|得|录得|仅有|提升到|提升至|提高到|约|了|[:：|]|\s)*"
)
MOVED = lazy(r"^[^，。；]{0,6}(?:个百分点|提升|提高|增长|上升|下降|降低|领先)")
RIVAL = lazy(
    r"[^。；]{0,50}?%[^，。；]{0,8}，[^，。；]{0,8}(?:超过了?|高于|低于|逼近|不及|领先于?|落后于?|仅次于|击败了?|优于|超越了?|好于)"
    r"[^，。；]{0,24}的"
)


def rated_in_benchmark(number: Number, window: Window) -> Measured | None:
    """How accurate a model is: the share that it solves of the benchmark named before (在MMLU上达到81%)."""
    if number.unit != "percent" or MOVED.match(window.after):
        return None
    told = window.sentence.split("#", 1)[0]
    last = next(reversed([*BENCHMARK.finditer(told)]), None) if LATIN.search(told) else None
    if last is None:
        return None
    behind = told[last.end() :]
    if BEHIND_LABEL.match(behind) and not told[: last.start()].strip(POINTS) and not RATE.search(behind):
        return Measured("accuracy", last[0].strip(), "share solved in a benchmark", True)
    if not (RATED_IN.fullmatch(behind) or len(behind) < FAR and RIVAL.fullmatch(behind)):
        return None
    return Measured("accuracy", last[0].strip(), "share solved in a benchmark", True)


def score_in(noun: str, window: Window) -> str:
    """The noun where it is a benchmark, or the word for scores that the sentence lists; else nothing."""
    told = window.sentence.split("#", 1)[0]
    if BENCHMARK.search(noun):
        return noun
    scores = SCORES.search(told)
    return scores[1] if scores and BENCHMARK.search(told) else ""


BEHIND_LABEL = lazy(r"\s?(?:[（(][^（()）]{1,16}[）)])?\s?[:：]")
RATE = lazy(r"(?:增长|下降|提升|提高|占比?|[^确过答解]率)[^，。；]{0,8}$")
"""What a percentage behind the label of a benchmark may be that is no share solved of it."""
POINTS = "•·●■◆▶-–—* \t0123456789.、"
SCORES = lazy(rf"({SCORE}|成绩|通过率|准确率|正确率)[^，。；]{{0,4}}(?:分别|依次)")
FAR = 90
LATIN = lazy(r"[A-Zτ][A-Za-z-]{2}")


def score_of_test(number: Number, window: Window) -> Measured | None:
    """The score in a test that the clause names (在某评测中以60分居首), whoever is spoken of."""
    if number.written_unit != "分" or not SCORED.search(window.before):
        return None
    tested = TESTED.search(window.clause.split("#", 1)[0])
    return Measured(OTHER, tested[1] + "得分", "score of a test", True) if tested else None


PRICED = lazy(r"价格?$|费用?$|成本$|租金$|票$")


def discounted(number: Number, specific: list[str]) -> Measured | None:
    """The price that a discount in tenths is of: 限时2.5折."""
    if number.unit != "percent" or not number.surface.endswith("折"):
        return None
    noun = next((one for one in specific if PRICED.search(one)), "价格")
    return Measured(OTHER, noun, "price by its discount", True)


LABEL = lazy(
    r"^[\s\-–—·•*]*([^，。；：:#0-9]{2,20})[：:]\s*"
    r"(?:截至)?(?:20[0-9]{2}年?)?(?:[上下]半年|第?[一二三四]季度|前[一二三四五六七八九十]+个?(?:月|季度)|全年|年?[底末])?"
    r"(?:实现|完成|约?为|达到?|高达|共|是|有|仅)*$"
)
"""A label with nothing but a time behind its colon: 毛利率持续提升：2022年为."""
ON_COURSE = lazy(
    r"(?:持续|不断|稳步|逐年|逐步|继续|大幅|快速|显著|明显|小幅|有所|整体|进一步)*"
    r"(?:提升|增长|增加|减少|下降|上升|改善|收窄|扩大|降低|优化|提高|攀升|回升|回落)$"
)


def labelled(window: Window, kind: str) -> Measured | None:
    """What the label that opens a number's sentence names."""
    head = window.sentence.split("#", 1)[0]
    label = LABEL.match(head)
    if label is None:
        return grown_label(head) if kind == "percent" else None
    noun = phrase_before(ON_COURSE.sub("", label[1]))
    if is_generic(noun):
        return None
    found = metric_for(noun, noun, kind)
    if found is None and kind not in FREE and kind != "money":
        return None
    return Measured(found[0] if found else OTHER, noun, "label before the colon", False)


GROWN_LABEL = lazy(
    r"^[\s\-–—·•*]*([^，。；：:#0-9]{2,20})[：:]\s*(?:同比|环比|[比较]上年(?:同期)?|实际|名义|累计)*"
    r"(?:增长|下降|上升|下滑|回落|提升|提高|上涨|下跌|增|降)(?:约|近|超|逾|了)?$"
)
"""A label with nothing but a move behind its colon (工业机器人产量：增长9%)."""


def grown_label(head: str) -> Measured | None:
    """What the label names that a rate of growth follows at once."""
    label = GROWN_LABEL.match(head)
    noun = phrase_before(label[1]) if label else ""
    if not noun or is_generic(noun):
        return None
    named = (metric_for(noun, noun, kind) for kind in ("money", "count", "percent"))
    found = next((one for one in named if one), None)
    return Measured(found[0] if found else OTHER, noun, "label before the colon", False)
