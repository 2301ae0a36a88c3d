"""Shares in brackets behind the noun that they are of, or behind whom a rate is compared with."""

from __future__ import annotations

from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import FOREMOST, Measured
from flows.extract.metric.metrics import COUNTS, OTHER, metric_for
from flows.extract.metric.nouns import is_generic, phrase_before
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

OPENED = ("（", "(")
ALONE_INSIDE = lazy(r"(?:占比?|比例|比重|仅|约|达|为|近|超)*")
CLAUSE = lazy(r"[，；：。、]|以及|[和与及](?=[^，；：。、和与及]{2,}$)")
PARTS_OF = lazy(r"分布|来自|集中|其中|涵盖|包括|涉及|覆盖")


def in_brackets(window: Window, kind: str, here: list[Topic], signed: bool) -> Measured | None:
    """The noun that a percentage in brackets stands behind (文字（78%）、图像（51%）); a name is no noun."""
    if kind != "percent" or signed or not window.between.endswith(OPENED):
        return None
    if not ALONE_INSIDE.fullmatch(window.before):
        return None
    said = CLAUSE.split(window.between[:-1])[-1]
    noun = phrase_before(said)
    if is_generic(noun) or FOREMOST.search(said) or here and PARTIES.search(window.sentence):
        return None
    found = metric_for(noun, noun, kind)
    metric = found[0] if found else OTHER
    if found is None and here and here[0].kind == kind and OVER.search(window.sentence):
        return Measured(here[0].metric, noun, RATE_OVER, False)
    if found is None and here and here[0].kind in COUNTS | {"percent"} and PARTS_OF.search(window.sentence):
        metric = here[0].metric
    return Measured(metric, noun, "noun before the brackets", True)


RATE_OVER = "rate of whom the one told is compared with"
OVER = lazy(r"(?:高于|低于|快于|慢于|优于|领先于?|落后于?)[^，。；#]{1,24}[（(][^，。；（(）)#]{0,3}#")
"""With whom a rate is compared before the brackets of theirs: 远高于医疗（15%）、零售（20%）."""
AMONG_THOSE = lazy(
    r"[）)](?:(?:、|和|及|与|以及)[^，。；、]{1,10}[（(][0-9.]+%[）)])*等?(?:[国地]|国家|城市|省份|地区|地方)?，?(?:[里中]，)?"
    r"(?:大?多数|绝大多数|大部分|不少|多半|过半)(?:的)?([^，。；、]{2,20}?)(?:都|均|更|也|会|已|愿意|认为|相信|表示|希望|支持|选择|倾向|每|至少|[在把对有])"
)


def of_those_behind(text: str, number: Number) -> Measured | None:
    """Of whom shares in brackets behind places are: 在甲国（76%）、乙国（71%）等国，多数消费者愿意…."""
    if number.unit != "percent" or text[number.start - 1 : number.start] not in OPENED:
        return None
    found = AMONG_THOSE.match(text, number.end)
    if found is None:
        return None
    return Measured(OTHER, found[1], "those whom the clause behind the brackets tells of", True)


PARTIES = lazy(
    r"(?:供应商|厂商|企业|公司|品牌|车企|银行|机构|选手)[^，。；#]{0,12}(?:分别|依次|紧随|包括|为|是|有)[^。；#]{0,40}#|份额[^。；#]{0,24}#|市占[^。；#]{0,24}#"
)
"""A sentence in whose brackets stand figures of firms, each behind its name: 前三名厂商依次为甲（21%）."""
