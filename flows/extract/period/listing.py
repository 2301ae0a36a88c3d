"""What a firm's first day on an exchange brought is of that day: 12月5日，某公司挂牌。首日收报600元."""

from __future__ import annotations

from flows.extract.claim import Claim, PassageReading
from flows.extract.entities.mention import Mention
from flows.extract.period.sentences import Sentence, sentences
from flows.extract.period.statistic import TOLD, Span, with_period
from flows.extract.times import TimeSpan
from flows.patterns import lazy

OF_LISTING = "period: of the first day on the exchange"
CODE = 10
"""Code points between the name and the day, at most: 某某（2687）周四首日挂牌."""
LISTED = lazy(r"[^。！？\n将拟受到]{0,30}?(?:挂牌|上市|敲钟|开盘|登陆)")
"""Behind the day on which a firm is listed."""
FIRST_DAY = lazy(r"首日|当日|当天|收盘|收[报于]|开盘|盘中|午盘")
"""What tells of trading on that day."""
OF_TRADE = lazy(r"股价|市值|[开收]盘价?|成交|浮盈|换手|涨|赚|身家")
"""What is traded, and what comes of it."""
OTHER_TIME = lazy(r"(?<![较比])(?:发行价|招股)|去年|上年|此前|以来|截至[0-9]")


def date_by_listing(passages: list[PassageReading]) -> None:
    """Give the undated claims that tell of a firm's first day on the exchange that day."""
    told = [reading for reading in passages if reading.passage.role in TOLD]
    if not any("首日" in reading.text for reading in told):
        return
    days = {day for reading in told for time in reading.times if (day := day_of(reading, time))}
    if len(days) != 1:
        return
    for reading in told:
        for sentence in sentences(reading):
            date_trade(sentence, *next(iter(days)))


def day_of(reading: PassageReading, time: TimeSpan) -> tuple[str, Span] | None:
    """The firm and the day, where the text goes on with a firm that is listed on it."""
    if time.period_start is None or time.period_start != time.period_end:
        return None
    listed = LISTED.match(reading.text, time.end)
    end = listed.end() if listed else time.end
    firm = next((m.ids[0] for m in reading.mentions if m.kind == "firm" and is_near(m, time, end)), None)
    return (firm, (time.period_start, time.period_end)) if firm else None


def is_near(mention: Mention, time: TimeSpan, end: int) -> bool:
    """Does the name stand between the day and what is told of it, or before both (某公司12月17日开盘)?"""
    before = 0 <= time.start - mention.end <= CODE
    return time.end <= mention.start < end or before and end > time.end


def date_trade(sentence: Sentence, firm: str, day: Span) -> None:
    """Date what the sentence tells of trade in the firm on the first day, from where it speaks of that on."""
    text, start = sentence.reading.text, sentence.start
    since = FIRST_DAY.search(text, start, end_of(text, start))
    if since is None:
        return
    for claim in sentence.claims:
        behind = claim.number.start > since.start() or sentence.reading.passage.role == "title"
        own = claim.firm is not None and claim.firm[0] == firm
        if behind and own and is_undated(claim) and is_of_trade(claim, sentence):
            with_period(claim, day, OF_LISTING)


def end_of(text: str, start: int) -> int:
    """Where the sentence that starts there ends."""
    return next((at for at in range(start + 1, len(text)) if text[at] in "。！？\n"), len(text))


def is_undated(claim: Claim) -> bool:
    """Has nothing dated the claim?"""
    return claim.period_start is None and claim.period_end is None and claim.modality == "actual"


def is_of_trade(claim: Claim, sentence: Sentence) -> bool:
    """Does the claim tell what was traded that day, or what came of it?"""
    said = sentence.before(claim)
    clause = said[max(said.rfind(mark) for mark in "，；") + 1 :]
    if OTHER_TIME.search(clause):
        return False
    return claim.metric == "stock_price_change" or OF_TRADE.search(claim.noun + said[-24:]) is not None
