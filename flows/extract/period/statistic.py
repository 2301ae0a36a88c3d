"""The statistic of one date that an article reports (截至2022年6月，全国共有…): what it counts on in later
passages, without a time, is of that date until another one rules.

One decision, from evidence: what is counted (the same metric or noun, a bare number with the same classifier,
a share or rank beside one of these), of whom (the statistic's own subject or a part of it), whether its
sentence tells the parts of a whole (分区域看，…), and whether another time or 目前 has come between.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from flows.extract.claim import Claim, PassageReading
from flows.extract.metric.metrics import unit_kind
from flows.extract.period.alike import BESIDE, EDITION, is_alike, related
from flows.extract.period.bases import compares
from flows.extract.period.periods import ALWAYS, OF_COMPARISON, UNDATED, Period
from flows.extract.period.present import NOW, PRESENT
from flows.extract.period.reviewed import period_of_review
from flows.extract.period.sentences import Sentence, sentences
from flows.extract.period.sourced import period_of_source
from flows.extract.period.titled import period_of_edition
from flows.extract.period.whole import dates
from flows.patterns import lazy

Span = tuple[date | None, date | None]
"""The two dates of a period."""
OF_STATISTIC = "period: of the statistic that the article reports"
TOLD = frozenset({"title", "body", "caption", "heading", "table"})
STATED = lazy(r"period: (?:time (?:until|at the end|in the title of a report)|since until|edition)")
"""Rules of the periods that a statistic or a list states for itself."""
OF_YEAR = lazy(r"period: time (?:year|relative|range|half|quarter)")
REPORTED = lazy(r"显示|统计|测算|报告|公报|白皮书|蓝皮书|数据|清单|名单|目录")
"""What a sentence says that quotes a statistic."""
PASSING = lazy(rf"period: (?:{OF_COMPARISON}|time duration|{ALWAYS}|the year to its end|time since)")
"""Rules of periods that only the number itself has."""
PARTS = lazy(
    r"^\s*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）.．、]|[•·●■◆▶※-])?\s*(?:"
    r"[分按从以][^，。；0-9]{1,10}[看计分]，|[^，。；0-9]{1,8}(?:方面|里|中|上)，|其中|[这上]述?些?|具体(?:来?看|而言)|细分)"
)
"""How a sentence opens that tells the parts of what was counted (按行业看, 这些企业, 其中)."""
THESE = lazy(r"^\s*(?:这些|上述|它们|他们)")
"""How a sentence opens that goes on with what has just been counted."""
EACH = lazy(r"平均每[家户所]|[家户]均|(?:企业|每[家户])平均")
"""What is told of the average of those that have been counted."""
PART_OF_ALL = lazy(r"占[比了]?(?:[全总][^，。；0-9]{0,6}的?)?(?:比重)?[为达]?[约近超逾]?$")
"""What stands before the share that a part has of all that was counted."""
PART_OF_IT = lazy(rf"{PARTS.pattern}|{PART_OF_ALL.pattern}")
OF_NOW = lazy(rf"{PRESENT.pattern}|建议|呼吁")
"""What is there now, or what somebody wants."""
ASKED = lazy(r"抽样|抽查|受访|问卷")
"""What tells that it is a survey that has found it."""
OF_SURVEY = "edition of the survey"
"""The rule of the edition of a survey that the article tells: all that it has found is of that year."""
ONCE = lazy(r"之初|初期|当初|当时|那时|最初|起初|从前|以前")
"""Words of a time gone by that gives no date (新中国成立之初)."""
EFFECT = lazy(r"(?:节[约省能电水]|省|降低|缩短|减少|提[升高])[^，。；至到0-9]{0,3}$")
"""What stands before a share that something has brought about (平均节能18%)."""
SEVERAL = 3
"""Numbers of one classifier that make a sentence a list of parts."""
MONTH = 31
QUARTER = 88
MOST = 48
"""Figures of a statistic that are remembered, and of its first ones."""
FIRST = 8


@dataclass(slots=True)
class Statistic:
    """The figures of the date that rules, latest last, with the passages that they stand in; `whole`: it is
    that of the data of which the whole article is made; `years`: those of which the passage reports;
    `survey`: the data are those of a survey.
    """

    ruling: Span | None = None
    figures: list[tuple[int, Claim]] = field(default_factory=list)
    other: bool = False
    last: Claim | None = None
    whole: bool = False
    years: set[Span] = field(default_factory=set)
    survey: bool = False

    def hear(self, index: int, claim: Claim, reported: bool) -> None:
        """Go on behind a claim with a period of its own: one of the statistic, or of another time; what is
        `reported` of a year is a statistic too (报告显示，2023年…).
        """
        if claim.modality != "actual" or PASSING.search(claim.rule):
            self.whole = self.whole and claim.modality != "target"
            return
        span = claim.period_start, claim.period_end
        if self.rules(claim):
            self.other = False
        elif self.ruling and EDITION in claim.rule:
            return
        elif STATED.search(claim.rule) or self.is_later(claim) or reported and self.is_of_year(claim):
            self.ruling, self.figures, self.other, self.whole = span, [], False, False
        else:
            self.other = True
            return
        self.keep(index, claim)

    def rules(self, claim: Claim | None) -> bool:
        """Is the claim of the date that rules, or tells how much has grown by then?"""
        if claim is None or self.ruling is None:
            return False
        start, end = claim.period_start, claim.period_end
        return (start, end) == self.ruling or claim.measure == "growth" and end == self.ruling[1] is not None

    def is_of_year(self, claim: Claim) -> bool:
        """Is the claim of a quarter, a year or several, and no day has ruled before? A passage that tells of
        several years, one after the other, leaves none that rules.
        """
        self.years.add((claim.period_start, claim.period_end))
        if not OF_YEAR.search(claim.rule) or self.ruling and self.ruling[0] is None:
            return False
        start, end = claim.period_start, claim.period_end
        return bool(start and end and (end - start).days >= QUARTER)

    def is_later(self, claim: Claim) -> bool:
        """Does the claim tell what the statistic counts as of a later day or month?"""
        start, end = claim.period_start, claim.period_end
        ended = self.ruling[1] if self.ruling else None
        if claim.measure != "value" or not (start and end and ended):
            return False
        if start <= ended or (end - start).days > MONTH:
            return False
        return any(is_alike(claim, figure, False, 0) for _, figure in self.figures[-1:])

    def keep(self, index: int, claim: Claim) -> None:
        """Remember a figure of the date: the first ones, which are of the whole, and the latest."""
        self.figures.append((index, claim))
        if len(self.figures) > MOST:
            del self.figures[FIRST]


def date_by_statistic(
    passages: list[PassageReading], edition: Period | None, published_on: date | None
) -> None:
    """Give the undated claims that go on with a statistic its date; `edition` is that of the list that the
    article is about.
    """
    source = None
    if not edition:
        source = period_of_source(passages) or period_of_review(passages, published_on)
        source = source or period_of_edition(passages)
    known = edition or source
    survey = known is not None and known.rule == OF_SURVEY
    whole = survey or source is not None
    told = Statistic((known.start, known.end), whole=whole, survey=survey) if known else Statistic()
    for index, reading in enumerate(one for one in passages if one.claims and one.passage.role in TOLD):
        told.other = False
        told.years = set()
        for sentence in sentences(reading):
            go_on(told, index, sentence)
        if len(told.years) >= SEVERAL:
            told.ruling, told.figures, told.whole = None, [], False


def go_on(told: Statistic, index: int, sentence: Sentence) -> None:
    """Date the claims of the sentence that the statistic rules, then hear those that have a time: within its
    own sentence a time has ruled what it can.
    """
    last: Claim | None = None
    timed = [claim for claim in sentence.claims if claim.period_start or claim.period_end]
    for claim in sentence.claims:
        if not (claim.period_start or claim.period_end or ALWAYS in claim.rule):
            if (told.figures or told.whole) and not told.other:
                if is_free(claim, sentence, told) and goes_with(claim, last, told, index, sentence):
                    assert told.ruling
                    with_period(claim, told.ruling, OF_STATISTIC)
                    told.keep(index, claim)
                elif NOW.search(sentence.before(claim)):
                    told.other = True
        last = told.last = claim
    for claim in timed:
        said = sentence.before(claim)  # 数据显示，目前有企业273万家，其中2022年新增73万家: no data of 2022
        told.hear(index, claim, REPORTED.search(said) is not None and NOW.search(said) is None)


def with_period(claim: Claim, span: Span, why: str) -> None:
    """Date the claim, and say why."""
    claim.period_start, claim.period_end = span
    rules = claim.rule.split("; ")
    claim.rule = "; ".join(why if rule.startswith("period: ") else rule for rule in rules)


def is_free(claim: Claim, sentence: Sentence, told: Statistic) -> bool:
    """Does the sentence tell the number as it is, without a time or a word of the present before it, and is
    it of no other survey?
    """
    said = sentence.before(claim)
    if ASKED.search(said) and not told.survey:
        return False
    meant = claim.modality != "actual" and not (told.survey and claim.measure == "share")
    alone = claim.model and not PARTS.search(said) and not goes_on_with(claim, told)
    alone = alone and not is_member(claim, told)
    if meant or alone or OF_NOW.search(said) or NOW.search(said):
        return False
    if ONCE.search(said):
        return False
    reading = sentence.reading
    part = (reading.passage, reading.text, reading.mentions, reading.times)
    at = claim.number.start
    start = sentence.start
    if UNDATED.rule in claim.rule:
        start = max(start, reading.text.rfind("；", start, at))  # 去年营收9亿元；其估值升至…
    times = [time for time in reading.times if start <= time.start < at and dates(part, time)]
    if claim.measure == "growth":
        times = [time for time in times if not compares(time, reading.text)]  # 2024年同期197款，同比增加123%
    return not times


def goes_on_with(claim: Claim, told: Statistic) -> bool:
    """Does the claim of a model measure what the one before it in the statistic did?"""
    last = told.last
    if last is None or not last.model or (last.period_start, last.period_end) != told.ruling:
        return False
    return claim.metric == last.metric and related(claim.noun, last.noun)


def is_member(claim: Claim, told: Statistic) -> bool:
    """Is it how many use one product, where the statistic has told how many use all of them?"""
    if claim.metric != USERS or not claim.model or claim.measure != "value":
        return False
    all_users = [one for _, one in told.figures if one.metric == USERS and not (one.firm or one.model)]
    return any(one.number.written_unit == claim.number.written_unit for one in all_users)


USERS = "customer_count"


def goes_with(claim: Claim, last: Claim | None, told: Statistic, index: int, sentence: Sentence) -> bool:
    """Does the claim go on with the statistic?"""
    if last is not None and is_beside(claim, last, told):
        return True
    said = sentence.before(claim)
    if claim.measure == "share" and EFFECT.search(said):
        return False
    if told.whole and not claim.firm or is_member(claim, told):
        return True
    goes_on = told.rules(told.last)
    opens = PARTS.search(said) is not None or goes_on and is_series(claim, sentence)
    same = told.figures and claim.firm == told.figures[-1][1].firm
    if claim.measure == "share" and (same or not claim.firm) and PART_OF_IT.search(said):
        return goes_on or opens and index - told.figures[-1][0] <= 1
    if goes_on and not claim.firm and claim.measure == "value" and PARTS.search(said):
        return True
    counted = claim.measure in {"value", "share", "rank"} and unit_kind(claim.unit) != "money"
    if counted and not claim.firm and (THESE.search(said) or EACH.search(said)):
        return index - told.figures[-1][0] <= 1
    return any(is_alike(claim, one, opens, index - at) for at, one in reversed(told.figures))


def is_series(claim: Claim, sentence: Sentence) -> bool:
    """Does the sentence count several things alike (电子57家，汽车33家，食品19家)?"""
    unit = claim.number.written_unit
    return sum(one.number.written_unit == unit for one in sentence.claims) >= SEVERAL


def is_beside(claim: Claim, last: Claim, told: Statistic) -> bool:
    """Does it say more of a figure of the statistic directly before it in its sentence, or count on?"""
    if (last.period_start, last.period_end) != told.ruling or claim.firm != last.firm:
        return False
    if claim.measure in BESIDE:
        return True
    return claim.unit == last.unit and claim.number.written_unit == last.number.written_unit
