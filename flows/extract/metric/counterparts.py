"""What stands over against what was told before: members of lists, the former and the latter, 城市 and
农村."""

from __future__ import annotations

from functools import lru_cache

from flows.extract.cues import cue_words
from flows.extract.metric.fitting import Topic
from flows.extract.metric.inherited import Measured
from flows.extract.metric.metrics import COUNTS, FREE, unit_kind
from flows.extract.numbers.number import Number
from flows.extract.windows import Window
from flows.patterns import lazy

APART = "；"


def with_counterpart(
    topics: list[Topic], same_sentence: int, text: str, since: int, number: Number
) -> list[Topic]:
    """The topics, latest first, with that one put first which opened the member before, where the number's
    clause opens its own: in 甲投入9亿元，占营收的3%；乙8亿元 the second amount takes up the first. `since` is
    where the sentence begins.
    """
    kind, start = unit_kind(number.unit), number.start
    own = text.rfind(APART, since, start) + 1
    if not own or not same_sentence or topics[0].at >= own or "，" in text[own:start]:
        return topics
    last = text.rfind(APART, since, own - 1) + 1 or since
    told = [topic for topic in topics[:same_sentence] if last <= topic.at and topic.kind == kind]
    if kind in COUNTS:
        told = [topic for topic in told if topic.written == number.written_unit]
    if not told or told[-1] is topics[0]:
        return topics
    return [told[-1], *(topic for topic in topics if topic is not told[-1])]


FORMER = lazy(r"前者[^，。；]{0,8}后者的?(?:约|近|逾|超过?)?$")


def compared_with(window: Window, here: list[Topic]) -> Measured | None:
    """How many times the former of two amounts is of the latter: 前者是后者的12倍."""
    if "前者" not in window.before or not FORMER.search(window.before):
        return None
    told = next((topic for topic in here if topic.kind not in FREE), None)
    return Measured(told.metric, told.noun, "compared with the claim before", False) if told else None


@lru_cache(maxsize=1)
def counterparts() -> dict[str, tuple[str, ...]]:
    """The others of its kind for each word that has counterparts: 农村 for 城市."""
    kinds = [kind.split("、") for kind in cue_words("counterpart")]
    return {word: tuple(other for other in kind if other != word) for kind in kinds for word in kind}


OPENS = lazy(
    r"(?:[，；、]|其中|而)*([\u4e00-\u9fff]{2,6}?)"
    r"(?:[的则也都又仅只有约近超逾为是达到占上涨跌升下降增长减少同比高低]*)$"
)


def of_counterpart(noun: str, before: str) -> str:
    """The noun of the claim before, of what the clause before the number has in place of what it names
    (城市住户支出增长3%，农村增长5%: 农村住户支出).
    """
    found = OPENS.match(before)
    others = counterparts().get(found[1], ()) if found else ()
    named = max((other for other in others if other in noun), key=len, default="")
    return noun.replace(named, found[1]) if found and named and found[1] not in noun else noun
