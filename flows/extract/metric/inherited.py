"""What a number without a noun of its own measures: by the nouns of the clauses and sentences before it."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.cues import cue_words
from flows.extract.metric.behind import phrase_after
from flows.extract.metric.metrics import FREE, OTHER, OWN_RATE, metric_for, rule_metric, trigger_metric
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.metric.trimmed import ESTIMATE, RECKONED_BY
from flows.extract.windows import Window
from flows.extract.words import tagged
from flows.patterns import lazy


@dataclass(slots=True)
class Measured:
    """Metric, noun, and the rule that chose them; `own` tells a noun of the number's
    own from an inherited one.
    """

    metric: str
    noun: str
    rule: str
    own: bool


MARK = lazy(r"[，；：]")


def earlier_clauses(window: Window) -> list[str]:
    """The clauses of the sentence before the number's own, latest first, without words of estimates and
    without those that only tell how the parts are told apart (按客户行业分).
    """
    clauses = MARK.split(window.sentence.split("#", 1)[0])[-2::-1]
    clauses = [clause for clause in clauses if clause[:1] not in DIVIDING or not DIVIDED_BY.fullmatch(clause)]
    return [ESTIMATE.sub("", clause) for clause in clauses] if "估" in window.sentence else clauses


DIVIDING = frozenset("从按就分")
DIVIDED_BY = lazy(
    r"(?:从|按照?|就|分)[^，；：]{0,10}(?:区域|地域|地区|行业|类型|类别|领域|赛道|省份|城市|时间|分布|结构)[^，；：]{0,4}(?:看|统计|划分|分)"
)


def earlier_noun(window: Window, kind: str) -> tuple[str, str] | None:
    """The noun phrase of an earlier clause of the sentence that has a metric for the
    unit, with the metric.
    """
    for clause in earlier_clauses(window):
        if IN_MARKET.fullmatch(clause):
            continue
        for noun in (phrase_after(clause), phrase_before(clause)):
            if not is_generic(noun):
                found = metric_for(noun, window.sentence, kind)
                if found and found[1] == "rule":
                    return noun, found[0]
                if kind == "percent" and OWN_RATE.search(noun):
                    return noun, OTHER
    return None


FOREMOST = lazy(
    r"(?:仅次于|最(?:多|大|高|强|快|密集)(?:的(?:是|为|有)?)?|居首|(?:遥遥|绝对)?领先|居前|位居前列|领跑)$"
)


TURNED = lazy(
    r"(?:再度|再次|首次|首度|成功|大幅|由负|由亏|扭亏|双双|也|亦|则|均|连续|已|仍然?|依[然旧]|持续|一路|，)*"
    r"(?:为负数?|走低|走高|承压|向好|转正|为正|为盈|扭亏|转盈|转亏|"
    r"创(?:下|出|造)?(?:历史|同期|阶段性?)?新高|不菲|可观|惊人|亮眼|回暖|反弹|走强|走弱"
    r"|占(?:去|据|了)?(?:大头|主导|多数|绝大部分|半壁江山))$"
)
"""What became of an amount before its figure: 净利润成功转正，达到…."""


TOLD_LAST = frozenset("低压好负数列正盈亏高菲观人眼暖弹强弱于多大快密集的是为有首先前跑头导分山\n")
"""What FOREMOST and TURNED end with."""
WITHIN = lazy(
    r"在[^，。；在]{1,20}[中里内](?=占比|占有率|比重|份额|排名|位次|位居|居|[相比]对|[偏较更最仍已]|有所|持续|表现|迎来)"
)
"""The whole that the most is the most of: 应用项目在全部项目中占比最高."""


def leads_in(clause: str) -> bool:
    """Does the clause only say who speaks, or in which market what follows is so?"""
    return SPOKEN.search(clause) is not None or "市场" in clause and IN_MARKET.fullmatch(clause) is not None


def between_noun(window: Window, kind: str) -> Measured | None:
    """The noun of a whole clause between the number before and this one's (充电桩数量最多，分别有…)."""
    if not window.between:
        return None
    counted = f"，#{window.clause.partition('#')[2][:WRITTEN]}"
    clauses = MARK.split(window.between)
    if len(clauses) > 1 and window.before.endswith("其中") and phrase_after(clauses[0]):
        clauses[0] = ""  # 24家企业获批建设国家平台，其中10家…
    for clause, behind in zip(reversed(clauses), ["", *reversed(clauses)], strict=False):
        if leads_in(clause) or LESS.match(clause) or RECKONED_BY.match(behind):
            continue
        said = FOREMOST.sub("", TURNED.sub("", clause)) if clause[-1:] in TOLD_LAST else clause
        noun = phrase_before(WITHIN.sub("", said) if "在" in said else said)
        if is_generic(noun):
            continue
        found = metric_for(noun, f"{clause}{counted}", kind)
        if found and (kind not in FREE or FOREMOST.search(clause)):
            return Measured(found[0], noun, f"noun of the clause between, {found[1]}", False)
        turned = said != clause and not FOREMOST.search(clause)
        amount = kind == "money" and (turned or noun.endswith(cue_words("amount_noun")))
        if kind not in FREE and (FOREMOST.search(clause) or amount):
            return Measured(OTHER, noun, "noun of the clause between", False)
    return None


LESS = lazy(
    r"(?:若|如)?(?:除去|除开|扣除|剔除|不计|不含|减去)|[^，；：]{0,4}以[^，；：]{1,24}为(?:主|首|核心|重点)$|[^，；：]{0,6}代表性?的?(?:企业|公司|机构|产品|项目|品牌)?(?:主要)?(?:[为是有]|包括)"
)
"""A clause that says what an amount is without (扣除发行费用后), or names some: 代表企业为甲, 以乙类为主."""
WRITTEN = 2
"""Code points of the unit behind a number that tell what can be counted: 次 counts no models."""
SHOWN = lazy(
    r"(?:从|按照?|就|分)[^，；：]{0,8}(?:区域|地域|地区|行业|类型|领域|赛道|省份|城市|时间|分布|结构)[^，；：]{0,4}(?:看|统计|划分|计算|分)$"
    r"|(?:地方|各地|区域|地区|城市|省份)(?:上|层面|方面)$"
    r"|(?:以|就|按)[^，；：]{1,10}(?:而论|而言|来说|来看|为准|计)$"
    r"|(?:如|据|根据|按照?)[^，；：]{0,12}(?:所示|所述|显示|统计|数据|报告|了解|悉|介绍|测算|口径)$"
)

SET_IN = lazy(
    r"(?:在|从)?[^，；：#]{1,12}(?:经济圈|[圈群省市县区州国]|城市|国家|地区|[车药房国民央]企|企业|公司|[^智]商|品牌|银行|机构|[0-9百千]强|梯队)(?:当中|之中|[里中内])"
    r"|(?:也|则|又|稳|高|位|并|名)*(?:居|列|排|排名|排在|位居|占据)(?:全[省市国球]|世界|国内|行业)?(?:[首榜]首?位|榜首|第[一二三四五六七八九十0-9]+位?|前[一二三四五六七八九十]位?)"
)
"""A clause that says only among whom the next one is (三大经济圈里), or how somebody ranks (居首位)."""
IN_MARKET = lazy(
    r"(?:在|从|看)?[^，；：#]{0,12}市场(?:当中|之中|[里中内上])|看?(?:国内|国外|海外|境外|境内|全球|本土|内地|主要)?市场"
)
"""A clause that says only where the next one is: 海外市场里，甲洲4亿元."""


SPOKEN = lazy(
    r"(?:(?<![传小解听据学])说|(?<![统号简俗堪名职全通])称|介绍|表示|透露|指出|认为|坦言|强调|解释|回忆|告诉[^，。；]{0,6}|补充道?|(?:数据|统计|资料|调研|调查)(?:显示|表明))[：“]*$"
)
"""A clause that says no more than who speaks: 刘烈宏说，…."""

OF_TOP = lazy(r"([\u4e00-\u9fffA-Za-z]{2,12}?)前?[0-9百千十]+强(?:榜单?|名单|排行榜)?[中里上]?$")
"""A list of the first of things: 全球超算500强榜单中."""


AMOUNT_END = lazy(r"[0-9][0-9.,]*[万亿]*[余多]?[^0-9，。；%]{1,2}$")
"""The amount that a clause ends with, behind what it is of: 开通航线17条，累计飞行4万架次."""
KINDS_OF_PLACES = frozenset({"城市", "国家", "地区", "省份", "区县", "县城", "城区"})
"""Places by their kind, which the tagger takes for names."""


def nearest_noun(window: Window) -> str:
    """The noun phrase of the nearest earlier clause, for a number whose clause has none."""
    for clause in earlier_clauses(window):
        if SHOWN.match(clause) or leads_in(clause) or SET_IN.fullmatch(clause):
            continue
        listed = OF_TOP.search(clause) if "强" in clause else None
        noun = phrase_before(listed[1]) or listed[1] if listed else phrase_before(AMOUNT_END.sub("", clause))
        noun = phrase_after(clause) if is_generic(noun) else noun
        noun = without_count(noun, clause)
        named = any(tag != "ns" for word, tag in tagged(noun) if word not in "、和与")
        if not is_generic(noun) and (named or noun in KINDS_OF_PLACES):
            return noun
    return ""


CLASSIFIERS = frozenset("张个家台辆套件只名位款项块片颗部架座条枚")


def without_count(noun: str, clause: str) -> str:
    """The noun, or what stands before its number where its first character is a classifier (2000张卡)."""
    at = clause.rfind(noun) if noun else 0
    if at <= 0 or noun[0] not in CLASSIFIERS or not clause[:at].rstrip("万亿余多")[-1:].isdecimal():
        return noun
    return phrase_before(clause[:at].rstrip("0123456789.,万亿千百余多"))


def lead_metric(lead: str, kind: str) -> Measured | None:
    """The metric of the latest sentence before that has a trigger for the unit: what a passage speaks of."""
    for sentence in reversed(lead.split("。")):
        found = trigger_metric(sentence, kind, topic=True)
        if found:
            metric = rule_metric(found[1], sentence, kind) or found[0]
            return Measured(metric, found[1], "trigger of a sentence before", False)
    return None
