"""Atoms of time: one scan of the text finds years, months, days, words, durations and clock times.

An atom is the smallest piece (2024年, 上半年, 中旬, 下午, 3时30分); chains.py puts neighbours together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from flows.extract.times.numerals import is_positional, read_numeral
from flows.extract.times.words import alternation, plans, time_words, words_of

RECURRING, ERA, YEAR, PART, WEEK, DAY, WEEKDAY, DAYPART, CLOCK, DURATION = range(10)


@dataclass(slots=True)
class Atom:
    """A piece of a time: `low` to `high` in the measure of its grain (years, months of a year, days of a month).

    `anchor` says what a number is counted from: "" the calendar or the coarser atom before it, today, passage
    (the last time named), near (the passage's, else today's).
    """

    start: int
    end: int
    grain: int
    kind: str
    low: int = 0
    high: int = 0
    anchor: str = ""
    numeral: bool = True


ARABIC = r"[0-9](?<![0-9.,][0-9])[0-9]{0,5}+(?:\.[0-9]{1,2}+)?+"
CHINESE = r"[零〇○一二三四五六七八九十百千两廿卅几数半](?<![零〇一二三四五六七八九十百千万亿两几][一二三四五六七八九十百千两几])[零〇○一二三四五六七八九十百千两几]{0,7}+"
DASH = r"\s?(?:[-–—~～]{1,2}|至|到)\s?"
UNITS = (
    "年代|年度|年|财年|学年|赛季|月份|月|季度|季|日|号|周年|周|天|星期|礼拜|点钟|点|时|小时|钟头|分钟|秒钟|秒|世纪|"
    "交易日|工作日|昼夜|载"
)
MEASURED = (
    rf"(?:{ARABIC}|{CHINESE})"
    rf"(?:{DASH}第?(?:[0-9]{{1,4}}+|[一二三四五六七八九十两百几]{{1,4}}+)(?!,[0-9]|\.[0-9])|[/][0-9]{{2,4}}+)?"
    rf"\s?(?:[多余来几](?!年来)?)?个?半?(?:{UNITS})"
)
NUMBER_PARTS = re.compile(
    rf"(?P<n1>[0-9]+(?:\.[0-9]+)?|[零〇○一二三四五六七八九十百千两廿卅几数半]+)"
    rf"(?:(?P<sep>{DASH}|/)第?(?P<n2>[0-9]+|[一二三四五六七八九十两百几]+))?"
    rf"\s?(?P<more>[多余来几])?(?P<ge>个)?(?P<half>半)?(?P<unit>{UNITS})"
)
YEAR4 = r"(?:1[6-9]|2[01])[0-9]{2}"
EDGE = r"(?![0-9A-Za-z])"
STAMP = (
    rf"[12](?<![0-9A-Za-z./_-][12])(?:[6-9]|[01])[0-9]{{2}}"
    r"(?:-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|\.[0-9]{1,2}\.[0-9]{1,2}|[/-](?:0[1-9]|1[0-2])|[01][0-9][0-3][0-9])"
    r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]{1,6}+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?)?(?![0-9A-Za-z./_-][0-9]|[0-9A-Za-z])"
)
CLOCK_STAMP = r"(?:[01]?[0-9]|2[0-4])(?<![0-9:.][0-9])(?<![0-9:.][0-9]{2}):[0-5][0-9](?::[0-5][0-9])?(?![0-9:])"
FISCAL = (
    rf"(?:FY|fy)\s?'?(?:20)?[0-9]{{2}}(?:\s?(?:Q[1-4]|H[12]))?{EDGE}|[QH][1-4](?:\s?20[0-9]{{2}})?{EDGE}"
    rf"|(?:20)?[0-9]{{2}}\s?年?(?:Q[1-4]|H[12])(?:\s?[-–—~]\s?Q[1-4])?{EDGE}|[1-4][QH]\s?(?:20)?[0-9]{{2}}{EDGE}"
)
BARE_YEAR = rf"{YEAR4}(?<![0-9A-Za-z.][0-9]{{4}})(?:(?=上半年|下半年|全年|前三季度|财年|年?第?[一二三四]季度|[春夏秋冬]季)|{DASH}{YEAR4}(?![0-9A-Za-z年.,]))"


def _scanner() -> re.Pattern[str]:
    plan_names = alternation(tuple(plans()))
    words = alternation(tuple(time_words()))
    return re.compile(
        rf"(?P<plan>{plan_names})(?!年|月|日|周|号|天|倍|万|亿|[一二三四五六七八九十])"
        rf"|(?P<stamp>{STAMP})|(?P<clock>{CLOCK_STAMP})|(?P<fiscal>{FISCAL})"
        rf"|(?P<measured>{MEASURED})|(?P<bare>{BARE_YEAR})|(?P<word>{words})"
    )


SCAN = _scanner()


def scan(text: str) -> Iterator[Atom]:
    """The atoms of a text in order, disjoint."""
    for match in SCAN.finditer(text):
        atom = READERS[match.lastgroup or ""](text, match.start(), match.end())
        if atom is not None:
            yield atom


def _word(text: str, start: int, end: int) -> Atom | None:
    word = time_words()[text[start:end]]
    if not word.stands(text, start, end):
        return None
    if word.grain == "weekday" or word.grain == "week":
        return _week(text, start, end, word.low, word.anchor, word.grain == "weekday")
    if word.word == "年中" and not clear_after(text, end):
        return None
    grain, kind = WORD_GRAINS[word.grain]
    return Atom(start, end, grain, kind, word.low, word.high, word.anchor, numeral=False)


WORD_GRAINS = {
    "year": (YEAR, "year"), "month": (PART, "month"), "half": (PART, "half"), "quarter": (PART, "quarter"),
    "season": (PART, "season"), "part": (PART, "year"), "tenday": (DAY, "tenday"), "day": (DAY, "date"), "week": (WEEK, "week"),
    "century": (ERA, "century"), "daypart": (DAYPART, "daypart"), "recurring": (RECURRING, "recurring"),
}  # fmt: skip
WEEKDAYS = {c: i for i, c in enumerate("一二三四五六日", 1)} | {"天": 7, "末": 6}


def _week(text: str, start: int, end: int, offset: int, anchor: str, bare: bool) -> Atom | None:
    """上周 and 周三, 上周三: low is the week's offset, high the weekday (0: the week)."""
    weekday = WEEKDAYS.get(text[end : end + 1], 0)
    if weekday and text[end + 1 : end + 2] not in "次期个班节更练篇款会测结报回年月":
        kind = "weekend" if text[end] == "末" else "weekday"
        return Atom(start, end + 1, WEEKDAY if bare else WEEK, kind, offset, weekday, anchor, kind == "weekday")
    return None if bare or weekday else Atom(start, end, WEEK, "week", offset, 0, anchor, numeral=False)


def clear_after(text: str, end: int) -> bool:
    """Whether a short part word (中) ends here rather than opens another word (中国, 中央)."""
    return text[end : end + 1] in "，。；、）)的时前后起至到" or text.startswith(("以来", "以后"), end)


def _stamp(text: str, start: int, end: int) -> Atom | None:
    digits = [int(part) for part in re.findall(r"[0-9]+", text[start:end])]
    if len(digits) == 1:
        digits = [digits[0] // 10000, digits[0] // 100 % 100, digits[0] % 100]
    if not 1 <= digits[1] <= 12 or (len(digits) > 2 and not 1 <= digits[2] <= 31):
        return None
    if len(digits) == 2:
        return Atom(start, end, DAY, "month stamp", digits[0] * 100 + digits[1])
    return Atom(start, end, DAY, "date stamp", (digits[0] * 100 + digits[1]) * 100 + digits[2])


def _clock(text: str, start: int, end: int) -> Atom | None:
    return Atom(start, end, CLOCK, "clock")


def _fiscal(text: str, start: int, end: int) -> Atom | None:
    """2024Q1, H1, FY2024, 1H24: low is the year (0: none), high the part: 1-4 quarter, 5-6 half, 14 means Q1 to Q4."""
    surface = text[start:end]
    before = text[start - 1 : start]
    if before.isascii() and before.isalnum():
        return None
    parts = [int(found) for found in re.findall(r"(?<=Q)[1-4]|[1-4](?=Q)", surface)]
    halves = [int(found) for found in re.findall(r"(?<=H)[12]|[12](?=H)", surface)]
    found_year = re.search(r"(?:20)?[0-9]{2}", surface)
    if found_year is None and (not parts and not halves or "\u4e00" <= before <= "\u9fff" and before != "年"):
        return None
    year = int(found_year.group()) if found_year else 0
    year += 2000 if 0 < year < 100 else 0
    code = parts[0] * 10 + parts[-1] if parts else 50 + halves[0] if halves else 0
    if not code and not surface[0] in "Ff":
        return None
    return Atom(start, end, PART if code else YEAR, "fiscal", year, code)


def _plan(text: str, start: int, end: int) -> Atom | None:
    first, last, quoted = plans()[text[start:end]]
    named = text[end : end + 1] in "”\"’」" and text[start - 1 : start] in "“\"‘「" and start > 0
    if quoted and not (named and text.startswith(("期间", "时期", "计划", "规划", "末", "初"), end + 1)):
        return None
    if not quoted and not named and text[start - 1 : start] in "第零一二三四五六七八九十百千万两约共达有" and start > 0:
        return None
    rest = text[end + named : end + named + 4]
    if rest.startswith(("末", "收官")):
        first = last
    elif rest.startswith(("初", "开局")):
        last = first
    return Atom(start, end, ERA, "plan", first, last)


def _bare(text: str, start: int, end: int) -> Atom | None:
    years = re.findall(r"[0-9]{4}", text[start:end])
    low, high = int(years[0]), int(years[-1])
    if len(years) == 2 and not (low < high and text[start - 1 : start] not in ("-", "—")):
        return None
    return Atom(start, end, YEAR, "year", low, high)


def _measured(text: str, start: int, end: int) -> Atom | None:
    parts = NUMBER_PARTS.fullmatch(text, start, end)
    if parts is None:
        return None
    reader = None if parts["more"] or parts["ge"] or parts["half"] else UNIT_READERS.get(parts["unit"])
    atom = reader(text, start, end, parts) if reader else None
    if atom is None and parts["unit"] in DURATION_UNITS:
        return Atom(start, end, DURATION, parts["unit"])
    return atom


def _interval(parts: re.Match[str]) -> tuple[int, int] | None:
    """Low and high of 5, 5—8, 七八; None when vague or with decimals."""
    first = read_numeral(parts["n1"])
    second = read_numeral(parts["n2"]) if parts["n2"] else first
    return (first[0], second[1]) if first and second else None


def ordinal_start(text: str, start: int) -> int:
    """The start with 第 before it taken in."""
    return start - 1 if text[start - 1 : start] == "第" else start


def _year(text: str, start: int, end: int, parts: re.Match[str]) -> Atom | None:
    n1, n2 = parts["n1"], parts["n2"]
    after = text[end : end + 1]
    if text[start - 1 : start] == "第" or after in "级轻龄" and after:
        return None
    low = _full_year(n1, text, start, end, n2)
    if low is None:
        return None
    high = low
    if n2:
        found = read_numeral(n2)
        if found is None:
            return None
        high = found[0] + low // 100 * 100 if found[0] < 100 else found[0]
        if not low < high <= low + 300:
            return None
    return _with_year_part(text, Atom(start, end, YEAR, "year", low, high))


YEAR_SIGNS = ("底", "末", "初", "全年", "上半年", "下半年", "第一季", "第二季", "第三季", "第四季", "一季", "二季", "三季",
              "四季", "前三季", "年报", "中报", "同比", "以来", "度", "营收", "实现", "预计", "归母", "净利")  # fmt: skip


def _full_year(numeral: str, text: str, start: int, end: int, second: str | None) -> int | None:
    """The calendar year that a numeral before 年 names, None when it counts years."""
    if numeral.isdecimal():
        value = int(numeral)
        if len(numeral) == 4:
            return value if 1000 <= value < 2200 else None
        if len(numeral) == 2 and (_short_year(text, start, end, value) or numeral[0] == "0"):
            return value + (1900 if value >= 50 else 2000)
        return None
    if not is_positional(numeral):
        return None
    found = read_numeral(numeral)
    if found is None or found[0] != found[1]:
        return None
    if len(numeral) == 4:
        return found[0]
    if len(numeral) == 2 and (numeral[0] in "零〇" or numeral[0] in "七八九"):
        return found[0] + (1900 if found[0] >= 50 else 2000)
    return None


MONTH_AFTER = re.compile(r"\s?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?!内|后|前)")


def _short_year(text: str, start: int, end: int, value: int) -> bool:
    """Whether NN年 names a year (24年3月, 24年底, 较23年) rather than a span of years."""
    before = text[start - 1 : start]
    if before in ("'", "’", "‘"):
        return True
    if value % 10 == 0 and value > 30 or 40 <= value < 70:
        return False
    return bool(MONTH_AFTER.match(text, end)) or text.startswith(YEAR_SIGNS, end)


NOT_START = "中级步创始次衷审赛婚恋诊试心"


def _with_year_part(text: str, atom: Atom) -> Atom:
    """Take in the one-character part after a year: 2022年底, 今年初, 2023年中."""
    return atom


def year_part(text: str, end: int) -> tuple[int, int] | None:
    """Months of 初 底 末 中 after a year."""
    mark = text[end : end + 1]
    if not mark or mark not in "初底末中":
        return None
    after = text[end + 1 : end + 2]
    if mark == "初" and not (after and after in NOT_START):
        return 1, 1
    if mark in "底末" and after != "特":
        return 12, 12
    if mark == "中" and clear_after(text, end + 1):
        return 6, 6
    return None


def month_part(text: str, end: int) -> tuple[int, int] | None:
    """Days of 初 底 末 中 after a month; 0 is its last day."""
    part = year_part(text, end)
    return {1: (1, 10), 12: (21, 0), 6: (11, 20)}[part[0]] if part else None


def _fiscal_year(text: str, start: int, end: int, parts: re.Match[str]) -> Atom | None:
    n1, n2 = parts["n1"], parts["n2"]
    found = read_numeral(n1)
    if found is None or (len(n1) != 4 and not (len(n1) == 2 and n1.isdecimal())):
        return None
    low = found[0] if found[0] > 99 else 2000 + found[0]
    second = read_numeral(n2) if n2 else None
    high = low if second is None else second[0] if second[0] > 99 else low // 100 * 100 + second[0]
    if not 1000 <= low <= high < 2200:
        return None
    kind = {"学年": "school year", "年度": "year"}.get(parts["unit"], "fiscal year")
    return Atom(start, end, YEAR, kind, low, high)


def _month(text: str, start: int, end: int, parts: re.Match[str]) -> Atom | None:
    found = _interval(parts)
    if found is None or not (1 <= found[0] <= 12 and 1 <= found[1] <= 12):
        return None
    before = text[start - 1 : start]
    if before in ("前", "首", "头") and found[0] == found[1] and found[0] > 1:
        return Atom(start - 1, end, PART, "months", 1, found[1])
    if before == "第" or text[end : end + 1] in ("饼", "龄", "嫂", "球"):
        return None
    kind = "month" if found[0] == found[1] else "months"
    return Atom(start, end, PART, kind, found[0], found[1])


def _day(text: str, start: int, end: int, parts: re.Match[str]) -> Atom | None:
    found = _interval(parts)
    if found is None or not (1 <= found[0] <= 31 and 1 <= found[1] <= 31):
        return None
    return Atom(start, end, DAY, "date" if parts["unit"] == "日" else "numbered date", found[0], found[1])


def _quarter(text: str, start: int, end: int, parts: re.Match[str]) -> Atom | None:
    found = _interval(parts)
    if found is None or not (1 <= found[0] <= found[1] <= 4):
        return None
    before = text[start - 1 : start]
    if before in ("前", "首", "头"):
        return Atom(start - 1, end, PART, "quarter", 1, 3 * found[1])
    if parts["unit"] == "季" and before != "第":
        return None
    return Atom(ordinal_start(text, start), end, PART, "quarter", 3 * found[0] - 2, 3 * found[1])


def _decade(text: str, start: int, end: int, parts: re.Match[str]) -> Atom | None:
    found = _interval(parts)
    if found is None:
        return None
    low, high = found
    if low % 10 or high % 10:
        return None
    return Atom(start, end, ERA, "decade", low, high)


def _century(text: str, start: int, end: int, parts: re.Match[str]) -> Atom | None:
    found = _interval(parts)
    if found is None or found[1] > 30 or text.startswith("经济报道", end):
        return None
    return Atom(start, end, ERA, "century", found[0], found[1])


CLOCK_TAIL = re.compile(
    r"(?:整|半|[一三1-3]刻|\s?(?:[0-5]?[0-9]|[零一二三四五六七八九十]{1,3})分(?!之)(?:\s?(?:[0-5]?[0-9]|[零一二三四五六七八九十]{1,3})秒)?"
    r"|[0-5][0-9](?![0-9年月日个家点.,%]))?(?:许)?"
)


def _hour(text: str, start: int, end: int, parts: re.Match[str]) -> Atom | None:
    found = _interval(parts)
    if found is None or not (0 <= found[0] <= 24 and found[1] <= 24):
        return None
    tail = CLOCK_TAIL.match(text, end)
    stop = tail.end() if tail else end
    sure = stop > end or parts["unit"] == "点钟"
    return Atom(start, stop, CLOCK, "clock" if sure else f"bare {parts['unit']}", found[0], found[1])


Reader = Callable[[str, int, int, re.Match[str]], Atom | None]
UNIT_READERS: dict[str, Reader] = {
    "年": _year, "年度": _fiscal_year, "财年": _fiscal_year, "学年": _fiscal_year, "赛季": _fiscal_year, "月": _month,
    "月份": _month, "日": _day, "号": _day, "季度": _quarter, "季": _quarter, "年代": _decade, "世纪": _century,
    "点": _hour, "点钟": _hour, "时": _hour,
}  # fmt: skip
DURATION_UNITS = frozenset("年 月 季度 日 周年 周 天 星期 礼拜 小时 钟头 分钟 秒 秒钟 世纪 交易日 工作日 昼夜 载".split())
READERS: dict[str, Callable[[str, int, int], Atom | None]] = {
    "word": _word, "stamp": _stamp, "clock": _clock, "fiscal": _fiscal, "plan": _plan, "bare": _bare,
    "measured": _measured,
}  # fmt: skip
assert words_of  # re-exported for durations
