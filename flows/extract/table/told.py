"""What the headings of a table's columns tell together: a rate is of what the heading before it names."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.metric.metrics import metric_for
from flows.extract.metric.nouns import is_generic
from flows.extract.scores import SCORE
from flows.extract.table.heads import (
    ADDED_HEAD,
    COUNT_HEAD,
    MORE_HEAD,
    MOVED_HEAD,
    NOTE_HEAD,
    RATE_HEAD,
    RATED,
    SCORE_HEAD,
    STOCK,
    TIMED,
    goes_with,
    split_head,
)
from flows.extract.table.layout import Columns
from flows.extract.table.rows import Cell
from flows.patterns import lazy


@dataclass(frozen=True, slots=True)
class Told:
    """What the last column of values names, its unit, and whether its value counts in ones."""

    name: str = ""
    unit: str = ""
    whole: bool = False


def told_by(caption: str, head: str) -> str:
    """What the columns behind a heading are about: scores are in what the caption names."""
    if is_score(head, caption):
        return caption
    return counted(caption, head) if is_count(head) else head


def is_score(head: str, caption: str) -> bool:
    """Are the values below a heading scores in the index that the caption names?"""
    return SCORE_HEAD.match(head) is not None and is_index(caption)


def is_index(caption: str) -> bool:
    return INDEXED.search(caption) is not None


def scored(about: str) -> str:
    """A score in an index, as a sentence names it."""
    about = LISTED.sub("", about)
    return about if SCORED.search(about) else f"{about}得分"


LISTED = lazy(r"(?:排行)?榜单?$")
SCORED = lazy(rf"{SCORE}$")
INDEXED = lazy(rf"(?:指数|竞争力|排行榜|榜单|{SCORE})$")


def parted(name: str) -> tuple[str, str]:
    """The time that a heading begins with, and what is measured in it."""
    found = TIMED.match(name)
    return (found[1], found[2]) if found else ("", name)


def ranked_by(columns: Columns, index: int) -> Told:
    """What the ranks in a first column are by: what the first column of values behind them names."""
    for at in range(index + 1, len(columns.heads)):
        name = parted(split_head(columns.head(at))[0])[1]
        if not columns.kind(at) and not goes_with(name) and not NOTE_HEAD.match(name):
            return Told(name)
    return Told()


def time_told(head: str, dated: list[str]) -> str:
    """The time of a rate or change without one of its own: the latest that the columns before it give
    (`dated`), but a share is of the last of them.
    """
    if not dated or not goes_with(head) or not head:
        return ""
    years = all(one[:4].isdecimal() for one in dated)
    return dated[-1] if PART_HEAD.match(head) or not years else max(dated)


PART_HEAD = lazy(r"^(?:占|比重|份额|市场份额|市占率|市场占有率|排)")


def rate_of(name: str, heads: list[str]) -> tuple[str, str] | None:
    """The rate that a heading tells, and what it is of, as far as the headings before name it."""
    found = None if RATE_HEAD.match(name) or MOVED_HEAD.match(name) else RATED.match(name)
    if found is None:
        return None
    of = next((head for head in reversed(heads) if head.endswith(found[1])), "")
    return (found[2], of) if of or is_generic(found[1]) else None


def is_count(name: str) -> bool:
    """Does the heading count what only the caption names (项目数), or filings of what that names?"""
    if not COUNT_HEAD.match(name):
        return False
    return "备案" in name or metric_for(name, name, "count") is None


def moved(about: str, verbs: tuple[str, str], value: Cell, unit: str) -> tuple[str, str]:
    """The words before what something has lost or won (↑2, -1), and the sentence."""
    lead = about + verbs[value.text[0] not in MINUS]
    amount = value.text.lstrip(SIGNS)
    return lead, f"{lead}{amount}{unit if amount[-1].isdecimal() else ''}。"


def more_of(head: str, unit: str, value: Cell, told: Told) -> str:
    """With when a heading compares (较上年), if it says how many more there are, and no rate; else ''."""
    if not told.name or PERCENT.search(value.text + unit):
        return ""
    if ADDED_HEAD.match(head) and STOCK.search(told.name):
        return "较年初"
    found = MORE_HEAD.match(head)
    counted = told.whole and value.text.lstrip(SIGNS).isdecimal() and not head.endswith("增长")
    return found[1] or "较上年" if found and (unit or counted) else ""


PERCENT = lazy(r"[%％‰]|百分点|成")
MINUS = "-−–↓"
SIGNS = MINUS + "+↑ "


def grown(lead: str, value: Cell, unit: str) -> str:
    """The words before a cell; per cent of an amount that is no share of another tell its growth."""
    per_cent = value.text[-1:] in "%％" or unit in {"%", "％"}
    return f"{lead}增长" if per_cent and AMOUNT.search(lead) else lead


AMOUNT = lazy(
    r"(?:生产总值|增加值|总产值|固定资产投资|(?:房地产|制造业|工业|基础设施|民间)(?:开发)?投资|零售总?额"
    r"|进出口(?:总[额值])?|预算收入|财政(?:总)?收入|税收收入|可支配收入|GDP)(?:[（(](?:GDP|地区生产总值|现价)[）)])?$"
)


def counted(about: str, head: str) -> str:
    """What is counted, by the caption and the heading, without what both say: 算法备案 and 备案数."""
    if head in about:
        return about[: about.index(head) + len(head)]
    if about in head or MEASURED.search(about):
        return head
    shared = next((size for size in range(len(head), 0, -1) if about.endswith(head[:size])), 0)
    return about + head[shared:]


MEASURED = lazy(r"(?:规模|[金总数]额|[产销]量|率|价格?|收入|面积)$")
"""A caption that measures something of its own, and names nothing to be counted."""
