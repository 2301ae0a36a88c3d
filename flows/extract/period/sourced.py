"""The data that an article is made of: the date of a source that its head or a note under it names beside no
number (2023年的数据显示，这一群体类型多样; 数据截至2022年6月).
"""

from __future__ import annotations

from flows.extract.claim import PassageReading
from flows.extract.period.periods import Period
from flows.extract.period.whole import BASES, STATISTICAL
from flows.extract.times import TimeSpan
from flows.patterns import lazy

HEAD = 2
"""Paragraphs in which an article names the data that it is made of."""
FAR_HEAD = 4
"""Paragraphs in which a report says of which data it is made."""
LINE = 60
"""Code points of a line that is a caption or a note about data, at most."""
ENDS = "。！？\n"
AS_OF = lazy(r"[（：:，]?(?:数据|统计)?截[至止]到?$")
NOTE = lazy(r"数据截|统计截|截[至止][^，。；]{0,12}数据")
"""What a note under an article says of its data."""
DATA = lazy(r"截|数据|统计|普查|登记|调查|台账|名录|年报|年鉴")
"""What a passage holds that names data by their time."""
SOURCE = lazy(
    r"的?[^，。；《》0-9]{0,14}?(?:数据|统计|普查|登记|调查|台账|名录|年报|年鉴)[^，。；0-9]{0,6}?"
    r"(?:显示|表明|给出|揭示|来看|看|为基础|为依据|为准|[，。]|作了?|绘制|编制|整理)"
)
"""What follows the time of the data from which an article is written."""
NOT_YET = lazy(r"预[计测期]|发布|公布|印发|出台")
"""What follows a time at which something was told, or is expected."""


def period_of_source(passages: list[PassageReading]) -> Period | None:
    """The time of the data that the article is made of, where its head or a note names it."""
    told = 0
    for reading in passages:
        role, text = reading.passage.role, reading.text
        if role == "table" or role == "boilerplate" and NOTE.search(text) is None:
            continue
        body = role == "body" and len(text) > LINE
        told += body
        if told > FAR_HEAD and role != "boilerplate" or not DATA.search(text):
            continue
        for time in reading.times:
            if told <= FAR_HEAD and is_chosen(time, text):
                return Period(time.period_start, time.period_end, "data of the article")
            as_of = AS_OF.search(text, max(0, time.start - 6), time.start)
            if time.period_end is None or has_number(reading, time) and not (as_of and role == "title"):
                continue
            near = told <= HEAD or role == "boilerplate"
            if near and not body and as_of and (role != "title" or as_of.start() > 0):
                return Period(None, time.period_end, "data of the article")
            if told <= HEAD and is_source(time, text):
                return Period(time.period_start, time.period_end, "data of the article")
    return None


CHOSEN = lazy(r"(?:采用|使用|选取|选用|基于|依据|依托|根据|以)(?:的|了|的是)?$")
CHOSEN_DATA = lazy(r"的?[^，。；《》0-9]{0,10}?数据(?!显示|表明|来看|看)")


def is_chosen(time: TimeSpan, text: str) -> bool:
    """Is it the time of the data that a report says to be made of (报告采用的是2024年数据，共34项指标)?"""
    if time.kind not in STATISTICAL or CHOSEN.search(text, max(0, time.start - 4), time.start) is None:
        return False
    return CHOSEN_DATA.match(text, time.end) is not None


def has_number(reading: PassageReading, time: TimeSpan) -> bool:
    """Does the sentence of the time tell a number, which it then dates?"""
    text = reading.text
    start = max(text.rfind(mark, 0, time.start) for mark in ENDS) + 1
    end = min((at for at in (text.find(mark, time.end) for mark in ENDS) if at >= 0), default=len(text))
    return any(start <= one.start < end and one.kind == "claim" for one in reading.numbers)


def is_source(time: TimeSpan, text: str) -> bool:
    """Is it the time of data that the article goes on to tell?"""
    if time.kind not in STATISTICAL or BASES.search(text, max(0, time.start - 3), time.start):
        return False
    source = SOURCE.match(text, time.end)
    return source is not None and NOT_YET.search(source[0]) is None
