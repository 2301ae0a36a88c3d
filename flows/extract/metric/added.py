"""What a stock has grown by: 625家居首，新增138家."""

from __future__ import annotations

from flows.patterns import lazy

ADDED = lazy(r"(?:^|[较比][^，。；]{1,8})(?:又|还|净|再)?新增(?:了|约|近|超过?|逾)*$")
COUNTED = frozenset("0123456789十百千万亿余多")


def is_added(written: str | None, before: str, after: str, head: str) -> bool:
    """Is it what a stock has grown by, told right behind the stock (625家居首，新增138家) or beside a date
    before (比年初新增800亿元)? What is new in a year of its own is counted by itself.
    """
    said = before.lstrip("，、；")
    if ADDED.search(said) is None or after[:1].isalpha() and not after.startswith(RESULTS):
        return False
    if "较" in said or "比" in said:
        return True
    comma = max(head.rfind("，"), head.rfind("、"), 0)
    unit, prior = written or "", head[:comma][-PRIOR:]
    at = prior.rfind(unit) if unit and head[comma + 1 :] in said else -1
    return at > 0 and prior[at - 1] in COUNTED


RESULTS = ("的成绩", "的战绩", "的佳绩", "的优势")
PRIOR = 14
"""Code points before the comma in which the stock stands."""
