"""What one number measures in its sentence: its own noun phrase first, then the topic that it inherits."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from flows.extract.cues import cue_words
from flows.extract.metrics import (
    COUNTS,
    FREE,
    OTHER,
    RATE_NAME,
    compatible,
    metric_units,
    named_metric,
    rule_metric,
    trigger_metric,
    unit_kind,
)
from flows.extract.nouns import is_generic, phrase_after, phrase_before, verb_before
from flows.extract.number import Number
from flows.extract.sentences import Sentence
from flows.extract.words import tagged
from flows.patterns import lazy

SHARE_OF = lazy(r"(?:约占|占到|占据|(?<!市)占)[^，。；占]{0,20}$")
SHARE_WORD = lazy(r"占|比重|份额")
VIA = lazy(r"(?:以|凭|凭借)$")
LISTED = lazy(r"^[、和及与，]{1,2}$")
COMPARED = lazy(
    r"(?:[相而]?比|较|相较于?|与|同)[^，。；]{0,16}?(?=增|升|降|下|上|提|多|少|高|低|减|扩|缩|回|收窄|翻|涨|跌|持平)"
)
OF_BASE = lazy(r"(?:[仅约只]?[为是]|约|相当于|超过|不及|不到|接近)[^，。；为是]{1,14}的$")
RATE_NOUN = lazy(
    r"(?:^|[，。；：、的])([\u4e00-\u9fffA-Za-z]{1,9}率)(?:为|达到?|约|仅|高达|是|已|超过?|近|分别|连续|目前|同比|维持在|保持在|稳定在|[^，。；率]{0,3})*$"
)
IN_ALL = lazy(r"总数|总量|累计|总计|达到?[^，。；]{0,2}$")
STOCKS = {"firm_new_count": "firm_count"}
RANK_SCOPE = lazy(
    r"(?:位列|位居|稳居|高居|居于|(?<![邻民])居|(?<![系])列|排名|排在|排|名列|跻身|进入)[^，。；]{0,14}$"
)
BARE = lazy(r"[，；以为达约则有是共]*")
OWNER = lazy(r"(.*?(?:企业|公司|机构|单位|厂商|银行|医院))的")
PART_OF = lazy(r"(?:涉及|其中|包括|分别|共)(?:有)?$")
COUNT_NOUN = lazy(r"[\u4e00-\u9fffA-Za-z]")


class Topic(NamedTuple):
    """What was measured before: metric, noun and kind of unit of an earlier claim."""

    metric: str
    noun: str
    kind: str
    written: str | None = None


class Window(NamedTuple):
    """The text around a number: its segment before it, the rest of its clause, clause
    and sentence with # for it, the whole clauses between the number before and its own,
    and its own item where the clause is a list.
    """

    before: str
    after: str
    clause: str
    sentence: str
    between: str = ""
    item: str = ""


def window_of(
    number: Number, text: str, sentence: Sentence, floor: int, ceiling: int, masks: list[Mask]
) -> Window:
    """`floor` and `ceiling` are where the neighbouring numbers end and begin, within the sentence;
    `masks` are the spans of places, firms and times, which are no part of a noun.
    """
    clause_start, clause_end = sentence.clause_start(number.start), sentence.clause_end(number.start)
    written = number.written_unit or ""
    tail = text[number.end : min(clause_end, ceiling)]
    clause_tail = text[number.end : clause_end]
    since = sentence.start if floor == clause_start else floor
    return Window(
        masked(text, max(floor, clause_start), number.start, masks),
        tail,
        f"{text[clause_start : number.start]}#{written}{clause_tail}",
        f"{text[sentence.start : number.start]}#{written}{clause_tail}",
        masked(text, since, clause_start, masks) if since < clause_start else "",
        item_of(text[clause_start : number.start], text[max(floor, clause_start) : number.start], tail)
        .replace("#", f"#{written}")
        + ("" if "、" in tail and ceiling < clause_end else text[number.end + len(tail) : clause_end]),
    )


def item_of(head: str, own: str, tail: str) -> str:
    """The clause of a number without the other items of its list (13家上市企业、141家民企): `head` is the
    clause before the number, `own` that since the number before, `tail` the text up to the next number.
    """
    tail = tail.split("、", 1)[0]
    if "、" not in own or len(own) == len(head):
        return f"{head}#{tail}"
    own = own.rsplit("、", 1)[1]
    new = NEWNESS.match(head)
    return f"{new[0] if new else ''}{own}#{tail}"


NEWNESS = lazy(r"[^0-9，。；、]*?新(?:增|设立?|注册|登记|成立|引进)")


Mask = tuple[int, int, str]


def masked(text: str, start: int, end: int, masks: list[Mask]) -> str:
    """The text with every masked span that lies in it replaced: names by a comma, times by nothing."""
    parts, at = "", start
    for index in range(bisect_left(masks, (start,)), len(masks)):
        begin, finish, instead = masks[index]
        if begin >= end:
            break
        if at <= begin and finish <= end:
            parts += text[at:begin] + instead
            at = finish
    return parts + text[at:end]


class Measured(NamedTuple):
    """Metric, noun, and the rule that chose them; `own` tells a noun of the number's
    own from an inherited one.
    """

    metric: str
    noun: str
    rule: str
    own: bool


def again(after: str, topic: Topic) -> bool:
    """Is the share one more of what the claim before was a share of (六成的企业…，两成的企业…)?"""
    return topic.kind == "percent" and len(topic.noun) > 1 and after.removeprefix("的").startswith(topic.noun)


def own_nouns(number: Number, window: Window) -> list[str]:
    """Noun phrases of the number's own, the likelier first: behind a count, before an amount or a rate."""
    before = COMPARED.sub("", window.before)
    if number.unit == "rank":
        before = RANK_SCOPE.sub("", before)
    if "每" in before:
        priced = PRICED.match(before)
        before = priced[1] if priced else before
    if number.unit in {"percent", "multiple"}:
        before = OF_BASE.sub("", SHARE_OF.sub("", before))
        rate = RATE_NOUN.search(before)
        if rate:
            return [rate[1]]
    part = SAME_PART.match(f"{before}#{window.after}") if number.unit == "percent" else None
    if part:
        return [part[1]]
    after = phrase_after(THRESHOLD.sub("", window.after.removeprefix("级"))) if number.unit != "rank" else ""
    if number.written_unit == "家":
        owner = OWNER.match(after)
        after = owner[1] if owner else after
    head = phrase_before(before)
    if number.unit == "rank" and head.endswith(cue_words("rank_holder")):
        head = ""
    if number.unit == "percent" and GROWTH_AFTER.match(window.after):
        return [phrase_before(YEARLY.sub("", before)), after]
    if number.unit == "percent" and not (
        window.after.startswith(("的", "以上的", "左右的"))
        or number.surface.endswith(("数", "半", "成"))
        and same_thing(window.after)
        and not SHARE_WORD.search(before)
    ):
        after = ""
    if number.unit == "percent" and after:
        return [after, head]
    if unit_kind(number.unit) in COUNTS:
        verb = verb_before(before)
        head = verb if verb and before.endswith(verb) else head
        thing = thing_of(number.written_unit)
        if thing and (not after or not same_thing(window.after)):
            after = thing
        return [after, head]
    return [head, after]


SAME_PART = lazy(r"[^#]*?([\u4e00-\u9fffA-Za-z]{2,8})(?:当)?中，?(?:有|约|超过?|近)*#(?:以上)?的\1")
"""项目中六成的项目…: the whole is named again as the part."""
PRICED = lazy(r"(.*(?:价格?|费用?|标准|工资|薪))每[^，。；每]{1,14}$")
"""A price before its denominator: 均价每吨, 价格每百万tokens输入."""
GROWTH_AFTER = lazy(r"(?:以上|左右)?的(?:年均|复合|平均|同比|高速|快速)*(?:增长|增速|增幅|涨幅|降幅)")
YEARLY = lazy(r"(?:保持|实现|呈现|维持|取得|以)?[了着]?(?:每年|年均|平均|同比|复合|年)*$")


CLASSIFIER = lazy(r"^(?:多|余|几)?[个家座种项款名位条所间]")


def thing_of(written: str | None) -> str:
    """What is counted where the written unit names it (20余省市, 40多个国家), '' for a classifier alone."""
    thing = CLASSIFIER.sub("", written or "") if written and len(written) > 1 else ""
    return thing if len(thing) > 1 and tagged(thing)[-1][1] in {"n", "nz", "ns", "nl", "j", "l"} else ""


THRESHOLD = lazy(
    r"^[^，。；、]{0,8}?(?:超过?|过|逾|达|在)?[0-9一二三四五六七八九十百千万亿.余多]+"
    r"(?:(?:[万亿]?[美港欧]?元|万?吨|万?人|亩|平方米)(?:以上|及以上|级|以下)*|级)的?"
)
"""A limit that leads a noun phrase: 营收过亿元企业, 投资10亿元以上项目."""


def same_thing(after: str) -> bool:
    """Does the text behind the number go on with a noun, so that the written unit is only its beginning?"""
    words = tagged(after[:8])
    return bool(words) and words[0][1].startswith("n")


def measured_by(
    number: Number, window: Window, earlier: list[Topic], same_sentence: int, older: tuple[Topic, ...] = ()
) -> Measured:
    """The metric and noun of a number. `earlier` are topics, latest first; the first `same_sentence` of them
    stand in the same sentence."""
    kind = unit_kind(number.unit)
    if (
        same_sentence
        and LISTED.match(window.before)
        and earlier[0].kind == kind
        and not phrase_after(window.after)
    ):
        return Measured(earlier[0].metric, earlier[0].noun, "listed with the claim before", False)
    if same_sentence and earlier[0].noun and window.before.startswith(earlier[0].noun):
        rest = window.before.removeprefix(earlier[0].noun)
        if not is_generic(phrase_before(rest)):
            window = window._replace(before=rest)
    nouns = own_nouns(number, window)
    if kind == "percent" and same_sentence and again(window.after, earlier[0]):
        nouns = [earlier[0].noun]
    specific = [noun for noun in nouns if not is_generic(noun)]
    if kind in COUNTS and specific and specific[0] == nouns[0]:
        specific = specific[:1]
    context = window.sentence if PART_OF.search(window.before) else window.item
    bare = bare_amount(number, window, specific, earlier, same_sentence, older) if kind == "count" else None
    if bare:
        return bare
    if kind == "money" and number.per in TOKENS:
        return Measured(OTHER, price_noun(specific, earlier), "price of a unit", bool(specific))
    for noun in specific:
        found = metric_for(noun, context, kind) or metric_for(noun, window.clause, kind)
        if found and found[1] == "of another unit" and same_sentence and is_amount(earlier[0]):
            return Measured(earlier[0].metric, noun, "noun's part of the topic", True)
        if found:
            return Measured(found[0], noun, f"noun, {found[1]}", True)
    parallel = earlier[0] if same_sentence else None
    if (
        specific
        and kind in COUNTS
        and parallel
        and parallel.written == number.written_unit
        and specific[0] == nouns[1]
    ):
        return Measured(parallel.metric, specific[0], "parallel to the claim before", True)
    if kind == "count" and not number.written_unit:
        adopted = adopted_metric(specific, window, number)
        if adopted:
            return adopted
    if specific and kind in COUNTS and number.written_unit:
        return Measured(OTHER, specific[0], "noun without a metric", True)
    if specific and (kind == "rank" or kind in FREE and not SHARE_WORD.search(window.before)):
        return Measured(OTHER, specific[0], "rate without a metric", True)
    inherited = inherit(kind, window, earlier, same_sentence, bool(specific), number.written_unit)
    if inherited:
        noun = inherited.noun if not specific or inherited.rule.startswith("topic") else specific[0]
        return Measured(inherited.metric, noun, inherited.rule, False)
    if not specific and (kind in FREE or kind in COUNTS or BARE.fullmatch(window.before)):
        for topic in older:
            if (
                kind in FREE
                or topic.kind == kind
                and (kind not in COUNTS or topic.written == number.written_unit)
            ):
                return Measured(topic.metric, topic.noun, "topic of the passage before", False)
    noun = specific[0] if specific else verb_before(window.before) or nearest_noun(window)
    return Measured(OTHER, noun, "no metric named", bool(specific))


def bare_amount(
    number: Number,
    window: Window,
    specific: list[str],
    earlier: list[Topic],
    same_sentence: int,
    older: tuple[Topic, ...],
) -> Measured | None:
    """What a number without a unit is an amount of: 参数量720亿; 参数量1亿，甲26亿; 融资额以1万亿居首."""
    if number.written_unit:
        return None
    if "参数" in window.before[-8:]:
        noun = specific[0] if specific else "参数量"
        return Measured("model_parameter_count", noun, "unit of the metric, 参数", True)
    if number.value is None or number.value < 10000 or not is_generic(phrase_after(window.after)):
        return None
    if same_sentence and earlier[0].kind in AMOUNTS:
        noun = specific[0] if specific else earlier[0].noun
        return Measured(earlier[0].metric, noun, BARE_LIKE, False)
    if number.value < HUGE:
        return None
    head = window.sentence.split("#", 1)[0]
    if "参数" in head and not trigger_metric(window.before, "money"):
        return Measured("model_parameter_count", "参数量", "unit of the metric, 参数", False)
    if specific:
        return None
    found = trigger_metric(head, "money", topic=True)
    if found:
        return Measured(found[0], found[1], "unit of the metric, sentence trigger", False)
    for topic in (*earlier[:3], *older[:2]):
        if topic.kind in AMOUNTS or metric_units().get(topic.metric) in AMOUNTS:
            return Measured(topic.metric, topic.noun, BARE_LIKE, False)
    return None


TOKENS = frozenset({"token", "tokens"})


def price_noun(specific: list[str], earlier: list[Topic]) -> str:
    """The price that is meant: the number's own noun, that of a topic, else 价格."""
    named = (noun for noun in (*specific, *(topic.noun for topic in earlier[:4])) if "价" in noun)
    return next(named, "价格")


AMOUNTS = frozenset({"parameter", "token", "money"})
HUGE = 10**8
BARE_LIKE = "bare number of the topic's unit"


def adopted_metric(nouns: list[str], window: Window, number: Number) -> Measured | None:
    """A large number without a unit takes it from its metric: 参数量为720亿, 吸资42亿."""
    if number.value is None or number.value < 10000:
        return None
    for kind in ("money", "person"):
        for noun in nouns:
            found = named_metric(noun, window.clause, kind)
            if found:
                return Measured(found[0], noun, f"unit of the metric, {found[1]}", True)
        found = trigger_metric(window.before, kind)
        if found:
            return Measured(found[0], found[1], "unit of the metric, clause trigger", False)
    return None


def earlier_clauses(window: Window) -> list[str]:
    return list(reversed(re.split(r"[，；：]", window.sentence.split("#", 1)[0])[:-1]))


def earlier_noun(window: Window, kind: str) -> tuple[str, str] | None:
    """The noun phrase of an earlier clause of the sentence that has a metric for the
    unit, with the metric.
    """
    for clause in earlier_clauses(window):
        for noun in (phrase_after(clause), phrase_before(clause)):
            if not is_generic(noun):
                found = metric_for(noun, window.sentence, kind)
                if found and found[1] == "rule":
                    return noun, found[0]
    return None


FOREMOST = lazy(r"(?:最(?:多|大|高|强|快|密集)(?:的(?:是|为|有)?)?|居首|领先|居前|位居前列|领跑)$")


def between_noun(window: Window, kind: str) -> Measured | None:
    """The noun of a whole clause between the number before and this one's (充电桩数量最多，分别有…)."""
    for clause in reversed(re.split(r"[，；：]", window.between)):
        noun = phrase_before(FOREMOST.sub("", clause))
        if is_generic(noun):
            continue
        found = metric_for(noun, clause, kind)
        if found and (kind not in FREE or FOREMOST.search(clause)):
            return Measured(found[0], noun, f"noun of the clause between, {found[1]}", False)
        if FOREMOST.search(clause) and kind not in FREE:
            return Measured(OTHER, noun, "noun of the clause between", False)
    return None


def nearest_noun(window: Window) -> str:
    """The noun phrase of the nearest earlier clause, for a number whose clause has none."""
    for clause in earlier_clauses(window):
        noun = phrase_before(clause)
        if not is_generic(noun) and any(tag != "ns" for word, tag in tagged(noun) if word not in "、和与"):
            return noun
    return ""


def metric_for(noun: str, context: str, kind: str) -> tuple[str, str] | None:
    """The metric of a noun for a unit; shares, ranks and growth may be of anything
    that is counted or priced.
    """
    found = named_metric(noun, context, kind)
    if found or kind not in FREE:
        return found
    if RATE_NAME.search(noun):
        return None
    noun = RATE_OF.sub("", noun) or noun
    for other in ("count", "person", "money"):
        found = named_metric(noun, context, other)
        if found:
            return found[0], "of another unit"
    return None


RATE_OF = lazy(r"(?:的)?(?:增速|增幅|涨幅|降幅|增量|占比|比重|排名|位次)$")


def is_amount(topic: Topic) -> bool:
    """Is the topic an amount of money that shares and growth of firms and customers can be of?"""
    return topic.metric != OTHER and topic.kind == "money"


def inherit(
    kind: str, window: Window, earlier: list[Topic], same_sentence: int, has_noun: bool, written: str | None
) -> Measured | None:
    """The metric from the clause's words, the sentence's earlier claims or words, or the claim before."""
    if not has_noun or kind not in COUNTS:
        metric = rule_metric("", window.clause, kind)
        if metric:
            return Measured(metric, "", "clause rule", False)
        found = trigger_metric(SHARE_OF.sub("", window.before) if kind == "percent" else window.before, kind)
        if found:
            return Measured(found[0], found[1], "clause trigger", False)
    if has_noun and kind not in FREE:
        return None
    between = between_noun(window, kind)
    if between:
        return between
    here = [topic for topic in earlier[:same_sentence] if topic_fits(topic, kind)]
    alike = [topic for topic in here if topic.written == written] if kind in COUNTS else here
    if kind == "rank":
        for topic in here:
            found = named_metric(topic.noun, window.sentence, kind) if topic.metric == OTHER else None
            if found:
                return Measured(found[0], topic.noun, "topic of the sentence, ranked", False)
    for topic in alike or here:
        if topic.metric in STOCKS and IN_ALL.search(window.before):
            return Measured(STOCKS[topic.metric], topic.noun, "topic of the sentence, in all", False)
        return Measured(topic.metric, topic.noun, "topic of the sentence", False)
    head = window.sentence.split("#", 1)[0]
    head = SHARE_OF.sub("", head) if kind == "percent" else head
    metric = rule_metric("", window.sentence, kind)
    if metric:
        return Measured(metric, "", "sentence rule", False)
    noun = earlier_noun(window, kind)
    if noun:
        return Measured(noun[1], noun[0], "noun of an earlier clause", False)
    found = trigger_metric(head, kind, topic=True)
    if found:
        return Measured(found[0], found[1], "sentence trigger", False)
    if has_noun:
        return None
    for topic in earlier[same_sentence : same_sentence + 2]:
        if topic_fits(topic, kind):
            return Measured(topic.metric, topic.noun, "topic of the passage", False)
    return None


def topic_fits(topic: Topic, kind: str) -> bool:
    return kind in FREE or topic.kind == kind or topic.metric != OTHER and compatible(topic.metric, kind)
