"""A numeral with a unit of time: a year, month, day, hour … of the calendar, or an amount of time."""

from __future__ import annotations

import re
from collections.abc import Callable

from flows.extract.times.atoms import DAY, DURATION, ERA, PART, WEEK, YEAR, Atom
from flows.extract.times.hours import is_short_of, read_hour
from flows.extract.times.numerals import is_ordinal, read_numeral
from flows.extract.times.words import word_after, word_before, words_of
from flows.extract.times.years import FULL_YEARS, RECENT_REPUBLICAN, REPUBLIC, read_year
from flows.patterns import holds, lazy

Match = re.Match[str]
MEASURES = {row.word: row.grain for row in words_of("unit")}
CALENDAR_UNITS = frozenset(row.word for row in words_of("unit") if row.anchor == "calendar")
AMOUNTS = frozenset(("year", "month", "quarter", "week", "day", "hour", "minute", "second", "century"))


def read_measured(text: str, match: Match) -> tuple[Atom, ...]:
    """The atoms of a numeral and its unit; several for a list (2022、2023年). None where it is no time."""
    measure = MEASURES[match["unit"]]
    if _in_code(text, match) or _is_price(match["n1"]) or (measure == "minute" and is_short_of(text, match)):
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
    if measure == "week" and low and low == high and is_ordinal(text, match.start()):
        return (Atom(match.start() - 1, match.end(), WEEK, "week number", low),)
    amount = Atom(match.start(), match.end(), DURATION, "day" if measure == "date" else measure, low, high)
    return (*_named_years(text, match), amount) if measure == "year" else (amount,)


YEARS_BEFORE = lazy(r"(?<![0-9.,])(?:(?:19|20)[0-9]{2}[、和与])+(?:19|20)[0-9]{2}$")


def _named_years(text: str, match: Match) -> list[Atom]:
    """The years before 两年 in 2020、2021两年."""
    head = YEARS_BEFORE.search(text, max(0, match.start() - 30), match.start())
    if head is None:
        return []
    years = lazy("[0-9]+").finditer(text, head.start(), head.end())
    return [Atom(*year.span(), YEAR, "year", int(year[0]), int(year[0])) for year in years]


def _in_code(text: str, match: Match) -> bool:
    """Whether the digits belong to a code (GPT-4时, A4周); a year or a month may stand behind letters."""
    before = text[match.start() - 1 : match.start()]
    if not before or not before.isascii():
        return before == "之" and text.endswith("分之", 0, match.start())
    if before in "-_":
        return match.start() > 1 and text[match.start() - 2].isascii() and text[match.start() - 2].isalpha()
    return before.isalpha() and text[match.start()].isdecimal() and match["unit"] not in ("年", "月")


PRICE = lazy(r".*[百千万][二三四五六七八九]一$")


def _is_price(numeral: str) -> bool:
    """Whether the 一 at the end counts what follows, and the rest is what it costs: 四千五一个月."""
    return numeral[-1] == "一" and PRICE.match(numeral) is not None


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


def _fiscal_year(text: str, match: Match) -> Atom | None:
    """2023年度, 2023-2024年度, 2023/24学年, 24财年."""
    n1, n2 = match["n1"], match["n2"]
    found = read_numeral(n1)
    if match["unit"] == "年度" and len(n1) == 3 and found and found[0] in RECENT_REPUBLICAN and not n2:
        year = found[0] + REPUBLIC  # 114年度
        return Atom(match.start(), match.end(), YEAR, "year", year, year)
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
    if found is None or is_ordinal(text, start):
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
    if found is None or is_ordinal(text, start) or match["n1"] in ("两", "几"):
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
    ordinal = is_ordinal(text, start)
    if match["unit"] == "财季":
        return Atom(start - ordinal, end, PART, "fiscal quarter", 3 * found[0] - 2, 3 * found[1])
    if match["unit"] == "季" and ordinal and text[start - 2 : start - 1] in ("》", "”", "」"):
        return None  # 《某节目》第三季
    named = text[start - 1 - ordinal : start - ordinal] == "年" or word_after(text, end, "short year")
    if match["unit"] == "季" and not named and not (ordinal and _speaks_of_business(text, start, end)):
        return None  # 第二季 is a season of a programme
    return Atom(start - ordinal, end, PART, "quarter", 3 * found[0] - 2, 3 * found[1])


BUSINESS = tuple(row.word for row in words_of("quarter", "beside"))
ABOUT = 80
"""Code points on each side of 第三季 within which a word of business tells that it is a quarter."""


def _speaks_of_business(text: str, start: int, end: int) -> bool:
    around = text[max(0, start - ABOUT) : end + ABOUT]
    return holds(around, BUSINESS)


def _decade(text: str, match: Match) -> Atom | None:
    found = _interval(match)
    if found is None or found[0] % 10 or found[1] % 10 or not (found[1] < 100 or found[0] in FULL_YEARS):
        return None
    if text.endswith("民国", 0, match.start()) and found[1] < 100:
        low, high = (end + REPUBLIC for end in found)
        return Atom(match.start() - 2, match.end(), ERA, "decade", low, high)
    return Atom(match.start(), match.end(), ERA, "decade", *found)


def _century(text: str, match: Match) -> Atom | None:
    found = _within(match, 1, 30)
    if found is None or match["n1"] in ("半", "两"):
        return None
    if text.endswith(("公元前", "西元前"), 0, match.start()):  # no ISO period: year 0
        return Atom(match.start() - 3, match.end(), YEAR, "year", 0, 0)
    return Atom(match.start(), match.end(), ERA, "century", *found)


def _clock(text: str, match: Match) -> Atom | None:
    found = _within(match, 0, 24)
    return None if found is None or is_ordinal(text, match.start()) else read_hour(text, match, found)


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
    marks = atom.grain != YEAR and atom.kind != "quarter" and match["unit"] != "月份"
    if before in IN_A_NUMBER or (marks and before in ("", "\n")):
        return []  # 1、2月… at the head of a paragraph is a list mark
    if before in ("", "\n") and "第" not in head[0] and text.startswith("第", atom.start):
        return []  # so is 一、第3季…
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
        lead = item.start() - is_ordinal(text, item.start())
        return Atom(lead, item.end(), PART, "quarter", 3 * low - 2, 3 * low)
    return Atom(item.start(), item.end(), atom.grain, atom.kind, low, low)


CALENDAR: dict[str, Callable[[str, Match], Atom | None]] = {
    "year": read_year, "fiscal": _fiscal_year, "month": _month, "day": _day, "number": _day,
    "quarter": _quarter, "decade": _decade, "century": _century, "clock": _clock,
}  # fmt: skip
