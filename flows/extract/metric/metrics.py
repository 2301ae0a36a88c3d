"""What a number measures: metric, measure, noun and scope, by the rows of the reference data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, MatchKind

from flows.extract.cues import alternation, cue_words
from flows.extract.metric.nouns import is_generic
from flows.extract.reference import read_reference
from flows.memo import Memo
from flows.patterns import Pattern, lazy

OTHER = "other"
MEASURE_TAIL = lazy(
    r"(?:总?数量|总数|数目|个数|家数|户数|总规模|规模|储备量?|总量|总额|总值|金额|占比|比重|数|额|量|增速|增幅)$"
)
RATE_NAME = lazy(r"(?:率|比|市占|份额|价格|均价|指数|强度|能耗|系数|占股|持股|持股比例)$")


@dataclass(frozen=True, slots=True)
class MetricRule:
    """A row of `metric_rules.csv`: units, a pattern of the noun, of the clause, and one that forbids."""

    metric: str
    noun: Pattern | None
    context: Pattern | None
    without: Pattern | None


def unit_kind(unit: str | None) -> str:
    """money for any currency, else the unit's own symbol."""
    kind = _KINDS.get(unit)
    if kind is None:
        kind = _KINDS[unit] = "money" if unit in currency_codes() else unit or "count"
    return kind


_KINDS: dict[str | None, str] = {}


@lru_cache(maxsize=1)
def currency_codes() -> frozenset[str]:
    """The codes of the currencies that an amount can be in; TEU and DWT look like them and are none."""
    return frozenset(row["code"] for row in read_reference("currencies"))


@lru_cache(maxsize=1)
def rules_by_unit() -> dict[str, list[MetricRule]]:
    """The composite rules in the order of their rows, by kind of unit."""
    table: dict[str, list[MetricRule]] = {}
    for row in read_reference("metric_rules"):
        rule = MetricRule(
            row["metric"],
            *(lazy(row[key]) if row[key] else None for key in ("noun", "context", "without")),
        )
        for kind in row["units"].split():
            table.setdefault(kind, []).append(rule)
    return table


@lru_cache(maxsize=1)
def metric_units() -> dict[str, str]:
    return {row["metric"]: unit_kind(row["unit"]) for row in read_reference("metric_definitions")}


@lru_cache(maxsize=1)
def metric_subjects() -> dict[str, str]:
    """What a metric is usually about: region, firm, model or any."""
    return {row["metric"]: row["subject"] for row in read_reference("metric_definitions")}


@lru_cache(maxsize=1)
def triggers() -> tuple[AhoCorasick, list[tuple[str, ...]]]:
    """An automaton of every trigger word, longest first, and the metrics that each of them stands for."""
    metrics: dict[str, tuple[str, ...]] = {}
    for row in read_reference("metric_definitions"):
        for word in filter(None, row["triggers"].split("|")):
            metrics[word] = (*metrics.get(word, ()), row["metric"])
    return AhoCorasick(list(metrics), matchkind=MatchKind.LeftmostLongest), list(metrics.values())


@lru_cache(maxsize=1)
def metric_natures() -> dict[str, str]:
    """flow for what is counted over a period (revenue), stock for what is there at a time (firms)."""
    return {row["metric"]: row["nature"] for row in read_reference("metric_natures")}


STOCK_VERB = lazy(alternation("stock_verb"))


def is_stock(metric: str, measure: str, kind: str, said: str) -> bool:
    """Is the claim about what is there at a time, so that no past quarter dates it? Growth never is.

    `said` is the sentence up to the number: of what no metric names, its verb tells (拥有, 建成).
    """
    if measure in {"growth", "change", "rank"}:
        return False
    nature = metric_natures().get(metric)
    if nature is None and kind not in FREE | {"money"}:
        return STOCK_VERB.search(said) is not None
    return nature == "stock"


FIRMS = frozenset(
    {"firm_count", "firm_new_count", "firm_listed_count", "financed_firm_count", "model_developer_count"}
)
"""Metrics that count firms."""
BODIES = FIRMS | {"institution_count"}
"""Metrics that count bodies, of whom a classifier of things counts what they have: 高校发表22万篇."""
FREE = frozenset({"percent", "rank", "multiple"})
COUNTS = frozenset({"count", "person"})
RATES = frozenset({"percent", "multiple"})
AREAS = frozenset({"m2", "km2", "mu", "ha"})
BYTES = {"KB", "MB", "GB", "TB", "PB", "EB"}


OF_NO_PERSONS = FIRMS | {
    "institution_count", "model_count", "model_filing_count", "algorithm_filing_count", "patent_count",
    "scenario_count", "dataset_size", "financing_event_count",
}  # fmt: skip
"""Metrics that no persons are counted by."""


def compatible(metric: str, kind: str) -> bool:
    """Can a number of this kind of unit be a value, share, rank or growth of the metric?"""
    wanted = metric_units().get(metric, "")
    if wanted == "rank":
        return kind == "rank"
    if kind in FREE or metric == OTHER:
        return True
    if kind in COUNTS and wanted in COUNTS:
        return kind == "count" or metric not in OF_NO_PERSONS
    if wanted == "P" and kind in {"P", "FLOPS"} or metric == "dataset_size" and kind in BYTES:
        return True
    if metric == "production_volume":
        return kind not in {"money"} | COUNTS or kind == "count"
    return wanted == kind


DENIED = frozenset("非未")
"""What denies the word behind it: 非上市公司."""


@lru_cache(maxsize=1)
def trigger_traps() -> AhoCorasick:
    """Words that hold a trigger and do not mean it: 大数据 holds 数据."""
    return AhoCorasick(list(cue_words("trigger_trap")), matchkind=MatchKind.LeftmostLongest)


def trigger_metric(text: str, kind: str, last: bool = True, topic: bool = False) -> tuple[str, str] | None:
    """The metric whose trigger stands last (or first) in `text` and fits the unit, with the word."""
    automaton, metrics = triggers()
    matches = automaton.find_matches_as_indexes(text)
    traps = trigger_traps().find_matches_as_indexes(text) if matches else []
    found = None
    for index, start, end in matches:
        word = text[start:end]
        if topic and word in weak_topics() or text[start - 1 : start] in DENIED:
            continue
        if any(first <= start and end <= last for _, first, last in traps):
            continue
        for metric in metrics[index]:
            if compatible(metric, kind):
                found = metric, word
                if not last:
                    return found
                break
    return found


@lru_cache(maxsize=1)
def weak_topics() -> frozenset[str]:
    """Trigger words too common to make the topic of a later clause by standing in the sentence."""
    return frozenset(row["word"] for row in read_reference("weak_topics"))


def rule_metric(noun: str, context: str, kind: str) -> str | None:
    """The first composite rule whose patterns the noun and the clause fulfil."""
    for rule in rules_of_noun(noun, kind):
        if rule.context and not rule.context.search(context):
            continue
        if rule.without and rule.without.search(context):
            continue
        return rule.metric
    return None


@lru_cache(maxsize=1 << 14)
def rules_of_noun(noun: str, kind: str) -> tuple[MetricRule, ...]:
    """The composite rules of the unit that the noun leaves open: nouns recur, their clauses do not."""
    screen = _SCREENS[kind]
    open_to = screen[""]
    for character in noun:
        open_to |= screen.get(character, 0)
    return tuple(
        [
            rule
            for bit, rule in _RULES_BY_END[kind, noun[-1:]]
            if bit & open_to
            and (not rule.noun or rule.noun.search(noun))
            and not (rule.without and rule.without.search(noun))
        ]
    )


def _screen(kind: str) -> dict[str, int]:
    """By character the composite rules of a unit, each a bit, whose nouns must hold one and may hold this
    one; under "" those whose nouns may hold any.
    """
    screen = {"": 0}
    for bit, rule in rules_and_bits(kind):
        needed = rule.noun.needed() if rule.noun else None
        for character in needed or ("",):
            screen[character] = screen.get(character, 0) | bit
    return screen


def rules_and_bits(kind: str) -> list[tuple[int, MetricRule]]:
    """The composite rules of a unit, each with its bit in the screens."""
    return [(1 << index, rule) for index, rule in enumerate(rules_by_unit().get(kind, ()))]


def _rules_by_end(asked: tuple[str, str]) -> list[tuple[int, MetricRule]]:
    """The composite rules of a unit that are open to nouns which end with a character."""
    kind, last = asked
    return [(bit, rule) for bit, rule in rules_and_bits(kind) if not rule.noun or rule.noun.may_end(last)]


_SCREENS = Memo(_screen)
_RULES_BY_END = Memo(_rules_by_end)


OWN_RATE = lazy(
    r"(?:率|(?<!占)比|市占|强度|系数|(?:满意|活跃|集中|集聚|贡献|首位|依存|关联|匹配|开放|完成|契合|知名|忠诚)度|热情|意愿)$"
)
OF_RATES = frozenset({OTHER, "gdp"})


def names_rate(noun: str, metric: str) -> bool:
    """Does the noun name a rate of its own (客户满意度, 用户留存率), which is no share or growth of what
    stands in it?
    """
    return metric not in OF_RATES and metric_units().get(metric) != "percent" and bool(OWN_RATE.search(noun))


COUNT_TAIL = lazy(r"(?<=..)(?:总?数量|总数|总?家数|总?户数|个数)$")
"""What names the number of things behind their noun: 单项冠军数量."""
NUMBER_OF = lazy(r"的(?=(?:总|家|户|人|个|件)?(?:数量|总数|数目|数|总量)$)")
"""What joins a thing to the number of it, which says no more than the thing: 企业的数量."""


@lru_cache(maxsize=1 << 15)
def named_metric(noun: str, context: str, kind: str) -> tuple[str, str] | None:
    """The metric that a noun phrase of its own names, with the rule: composite rules, then trigger words."""
    if "的" in noun:
        noun = NUMBER_OF.sub("", noun)
    counted = COUNT_TAIL.sub("", noun) if kind in COUNTS else noun
    metric = counted != noun and rule_metric(counted, context, kind) or rule_metric(noun, context, kind)
    if metric and not (kind in {"percent", "rank"} and names_rate(RATE_OF.sub("", noun) or noun, metric)):
        return metric, "rule"
    if not is_generic(noun):
        head = MEASURE_TAIL.sub("", noun)
        found = trigger_metric(noun, kind) if not RATE_NAME.search(noun) or kind == "percent" else None
        if found and (noun.endswith(found[1]) or head.endswith(found[1])):
            return found[0], "trigger"
    return None


RATE_OF = lazy(
    r"(?:的)?(?:平均|年均|同比|复合|连续|逐年|年)*(?:[年季月]?[增减]率|增长率|成长率|增速|增幅|涨幅|降幅|升幅|跌幅|增量|所占(?:比重|比例|份额)|占比|比重|排名|位次|预期目标|(?<=值)(?:预期|目标))$"
)
COUNT_NAME = lazy(r"(?:[数次]数|[件笔起家款项个]数|数量|融资数|事件数|[^指分岁]数)$")


def metric_for(noun: str, context: str, kind: str) -> tuple[str, str] | None:
    """The metric of a noun for a unit; shares, ranks and growth may be of anything
    that is counted or priced.
    """
    found = named_metric(noun, context, kind)
    if kind not in FREE:
        return found
    if found and found[1] == "trigger" and COUNT_NAME.search(noun):
        counted = rule_metric(noun, context, "count")
        return (counted, "trigger") if counted else found
    if found:
        amount = found[1] == "trigger" and metric_units().get(found[0]) == "money"
        ruled = rule_metric(noun, context, "money") if amount else None
        return (ruled, "trigger") if ruled else found
    noun = RATE_OF.sub("", noun) or noun
    if RATE_NAME.search(noun) or OWN_RATE.search(noun):
        return None
    for other in ("count", "person", "money"):
        found = named_metric(noun, context, other)
        if found:
            return found[0], "of another unit"
    return None
