"""What the time that a sentence states means for the number: the year of a change, none for what is there now
(去年营收9亿元；其估值升至…), the end of a stretch that goes on since then.
"""

from __future__ import annotations

from datetime import date

from flows.extract.cues import alternation
from flows.extract.discourse import Discourse
from flows.extract.metric.metrics import metric_natures
from flows.extract.modality_reach import lasting
from flows.extract.modality_words import announces, is_past
from flows.extract.outline import Topics
from flows.extract.period.begun import BEGUN, SINCE, since_begun
from flows.extract.period.dated import YEARLY_RATE, Dated
from flows.extract.period.pairs import COME_TO, behind_time, comes_from, is_quarter
from flows.extract.period.periods import (
    AT_END,
    DURATIONS,
    NONE,
    PART_OF_IT,
    SO_FAR,
    THROUGH_YEAR,
    UNDATED,
    Period,
)
from flows.extract.spot import Spot
from flows.patterns import lazy

MOVED = frozenset({"growth", "change"})
LEVEL = lazy(r"(?:总数|总量|规模|存量|总数量)已?经?(?:达|超|突破|为)")
"""What is said of what is there, however long it took."""
STANDING = lazy(r"估值|市值|身家|财富|排名|名次|员工|[电气水单售房地]价|租金")
"""What is as it is behind ；, whatever was earned last year (去年营收9亿元；其估值升至…)."""
BROUGHT_ABOUT = lazy(rf"(?:{alternation('plan_verb')}|惠及|增[长加])了?[^，。；、0-9有共达了]{{0,8}}$")
"""What has been done over the years until now, also where it counts what is there (两年间孵化企业25家)."""
YEARLY = lazy(r"年(?:总?产值|营收|收入|产量|销量|产能)")
SUMMED = lazy(r"累计|一共|总共|共(?:计|完成|新|建|投)|新[增建]")
"""What has been done over the years in all, whatever year was told of (去年…；五年来累计投资4亿元)."""
GATHERED = lazy(r"集聚|聚集|汇聚|集合|建成|形成")
"""What has come together or stands by now."""
PART = lazy(r"其中|当月|单月|当季")


def settled(found: Period, spot: Spot, what: Dated, discourse: Discourse, topics: Topics) -> Period:
    """The period that the number has of the one `found` in its sentence."""
    if found.rule == AT_END and what.measure in MOVED:
        return through_year(found)
    if found.rule in DURATIONS and topics.whole.guessed and what.measure != "growth":
        return NONE  # 近两年, of nobody knows which day
    told = discourse.period if discourse.same_sentence else None
    summed = what.measure == "value" and SUMMED.search(spot.text, spot.clause_start, spot.number.start)
    if found.rule == SO_FAR and told and told.known and told.rule != SO_FAR and not summed:
        return told  # 去年进出口37亿元，5年间增长20倍
    opening = discourse.opening if discourse.same_sentence else None
    if what.measure == "growth" and opening and is_of_base(found, opening, spot):
        return opening.by("inherited from the sentence's opening")
    latest = discourse.latest if discourse.same_sentence else None
    if found.rule == SO_FAR and what.measure == "share" and latest and latest.rule == SO_FAR:
        return found  # 五年累计投入68亿元，占财政支出的63%
    if found.rule in BEGUN:
        found = since_begun(found, spot, what, discourse)
    if is_level(found, spot, what) or stands(found, spot, what) and not is_rank_of_part(spot, discourse):
        return UNDATED
    return found.by(PART_OF_IT) if is_part(found, spot, discourse) else found


def is_of_base(found: Period, opening: Period, spot: Spot) -> bool:
    """Is the time behind the sentence's opening only those months of a year before, with which it is compared
    (今年上半年为16.5亿元，而2020年上半年为8.6亿元，同比增长92%)? Other months are of their own growth
    (昨日报144元；前三季度营收422亿元，同比增长49%).
    """
    if not (found.end and opening.end and found.end.year < opening.end.year):
        return False
    if found.end.month != opening.end.month:
        return False
    own = any(spot.clause_start <= time.start < spot.number.start for time in spot.sentence.times)
    return not own and "；" not in behind_time(spot) and YEARLY_RATE.search(spot.window.before) is not None


def now_of_report(spot: Spot, what: Dated, discourse: Discourse) -> Period | None:
    """The period of the report, where it tells what a level of an earlier time has come to by now
    (三季度营收…。二季度占比76%，如今升到77%).
    """
    latest = discourse.latest if discourse.same_sentence else None
    if latest is None or latest.end is None or NOW_AT.search(spot.window.before) is None:
        return None
    flow = metric_natures().get(what.metric) == "flow"
    for told in (discourse.opening, discourse.entered, discourse.older_period if flow else None):
        if told and told.start and told.end and told.end > latest.end and told.rule != SINCE:
            return told.by("now of the report")
    return None


NOW_AT = lazy(r"(?:如今|现在|现)[^，。；0-9]{0,6}(?:[升降增减至到为]|有)(?:[至到为])?第?[约近超]?$")
"""What stands before a level that has been reached by now."""


def is_still_planned(found: Period, spot: Spot, discourse: Discourse, published_on: date | None) -> bool:
    """Behind what has come about by the time, does the part of the sentence behind ； tell what is planned
    (截至10月，订单超6亿元；某公司计划落地2000台，总投资3亿元)?
    """
    if not discourse.same_sentence or published_on is None:
        return False
    if found.end is None or found.end >= published_on or "；" not in behind_time(spot):
        return False
    own = spot.text[spot.clause_start : spot.number.start]
    if discourse.modality != "actual":
        part = spot.text[spot.text.rfind("；", 0, spot.clause_start) + 1 : spot.clause_start]
        return bool(lasting(part)) and not is_past(own)
    return announces(own)


def through_year(period: Period) -> Period:
    """The year at whose end a stock has grown (年末…，比上年末增加3.8万人)."""
    end = period.end
    if end is None or (end.month, end.day) != (12, 31):
        return period
    return Period(date(end.year, 1, 1), end, THROUGH_YEAR)


def is_level(period: Period, spot: Spot, what: Dated) -> bool:
    """Behind 十年来 or 2013年以来: is the number of what there is by now, or from which it has come?"""
    own = spot.text[spot.clause_start : spot.number.start]
    if period.rule == SINCE:
        return what.measure == "value" and is_long(period) and LEVEL.search(own) is not None
    if period.rule != SO_FAR:
        return False
    if comes_from(spot) or COME_TO.search(spot.window.before):
        return True
    if what.measure in MOVED:
        return False
    if YEARLY.search(own):
        return True
    done = "累计" in spot.to_number or BROUGHT_ABOUT.search(own) is not None and GATHERED.search(own) is None
    counted = what.is_stock(spot) and not done
    return counted or spot.number.unit == "percent" or "每年" in own


def is_long(period: Period) -> bool:
    """Does it run over more than a year?"""
    return bool(period.start and period.end and (period.end - period.start).days > 366)


def stands(period: Period, spot: Spot, what: Dated) -> bool:
    """Behind ；, does the number tell what is there, which the year or quarter before ； does not date?"""
    behind = behind_time(spot)
    if "；" not in behind:
        return False
    if period.rule in {"time relative", "time year"} and period.whole_year:
        opens = any(time.start - spot.sentence.start <= 1 for time in spot.sentence.times)
        return not opens and STANDING.search(behind.rpartition("；")[2]) is not None
    if not (is_quarter(period) and period.rule.startswith("time ")):
        return False
    counted = metric_natures().get(what.metric) == "stock" and what.measure in {"value", "share"}
    return counted and what.is_stock(spot)


def is_rank_of_part(spot: Spot, discourse: Discourse) -> bool:
    """Is it the rank of a dated figure directly before it (2024年申请8581件；授权4458件，排名第四)?"""
    latest = discourse.latest if spot.number.unit == "rank" else None
    begun = spot.text.rfind("；", spot.sentence.start, spot.number.start)
    return latest is not None and latest.known and spot.inside[spot.index - 1].start > begun


def is_part(period: Period, spot: Spot, discourse: Discourse) -> bool:
    """Is the period a part of the one before, to which the next sentence goes back (其中，9月份增长7.4%)?"""
    whole = discourse.period
    if not (whole and whole.start and whole.end and period.start and period.end):
        return False
    inside = whole.start <= period.start and period.end <= whole.end
    smaller = whole.start != period.start or period.end != whole.end
    return inside and smaller and PART.search(spot.to_number) is not None
