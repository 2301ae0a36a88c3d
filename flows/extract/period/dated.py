"""What is to be dated: whether it is there or done, and whether what the passages before tell dates it."""

from __future__ import annotations

from dataclasses import dataclass

from flows.extract.discourse import DIRECTLY, Discourse
from flows.extract.metric.metrics import is_stock, metric_natures, unit_kind
from flows.extract.modality_words import announces
from flows.extract.outline import Topics
from flows.extract.period.goals import PARTS, TO_NOW
from flows.extract.period.pairs import is_quarter
from flows.extract.period.periods import OF_LEAD, SOLE
from flows.extract.period.present import NOW
from flows.extract.spot import Spot
from flows.patterns import lazy

FLOWS = lazy(
    r"[月日周季]活|(?:平均|每|[月日周季])均?每?[月日周季年]|[月日周]均|净增|新增|新[设注登]"
    r"|申请|受理|结案|复审|销售|出货"
)
"""What is done over a time, though its metric is of what is there: users of a month, what is new."""
GROWN = lazy(r"[，、（]?(?:同比|环比|按年|按季|年增|季增|[较比]上年|[较比]去年)")
"""What follows a figure of the period in force: 客户数183个，同比上升18%."""
WHOLLY = lazy(r"累计|共有|拥有|现有|总数|存量|保有|有效")
"""What is there all the same."""


@dataclass(slots=True)
class Dated:
    """What is to be dated: a metric with what it is usually about (`kind`), and a measure of it."""

    kind: str
    metric: str
    measure: str

    def is_stock(self, spot: Spot) -> bool:
        """Is it something that is there at a time, rather than done over one?"""
        said = spot.text[spot.clause_start : spot.number.start]
        if self.measure != "share" and FLOWS.search(said) and not WHOLLY.search(said):
            return False
        if GROWN.match(spot.text, spot.number.end) or is_against(spot):
            return False
        return is_stock(self.metric, self.measure, unit_kind(spot.number.unit), spot.to_number)


AGAINST = lazy(r"[，、](?:同比|[较比同与]上年同期|[较比同与]去年同期)[^，。；0-9]{0,6}[多增新净少减]")
"""What goes on with how many more there are than a year before: that is of the period."""


def is_against(spot: Spot) -> bool:
    """Does the number's part of the sentence say how many more there are than a year before?"""
    text, start = spot.text, spot.number.end
    if text.find("同", start, spot.sentence.end) < 0:
        return False
    end = text.find("；", start, spot.sentence.end)
    return AGAINST.search(text, start, spot.sentence.end if end < 0 else end) is not None


BY_NOW = lazy(r"已经?(?!连续)[^，。；0-9]{0,10}$")
"""What stands before the number of what has come about by now (已铺设3487公里)."""


def has_come_about(spot: Spot, what: Dated) -> bool:
    """Is it how many things there are by now, in a sentence of its own, though no metric tells so?"""
    if what.measure != "value" or unit_kind(spot.number.unit) == "money":
        return False
    flow = metric_natures().get(what.metric) == "flow"
    return not flow and BY_NOW.search(spot.text, spot.clause_start, spot.number.start) is not None


EXTENT = lazy(r"(?:距(?!离)[^，。；0-9]{1,8}|占地(?:面积)?|建筑面积|海拔|[全总]长|跨度)[约近超达为]{0,2}$")
"""What stands before how large a thing is, or how far away."""


def is_there(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Does a sentence without a time count or measure what is there, no part of what the one before it has
    dated?
    """
    there = what.is_stock(spot) or has_come_about(spot, what)
    there = there or EXTENT.search(spot.window.before) is not None
    return there and not is_of_series(spot, what, discourse)


def is_of_series(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Is it of the same stock as the one that the sentence before dated, or a part of it
    (2024年企业32家。其中，东湖区21家)?
    """
    opens = spot.to_number.lstrip()
    if not discourse.topics or spot.order - discourse.period_sentence > 1:
        return False
    if opens.startswith(PARTS):
        return True
    if discourse.same_sentence:
        return False
    same = what.metric == discourse.topics[0].metric and metric_natures().get(what.metric) == "stock"
    return same and not TO_NOW.search(opens)


def is_of_passage(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Is it a yearly growth or a share of a market, behind a claim without a period, of what the passage
    before reported?
    """
    older, said = discourse.older_period, spot.to_number
    if older is None or older.rule != DIRECTLY or NOW.search(said):
        return False
    if what.measure == "growth":
        return YEARLY_RATE.search(said, spot.clause_start - spot.sentence.start) is not None
    return what.measure in {"share", "rank"} and MARKET.search(said) is not None


SOLD = lazy(r"销售|销量|交付|出货|售出|卖出|产量|生产|接待|发送|成交|装机|安装|投放|发放")


DONE = lazy(r"的(?:好?成绩|销量|交付量|业绩|产量|出货量)")


def is_sold(spot: Spot, what: Dated) -> bool:
    """Is it so much sold, delivered or done, of which no metric tells that it is done over a time?"""
    if what.measure != "value" or spot.number.unit in {"percent", "rank", "multiple"}:
        return False
    clause = spot.text[spot.clause_start : spot.number.start]
    sold = SOLD.search(clause) or DONE.match(spot.text, spot.number.end)
    return sold is not None and not (WHOLLY.search(clause) or TO_NOW.search(clause))


def is_flow(spot: Spot, what: Dated) -> bool:
    """Is it so much earned, made, sold or done, or a figure that goes on with how it has moved since the
    period before? Neither what is there, nor what will be, nor what one of many earns.
    """
    said = spot.to_number
    if announces(said) or TO_COME.search(said) or NOW.search(said):
        return False
    if NO_FLOW.search(spot.text, spot.clause_start, spot.number.start):
        return False
    if what.measure == "value" and what.metric in FLOW_METRICS:
        return True
    if what.measure in {"value", "share"} and MOVED_SINCE.match(spot.text, spot.number.end):
        return True
    return is_sold(spot, what)


FLOW_METRICS = frozenset({
    "firm_new_count", "revenue", "gdp", "production_volume", "trade_value", "participant_count",
    "industry_output",
})  # fmt: skip
"""What is earned, made, traded or visited over a time, whatever it is told of."""
TO_COME = lazy(r"预[计期测]|有望|[产成用营]后[，可将年]")
"""What tells that it is not there yet, of which no time is told (建成后年产值50亿元)."""
NO_FLOW = lazy(
    r"规模|年(?:总?产|营|销)|[月周日][产销]|连续|一年|[可能]生产|单[店台车个]|每[家店台户]"
    rf"|{WHOLLY.pattern}"
)
"""What is there, what a thing can make in a year, and what one of many earns."""
MOVED_SINCE = lazy(
    r"[，、（]?(?:同比|环比|按[年季月]|[年季月][增减]|[比较](?:上|去|同期|年初|20[0-9]{2}年)"
    r"|[增减](?:长|加|幅|少)?[约近超逾]?[0-9]|(?:下降|上升|提[高升]|回落)[约近超逾]?[0-9])"
)
"""What follows a figure of a period: how it has moved since the one before, not how it differs."""


def is_done(spot: Spot, what: Dated, discourse: Discourse, topics: Topics) -> bool:
    """In an article of a quarter or some months: is it what was done over a time, in a sentence behind one
    of what is there now (目前…占86%。产量下降2%)?
    """
    whole = topics.period
    if whole is None or whole.rule not in {SOLE, OF_LEAD, "headline"} or not is_quarter(whole):
        return False
    if spot.order == discourse.period_sentence:
        return False
    return not (what.is_stock(spot) or NOW.search(spot.to_number))


def is_undated_stock(spot: Spot, what: Dated, discourse: Discourse) -> bool:
    """Is it one more of the stocks that the sentence before opened with, without a time, before it told what
    was done in a year (集聚企业7000家，2024年营收1500亿元。已培育…)?
    """
    opening = discourse.opening
    undated = opening is not None and not opening.known
    return undated and what.is_stock(spot) and TO_NOW.search(spot.to_number) is not None


MARKET = lazy(r"份额|市占|出货|销量|交付")
YEARLY_RATE = lazy(r"同比|环比|按年|按季|比上[年月季]|较上[年月季]|[年季月][增减]")
"""What a growth is told with that is one of the period in force."""
