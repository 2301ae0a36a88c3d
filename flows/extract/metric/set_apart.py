"""A noun phrase in a clause of its own, which the next clause speaks of: 高被引学者的数量，该市居全国第六."""

from __future__ import annotations

from flows.extract.metric.inherited import MARK, Measured
from flows.extract.metric.metrics import BODIES, FREE, OTHER, metric_for
from flows.extract.metric.nouns import JOINS, NOUN_TAGS, is_generic, phrase_before
from flows.extract.metric.viewed import MEASURED_SO
from flows.extract.windows import Window
from flows.extract.words import tagged
from flows.patterns import lazy

ATTRIBUTE = "的"
OPENING = frozenset({"c", "r", "m", "t", "d"})
"""Tags of what may lead a noun phrase without 的: 而全国AI算力, 去年产量."""
NO_TOPIC = lazy(r"(?:方面|领域|情况|市场|行业|地区|时间|期间|其中|[年月日度末底初])$")
"""What names where or when the next clause is so."""
SHORTEST = 4
RATE_NAMED = lazy(r"(?:增速|增幅|涨幅|降幅|占比|比重)$")
"""A growth or a share by its name: 各景区的客流增速，分别为."""
COUNTED = lazy(r"数量|家数|个数|户数")


def set_apart(window: Window, kind: str) -> Measured | None:
    """What the noun phrase measures that is all of the clause right before the number's own."""
    clause = last_clause(window)
    if len(clause) < SHORTEST or "占" in clause or not is_phrase(clause):
        return None
    noun = phrase_before(clause)
    if is_generic(noun) or NO_TOPIC.search(clause):
        return None
    found = metric_for(noun, f"{noun}#", kind)
    if found and found[0] in BODIES and kind in FREE and not COUNTED.search(window.before):
        return None  # 国有企业，增长8%
    rate = kind == "percent" and RATE_NAMED.search(clause) is not None
    if found is None and not rate and not (kind in FREE and MEASURED_SO.search(noun)):
        return None
    return Measured(found[0] if found else OTHER, noun, "what stands apart before", False)


def last_clause(window: Window) -> str:
    """The clause right before the number's own, '' where none stands between it and the number before."""
    return MARK.split(window.between.rstrip("，；：")).pop() if window.between.endswith("，") else ""


def is_phrase(clause: str) -> bool:
    """Is the clause nothing but a noun phrase? What stands before its last 的 may be anything."""
    words = tagged(clause)
    last = next((at for at in reversed(range(len(words))) if words[at][0] == ATTRIBUTE), -1)
    head = list(words[last + 1 :])
    while last < 0 and head and head[0][1] in OPENING:
        head.pop(0)
    return bool(head) and all(tag in NOUN_TAGS or word in JOINS for word, tag in head)
