"""Durations: 近三年, 过去6年, 五年前, 30余年; and which of them are quantities that belong to the number reader."""

from __future__ import annotations

import re
from datetime import date

from flows.extract.times.calendar import (
    NO_PERIOD, Period, months, move_day, move_months, shift_months, week_of, years,
)  # fmt: skip
from flows.extract.times.numerals import read_numeral
from flows.extract.times.span import TimeSpan
from flows.extract.times.words import words_of

PARTS = re.compile(
    r"第?(?P<n1>[0-9]+(?:\.[0-9]+)?|[零〇○一二三四五六七八九十百千两廿卅几数半]+)"
    r"(?:\s?(?:[-–—~～]{1,2}|至|到)\s?(?P<n2>[0-9]+|[一二三四五六七八九十两百几]+))?"
    r"\s?(?P<more>[多余来几])?个?(?P<half>半)?(?P<unit>\D+)"
)
MEASURES = {
    "年": "year", "周年": "year", "载": "year", "月": "month", "季度": "quarter", "星期": "week", "礼拜": "week", "周": "week",
    "日": "day", "天": "day", "昼夜": "day", "工作日": "day", "交易日": "day", "小时": "hour", "钟头": "hour",
    "分钟": "minute", "秒": "second", "秒钟": "second", "世纪": "century",
}  # fmt: skip
SHORT = frozenset(("hour", "minute", "second"))
AGO = re.compile(r"(?:以前|之前|前)(?![十三五列瞻提后沿景端往线方百])")
LATER = re.compile(r"(?:以后|之后|后)(?![续者期台备端方勤劲代市卫])")
WITHIN = re.compile(r"以内|之内|内(?![容部地外蒙])|里(?!程)")
HELD = re.compile(r"多?(?:以?来(?![自到华访看说源临])|间(?![接隔距])|时间|之久|光景|历史|历程)")
QUANTITY_BEFORE = re.compile(
    r"(?:缩短|减少|延长|提前|推迟|延迟|压缩|节省|节约|用时|耗时|只需|仅需|需要?|平均|保质期|寿命|周期|工期|期限|有效期|租期|时长"
    r"|质保|续航|刑期?|徒刑|账期|久期|天数|年限|增加|降至|降到|缩减|超时|提速)[^，。；！？\n]{0,4}$"
)
QUANTITY_AFTER = re.compile(r"期(?!间)|的?(?:保质期|寿命|质保|工期|期限|合同|有期徒刑|长协|国债|续航|试用|门槛|年龄)|国债")
NOT_A_DURATION = {
    "天": "津猫然线坛府元虹弘宫舟问眼鹅桥梯源下空才文王主使河花平窗",
    "周": "岁边转长围杰刊报口黑",
    "年": "级轻龄迈期",
}


def read_duration(text: str, start: int, end: int, today: date | None) -> TimeSpan | None:
    """The span of an amount of time, None when it is a quantity (缩短3天) or no amount at all."""
    parts = PARTS.fullmatch(text, start, end)
    if parts is None or text[end : end + 1] and text[end] in NOT_A_DURATION.get(parts["unit"], ""):
        return None
    measure = MEASURES.get(parts["unit"], "")
    if not measure:
        return None
    prefix, start = _prefix(text, start)
    low, high = _amount(parts)
    if prefix in ("trailing", "past", "future"):
        return TimeSpan(start, end, *_running(prefix, high, measure, today), "duration", f"duration.{prefix}")
    if text[start - 1 : start] == "第":
        return TimeSpan(start - 1, end, None, None, "duration", "duration.ordinal")
    for pattern, sign, name in ((AGO, -1, "ago"), (LATER, 1, "later")):
        found = pattern.match(text, end)
        if found:
            period = _point(sign * low, sign * high, measure, today)
            return TimeSpan(start, found.end(), *period, "relative", f"duration.{name}")
    held = prefix == "held" or HELD.match(text, end) or WITHIN.match(text, end)
    if not held and (measure in SHORT or QUANTITY_AFTER.match(text, end)):
        return None
    if not held and QUANTITY_BEFORE.search(text, max(0, start - 8), start):
        return None
    return TimeSpan(start, end, None, None, "duration", "duration.held" if held else "duration")


def _prefix(text: str, start: int) -> tuple[str, int]:
    """The kind of the word before an amount, and where the expression starts with it."""
    for kind in ("trailing", "past", "future", "held", "bound"):
        for word in words_of("prefix", kind):
            if text.endswith(word, 0, start):
                return kind, start if kind == "held" and word != "这" and word != "那" else start - len(word)
    return "", start


def _amount(parts: re.Match[str]) -> tuple[int, int]:
    """Whole units from low to high; 0, 0 for a vague amount."""
    if parts["half"] or parts["more"] or "." in parts["n1"]:
        return 0, 0
    first = read_numeral(parts["n1"]) if parts["n1"] != "半" else None
    second = read_numeral(parts["n2"]) if parts["n2"] else first
    return (first[0], second[1]) if first and second and first[0] <= second[1] else (0, 0)


def _running(prefix: str, count: int, measure: str, today: date | None) -> Period:
    """近N年: up to today; 过去N年: the whole calendar years before today's (from two on); 未来N年 likewise."""
    if today is None or not 0 < count < 2000:
        return NO_PERIOD
    if measure == "year" and count > 1 and prefix != "trailing":
        if prefix == "past":
            return years(today.year - count, today.year - 1)
        return years(today.year + 1, today.year + count)
    sign = 1 if prefix == "future" else -1
    if measure in SHORT:
        days = -(-count // 24) if measure == "hour" else 0
        return (today, move_day(today, days)) if sign > 0 else (move_day(today, -days), today)
    other = _moved(today, sign * count, measure)
    if other is None:
        return NO_PERIOD
    if prefix == "future":
        return move_day(today, 1), other
    return move_day(other, 1), today


def _moved(today: date, count: int, measure: str) -> date | None:
    months_each = {"month": 1, "quarter": 3, "year": 12, "century": 1200}.get(measure)
    if months_each:
        return shift_months(today, count * months_each)
    days_each = {"week": 7, "day": 1}.get(measure)
    return move_day(today, count * days_each) if days_each else today


def _point(low: int, high: int, measure: str, today: date | None) -> Period:
    """N units before or after today, in the unit's own grain: 五年前 is a year, 三天前 a day."""
    if today is None or not low:
        return NO_PERIOD
    first, last = sorted((low, high))
    if measure == "year":
        return years(today.year + first, today.year + last)
    if measure == "month":
        return months(*move_months(today, first), *move_months(today, last))
    if measure == "week":
        return week_of(today, first)[0], week_of(today, last)[1]
    if measure == "day":
        return move_day(today, first), move_day(today, last)
    return (today, today) if measure in SHORT else NO_PERIOD
