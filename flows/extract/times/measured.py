"""A numeral with a unit of time: a year, month, day, hour … of the calendar, or an amount of time."""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.times.atoms import CLOCK, DAY, DURATION, ERA, PART, WEEK, YEAR, Atom
from flows.extract.times.numerals import is_positional, read_numeral
from flows.extract.times.words import word_after, word_before, words_of
from flows.patterns import lazy

Match = re.Match[str]
MEASURES = {row.word: row.grain for row in words_of("unit")}
CALENDAR_UNITS = frozenset(row.word for row in words_of("unit") if row.anchor == "calendar")
AMOUNTS = frozenset(("year", "month", "quarter", "week", "day", "hour", "minute", "second", "century"))
FULL_YEARS = range(1000, 2200)


def read_measured(text: str, match: Match) -> tuple[Atom, ...]:
    """The atoms of a numeral and its unit; several for a list (2022、2023年). None where it is no time."""
    measure = MEASURES[match["unit"]]
    if _in_code(text, match) or _is_price(match["n1"]) or (measure == "minute" and _is_short_of(text, match)):
        return ()
    if match["n1"] == "半" and (match["unit"] == "年度" or text.startswith("年报", match.end() - 1)):
        return (Atom(*match.span(), PART, "half", 1, 6, "year"),)  # 半年报, 半年度报告
    counted = match["more"] or match["ge"] or match["half"]
    reader = _first_months if counted else CALENDAR[measure] if match["unit"] in CALENDAR_UNITS else None
    atom = reader(text, match) if reader else None
    if atom is not None:
        return (*_listed(text, atom, match), atom) if match["sep"] is None else (atom,)
    if measure not in AMOUNTS or match["sep"] == "/" or (not counted and not _countable(match)):
        return ()
    low, high = _amount(match)
    if measure == "week" and low and low == high and _ordinal(text, match.start()):
        return (Atom(match.start() - 1, match.end(), WEEK, "week number", low),)
    amount = Atom(match.start(), match.end(), DURATION, "day" if measure == "date" else measure, low, high)
    return (*_named_years(text, match), amount) if measure == "year" else (amount,)


_OTHER_UNITS = "".join(
    {row.word[1] for row in words_of("unit") if row.word[0] == "年" and len(row.word) > 1}
    | set("".join(row.not_after for row in words_of("unit") if row.word == "年"))
)
PLAIN_YEAR = lazy(rf"(?:1[6-9]|2[01])(?!00)[0-9]{{2}}年(?![{_OTHER_UNITS}QH])")
NOT_BEFORE_PLAIN = frozenset("第之前元国龄、和与及至到")


def plain_year(text: str, start: int) -> Atom | None:
    """2024年 with nothing beside it that could make it more; None: ask the grammar, which reads it so too."""
    before = text[start - 1] if start else "，"
    if before.isascii() or before in NOT_BEFORE_PLAIN or not PLAIN_YEAR.match(text, start):
        return None
    year = int(text[start : start + 4])
    return Atom(start, start + 5, YEAR, "year", year, year)


YEARS_BEFORE = lazy(r"(?<![0-9.,])(?:(?:19|20)[0-9]{2}[、和与])+(?:19|20)[0-9]{2}$")


def _named_years(text: str, match: Match) -> list[Atom]:
    """The years before 两年 in 2020、2021两年."""
    head = YEARS_BEFORE.search(text, max(0, match.start() - 30), match.start())
    if head is None:
        return []
    years = re.compile("[0-9]+").finditer(text, head.start(), head.end())
    return [Atom(*year.span(), YEAR, "year", int(year[0]), int(year[0])) for year in years]


def _in_code(text: str, match: Match) -> bool:
    """Whether the digits belong to a code (GPT-4时, A4周); a year or a month may stand behind letters."""
    before = text[match.start() - 1 : match.start()]
    if not before or not before.isascii():
        return before == "之" and text.endswith("分之", 0, match.start())
    if before in "-_":
        return match.start() > 1 and text[match.start() - 2].isascii() and text[match.start() - 2].isalpha()
    return before.isalpha() and not (match["unit"] in ("年", "月") and text[match.start()].isdecimal())


def _is_price(numeral: str) -> bool:
    """Whether the 一 at the end counts what follows, and the rest is what it costs: 四千五一个月."""
    return numeral[-1] == "一" and PRICE.match(numeral) is not None


def _is_short_of(text: str, match: Match) -> bool:
    """Whether the minutes are what an hour lacks: 差五分钟十点."""
    return text[match.start() - 1 : match.start()] == "差" and HOUR_AFTER.match(text, match.end()) is not None


def _countable(match: Match) -> bool:
    """Whether a numeral may count a unit without 个: 两月 and 数月 do, 13月 does not; nor 五十年代."""
    return match["unit"] not in ("月", "月份", "季度", "季", "世纪") or match["n1"] in ("两", "数")


def _amount(match: Match) -> tuple[int, int]:
    """Whole units from low to high; 0, 0 for a vague amount or a broken one (几, 30余, 1.5, 两年半)."""
    if match["half"] or match["more"] or match["n1"] == "半":
        return 0, 0
    return _interval(match) or (0, 0)


def _interval(match: Match) -> tuple[int, int] | None:
    """Low and high of 5, 5—8, 七八; None when vague, broken or falling."""
    first = read_numeral(match["n1"])
    second = read_numeral(match["n2"]) if match["n2"] else first
    return (first[0], second[1]) if first and second else None


def _within(match: Match, bottom: int, top: int) -> tuple[int, int] | None:
    found = _interval(match)
    return found if found and bottom <= found[0] <= top and bottom <= found[1] <= top else None


def _ordinal(text: str, start: int) -> bool:
    return text[start - 1 : start] == "第"


def _year(text: str, match: Match) -> Atom | None:
    start, end = match.span()
    if _ordinal(text, start):
        return None
    era = _other_era(text, match)
    if era is not None:
        return era
    low = _calendar_year(text, match)
    if low is None:
        return None
    if not match["n2"]:
        return Atom(start, end, YEAR, "year", low, low)
    found = read_numeral(match["n2"])
    if found is None:
        return None
    high = found[0] + low // 100 * 100 if found[0] < 100 else found[0]
    return Atom(start, end, YEAR, "year", low, high) if low < high <= low + 300 else None


def _other_era(text: str, match: Match) -> Atom | None:
    """公元618年, 公元前221年 (no ISO period: year 0), 民国38年."""
    start, end = match.span()
    if text[start - 1 : start] not in ("前", "元", "国"):
        return None
    found = read_numeral(match["n1"])
    if found is None:
        return None
    if text.endswith(("公元前", "西元前"), 0, start):
        return Atom(start - 3, end, YEAR, "year", 0, 0)
    if text.endswith(("公元", "西元"), 0, start):
        return Atom(start - 2, end, YEAR, "year", found[0], found[0])
    if text.endswith("民国", 0, start) and found[0] < 200:
        return Atom(start - 2, end, YEAR, "year", found[0] + 1911, found[0] + 1911)
    return None


def _calendar_year(text: str, match: Match) -> int | None:
    """The calendar year that a numeral before 年 names, None when it counts years."""
    numeral = match["n1"]
    found = read_numeral(numeral)
    if found is None or found[0] != found[1]:
        return None
    value, digits = found[0], numeral.isdecimal() or is_positional(numeral)
    if len(numeral) == 4 and digits:
        return value if value in FULL_YEARS and not _ancient(text, value, match) else None
    if len(numeral) == 2 and digits:
        named = _short_year if numeral.isdecimal() else _short_chinese_year
        return _century_of(value) if named(text, match, value) else None
    if numeral in ("两千", "二千") and MONTH_AFTER.match(text, match.end()):
        return value  # 两千年一月
    return value if numeral.startswith(("两千零", "二千零", "一千九百")) else None


def _short_chinese_year(text: str, match: Match, _value: int) -> bool:
    """九八年, 零八年, 二四年三月; but 二三年 counts years."""
    return match["n1"][0] in "零〇七八九" or MONTH_AFTER.match(text, match.end()) is not None


def _century_of(value: int) -> int:
    return value + (1900 if value >= 50 else 2000)


def _ancient(text: str, value: int, match: Match) -> bool:
    """2000年的历史, 近1000年, 已有1500年, 树龄1200年 count years."""
    start, end = match.span()
    if text[start - 1 : start] == "龄":
        return True  # 树龄1200年
    if value % 100:
        return False
    held = word_after(text, end, "stretch", "held")
    if (held is not None and held.word not in ("来", "以来", "间")) or text.startswith("文明", end):
        return True
    return text[start - 1 : start] == "有" or word_before(text, start, "prefix") is not None


MONTH_AFTER = lazy(r" ?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?![内后前])")
YEAR_LIST = lazy(r"(?<![0-9.,])[0-9]{2}(?:年?[、/]|年?[和与及至到—-]|年[^，。]{0,12}到)$")
CLAUSE_START = frozenset("，。；、：（“在于从自\n")


LASTED = ("缩短", "延长", "压缩", "增至", "降至", "减至", "提高", "增加")


def _short_year(text: str, match: Match, value: int) -> bool:
    """Whether NN年 names a year (24年3月, 24年底, 较23年, 24/25年) rather than a span of years."""
    start, end = match.span()
    before = text[start - 1 : start]
    if match["n1"][0] == "0" or before in ("'", "’", "‘") or MONTH_AFTER.match(text, end):
        return True
    if text.startswith(LASTED, end):
        return False  # 从11年缩短为8年
    if value % 10 == 0 or 36 <= value < 70 or word_before(text, start, "prefix"):
        return False
    if word_after(text, end, "stretch") or text[end : end + 1] in tuple("多余的了之"):
        return False
    if match["sep"] == "/":
        second = read_numeral(match["n2"])
        return value > 14 and second is not None and value < second[0] < value + 8
    if value > 70 and (not before or before in CLAUSE_START):
        return True
    beside = word_after(text, end, "short year") or word_before(text, start, "short year", "before")
    return beside is not None or YEAR_LIST.search(text, max(0, start - 8), start) is not None


def _fiscal_year(text: str, match: Match) -> Atom | None:
    """2023年度, 2023-2024年度, 2023/24学年, 24财年."""
    n1, n2 = match["n1"], match["n2"]
    found = read_numeral(n1)
    if found is None or not ((len(n1) == 4 and found[0] in FULL_YEARS) or (len(n1) == 2 and n1.isdecimal())):
        return None
    low = found[0] if found[0] > 99 else 2000 + found[0]
    second = read_numeral(n2) if n2 else (low, low)
    if second is None:
        return None
    high = second[0] if second[0] > 99 else low // 100 * 100 + second[0]
    if not low <= high < 2200:
        return None
    kind = {"学年": "school year", "年度": "year"}.get(match["unit"], "fiscal year")
    return Atom(match.start(), match.end(), YEAR, kind, low, high)


def _month(text: str, match: Match) -> Atom | None:
    start, end = match.span()
    found = _within(match, 1, 12)
    if found is None or _ordinal(text, start):
        return None
    first = word_before(text, start, "prefix", "first")
    if first and match["n2"] is None and found[0] > 1:
        return Atom(start - len(first.word), end, PART, "months", 1, found[1])
    if match["n1"] == "两" and match["n2"] is None:
        return None
    kind = "month" if found[0] == found[1] else "months"
    return Atom(start, end, PART, kind, found[0], found[1])


def _first_months(text: str, match: Match) -> Atom | None:
    """前三个季度, 前8个月, 首九个月: the beginning of the year."""
    first = word_before(text, match.start(), "prefix", "first")
    if first is None or match["more"] or match["half"] or match["n2"]:
        return None
    found = _interval(match)
    each = {"month": 1, "quarter": 3}.get(MEASURES[match["unit"]])
    if found is None or each is None or not 1 < found[0] == found[1] <= 12 // each:
        return None
    start = match.start() - len(first.word)
    return Atom(start, match.end(), PART, "months" if each == 1 else "quarter", 1, found[0] * each)


def _day(text: str, match: Match) -> Atom | None:
    start, end = match.span()
    found = _within(match, 1, 31)
    if found is None or _ordinal(text, start) or match["n1"] in ("两", "几"):
        return None
    prefix = word_before(text, start, "prefix")
    if (prefix and prefix.grain != "bound") or word_after(text, end, "stretch", "within"):
        return None
    return Atom(start, end, DAY, "date" if match["unit"] == "日" else "numbered date", *found)


def _quarter(text: str, match: Match) -> Atom | None:
    start, end = match.span()
    found = _within(match, 1, 4)
    if found is None or found[0] > found[1]:
        return None
    first = word_before(text, start, "prefix", "first")
    if first and match["n2"] is None:
        return Atom(start - len(first.word), end, PART, "quarter", 1, 3 * found[1])
    ordinal = _ordinal(text, start)
    if match["unit"] == "财季":
        return Atom(start - ordinal, end, PART, "fiscal quarter", 3 * found[0] - 2, 3 * found[1])
    named = text[start - 1 - ordinal : start - ordinal] == "年" or word_after(text, end, "short year")
    if match["unit"] == "季" and not named and not (ordinal and _speaks_of_business(text, start, end)):
        return None  # 第二季 is a season of a programme
    return Atom(start - ordinal, end, PART, "quarter", 3 * found[0] - 2, 3 * found[1])


BUSINESS = tuple(row.word for row in words_of("quarter", "beside"))
ABOUT = 80
"""Code points on each side of 第三季 within which a word of business tells that it is a quarter."""


def _speaks_of_business(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - ABOUT) : end + ABOUT]
    return any(word in around for word in BUSINESS)


def _decade(text: str, match: Match) -> Atom | None:
    found = _interval(match)
    if found is None or found[0] % 10 or found[1] % 10 or not (found[1] < 100 or found[0] in FULL_YEARS):
        return None
    return Atom(match.start(), match.end(), ERA, "decade", *found)


def _century(text: str, match: Match) -> Atom | None:
    found = _within(match, 1, 30)
    if found is None or match["n1"] in ("半", "两"):
        return None
    if text.endswith(("公元前", "西元前"), 0, match.start()):  # no ISO period: year 0
        return Atom(match.start() - 3, match.end(), YEAR, "year", 0, 0)
    return Atom(match.start(), match.end(), ERA, "century", *found)


MINUTES = r"(?:[0-5]?[0-9]|[零一二三四五六七八九十]{1,3})分(?![之钟数])"
SECONDS = r"(?:[0-5]?[0-9](?:\.[0-9]{1,3})?|[零一二三四五六七八九十]{1,3})秒"
CLOCK_TAIL = lazy(
    rf"(?:整|半|[一三1-3]刻| ?{MINUTES}(?: ?{SECONDS})?|[0-5][0-9](?![0-9年月日个家点.,%])"
    r"|过(?:一刻|[0-9]{1,2}分|[一二三四五六七八九十]{1,3}分)|差(?:一刻|[0-9]{1,2}分|[一二三四五六七八九十]{1,2}分)"
    r"|[一二三四五]?十[一二三四五六七八九]?(?![零一二三四五六七八九十万亿个家年月日%])|多钟?(?![个项条名种元万亿]))?许?"
)
ZERO_MINUTES = lazy(r"零[一二三四五六七八九](?![零一二三四五六七八九十百千万亿个家分倍米元%成])")
PRICE = lazy(r".*[百千万][二三四五六七八九]一$")
HOUR_AFTER = lazy(r"到?(?:[0-9]{1,2}|[一二两三四五六七八九十]{1,3})点")
SHORT_OF = lazy(r"差(?:一刻|[0-9]{1,2}分|[一二三四五六七八九十两]{1,2}分)钟?(?:到)?$")


NOT_BEFORE_EVENING = tuple("今昨明当每傍日号天一二三四五六上早")


def _hour(text: str, match: Match) -> Atom | None:
    """3时30分, 晚8点半, 差五分八点; without minutes or 早, 晚 it is "bare" and must prove to be one."""
    start, end = match.span()
    found = _within(match, 0, 24)
    if found is None or _ordinal(text, start):
        return None
    tail = CLOCK_TAIL.match(text, end)
    stop = tail.end() if tail else end
    lead = start
    if text[start - 1 : start] in ("早", "晚") and text[start - 2 : start - 1] not in NOT_BEFORE_EVENING:
        lead = start - 1
    zero = ZERO_MINUTES.match(text, end) if stop == end and text.startswith("零", end) else None
    if zero and _is_clock(text, start, zero.end(), found[0]):
        stop = zero.end()
    short = SHORT_OF.search(text, max(0, start - 5), start)
    if short and match["unit"] == "点":
        lead = short.start()
    if text[end : end + 1] == "多" and text[start - 1 : start] == "了":
        return None  # 涨了3点多
    sure = stop > end or lead < start or match["unit"] == "点钟"
    return Atom(lead, stop, CLOCK, "clock" if sure else f"bare {match['unit']}", *found)


def _is_clock(text: str, start: int, end: int, hour: int) -> bool:
    """Whether 零五 behind an hour is minutes: 早上八点零五, 八点零五出发, 八点零五 and nothing else."""
    if word_before(text, start, "daypart") or word_after(text, end, "sure clock", "after"):
        return True
    return bool(hour) and start == 0 and end == len(text)


LIST_HEAD = lazy(r"(?:(?:[0-9]{1,4}|第?[一二三四五六七八九十〇零]{1,4})[、和与及/])+$")
LIST_ITEM = lazy(r"[0-9]+|[一二三四五六七八九十〇零]+")
IN_A_NUMBER = frozenset("0123456789.,零一二三四五六七八九十百千万")


def _listed(text: str, atom: Atom, match: Match) -> list[Atom]:
    """The unitless members before a unit (2022、2023年, 1、2月); none where a list mark stands first."""
    if text[atom.start - 1 : atom.start] not in tuple("、和与及/"):
        return []
    head = LIST_HEAD.search(text, max(0, atom.start - 24), atom.start)
    if head is None or (atom.low != atom.high and atom.kind != "quarter"):
        return []
    before = text[head.start() - 1 : head.start()]
    if before in IN_A_NUMBER or (atom.grain != YEAR and before in ("", "\n")):
        return []  # 1、2月… at the head of a paragraph is a list mark
    found: list[Atom] = []
    for item in LIST_ITEM.finditer(text, head.start(), head.end()):
        piece = _list_member(text, item, atom, len(match["n1"]))
        if piece is None or piece.low >= atom.low or (found and piece.low <= found[-1].low):
            return []
        found.append(piece)
    return found


def _list_member(text: str, item: Match, atom: Atom, width: int) -> Atom | None:
    value = read_numeral(item[0])
    if value is None or value[0] != value[1] or (atom.grain == YEAR and len(item[0]) != width):
        return None
    low = value[0]
    if atom.grain == YEAR and low < 100:
        low += atom.low - atom.low % 100
    if atom.kind == "quarter":
        lead = item.start() - _ordinal(text, item.start())
        return Atom(lead, item.end(), PART, "quarter", 3 * low - 2, 3 * low)
    return Atom(item.start(), item.end(), atom.grain, atom.kind, low, low)


CALENDAR: dict[str, Callable[[str, Match], Atom | None]] = {
    "year": _year, "fiscal": _fiscal_year, "month": _month, "day": _day, "number": _day, "quarter": _quarter,
    "decade": _decade, "century": _century, "clock": _hour,
}  # fmt: skip
